package orm.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.query.MutationTree;

/**
 * An insert, update or delete with everything resolved. The last stage that knows no SQL.
 * Immutable; it serves every mutation of the same shape.
 *
 * @param kind what happens to the rows
 * @param common the queries that are written before the statement, each once
 * @param table the table
 * @param alias its name in the statement
 * @param assignments the columns that are set; empty for an insert of whole rows
 * @param keyed whether inserted rows bring their key, although the database could make one
 * @param source the query whose result are the values of the assigned columns; null for none
 * @param from the other tables of an update
 * @param where the conditions, all of which must be true
 * @param conflict what happens to a row whose key is taken; null where it is an error
 * @param returning the columns that are read of each row, as those of a query; null for none
 */
public record MutationPlan(
    MutationTree.Kind kind,
    List<QueryPlan.CommonTable> common,
    TableModel table,
    String alias,
    List<Assignment> assignments,
    boolean keyed,
    @Nullable QueryPlan source,
    List<QueryPlan.PlannedTable> from,
    List<PlanNode> where,
    @Nullable Conflict conflict,
    @Nullable QueryPlan returning) {

  /**
   * A column and its new value.
   *
   * @param column the column
   * @param value the value; for an insert from a query the same as in its result
   */
  public record Assignment(ColumnModel column, PlanNode value) {}

  /**
   * What happens to a row whose key is taken.
   *
   * @param key the columns of the key
   * @param assignments the columns that are set; empty where the row stays as it is
   * @param where what must be true of the row so that it is changed
   */
  public record Conflict(
      List<ColumnModel> key, List<Assignment> assignments, List<PlanNode> where) {}
}
