package orm.api.expression;

import java.util.List;
import java.util.function.BiFunction;
import orm.spi.mapping.RowReader;

/**
 * 2 parts of a row, made by {@link Expressions#row}; {@link #into} turns them into one value.
 *
 * @param <A> the type of part 1
 * @param <B> the type of part 2
 */
public final class Parts2<A, B> {
  private final Selectable<A> a;
  private final Selectable<B> b;

  Parts2(Selectable<A> a, Selectable<B> b) {
    this.a = a;
    this.b = b;
  }

  /**
   * Hands the values to a constructor or factory.
   *
   * @param <Z> what it makes
   * @param maker mostly a constructor reference
   * @return a selectable value
   */
  @SuppressWarnings("NullAway") // a nullable part gives null, and its maker must take it
  public <Z> Selectable<Z> into(BiFunction<? super A, ? super B, ? extends Z> maker) {
    RowReader<A> aReader = a.reader();
    RowReader<B> bReader = b.reader();
    List<Selectable<?>> parts = List.of(a, b);
    return Selectable.of(
        row -> {
          A aValue = row.nextPart(aReader);
          B bValue = row.nextPart(bReader);
          try {
            return maker.apply(aValue, bValue);
          } catch (NullPointerException refused) {
            throw RefusedNull.of(refused, parts, aValue, bValue);
          }
        },
        parts);
  }
}
