package orm.api.expression;

import java.util.List;
import orm.spi.mapping.RowReader;

/**
 * 4 parts of a row, made by {@link Expressions#row}; {@link #into} turns them into one value.
 *
 * @param <A> the type of part 1
 * @param <B> the type of part 2
 * @param <C> the type of part 3
 * @param <D> the type of part 4
 */
public final class Parts4<A, B, C, D> {
  private final Selectable<A> a;
  private final Selectable<B> b;
  private final Selectable<C> c;
  private final Selectable<D> d;

  Parts4(Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /**
   * Hands the values to a constructor or factory.
   *
   * @param <Z> what it makes
   * @param maker mostly a constructor reference
   * @return a selectable value
   */
  @SuppressWarnings("NullAway") // a nullable part gives null, and its maker must take it
  public <Z> Selectable<Z> into(
      Maker<? super A, ? super B, ? super C, ? super D, ? extends Z> maker) {
    RowReader<A> aReader = a.reader();
    RowReader<B> bReader = b.reader();
    RowReader<C> cReader = c.reader();
    RowReader<D> dReader = d.reader();
    List<Selectable<?>> parts = List.of(a, b, c, d);
    return Selectable.of(
        row -> {
          A aValue = row.nextPart(aReader);
          B bValue = row.nextPart(bReader);
          C cValue = row.nextPart(cReader);
          D dValue = row.nextPart(dReader);
          try {
            return maker.make(aValue, bValue, cValue, dValue);
          } catch (NullPointerException refused) {
            throw RefusedNull.of(refused, parts, aValue, bValue, cValue, dValue);
          }
        },
        parts);
  }

  /**
   * Makes one value from 4 others.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <D> the type of part 4
   * @param <Z> what it makes
   */
  @FunctionalInterface
  public interface Maker<A, B, C, D, Z> {
    /**
     * Makes the value.
     *
     * @param a part 1
     * @param b part 2
     * @param c part 3
     * @param d part 4
     * @return the value
     */
    Z make(A a, B b, C c, D d);
  }
}
