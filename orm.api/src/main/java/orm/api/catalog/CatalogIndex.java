package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index. Immutable.
 *
 * @param name its name
 * @param unique whether equal entries are refused
 * @param method how it works, such as {@code btree} or {@code gin}
 * @param parts what it is sorted by
 * @param included columns that it holds besides
 * @param where the condition of a partial index; null for all rows
 * @param nullsDistinct whether entries with null count as different
 * @param comment the comment; null for none
 */
public record CatalogIndex(
    String name,
    boolean unique,
    String method,
    List<Part> parts,
    List<String> included,
    @Nullable String where,
    boolean nullsDistinct,
    @Nullable String comment) {

  /**
   * What an index is sorted by.
   *
   * @param column the column; null for an expression
   * @param sql the expression; null for a column
   * @param collation the collation where that is not the column's; null otherwise
   * @param operators the operator class where that is not the usual one, as SQL writes it; null
   *     otherwise
   * @param descending whether greater values come first
   * @param nullsFirst whether nulls come before all values
   */
  public record Part(
      @Nullable String column,
      @Nullable String sql,
      @Nullable String collation,
      @Nullable String operators,
      boolean descending,
      boolean nullsFirst) {
    /**
     * Checks that it is either a column or an expression.
     *
     * @param column the column; null for an expression
     * @param sql the expression; null for a column
     * @param collation the collation where that is not the column's; null otherwise
     * @param operators the operator class where that is not the usual one, as SQL writes it; null
     *     otherwise
     * @param descending whether greater values come first
     * @param nullsFirst whether nulls come before all values
     */
    public Part {
      if ((column == null) == (sql == null)) {
        throw new IllegalArgumentException("an index part is either a column or an expression");
      }
    }
  }

  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name
   * @param unique whether equal entries are refused
   * @param method how it works, such as {@code btree} or {@code gin}
   * @param parts what it is sorted by
   * @param included columns that it holds besides
   * @param where the condition of a partial index; null for all rows
   * @param nullsDistinct whether entries with null count as different
   * @param comment the comment; null for none
   */
  public CatalogIndex {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    parts = List.copyOf(parts);
    included = List.copyOf(included);
  }
}
