package orm.api.expression;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.spi.mapping.JsonConversion;
import orm.spi.mapping.RowReader;

/**
 * A column that holds a JSON document mapped to {@code T}. Documents are not compared as a whole.
 *
 * @param <S> the entity
 * @param <T> the Java type of its values
 */
public final class JsonColumn<S, T> extends Column<S, T> implements JsonExpression<T> {
  private final @Nullable BiFunction<T, JsonConversion, Json> writer;

  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads the document; gives null for a null column
   */
  public JsonColumn(Source<S> source, String name, RowReader<T> reader) {
    super(source, name, reader);
    this.writer = null;
  }

  /**
   * Makes a column whose values are mapped to documents; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads the document; gives null for a null column
   * @param writer makes the document of a value
   */
  public JsonColumn(
      Source<S> source,
      String name,
      RowReader<T> reader,
      BiFunction<T, JsonConversion, Json> writer) {
    super(source, name, reader);
    this.writer = writer;
  }

  /**
   * Makes the document of a value, as engines do before they store it.
   *
   * @param value a value of the column
   * @param conversion converts what is in it
   * @return the document
   * @throws ClassCastException if the value is none of this column
   */
  @SuppressWarnings("unchecked") // else the writer's own cast fails, as documented
  public Json document(Object value, JsonConversion conversion) {
    BiFunction<T, JsonConversion, Json> write = writer;
    return value instanceof Json || write == null
        ? (Json) value
        : write.apply((T) value, conversion);
  }
}
