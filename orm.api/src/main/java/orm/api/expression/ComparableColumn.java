package orm.api.expression;

import orm.spi.mapping.RowReader;

/**
 * A column whose values have one order, such as a key or a version.
 *
 * @param <S> the entity
 * @param <T> the Java type of its values
 */
public class ComparableColumn<S, T> extends Column<S, T> implements ComparableExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param type the Java type of its values
   */
  public ComparableColumn(Source<S> source, String name, Class<T> type) {
    super(source, name, type);
  }

  /**
   * Makes a column with a reader of its own.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads one value
   */
  public ComparableColumn(Source<S> source, String name, RowReader<T> reader) {
    super(source, name, reader);
  }
}
