package orm.api.expression;

import java.util.List;
import orm.spi.mapping.RowReader;

/**
 * 3 parts of a row, made by {@link Expressions#row}; {@link #into} turns them into one value.
 *
 * @param <A> the type of part 1
 * @param <B> the type of part 2
 * @param <C> the type of part 3
 */
public final class Parts3<A, B, C> {
  private final Selectable<A> a;
  private final Selectable<B> b;
  private final Selectable<C> c;

  Parts3(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
    this.a = a;
    this.b = b;
    this.c = c;
  }

  /**
   * Hands the values to a constructor or factory.
   *
   * @param <Z> what it makes
   * @param maker mostly a constructor reference
   * @return a selectable value
   */
  @SuppressWarnings("NullAway") // a nullable part gives null, and its maker must take it
  public <Z> Selectable<Z> into(Maker<? super A, ? super B, ? super C, ? extends Z> maker) {
    RowReader<A> aReader = a.reader();
    RowReader<B> bReader = b.reader();
    RowReader<C> cReader = c.reader();
    List<Selectable<?>> parts = List.of(a, b, c);
    return Selectable.of(
        row -> {
          A aValue = row.nextPart(aReader);
          B bValue = row.nextPart(bReader);
          C cValue = row.nextPart(cReader);
          try {
            return maker.make(aValue, bValue, cValue);
          } catch (NullPointerException refused) {
            throw RefusedNull.of(refused, parts, aValue, bValue, cValue);
          }
        },
        parts);
  }

  /**
   * Makes one value from 3 others.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <Z> what it makes
   */
  @FunctionalInterface
  public interface Maker<A, B, C, Z> {
    /**
     * Makes the value.
     *
     * @param a part 1
     * @param b part 2
     * @param c part 3
     * @return the value
     */
    Z make(A a, B b, C c);
  }
}
