package orm.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Operator;
import orm.api.expression.Source;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.query.SelectTree.Join.How;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.UnlimitedNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.CommonTable;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.engine.plan.Scope.Instance;
import orm.engine.plan.Statement.Rows;

/**
 * Plans what one query reads from: its first table, its joins, and the rows of other queries, which
 * stand in its place, before the statement, or feed on themselves. What it finds goes into the
 * query's scope.
 */
final class TablePlanner {
  private final Statement statement;
  private final Scope scope;
  private final ExpressionPlanner expressions;

  TablePlanner(Statement statement, Scope scope, ExpressionPlanner expressions) {
    this.statement = statement;
    this.scope = scope;
    this.expressions = expressions;
  }

  /** Begins with a table or rows; gives the conditions that tie a path to the query around. */
  List<PlanNode> begin(Source<?> from) {
    if (from.query() != null) {
      Relation relation = relation(from, scope.outer());
      scope.addRows(from, relation, columns(from, relation));
      return List.of();
    }
    List<PlanNode> ties = new ArrayList<>();
    for (QueryPlan.Pair tie : scope.begin(from)) {
      ties.add(tie.equal());
    }
    return ties;
  }

  /** A table of one subtype reads its rows only. */
  Optional<PlanNode> subtype(Source<?> from) {
    if (from.kind() != Source.Kind.SUBTYPE) {
      return Optional.empty();
    }
    Instance rows = scope.instance(from);
    String discriminator = String.valueOf(rows.table().schema().discriminator());
    ColumnNode column = rows.column(discriminator);
    return Optional.of(CallNode.condition(
        Operator.EQ,
        List.of(column, ValueNode.constant(column.type(), String.valueOf(from.name())))));
  }

  // ---- Joins

  void join(SelectTree.Join join) {
    Source<?> source = join.table().source();
    Condition on = join.on();
    if (source.query() != null) {
      joinRows(join, source);
      return;
    }
    if (on == null && join.how() != How.CROSS) {
      scope.joinPath(source, join.how());
      return;
    }
    if (source.parent() != null && source.kind() != Source.Kind.SUBTYPE) {
      throw Scope.invalid(
          "Cannot join path " + source + " with a condition",
          "the path is its condition already",
          "Join it without one and put the rest into where(…), or use as(…) for a join by hand.");
    }
    Instance instance = scope.newInstance(Scope.rows(source), false);
    scope.register(source, instance);
    finishJoin(join, instance, null);
  }

  private void joinRows(SelectTree.Join join, Source<?> source) {
    Relation relation = relation(source, join.lateral() ? scope : null);
    Instance instance = scope.rowsInstance(source, columns(source, relation));
    scope.register(source, instance);
    finishJoin(join, instance, relation);
  }

  /** {@code relation} is null for a table. */
  private void finishJoin(SelectTree.Join join, Instance instance, @Nullable Relation relation) {
    PlanNode condition = null;
    Condition on = join.on();
    if (on != null) {
      scope.joining(instance);
      condition = expressions.rowCondition(on);
      scope.joining(null);
    }
    switch (join.how()) {
      case LEFT -> Scope.makeOptional(instance);
      case FULL -> scope.allOptional();
      case RIGHT -> {
        scope.allOptional();
        Scope.makeRequired(instance);
      }
      default -> {}
    }
    QueryPlan.Join planned = new QueryPlan.Join(join.how(), List.of(), condition, join.lateral());
    scope.add(
        relation == null
            ? scope.filtered(instance, Scope.rows(join.table().source()), planned)
            : new PlannedTable(instance.alias(), relation, planned));
  }

  // ---- The rows of queries

