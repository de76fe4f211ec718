package orm.processor.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record whose instances are rows: an entity, or a subtype of one.
 *
 * @param record the record
 * @param table the logical name of its table
 * @param renamedFrom the name that the table had before; null if it was never renamed
 * @param key its key
 * @param inverses the paths to rows that refer to it
 * @param links paths through link tables
 * @param hierarchy the entity that it is a subtype of; empty for an entity of its own
 * @param cached how its rows are kept in memory; empty if they are not, and for a subtype
 */
public record EntityModel(
    RecordModel record,
    String table,
    @Nullable String renamedFrom,
    KeyModel key,
    List<InversePath> inverses,
    List<LinkPath> links,
    Optional<HierarchyModel> hierarchy,
    Optional<CachedRows> cached) {
  /** Copies the list. */
  public EntityModel {
    inverses = List.copyOf(inverses);
    links = List.copyOf(links);
  }
}
