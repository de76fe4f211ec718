package orm.engine.eyes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;

/** Finds foreign keys that no index begins with. */
final class ForeignKeys {
  private ForeignKeys() {}

  static List<CatalogForeignKey> withoutIndex(CatalogTable table) {
    List<List<String>> indexed = new ArrayList<>();
    CatalogKey primary = table.primaryKey();
    if (primary != null) {
      indexed.add(primary.columns());
    }
    table.uniques().forEach(unique -> indexed.add(unique.columns()));
    table.indexes().stream()
        .filter(index -> index.where() == null)
        .forEach(index -> indexed.add(plainColumns(index)));
    return table.foreignKeys().stream().filter(key -> !isBegun(indexed, key)).toList();
  }

  /** Whether an index begins with the columns of the key, in any order. */
  private static boolean isBegun(List<List<String>> indexed, CatalogForeignKey key) {
    Set<String> wanted = Set.copyOf(key.columns());
    return indexed.stream()
        .filter(columns -> columns.size() >= wanted.size())
        .anyMatch(columns -> Set.copyOf(columns.subList(0, wanted.size())).equals(wanted));
  }

  /** The columns before the first expression. */
  private static List<String> plainColumns(CatalogIndex index) {
    List<String> columns = new ArrayList<>();
    for (CatalogIndex.Part part : index.parts()) {
      String column = part.column();
      if (column == null) {
        break;
      }
      columns.add(column);
    }
    return columns;
  }
}
