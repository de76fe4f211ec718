package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Order;
import orm.api.schema.ColumnType;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.ValueType;
import orm.spi.dialect.SqlPart;

/**
 * Writes a query together with the lists of one relation inside its rows: its rows, numbered, and
 * beside each the elements of its list.
 */
final class JoinedList {
  /** The position of the joined list where there is none. */
  static final int NONE = -1;

  private static final String ROWS = "parent";
  private static final String ELEMENTS = "list";
  private static final ValueType NUMBER =
      new ValueType("a number", ColumnType.of(ColumnType.Kind.BIGINT), null);

  private final SelectRenderer queries;

  JoinedList(SelectRenderer queries) {
    this.queries = queries;
  }

  /**
   * Finds the list that is joined: the first one that asks for it. Rows that are compared with each
   * other, locked, or limited list by list cannot be numbered.
   */
  static int of(QueryPlan plan) {
    boolean numbered = plan.parts().isEmpty()
        && plan.distinct() == null
        && plan.lock() == null
        && plan.ranked() == null;
    for (int i = 0; numbered && i < plan.nested().size(); i++) {
      QueryPlan.Nested list = plan.nested().get(i);
      if (list.strategy() == LoadStrategy.JOIN && list.plan().distinct() == null) {
        return i;
      }
    }
    return NONE;
  }

  void write(SqlText out, QueryPlan plan, @Nullable SqlPart among, QueryPlan.Nested list) {
    List<String> columns = plan.columnNames();
    List<String> elements = list.plan().columnNames();
    out.sql("SELECT ").column(ROWS, ClauseRenderer.PLACE);
    columns.forEach(name -> out.sql(", ").column(ROWS, name));
    elements.forEach(name -> out.sql(", ").column(ELEMENTS, name));
    out.sql(" FROM (");
    List<SqlPart> number = List.of(queries.clauses().place(out, List.of(), plan));
    queries.clauses().body(out, plan, columns, among, number);
    if (plan.limit() < Long.MAX_VALUE || plan.offset() != null) {
      queries.clauses().orderBy(out, plan);
      queries.clauses().limit(out, plan);
    }
    out.sql(") AS ").name(ROWS).sql(" LEFT JOIN (");
    List<QueryPlan.SortKey> order = elements(out, list.plan(), elements);
    out.sql(") AS ").name(ELEMENTS);
    String separator = " ON ";
    for (int i = 0; i < list.keyColumns(); i++) {
      out.sql(separator).column(ELEMENTS, elements.get(i)).sql(" = ");
      out.column(ROWS, columns.get(list.keyPosition() + i));
      separator = " AND ";
    }
    out.sql(" ORDER BY ").column(ROWS, ClauseRenderer.PLACE);
    queries.nodes().orderBy(out, ", ", order);
  }

  /** Writes the lists of all rows that there are; gives their order. */
  private List<QueryPlan.SortKey> elements(SqlText out, QueryPlan plan, List<String> names) {
    queries.with(out, plan.common());
    QueryPlan.Ranked ranked = plan.ranked();
    if (ranked == null) {
      List<SqlPart> more = new ArrayList<>();
      List<QueryPlan.SortKey> order = queries.orderOutside(out, plan, ELEMENTS, more);
      queries.clauses().body(out, plan, names, null, more);
      return order;
    }
    List<String> numbered = new ArrayList<>(names);
    numbered.add(ClauseRenderer.PLACE);
    SelectRenderer.outerColumns(out, numbered, numbered);
    queries.numbered(out, plan, null, ranked);
    return List.of(new QueryPlan.SortKey(
        new ColumnNode(ELEMENTS, ClauseRenderer.PLACE, NUMBER, false), false, Order.Nulls.FIRST));
  }
}
