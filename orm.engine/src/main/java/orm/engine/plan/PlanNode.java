package orm.engine.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;

/** A condition or value of a plan: everything resolved, nothing said in SQL. Immutable. */
public sealed interface PlanNode {
  /**
   * A column of a table of the plan.
   *
   * @param alias the table
   * @param column the column
   * @param nullable whether it can be null here, be it by itself or by an outer join
   */
  record ColumnNode(String alias, ColumnModel column, boolean nullable) implements PlanNode {}

  /**
   * A value of the query.
   *
   * @param slot the position among the query's values; {@link #CONSTANT} for one that is always the
   *     same
   * @param type the type to send it as
   * @param change makes the value that is sent from the one that was given
   * @param elements whether it is a collection that is sent as one parameter
   */
  record ValueNode(int slot, ColumnType type, UnaryOperator<Object> change, boolean elements)
      implements PlanNode {
    /** The slot of a value that belongs to the plan and not to the query. */
    public static final int CONSTANT = -1;

    static ValueNode constant(ColumnType type, Object value) {
      return new ValueNode(CONSTANT, type, ignored -> value, false);
    }
  }

  /**
   * Always true or always false.
   *
   * @param value which
   */
  record TruthNode(boolean value) implements PlanNode {}

  /**
   * An operator with its arguments.
   *
   * @param operator the operator
   * @param arguments the arguments
   */
  record CallNode(Operator operator, List<PlanNode> arguments) implements PlanNode {}

  /**
   * A query inside the query.
   *
   * @param plan its plan
   */
  record SubqueryNode(QueryPlan plan) implements PlanNode {}
}
