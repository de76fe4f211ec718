package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key. Immutable.
 *
 * @param name its name; null where it has none
 * @param columns its columns, in the order of the target's
 * @param target the table that it refers to
 * @param targetColumns the columns there; none where the table is missing (SQLite)
 * @param onDelete what happens when the target is deleted
 * @param onUpdate what happens when the target's key changes
 * @param matchFull whether either all columns are null or none
 * @param checkTime when it is checked
 */
public record CatalogForeignKey(
    @Nullable String name,
    List<String> columns,
    ObjectName target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate,
    boolean matchFull,
    CheckTime checkTime) {

  /** What happens to a row when the row that it refers to goes or changes. */
  public enum Action {
    /** The change fails at the end of the statement or at commit. */
    NO_ACTION,
    /** The change fails at once. */
    RESTRICT,
    /** The row goes or changes too. */
    CASCADE,
    /** The reference becomes null. */
    SET_NULL,
    /** The reference gets the default of its columns. */
    SET_DEFAULT
  }

  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name; null where it has none
   * @param columns its columns, in the order of the target's
   * @param target the table that it refers to
   * @param targetColumns the columns there; none where the table is missing (SQLite)
   * @param onDelete what happens when the target is deleted
   * @param onUpdate what happens when the target's key changes
   * @param matchFull whether either all columns are null or none
   * @param checkTime when it is checked
   */
  public CatalogForeignKey {
    columns = List.copyOf(columns);
    Objects.requireNonNull(target, "target");
    targetColumns = List.copyOf(targetColumns);
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(checkTime, "checkTime");
  }
}
