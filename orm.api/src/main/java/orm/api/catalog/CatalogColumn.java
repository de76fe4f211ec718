package orm.api.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view. Immutable.
 *
 * @param name its name
 * @param type its type, as the database writes it: {@code numeric(12,2)}, {@code character
 *     varying(20)}; empty where it has none (SQLite)
 * @param nullable whether it may be null
 * @param generation who makes its values
 * @param sql the default, or the expression of a computed column; null for none
 * @param collation its collation where that is not the usual one of its type; null otherwise
 * @param comment the comment; null for none
 */
public record CatalogColumn(
    String name,
    String type,
    boolean nullable,
    Generation generation,
    @Nullable String sql,
    @Nullable String collation,
    @Nullable String comment) {

  /** Who makes the values of a column. */
  public enum Generation {
    /** Who writes the row, or the default. */
    NONE,
    /** The database counts up, and refuses values of others. */
    IDENTITY_ALWAYS,
    /** The database counts up where no value is given. */
    IDENTITY_BY_DEFAULT,
    /** The database counts up where no value is given, and never gives a number twice (SQLite). */
    AUTOINCREMENT,
    /** Computed when the row is written. */
    STORED,
    /** Computed when the row is read. */
    VIRTUAL
  }

  /**
   * Checks that the parts are there.
   *
   * @param name its name
   * @param type its type, as the database writes it: {@code numeric(12,2)}, {@code character
   *     varying(20)}; empty where it has none (SQLite)
   * @param nullable whether it may be null
   * @param generation who makes its values
   * @param sql the default, or the expression of a computed column; null for none
   * @param collation its collation where that is not the usual one of its type; null otherwise
   * @param comment the comment; null for none
   */
  public CatalogColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(generation, "generation");
    if (sql == null && isComputed(generation)) {
      throw new IllegalArgumentException("computed column " + name + " needs an expression");
    }
  }

  /** {@return whether its values are computed from other columns} */
  public boolean computed() {
    return isComputed(generation);
  }

  private static boolean isComputed(Generation generation) {
    return generation == Generation.STORED || generation == Generation.VIRTUAL;
  }
}
