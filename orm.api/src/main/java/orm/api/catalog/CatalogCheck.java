package orm.api.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint. Immutable.
 *
 * @param name its name; null where it has none
 * @param sql the condition, without parentheses around it
 */
public record CatalogCheck(@Nullable String name, String sql) {
  /**
   * Checks that the parts are there.
   *
   * @param name its name; null where it has none
   * @param sql the condition, without parentheses around it
   */
  public CatalogCheck {
    Objects.requireNonNull(sql, "sql");
  }
}
