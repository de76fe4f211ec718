package orm.api.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave, for tools that know nothing of it. Immutable.
 *
 * @param columns the labels of the columns; empty where the statement gives no rows
 * @param rows the rows with a value for each column: null, a {@link Boolean}, a {@link Number}, or
 *     the text that the database makes of any other
 * @param complete whether these are all rows
 * @param changed how many rows were changed; -1 where the statement gives rows
 */
public record SqlResult(
    List<String> columns, List<List<@Nullable Object>> rows, boolean complete, long changed) {
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
    List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
    rows.forEach(row -> copies.add(Collections.unmodifiableList(new ArrayList<>(row))));
    rows = Collections.unmodifiableList(copies);
  }
}
