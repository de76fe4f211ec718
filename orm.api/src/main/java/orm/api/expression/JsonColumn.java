package orm.api.expression;

import orm.spi.mapping.RowReader;

/**
 * A column that holds a JSON document mapped to {@code T}. Documents are not compared as a whole.
 *
 * @param <S> the entity
 * @param <T> the Java type of its values
 */
public final class JsonColumn<S, T> extends Column<S, T> implements JsonExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads the document; gives null for a null column
   */
  public JsonColumn(Source<S> source, String name, RowReader<T> reader) {
    super(source, name, reader);
  }
}
