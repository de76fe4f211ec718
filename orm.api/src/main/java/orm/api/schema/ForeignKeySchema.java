package orm.api.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a row of another table. Immutable.
 *
 * @param component the record component that holds the reference
 * @param name the logical name of the constraint; null for the usual one
 * @param columns the logical names of its columns, in the order of the target's key
 * @param targetTable the logical name of the table that it points to
 * @param targetColumns the logical names of the target's key columns
 * @param onDelete what happens to this row when the target is deleted
 * @param onUpdate what happens to this row when the key of the target changes
 * @param deferrable whether a transaction may have it checked at commit; always true of a deferred
 *     one
 * @param deferred whether the database checks it at commit instead of at each statement
 */
public record ForeignKeySchema(
    String component,
    @Nullable String name,
    List<String> columns,
    String targetTable,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate,
    boolean deferrable,
    boolean deferred) {

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
   * Copies the lists and checks that they are of one length.
   *
   * @param component the record component that holds the reference
   * @param name the logical name of the constraint; null for the usual one
   * @param columns the logical names of its columns, in the order of the target's key
   * @param targetTable the logical name of the table that it points to
   * @param targetColumns the logical names of the target's key columns
   * @param onDelete what happens to this row when the target is deleted
   * @param onUpdate what happens to this row when the key of the target changes
   * @param deferrable whether a transaction may have it checked at commit; always true of a
   *     deferred one
   * @param deferred whether the database checks it at commit instead of at each statement
   */
  public ForeignKeySchema {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(targetTable, "targetTable");
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    deferrable |= deferred;
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    if (columns.isEmpty() || columns.size() != targetColumns.size()) {
      throw new IllegalArgumentException(
          "reference " + component + " needs as many columns as its target has key columns");
    }
  }
}
