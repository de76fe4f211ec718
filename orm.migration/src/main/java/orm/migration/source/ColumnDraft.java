package orm.migration.source;

import orm.api.catalog.CatalogColumn;

/**
 * A column that a record can hold.
 *
 * @param column the column
 * @param logical its logical name
 * @param type what it holds
 */
record ColumnDraft(CatalogColumn column, String logical, TypeText type) {
  String name() {
    return column.name();
  }
}
