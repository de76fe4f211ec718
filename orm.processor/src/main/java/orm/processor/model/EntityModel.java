package orm.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is a record.
 *
 * @param record the record
 * @param table the logical name of its table
 * @param renamedFrom the name that the table had before; null if it was never renamed
 * @param key its key
 * @param inverses the paths to rows that refer to it
 */
public record EntityModel(
    RecordModel record,
    String table,
    @Nullable String renamedFrom,
    KeyModel key,
    List<InversePath> inverses) {
  /** Copies the list. */
  public EntityModel {
    inverses = List.copyOf(inverses);
  }
}
