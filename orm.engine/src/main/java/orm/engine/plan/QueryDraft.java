package orm.engine.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.query.SelectTree;

/** A query plan in the making: an empty one or a copy, whose parts are set by name. */
final class QueryDraft {
  List<QueryPlan.CommonTable> common = List.of();
  List<QueryPlan.PlannedTable> tables = List.of();
  List<PlanNode> result = List.of();
  QueryPlan.@Nullable Distinct distinct;
  List<PlanNode> where = List.of();
  QueryPlan.@Nullable Grouping grouping;
  List<PlanNode> having = List.of();
  List<QueryPlan.Part> parts = List.of();
  List<QueryPlan.SortKey> orderBy = List.of();
  long limit = Long.MAX_VALUE;
  PlanNode.@Nullable ValueNode offset;
  QueryPlan.@Nullable Ranked ranked;
  SelectTree.@Nullable Lock lock;
  List<QueryPlan.Nested> nested = List.of();
  Map<Integer, Integer> optionalWidths = Map.of();

  QueryDraft() {}

  QueryDraft(QueryPlan plan) {
    this.common = plan.common();
    this.tables = plan.tables();
    this.result = plan.result();
    this.distinct = plan.distinct();
    this.where = plan.where();
    this.grouping = plan.grouping();
    this.having = plan.having();
    this.parts = plan.parts();
    this.orderBy = plan.orderBy();
    this.limit = plan.limit();
    this.offset = plan.offset();
    this.ranked = plan.ranked();
    this.lock = plan.lock();
    this.nested = plan.nested();
    this.optionalWidths = plan.optionalWidths();
  }

  /** The plan, which later changes of the draft do not reach. */
  QueryPlan plan() {
    return new QueryPlan(
        List.copyOf(common),
        List.copyOf(tables),
        List.copyOf(result),
        distinct,
        List.copyOf(where),
        grouping,
        List.copyOf(having),
        List.copyOf(parts),
        List.copyOf(orderBy),
        limit,
        offset,
        ranked,
        lock,
        List.copyOf(nested),
        Map.copyOf(optionalWidths));
  }
}
