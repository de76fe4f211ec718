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

  /**
   * Makes a column with a reader of its own; called by generated code where no class tells the type
   * of the elements.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads the list; gives null for a null column
   */
  public ListColumn(Source<S> source, String name, RowReader<List<T>> reader) {
    super(source, name, reader);
  }

  private static <T> RowReader<List<T>> reader(Class<T> element) {
    return row -> row.nextListOrNull(element);
  }
}
