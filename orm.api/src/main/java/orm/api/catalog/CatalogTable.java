package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table. Immutable.
 *
 * @param name its name
 * @param columns the columns, in their order
 * @param primaryKey the primary key; null for none
 * @param uniques the unique constraints, by columns
 * @param foreignKeys the foreign keys, by columns
 * @param checks the checks, in their order
 * @param indexes the indexes that no constraint made, by name
 * @param triggers the triggers, by name
 * @param options what the table is besides, such as {@code STRICT} or {@code WITHOUT ROWID}, sorted
 * @param comment the comment; null for none
 */
public record CatalogTable(
    ObjectName name,
    List<CatalogColumn> columns,
    @Nullable CatalogKey primaryKey,
    List<CatalogKey> uniques,
    List<CatalogForeignKey> foreignKeys,
    List<CatalogCheck> checks,
    List<CatalogIndex> indexes,
    List<CatalogTrigger> triggers,
    List<String> options,
    @Nullable String comment) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name
   * @param columns the columns, in their order
   * @param primaryKey the primary key; null for none
   * @param uniques the unique constraints, by columns
   * @param foreignKeys the foreign keys, by columns
   * @param checks the checks, in their order
   * @param indexes the indexes that no constraint made, by name
   * @param triggers the triggers, by name
   * @param options what the table is besides, such as {@code STRICT} or {@code WITHOUT ROWID},
   *     sorted
   * @param comment the comment; null for none
   */
  public CatalogTable {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
    triggers = List.copyOf(triggers);
    options = List.copyOf(options);
  }

  /**
   * Finds a column.
   *
   * @param column its name
   * @return the column, if there is one
   */
  public Optional<CatalogColumn> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }
}
