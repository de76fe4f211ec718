package orm.engine.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.RowShape;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/** Writes the SQL of query plans, clause by clause in SQL's own order. Immutable. */
public final class SelectRenderer {
  /** What is asked of a query. */
  public enum Purpose {
    /** Its rows. */
    ROWS,
    /** The number of its rows. */
    COUNT,
    /** Whether it has a row. */
    EXISTS
  }

  private final SqlSyntax syntax;

  /**
   * Makes a renderer.
   *
   * @param syntax what the dialect says differently
   */
  public SelectRenderer(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * Writes a query.
   *
   * @param plan the query
   * @param purpose what is asked of it
   * @return its text and binds
   */
  public RenderedSql render(QueryPlan plan, Purpose purpose) {
    SqlText out = new SqlText(syntax);
    switch (purpose) {
      case ROWS -> select(out, plan);
      case COUNT -> count(out, plan);
      case EXISTS -> {
        out.sql("SELECT 1");
        from(out, plan);
        where(out, plan);
        syntax.limit(out, Math.min(plan.limit(), 1), lendOffset(out, plan));
      }
    }
    return new RenderedSql(out.toString(), out.binds(), RowShape.of(plan.result()));
  }

  private void select(SqlText out, QueryPlan plan) {
    String separator = "SELECT ";
    for (QueryPlan.ResultColumn column : plan.result()) {
      out.sql(separator);
      node(out, column.value());
      separator = ", ";
    }
    if (plan.result().isEmpty()) {
      out.sql("SELECT 1");
    }
    from(out, plan);
    where(out, plan);
    orderBy(out, plan);
    limit(out, plan);
  }

  private void count(SqlText out, QueryPlan plan) {
    boolean limited = plan.limit() < Long.MAX_VALUE || plan.offset() != null;
    out.sql(limited ? "SELECT count(*) FROM (SELECT 1" : "SELECT count(*)");
    from(out, plan);
    where(out, plan);
    if (limited) {
      limit(out, plan);
      out.sql(") AS ").name("counted");
    }
  }

  private static void from(SqlText out, QueryPlan plan) {
    for (QueryPlan.PlannedTable table : plan.tables()) {
      QueryPlan.Join join = table.join();
      out.sql(join == null ? " FROM " : join.optional() ? " LEFT JOIN " : " JOIN ");
      out.name(table.table().name());
      if (!table.alias().equals(table.table().name())) {
        out.sql(" AS ").name(table.alias());
      }
      if (join != null) {
        String separator = " ON ";
        for (QueryPlan.Pair pair : join.on()) {
          out.sql(separator);
          column(out, pair.right());
          out.sql(" = ");
          column(out, pair.left());
          separator = " AND ";
        }
      }
    }
  }

  private void where(SqlText out, QueryPlan plan) {
    String separator = " WHERE ";
    for (PlanNode condition : plan.where()) {
      out.sql(separator);
      grouped(out, condition, Operator.AND, plan.where().size() > 1);
      separator = " AND ";
    }
  }

  private static void orderBy(SqlText out, QueryPlan plan) {
    String separator = " ORDER BY ";
    for (QueryPlan.SortKey key : plan.orderBy()) {
      out.sql(separator);
      column(out, key.by());
      out.sql(key.descending() ? " DESC" : " ASC");
      if (key.by()
          .nullable()) { // without nulls the clause would only keep an index from being used
        out.sql(key.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
      }
      separator = ", ";
    }
  }

  private void limit(SqlText out, QueryPlan plan) {
    if (plan.limit() < Long.MAX_VALUE || plan.offset() != null) {
      syntax.limit(out, plan.limit(), lendOffset(out, plan));
    }
  }

  private static SqlWriter.@Nullable Value lendOffset(SqlText out, QueryPlan plan) {
    ValueNode offset = plan.offset();
    return offset == null ? null : out.lend(offset);
  }

  private void node(SqlText out, PlanNode node) {
    if (node instanceof ColumnNode column) {
      column(out, column);
    } else if (node instanceof ValueNode value) {
      out.bind(value);
    } else if (node instanceof TruthNode truth) {
      out.sql(truth.value() ? "1 = 1" : "1 = 0");
    } else if (node instanceof SubqueryNode subquery) {
      out.sql("(");
      select(out, subquery.plan());
      out.sql(")");
    } else if (node instanceof CallNode call) {
      call(out, call);
    }
  }

  private static void column(SqlText out, ColumnNode column) {
    out.column(column.alias(), column.column().name());
  }

  private void call(SqlText out, CallNode call) {
    List<PlanNode> arguments = call.arguments();
    switch (call.operator()) {
      case EQ -> infix(out, arguments, " = ");
      case NE -> infix(out, arguments, " <> ");
      case LT -> infix(out, arguments, " < ");
      case LE -> infix(out, arguments, " <= ");
      case GT -> infix(out, arguments, " > ");
      case GE -> infix(out, arguments, " >= ");
      case BETWEEN -> {
        node(out, arguments.get(0));
        out.sql(" BETWEEN ");
        node(out, arguments.get(1));
        out.sql(" AND ");
        node(out, arguments.get(2));
      }
      case IS_NULL -> {
        node(out, arguments.get(0));
        out.sql(" IS NULL");
      }
      case IS_NOT_NULL -> {
        node(out, arguments.get(0));
        out.sql(" IS NOT NULL");
      }
      case AND, OR -> {
        String word = call.operator() == Operator.AND ? " AND " : " OR ";
        String separator = "";
        for (PlanNode argument : arguments) {
          out.sql(separator);
          grouped(out, argument, call.operator(), true);
          separator = word;
        }
      }
      case NOT -> {
        out.sql("NOT (");
        node(out, arguments.get(0));
        out.sql(")");
      }
      case EXISTS -> exists(out, (SubqueryNode) arguments.get(0));
      case IN, NOT_IN -> membership(out, call);
      case LIKE, LIKE_IGNORE_CASE, CONTAINS, CONTAINS_IGNORE_CASE, STARTS_WITH, ENDS_WITH ->
        syntax.textMatch(
            out, call.operator(), writer -> node(out, arguments.get(0)), out.lend((ValueNode)
                arguments.get(1)));
    }
  }

  private void infix(SqlText out, List<PlanNode> arguments, String operator) {
    grouped(out, arguments.get(0), Operator.EQ, true);
    out.sql(operator);
    grouped(out, arguments.get(1), Operator.EQ, true);
  }

  private void exists(SqlText out, SubqueryNode subquery) {
    QueryPlan plan = subquery.plan();
    out.sql("EXISTS (SELECT 1");
    from(out, plan);
    where(out, plan);
    limit(out, plan);
    out.sql(")");
  }

  private void membership(SqlText out, CallNode call) {
    boolean negated = call.operator() == Operator.NOT_IN;
    PlanNode operand = call.arguments().get(0);
    if (call.arguments().get(1) instanceof ValueNode values) {
      syntax.in(out, negated, writer -> node(out, operand), out.lend(values));
    } else {
      node(out, operand);
      out.sql(negated ? " NOT IN " : " IN ");
      node(out, call.arguments().get(1));
    }
  }

  /**
   * Writes a condition inside another one, in parentheses where it would else be read differently.
   */
  private void grouped(SqlText out, PlanNode node, Operator around, boolean nested) {
    boolean parentheses = nested
        && node instanceof CallNode call
        && call.operator() != around
        && (around == Operator.EQ
            || call.operator() == Operator.AND
            || call.operator() == Operator.OR);
    out.sql(parentheses ? "(" : "");
    node(out, node);
    out.sql(parentheses ? ")" : "");
  }
}
