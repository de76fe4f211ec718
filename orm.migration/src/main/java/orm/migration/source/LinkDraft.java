package orm.migration.source;

import java.util.List;
import java.util.Optional;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CheckTime;

/**
 * A table that does nothing but tie two others.
 *
 * @param table the table
 * @param left what the key begins with
 * @param right the rest
 */
record LinkDraft(TableDraft table, CatalogForeignKey left, CatalogForeignKey right) {
  /** Finds out whether a table is one. */
  static Optional<LinkDraft> of(TableDraft draft) {
    List<CatalogForeignKey> keys = draft.table.foreignKeys();
    List<String> key = draft.key();
    if (keys.size() != 2
        || !draft.table.uniques().isEmpty()
        || !draft.table.checks().isEmpty()
        || !draft.table.triggers().isEmpty()
        || draft.table.columns().size() != key.size()
        || draft.columns.size() != key.size()
        || !draft.table.columns().stream().allMatch(LinkDraft::isPlain)
        || !keys.stream().allMatch(LinkDraft::isPlain)) {
      return Optional.empty();
    }
    int first = keys.get(0).columns().contains(key.get(0)) ? 0 : 1;
    CatalogForeignKey left = keys.get(first);
    CatalogForeignKey right = keys.get(1 - first);
    int size = left.columns().size();
    boolean together = size + right.columns().size() == key.size()
        && left.columns().equals(key.subList(0, size))
        && right.columns().equals(key.subList(size, key.size()));
    return together ? Optional.of(new LinkDraft(draft, left, right)) : Optional.empty();
  }

  private static boolean isPlain(CatalogColumn column) {
    return column.generation() == Generation.NONE && column.sql() == null;
  }

  private static boolean isPlain(CatalogForeignKey key) {
    return key.onUpdate() == Action.NO_ACTION && key.checkTime() == CheckTime.STATEMENT;
  }
}
