package orm.api.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a database holds and the other types do not describe. Immutable.
 *
 * @param kind what it is, such as {@code function}
 * @param name its name; behind that of its table where it is part of one: {@code book.no_overlap}
 * @param sql the statement that creates it, or the part of one, where the database shows it; null
 *     otherwise
 */
public record CatalogOther(
    String kind, ObjectName name, @Nullable String sql) {
  /**
   * Checks that the parts are there.
   *
   * @param kind what it is, such as {@code function}
   * @param name its name; behind that of its table where it is part of one: {@code book.no_overlap}
   * @param sql the statement that creates it, or the part of one, where the database shows it; null
   *     otherwise
   */
  public CatalogOther {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
