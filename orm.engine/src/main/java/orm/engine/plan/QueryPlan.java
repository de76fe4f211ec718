package orm.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Order;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/**
 * A query with everything resolved: tables and how they are joined, columns, conditions, values by
 * position. The last stage that knows no SQL. Immutable; it serves every query of the same shape.
 *
 * @param tables the tables, each one joined to one before it; the first one begins the query
 * @param result the columns to read
 * @param where the conditions, all of which must be true
 * @param orderBy the sort keys
 * @param limit the greatest number of rows; {@link Long#MAX_VALUE} for no limit
 * @param offset the number of rows to leave out; null for none
 */
public record QueryPlan(
    List<PlannedTable> tables,
    List<ResultColumn> result,
    List<PlanNode> where,
    List<SortKey> orderBy,
    long limit,
    PlanNode.@Nullable ValueNode offset) {

  /**
   * A column of the result.
   *
   * @param value what it holds
   * @param label names it in messages
   * @param type how its values are stored
   * @param converter converts them; null where none is needed
   */
  public record ResultColumn(
      PlanNode value,
      String label,
      ColumnType type,
      @Nullable TypeConverter<?, ?> converter) {
    static ResultColumn of(PlanNode.ColumnNode node) {
      ColumnModel column = node.column();
      return new ResultColumn(node, column.place(), column.type(), column.converter());
    }
  }

  /**
   * A table of the plan.
   *
   * @param alias its name in the query
   * @param table the table
   * @param join how it is joined; null for the first one
   */
  public record PlannedTable(
      String alias, TableModel table, @Nullable Join join) {}

  /**
   * How a table is joined.
   *
   * @param optional whether rows without a partner are kept
   * @param on pairs of columns that must be equal
   */
  public record Join(boolean optional, List<Pair> on) {}

  /**
   * Two columns that must be equal.
   *
   * @param left a column of a table before
   * @param right a column of this table
   */
  public record Pair(PlanNode.ColumnNode left, PlanNode.ColumnNode right) {}

  /**
   * A sort key.
   *
   * @param by the column
   * @param descending whether greater values come first
   * @param nulls where nulls go
   */
  public record SortKey(PlanNode.ColumnNode by, boolean descending, Order.Nulls nulls) {}
}
