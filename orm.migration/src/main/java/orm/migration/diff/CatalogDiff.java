package orm.migration.diff;

import java.util.List;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.SchemaChange;

/**
 * What differs between two catalogs. Immutable.
 *
 * @param before what is there
 * @param changes what changes, in an order that works
 * @param after what is there when all changes are made: the wish, and what is kept
 * @param suggestions what may be a renaming and is treated as a going and a coming
 * @param notCompared what only one of both has and no change can describe, such as functions
 */
public record CatalogDiff(
    Catalog before,
    List<SchemaChange> changes,
    Catalog after,
    List<RenameSuggestion> suggestions,
    List<CatalogOther> notCompared) {
  /** Copies the lists. */
  public CatalogDiff {
    changes = List.copyOf(changes);
    suggestions = List.copyOf(suggestions);
    notCompared = List.copyOf(notCompared);
  }

  /** {@return whether nothing changes} */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
