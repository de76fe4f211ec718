package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.query.SelectTree;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.SortKey;

/**
 * Plans one query, clause by clause in the order in which values are numbered; used once. A query
 * inside another one has a planning of its own, with a scope inside the other's.
 */
final class Planning {
  private final Statement statement;
  private final Scope scope;
  private final ExpressionPlanner expressions;
  private final TablePlanner tables;
  private final ResultPlanner results;

  /** Plans sort keys; where this combines queries, they are about the first that combines none. */
  private ExpressionPlanner sorting;

  Planning(Statement statement, Scope scope) {
    this.statement = statement;
    this.scope = scope;
    this.expressions = new ExpressionPlanner(statement, scope);
    this.tables = new TablePlanner(statement, scope, expressions);
    this.results = new ResultPlanner(statement, scope, expressions);
    this.sorting = expressions;
  }

  QueryPlan plan(SelectTree<?> tree) {
    return within(
        tree,
        () -> tree.parts().isEmpty()
            ? clauses(
                tree, tables.begin(tree.from().source()), () -> tree.result().accept(results))
            : combined(tree));
  }

  /** Plans a query that gives other values than it says: those of an insert. */
  QueryPlan plan(SelectTree<?> tree, Function<ExpressionPlanner, List<PlanNode>> values) {
    return within(
        tree,
        () -> clauses(
            tree,
            tables.begin(tree.from().source()),
            () -> results.addAll(values.apply(expressions))));
  }

  /** Plans the rows of all lists at the end of a path, each with the key of what it belongs to. */
  QueryPlan lists(SelectTree<?> tree) {
    return within(tree, () -> {
      results.beginWith(scope.beginApart(tree.from().source()));
      return clauses(tree, List.of(), () -> tree.result().accept(results));
    });
  }

  private QueryPlan within(SelectTree<?> tree, Supplier<QueryPlan> planning) {
    return statement.filters().within(tree.unscoped(), () -> {
      scope.begin(tree.joins());
      return planning.get();
    });
  }

  ExpressionPlanner sorting() {
    return sorting;
  }

  /** Combines from left to right, each query with a scope of its own. */
  private QueryPlan combined(SelectTree<?> tree) {
    CombinedQuery whole = new CombinedQuery();
    for (SelectTree.Part part : tree.parts()) {
      Planning planning = new Planning(statement, statement.newScope(scope.outer()));
      whole.add(part.kind(), planning.plan(part.tree()), planning.sorting());
    }
    sorting = whole.sorting();
    return whole.plan(tree, scope.alias("combined"), statement);
  }

  /**
   * Plans all clauses after the beginning.
   *
   * @param ties what ties the first table to the query around
   * @param select plans the result when it is its turn
   */
  private QueryPlan clauses(SelectTree<?> tree, List<PlanNode> ties, Runnable select) {
    List<PlanNode> keys = results.keys();
    List<PlanNode> where = new ArrayList<>(ties);
    tables.subtype(tree.from().source()).ifPresent(where::add);
    tree.joins().forEach(tables::join);
    where.addAll(scope.conditions());
    for (Condition condition : tree.where()) {
      where.add(expressions.rowCondition(condition));
    }
    QueryPlan.Grouping grouping = expressions.grouping(tree, keys);
    List<PlanNode> having = expressions.conditions(tree.having());
    select.run();
    QueryPlan.Distinct distinct = distinct(tree);
    List<SortKey> orderBy = expressions.sortKeys(tree.orderBy());
    if (!keys.isEmpty()
        && grouping == null
        && results.columns().stream().anyMatch(Grouped::hasAggregate)) {
      throw Planner.unsupported(
          "Cannot nest a list of aggregates",
          "without groups it has one value, and where there are no rows it would have none",
          "Select scalar(…) or scalarNumber(…) of the query instead of many(…).");
    }
    Grouped.check(grouping, having, results.columnsAfterKeys(), orderBy);
    requireSelected(distinct, results.columns(), orderBy);
    boolean ranked = !keys.isEmpty() && (tree.limit() < Long.MAX_VALUE || tree.offset() > 0);
    ValueNode offset = statement.offset(tree.offset());
    statement.reads(scope.tables());

    QueryDraft draft = new QueryDraft();
    draft.tables = scope.tables(); // those of paths too, which join themselves where they are used
    draft.result = results.columns();
    draft.distinct = distinct;
    draft.where = where;
    draft.grouping = grouping;
    draft.having = having;
    draft.orderBy = orderBy;
    if (ranked) {
      draft.ranked = new QueryPlan.Ranked(keys, tree.offset(), tree.limit());
    } else {
      draft.limit = tree.limit();
      draft.offset = offset;
    }
    draft.lock = tree.lock();
    draft.nested = results.nested();
    draft.optionalWidths = results.optionalWidths();
    return draft.plan();
  }

  private QueryPlan.@Nullable Distinct distinct(SelectTree<?> tree) {
    SelectTree.Distinct distinct = tree.distinct();
    return distinct == null ? null : new QueryPlan.Distinct(expressions.allNodes(distinct.on()));
  }

  private static void requireSelected(
      QueryPlan.@Nullable Distinct distinct, List<PlanNode> result, List<SortKey> orderBy) {
    if (distinct == null) {
      return;
    }
    if (!distinct.on().isEmpty()) {
      for (int i = 0; i < distinct.on().size() && !orderBy.isEmpty(); i++) {
        if (i >= orderBy.size() || !distinct.on().contains(orderBy.get(i).by())) {
          throw Scope.invalid(
              "Cannot keep the first of equal rows",
              "the order does not begin with the values of distinctOn",
              "Sort by these values first.");
        }
      }
      return;
    }
    for (SortKey key : orderBy) {
      if (!result.contains(key.by())) {
        throw Scope.invalid(
            "Cannot sort distinct rows by " + key.by().value().place(),
            "it is not in the result, and equal rows may differ in it",
            "Select it too, or leave out the sort key.");
      }
    }
  }
}
