package orm.api.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index. Immutable.
 *
 * <p>One with a language is for words in texts: its parts are columns that hold text.
 *
 * @param name the logical name
 * @param parts what it is sorted by
 * @param unique whether equal entries are refused
 * @param whereSql the condition of a partial index as SQL text, with {@code {component}} for
 *     columns; null for all rows
 * @param language how words are found in texts; {@link #SIMPLE} or a language of PostgreSQL; null
 *     for an index of whole values
 */
public record IndexSchema(
    String name,
    List<Part> parts,
    boolean unique,
    @Nullable String whereSql,
    @Nullable String language) {
  /** Words as they are, in small letters, on all databases. */
  public static final String SIMPLE = "simple";

  /**
   * Copies the list.
   *
   * @param name the logical name
   * @param parts what it is sorted by
   * @param unique whether equal entries are refused
   * @param whereSql the condition of a partial index as SQL text, with {@code {component}} for
   *     columns; null for all rows
   * @param language how words are found in texts; null for an index of whole values
   */
  public IndexSchema {
    Objects.requireNonNull(name, "name");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("index " + name + " has no columns");
    }
    boolean plain = !unique && whereSql == null && parts.stream().allMatch(Part::isPlain);
    if (language != null && !plain) {
      throw new IllegalArgumentException("text index " + name + " has more than columns");
    }
  }

  /**
   * Makes an index of whole values.
   *
   * @param name the logical name
   * @param parts what it is sorted by
   * @param unique whether equal entries are refused
   * @param whereSql the condition of a partial index as SQL text, with {@code {component}} for
   *     columns; null for all rows
   */
  public IndexSchema(String name, List<Part> parts, boolean unique, @Nullable String whereSql) {
    this(name, parts, unique, whereSql, null);
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

    private boolean isPlain() {
      return column != null && !descending;
    }
  }
}
