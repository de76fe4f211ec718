package orm.api.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A link table, which ties rows of two tables and belongs to the first. Immutable.
 *
 * @param name the path that follows it
 * @param table the logical name of the link table
 * @param left its columns that refer to the table it belongs to
 * @param right its columns that refer to the other table
 */
public record LinkSchema(String name, String table, Side left, Side right) {
  /**
   * One end of a link.
   *
   * @param columns the columns of the link table, in the order of the target's key
   * @param targetTable the logical name of the table that they refer to
   * @param targetColumns the logical names of its key columns
   * @param onDelete what happens to a link when the row at this end is deleted
   */
  public record Side(
      List<Column> columns,
      String targetTable,
      List<String> targetColumns,
      ForeignKeySchema.Action onDelete) {
    /**
     * Copies the lists and checks that they are of one length.
     *
     * @param columns the columns of the link table, in the order of the target's key
     * @param targetTable the logical name of the table that they refer to
     * @param targetColumns the logical names of its key columns
     * @param onDelete what happens to a link when the row at this end is deleted
     */
    public Side {
      Objects.requireNonNull(targetTable, "targetTable");
      Objects.requireNonNull(onDelete, "onDelete");
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
      if (columns.isEmpty() || columns.size() != targetColumns.size()) {
        throw new IllegalArgumentException(
            "a link to " + targetTable + " needs as many columns as its key has");
      }
    }

    /** {@return the logical names of the columns} */
    public List<String> names() {
      return columns.stream().map(Column::name).toList();
    }
  }

  /**
   * A column of a link table.
   *
   * @param name the logical name
   * @param type the type of the key column that it refers to
   */
  public record Column(String name, ColumnType type) {}

  /**
   * Checks that there are parts.
   *
   * @param name the path that follows it
   * @param table the logical name of the link table
   * @param left its columns that refer to the table it belongs to
   * @param right its columns that refer to the other table
   */
  public LinkSchema {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  /**
   * Defines the link table as a table: the key is all of its columns, each end is a reference, and
   * an index serves the way back.
   *
   * @return the definition
   */
  public TableSchema toTable() {
    List<ColumnSchema> columns = new ArrayList<>();
    for (Side side : List.of(left, right)) {
      for (Column column : side.columns()) {
        columns.add(ColumnSchema.of(
            column.name(), SchemaPrinter.camelCase(column.name()), column.type(), false));
      }
    }
    List<IndexSchema.Part> back = right.names().stream()
        .map(column -> new IndexSchema.Part(column, null, false))
        .toList();
    return new TableSchema(
        table,
        null,
        columns,
        columns.stream().map(ColumnSchema::name).toList(),
        List.of(),
        List.of(reference(left), reference(right)),
        List.of(new IndexSchema(
            table + "_" + String.join("_", right.names()) + "_idx", back, false, null)),
        List.of(),
        null,
        List.of());
  }

  private static ForeignKeySchema reference(Side side) {
    return new ForeignKeySchema(
        SchemaPrinter.camelCase(side.names().get(0)),
        null,
        side.names(),
        side.targetTable(),
        side.targetColumns(),
        side.onDelete(),
        ForeignKeySchema.Action.NO_ACTION,
        false,
        false);
  }
}
