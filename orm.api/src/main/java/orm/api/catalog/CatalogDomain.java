package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A domain: a type with conditions. Immutable.
 *
 * @param name its name
 * @param type the type beneath
 * @param nullable whether its values may be null
 * @param defaultSql the default; null for none
 * @param checks its conditions
 * @param comment the comment; null for none
 */
public record CatalogDomain(
    ObjectName name,
    String type,
    boolean nullable,
    @Nullable String defaultSql,
    List<CatalogCheck> checks,
    @Nullable String comment) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name
   * @param type the type beneath
   * @param nullable whether its values may be null
   * @param defaultSql the default; null for none
   * @param checks its conditions
   * @param comment the comment; null for none
   */
  public CatalogDomain {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    checks = List.copyOf(checks);
  }
}
