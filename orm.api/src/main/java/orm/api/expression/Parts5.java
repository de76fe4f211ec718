package orm.api.expression;

import java.util.List;
import orm.spi.mapping.RowReader;

/**
 * 5 parts of a row, made by {@link Expressions#row}; {@link #into} turns them into one value.
 *
 * @param <A> the type of part 1
 * @param <B> the type of part 2
 * @param <C> the type of part 3
 * @param <D> the type of part 4
 * @param <E> the type of part 5
 */
public final class Parts5<A, B, C, D, E> {
  private final Selectable<A> a;
  private final Selectable<B> b;
  private final Selectable<C> c;
  private final Selectable<D> d;
  private final Selectable<E> e;

  Parts5(Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = e;
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
      Maker<? super A, ? super B, ? super C, ? super D, ? super E, ? extends Z> maker) {
    RowReader<A> aReader = a.reader();
    RowReader<B> bReader = b.reader();
    RowReader<C> cReader = c.reader();
    RowReader<D> dReader = d.reader();
    RowReader<E> eReader = e.reader();
    List<Selectable<?>> parts = List.of(a, b, c, d, e);
    return Selectable.of(
        row -> {
          A aValue = row.nextPart(aReader);
          B bValue = row.nextPart(bReader);
          C cValue = row.nextPart(cReader);
          D dValue = row.nextPart(dReader);
          E eValue = row.nextPart(eReader);
          try {
            return maker.make(aValue, bValue, cValue, dValue, eValue);
          } catch (NullPointerException refused) {
            throw RefusedNull.of(refused, parts, aValue, bValue, cValue, dValue, eValue);
          }
        },
        parts);
  }

  /**
   * Makes one value from 5 others.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <D> the type of part 4
   * @param <E> the type of part 5
   * @param <Z> what it makes
   */
  @FunctionalInterface
  public interface Maker<A, B, C, D, E, Z> {
    /**
     * Makes the value.
     *
     * @param a part 1
     * @param b part 2
     * @param c part 3
     * @param d part 4
     * @param e part 5
     * @return the value
     */
    Z make(A a, B b, C c, D d, E e);
  }
}
