package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.query.SelectTree;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/** Writes the clauses of one query, in SQL's own order. Immutable. */
final class ClauseRenderer {
  /** The column that numbers rows. */
  static final String PLACE = "place";

  private final SqlSyntax syntax;
  private final NodeRenderer nodes;
  private final SelectRenderer queries;

  ClauseRenderer(SqlSyntax syntax, NodeRenderer nodes, SelectRenderer queries) {
    this.syntax = syntax;
    this.nodes = nodes;
    this.queries = queries;
  }

  /**
   * Writes a query up to its conditions on groups.
   *
   * @param names the names of its columns; null where nobody asks
   * @param among a condition that stands before the others; null for none
   * @param more columns behind those of the result
   */
  void body(
      SqlText out,
      QueryPlan plan,
      @Nullable List<String> names,
      @Nullable SqlPart among,
      List<SqlPart> more) {
    out.sql("SELECT ");
    distinct(out, plan);
    String separator = "";
    for (int i = 0; i < plan.result().size(); i++) {
      out.sql(separator);
      PlanNode column = plan.result().get(i);
      nodes.selected(out, column);
      if (names != null && !isNamed(column, names.get(i))) {
        out.sql(" AS ").name(names.get(i));
      }
      separator = ", ";
    }
    for (SqlPart part : more) {
      out.sql(separator).part(part);
      separator = ", ";
    }
    if (plan.result().isEmpty() && more.isEmpty()) {
      out.sql("1");
    }
    from(out, plan.tables());
    where(out, plan.where(), among);
    groupBy(out, plan);
    having(out, plan);
  }

  private static boolean isNamed(PlanNode column, String name) {
    return column instanceof ColumnNode node && node.name().equals(name);
  }

  private void distinct(SqlText out, QueryPlan plan) {
    QueryPlan.Distinct distinct = plan.distinct();
    if (distinct == null) {
      return;
    }
    out.sql("DISTINCT ");
    if (!distinct.on().isEmpty() && syntax.has(SqlSyntax.Feature.DISTINCT_ON)) {
      String separator = "ON (";
      for (PlanNode node : distinct.on()) {
        out.sql(separator);
        syntax.ordered(out, writer -> nodes.node(out, node), node.type());
        separator = ", ";
      }
      out.sql(") ");
    }
  }

  void from(SqlText out, List<PlannedTable> tables) {
    for (PlannedTable table : tables) {
      QueryPlan.Join join = table.join();
      out.sql(join == null ? " FROM " : word(join));
      if (table.relation() instanceof Relation.Derived derived) {
        out.sql("(");
        queries.select(out, derived.plan(), derived.columns());
        out.sql(") AS ").name(table.alias());
      } else if (table.relation() instanceof Relation.Named named) {
        out.name(named.name());
        if (named.table()) {
          out.reads(named.name());
        }
        if (!table.alias().equals(named.name())) {
          out.sql(" AS ").name(table.alias());
        }
      }
      if (join != null) {
        on(out, join);
      }
    }
  }

  private String word(QueryPlan.Join join) {
    if (join.lateral() && !syntax.has(SqlSyntax.Feature.LATERAL)) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot join the rows of a query laterally")
              .because("this database has no LATERAL")
              .fix("Use a scalar subquery, a window function, or many(…) for a list."));
    }
    return switch (join.how()) {
          case INNER -> " JOIN ";
          case LEFT -> " LEFT JOIN ";
          case RIGHT -> " RIGHT JOIN ";
          case FULL -> " FULL JOIN ";
          case CROSS -> " CROSS JOIN ";
        }
        + (join.lateral() ? "LATERAL " : "");
  }

  private void on(SqlText out, QueryPlan.Join join) {
    String separator = " ON ";
    for (QueryPlan.Pair pair : join.pairs()) {
      out.sql(separator);
      nodes.column(out, pair.right());
      out.sql(" = ");
      nodes.column(out, pair.left());
      separator = " AND ";
    }
    PlanNode condition = join.on();
    if (condition != null) {
      out.sql(separator);
      nodes.node(out, condition);
    } else if (join.pairs().isEmpty() && join.how() != SelectTree.Join.How.CROSS) {
      out.sql(" ON 1 = 1");
    }
  }

  void where(SqlText out, List<PlanNode> conditions, @Nullable SqlPart among) {
    String separator = " WHERE ";
    boolean several = conditions.size() > 1 || among != null;
    if (among != null) {
      out.sql(separator).part(among);
      separator = " AND ";
    }
    for (PlanNode condition : conditions) {
      out.sql(separator);
      nodes.conjunct(out, condition, several);
      separator = " AND ";
    }
  }

  private void groupBy(SqlText out, QueryPlan plan) {
    QueryPlan.Grouping grouping = plan.grouping();
    if (grouping == null) {
      return;
    }
    if (!grouping.several()) {
      list(out, " GROUP BY ", grouping.sets().get(0));
      return;
    }
    if (!syntax.has(SqlSyntax.Feature.GROUPING_SETS)) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot group several times in one query")
              .because("this database has no GROUPING SETS")
              .fix("Combine one query for each grouping by unionAll."));
    }
    String separator = " GROUP BY GROUPING SETS (";
    for (List<PlanNode> set : grouping.sets()) {
      out.sql(separator).sql("(");
      list(out, "", set);
      out.sql(")");
      separator = ", ";
    }
    out.sql(")");
  }

  private void list(SqlText out, String before, List<PlanNode> all) {
    String separator = before;
    for (PlanNode node : all) {
      out.sql(separator);
      nodes.node(out, node);
      separator = ", ";
    }
  }

  private void having(SqlText out, QueryPlan plan) {
    String separator = " HAVING ";
    for (PlanNode condition : plan.having()) {
      out.sql(separator);
      nodes.conjunct(out, condition, plan.having().size() > 1);
      separator = " AND ";
    }
  }

  void orderBy(SqlText out, QueryPlan plan) {
    QueryPlan.Grouping grouping = plan.grouping();
    boolean absent = grouping != null && grouping.several(); // each set leaves out some values
    nodes.orderBy(out, " ORDER BY ", plan.orderBy(), absent);
  }

  void limit(SqlText out, QueryPlan plan) {
    if (plan.limit() < Long.MAX_VALUE || plan.offset() != null) {
      syntax.limit(out, plan.limit(), lendOffset(out, plan));
    }
  }

  static SqlWriter.@Nullable Value lendOffset(SqlText out, QueryPlan plan) {
    ValueNode offset = plan.offset();
    return offset == null ? null : out.lend(offset);
  }

  /** Only rows that are surely there can be locked. */
  void lock(SqlText out, QueryPlan plan) {
    SelectTree.Lock lock = plan.lock();
    if (lock == null) {
      return;
    }
    List<String> aliases = new ArrayList<>();
    for (PlannedTable table : plan.tables()) {
      QueryPlan.Join join = table.join();
      if (join == null || join.how() == SelectTree.Join.How.INNER) {
        aliases.add(syntax.quote(table.alias()));
      }
    }
    out.sql(syntax.lock(lock.exclusive(), lock.ifLocked(), aliases));
  }

  /** A column {@code place}: the number of a row among those with equal values. */
  SqlPart place(SqlText out, List<PlanNode> by, QueryPlan plan) {
    return writer -> {
      out.sql("row_number() OVER (");
      list(out, "PARTITION BY ", by);
      nodes.orderBy(out, " ORDER BY ", plan.orderBy());
      out.sql(") AS ").name(PLACE);
    };
  }
}
