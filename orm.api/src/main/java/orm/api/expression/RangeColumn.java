package orm.api.expression;

import orm.api.type.Range;
import orm.spi.mapping.RowReader;

/**
 * A column that holds a range.
 *
 * @param <S> the entity
 * @param <T> the type of the bounds
 */
public final class RangeColumn<S, T extends Comparable<? super T>> extends Column<S, Range<T>>
    implements RangeExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param bound the type of the bounds
   */
  public RangeColumn(Source<S> source, String name, Class<T> bound) {
    super(source, name, reader(bound));
  }

  private static <T extends Comparable<? super T>> RowReader<Range<T>> reader(Class<T> bound) {
    return row -> row.nextRangeOrNull(bound);
  }
}
