package orm.api.schema;

import java.util.List;
import java.util.Objects;

/**
 * A reference to a row of another table. Immutable.
 *
 * @param component the record component that holds the reference
 * @param columns the logical names of its columns, in the order of the target's key
 * @param targetTable the logical name of the table that it points to
 * @param targetColumns the logical names of the target's key columns
 * @param onDelete what happens to this row when the target is deleted
 * @param deferred whether the database checks it at commit instead of at each statement
 */
public record ForeignKeySchema(
    String component,
    List<String> columns,
    String targetTable,
    List<String> targetColumns,
    OnDelete onDelete,
    boolean deferred) {

  /** What happens to a row when the row that it refers to is deleted. */
  public enum OnDelete {
    /** The delete fails. */
    NO_ACTION,
    /** The row is deleted too. */
    CASCADE,
    /** The reference becomes null. */
    SET_NULL
  }

  /**
   * Copies the lists and checks that they are of one length.
   *
   * @param component the record component that holds the reference
   * @param columns the logical names of its columns, in the order of the target's key
   * @param targetTable the logical name of the table that it points to
   * @param targetColumns the logical names of the target's key columns
   * @param onDelete what happens to this row when the target is deleted
   * @param deferred whether the database checks it at commit instead of at each statement
   */
  public ForeignKeySchema {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(targetTable, "targetTable");
    Objects.requireNonNull(onDelete, "onDelete");
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    if (columns.isEmpty() || columns.size() != targetColumns.size()) {
      throw new IllegalArgumentException(
          "reference " + component + " needs as many columns as its target has key columns");
    }
  }
}
