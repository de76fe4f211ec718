package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.query.SelectTree;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.QueryPlan.SortKey;

/** Makes one plan of several queries that are combined: their rows must have the same columns. */
final class CombinedQuery {
  private final List<QueryPlan.Part> parts = new ArrayList<>();
  private @Nullable ExpressionPlanner sorting;

  /** Adds the next query; the first one's sort keys are those of the whole. */
  void add(SelectTree.Part.Kind kind, QueryPlan plan, ExpressionPlanner itsSorting) {
    if (parts.isEmpty()) {
      sorting = itsSorting;
    }
    parts.add(new QueryPlan.Part(kind, plan));
    requireSame(first(), plan);
  }

  QueryPlan first() {
    return parts.get(0).plan();
  }

  ExpressionPlanner sorting() {
    return Objects.requireNonNull(sorting, "a combined query has parts");
  }

  /**
   * Completes the plan. Sort keys are columns of the first query's result.
   *
   * @param tree the order and the limit
   * @param alias the name of the whole in its own clauses
   */
  QueryPlan plan(SelectTree<?> tree, String alias, Statement statement) {
    QueryPlan named = first(); // where it is combined itself, its first part has tables
    while (!named.parts().isEmpty()) {
      named = named.parts().get(0).plan();
    }
    List<PlanNode> result = new ArrayList<>();
    for (int i = 0; i < first().result().size(); i++) {
      int column = i;
      List<PlanNode> all =
          parts.stream().map(part -> part.plan().result().get(column)).toList();
      result.add(
          new ColumnNode(alias, QueryPlan.columnName(i), all.get(0).value().madeOf(all), true));
    }
    List<SortKey> orderBy = new ArrayList<>();
    for (SortKey key : sorting().sortKeys(tree.orderBy())) {
      int index = named.result().indexOf(key.by());
      if (index < 0) {
        throw Scope.invalid(
            "Cannot sort combined queries by " + key.by().value().place(),
            "it is not in their result",
            "Select it in the first query, or make the whole a table with asTable.");
      }
      orderBy.add(new SortKey(result.get(index), key.descending(), key.nulls()));
    }
    QueryDraft draft = new QueryDraft();
    draft.result = result;
    draft.parts = parts;
    draft.orderBy = orderBy;
    draft.limit = tree.limit();
    draft.offset = statement.offset(tree.offset());
    draft.optionalWidths = first().optionalWidths();
    return draft.plan();
  }

  private static void requireSame(QueryPlan first, QueryPlan other) {
    if (!other.nested().isEmpty()) {
      throw Planner.unsupported(
          "Cannot combine queries with nested lists",
          "rows with lists are not compared",
          "Combine the rows first, make them a table with asTable, and nest lists there.");
    }
    if (first.result().size() != other.result().size()) {
      throw Scope.invalid(
          "Cannot combine queries",
          "one gives " + first.result().size() + " columns, the other "
              + other.result().size(),
          "Select the same columns in both.");
    }
    for (int i = 0; i < first.result().size(); i++) {
      PlanNode left = first.result().get(i);
      PlanNode right = other.result().get(i);
      if (left.type().kind() != right.type().kind()
          || left.type().scale() != right.type().scale()) {
        throw Scope.invalid(
            "Cannot combine queries",
            "column " + (i + 1) + " is " + left.type() + " in one ("
                + left.value().place() + ") and " + right.type() + " in the other ("
                + right.value().place() + ")",
            "Bring both to one type.");
      }
    }
  }
}
