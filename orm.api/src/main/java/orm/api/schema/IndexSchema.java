package orm.api.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index. Immutable.
 *
 * @param name the logical name
 * @param parts what it is sorted by
 * @param unique whether equal entries are refused
 * @param whereSql the condition of a partial index as SQL text, with {@code {component}} for
 *     columns; null for all rows
 */
public record IndexSchema(
    String name, List<Part> parts, boolean unique, @Nullable String whereSql) {

  /**
   * Copies the list.
   *
   * @param name the logical name
   * @param parts what it is sorted by
   * @param unique whether equal entries are refused
   * @param whereSql the condition of a partial index as SQL text, with {@code {component}} for
   *     columns; null for all rows
   */
  public IndexSchema {
    Objects.requireNonNull(name, "name");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("index " + name + " has no columns");
    }
  }

  /**
   * One thing that an index is sorted by: a column or an expression.
   *
   * @param column the logical name of the column; null for an expression
   * @param sql the expression as SQL text, with {@code {component}} for columns; null for a column
   * @param descending whether greater values come first
   */
  public record Part(@Nullable String column, @Nullable String sql, boolean descending) {
    /**
     * Checks that it is either a column or an expression.
     *
     * @param column the logical name of the column; null for an expression
     * @param sql the expression as SQL text, with {@code {component}} for columns; null for a
     *     column
     * @param descending whether greater values come first
     */
    public Part {
      if ((column == null) == (sql == null)) {
        throw new IllegalArgumentException("an index part is either a column or an expression");
      }
    }
  }
}