  private Relation relation(Source<?> source, @Nullable Scope around) {
    SelectTree<?> tree = ((Select<?>) Objects.requireNonNull(source.query())).tree();
    Rows known = statement.rows(source);
    if (known != null) {
      return new Relation.Named(known.name(), false);
    }
    return switch (source.kind()) {
      case COMMON -> new Relation.Named(common(source, tree).name(), false);
      case RECURSIVE -> new Relation.Named(String.valueOf(source.name()), false);
      default -> {
        QueryPlan plan = new Planning(statement, statement.newScope(around)).plan(tree);
        requireFlat(plan, source);
        yield new Relation.Derived(plan, names(source));
      }
    };
  }

  /** The columns of the rows of a query, by their logical names. */
  private Map<String, ColumnNode> columns(Source<?> source, Relation relation) {
    Rows known = statement.rows(source);
    if (known != null) {
      return known.columns();
    }
    if (relation instanceof Relation.Derived derived) {
      return columns(source, derived.plan());
    }
    throw Scope.invalid(
        "Cannot read " + source,
        "it is the last step of a recursive query",
        "Use it inside the step that recursive(…) is given.");
  }

  private Map<String, ColumnNode> columns(Source<?> source, QueryPlan plan) {
    List<String> names = names(source);
    if (names.size() != plan.result().size()) {
      throw Scope.invalid(
          "Cannot read query " + source + " as a table",
          "the table has " + names.size() + " columns, the query gives "
              + plan.result().size(),
          "Select exactly the parts of the row, as the generated row(…) does.");
    }
    List<String> logical = source.isEntity()
        ? scope.table(source).columns().stream().map(c -> c.schema().name()).toList()
        : names;
    Map<String, ColumnNode> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      PlanNode result = plan.result().get(i);
      columns.put(
          logical.get(i), new ColumnNode("", names.get(i), result.value(), result.nullable()));
    }
    return columns;
  }

  /** The names that the columns of the rows of a query have in SQL. */
  private List<String> names(Source<?> source) {
    return source.isEntity()
        ? scope.table(source).columns().stream().map(ColumnModel::name).toList()
        : source.columns();
  }

  private static void requireFlat(QueryPlan plan, Source<?> source) {
    if (!plan.nested().isEmpty()) {
      throw Planner.unsupported(
          "Cannot read query " + source + " as a table",
          "its rows hold lists",
          "Nest the lists in the outermost query.");
    }
  }

  // ---- Queries that are written before the statement

  private Rows common(Source<?> source, SelectTree<?> tree) {
    String name = statement.commonName(String.valueOf(source.name()));
    Source<?> recursion = source.parent();
    QueryPlan plan = statement
        .filters()
        .apart(() -> recursion == null
            ? new Planning(statement, statement.newScope(null)).plan(tree)
            : recursive(name, recursion, tree));
    requireFlat(plan, source);
    Rows rows = new Rows(name, columns(source, plan));
    statement.name(source, rows);
    statement.writeBefore(new CommonTable(name, names(source), plan, recursion != null));
    return rows;
  }

  /** The last query reads the rows of those before it, and its own. */
  private QueryPlan recursive(String name, Source<?> recursion, SelectTree<?> tree) {
    CombinedQuery whole = new CombinedQuery();
    int last = tree.parts().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i == last) {
        statement.name(recursion, new Rows(name, columns(recursion, whole.first())));
      }
      SelectTree.Part part = tree.parts().get(i);
      Planning planning = new Planning(statement, statement.newScope(null));
      QueryPlan plan = planning.plan(part.tree());
      whole.add(part.kind(), i < last ? withoutLengths(plan) : plan, planning.sorting());
    }
    return whole.plan(tree, scope.alias("combined"), statement);
  }

  /** A step computes values without the lengths that columns have. */
  private static QueryPlan withoutLengths(QueryPlan plan) {
    if (!plan.parts().isEmpty()) {
      return plan;
    }
    List<PlanNode> result = new ArrayList<>();
    for (PlanNode node : plan.result()) {
      result.add(node instanceof ValueNode ? node : new UnlimitedNode(node));
    }
    return plan.withResult(result);
  }
}
