package orm.api.expression;

import java.util.List;
import orm.spi.mapping.RowReader;

/**
 * A column that holds a list: an array or JSON, as the database has it.
 *
 * @param <S> the entity
 * @param <T> the Java type of the elements
 */
public final class ListColumn<S, T> extends Column<S, List<T>> implements ListExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param element the Java type of the elements
   */
  public ListColumn(Source<S> source, String name, Class<T> element) {
    super(source, name, reader(element));
  }

  private static <T> RowReader<List<T>> reader(Class<T> element) {
    return row -> row.nextListOrNull(element);
  }
}
