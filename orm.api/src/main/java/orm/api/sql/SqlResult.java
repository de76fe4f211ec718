package orm.api.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a statement gave, for tools that know nothing of it. Immutable.
 *
 * @param columns the labels of the columns; empty where the statement gives no rows
 * @param rows the rows with a value for each column, empty for null: a {@link Boolean}, a
 *     {@link Number}, or the text that the database makes of any other
 * @param complete whether these are all rows
 * @param changed how many rows were changed; -1 where the statement gives rows
 */
public record SqlResult(
    List<String> columns, List<List<Optional<Object>>> rows, boolean complete, long changed) {
  /**
   * Copies the lists.
   *
   * @param columns the labels of the columns
   * @param rows the rows
   * @param complete whether these are all rows
   * @param changed how many rows were changed
   */
  public SqlResult {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
