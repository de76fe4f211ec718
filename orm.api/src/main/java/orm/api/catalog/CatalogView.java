package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A view. Immutable.
 *
 * @param name its name
 * @param columns its columns, in their order; none where the database cannot tell, because what the
 *     view reads is gone (SQLite)
 * @param sql its query, without a semicolon at its end
 * @param materialized whether it keeps its rows
 * @param triggers the triggers, by name
 * @param comment the comment; null for none
 */
public record CatalogView(
    ObjectName name,
    List<CatalogColumn> columns,
    String sql,
    boolean materialized,
    List<CatalogTrigger> triggers,
    @Nullable String comment) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name
   * @param columns its columns, in their order; none where the database cannot tell, because what
   *     the view reads is gone (SQLite)
   * @param sql its query, without a semicolon at its end
   * @param materialized whether it keeps its rows
   * @param triggers the triggers, by name
   * @param comment the comment; null for none
   */
  public CatalogView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
    columns = List.copyOf(columns);
    triggers = List.copyOf(triggers);
  }
}
