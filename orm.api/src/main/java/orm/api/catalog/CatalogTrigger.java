package orm.api.catalog;

import java.util.Objects;

/**
 * A trigger of a table or view. Immutable.
 *
 * @param name its name
 * @param sql the statement that creates it, without a semicolon at its end
 */
public record CatalogTrigger(String name, String sql) {
  /**
   * Checks that the parts are there.
   *
   * @param name its name
   * @param sql the statement that creates it, without a semicolon at its end
   */
  public CatalogTrigger {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
  }
}
