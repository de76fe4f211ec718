package orm.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Operator;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.FragmentNode;
import orm.engine.plan.PlanNode.OverNode;
import orm.engine.plan.PlanNode.RescaledNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.UnlimitedNode;
import orm.engine.plan.QueryPlan.Grouping;
import orm.engine.plan.QueryPlan.SortKey;

/** Refuses aggregates where there are no groups, and values that a group has several of. */
final class Grouped {
  private final Set<PlanNode> by = new HashSet<>();

  private Grouped() {}

  /** Checks the clauses that come after the grouping. */
  static void check(
      @Nullable Grouping grouping,
      List<PlanNode> having,
      List<PlanNode> result,
      List<SortKey> orderBy) {
    boolean aggregates = having.stream().anyMatch(Grouped::hasAggregate)
        || result.stream().anyMatch(Grouped::hasAggregate)
        || orderBy.stream().anyMatch(key -> hasAggregate(key.by()));
    if (grouping == null && !aggregates && having.isEmpty()) {
      return;
    }
    Grouped grouped = new Grouped();
    if (grouping != null) {
      grouping.sets().forEach(grouped.by::addAll);
    }
    having.forEach(Grouped::requireNoWindow);
    having.forEach(grouped::require);
    result.forEach(grouped::require);
    orderBy.forEach(key -> grouped.require(key.by()));
  }

  /** Conditions on rows see one row only. */
  static void requireNoAggregate(PlanNode node) {
    if (hasAggregate(node)) {
      throw Scope.invalid(
          "Cannot use an aggregate here",
          "conditions of where, joins and groups are about single rows",
          "Put it into having(…).");
    }
    requireNoWindow(node);
  }

  /** Windows are seen when rows have been chosen and grouped. */
  private static void requireNoWindow(PlanNode node) {
    if (hasWindow(node)) {
      throw Scope.invalid(
          "Cannot use a window function here",
          "windows are made of the rows that where, joins and groups have left",
          "Select it, make the query a table with asTable, and ask there.");
    }
  }

  private static boolean hasWindow(PlanNode node) {
    return node instanceof OverNode || parts(node).stream().anyMatch(Grouped::hasWindow);
  }

  /** An aggregate of aggregates needs a window; a filter is around an aggregate. */
  private static void requireOneAggregate(CallNode aggregate) {
    CallNode call = aggregate;
    while (call.operator() == Operator.FILTER) {
      call = (CallNode) call.arguments().get(0);
    }
    call.arguments().forEach(Grouped::requireNoWindow);
    if (call.arguments().stream().anyMatch(Grouped::hasAggregate)) {
      throw Scope.invalid(
          "Cannot use an aggregate of an aggregate",
          "the rows of a group are single rows, not groups",
          "Say over(…) for the groups of a window, or make the query a table with asTable.");
    }
  }

  private void require(PlanNode node) {
    if (by.contains(node)) {
      return;
    }
    if (node instanceof CallNode call && isAggregate(node)) {
      requireOneAggregate(call);
      return;
    }
    if (node instanceof ColumnNode column) {
      throw Scope.invalid(
          "Cannot use " + column.value().place() + " beside aggregates",
          "a group has several values of it",
          "Add it to groupBy(…), or take max() or min() of it.");
    }
    parts(node).forEach(this::require);
  }

  static boolean hasAggregate(PlanNode node) {
    return isAggregate(node) || parts(node).stream().anyMatch(Grouped::hasAggregate);
  }

  private static boolean isAggregate(PlanNode node) {
    return node instanceof CallNode call && call.operator().isAggregate();
  }

  /** A window function takes rows or groups, so only its own operands matter. */
  static List<PlanNode> parts(PlanNode node) {
    if (node instanceof CallNode call) {
      return call.operator() == Operator.EXISTS ? List.of() : call.arguments();
    } else if (node instanceof OverNode over) {
      return over.function().arguments();
    } else if (node instanceof RescaledNode rescaled) {
      return List.of(rescaled.decimal());
    } else if (node instanceof UnlimitedNode unlimited) {
      return List.of(unlimited.limited());
    } else if (node instanceof TupleNode tuple) {
      return tuple.parts();
    } else if (node instanceof FragmentNode fragment) {
      return fragment.holes();
    }
    return List.of();
  }
}
