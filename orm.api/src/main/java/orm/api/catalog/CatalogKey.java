package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or unique constraint. Immutable.
 *
 * @param name its name; null where it has none
 * @param columns its columns, in order
 * @param nullsDistinct whether rows with null count as different
 * @param checkTime when it is checked
 */
public record CatalogKey(
    @Nullable String name, List<String> columns, boolean nullsDistinct, CheckTime checkTime) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name; null where it has none
   * @param columns its columns, in order
   * @param nullsDistinct whether rows with null count as different
   * @param checkTime when it is checked
   */
  public CatalogKey {
    Objects.requireNonNull(checkTime, "checkTime");
    columns = List.copyOf(columns);
  }
}
