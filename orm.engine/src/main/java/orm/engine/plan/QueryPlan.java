package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.query.SelectTree;

/**
 * A query with everything resolved: tables and how they are joined, columns, conditions, values by
 * position. The last stage that knows no SQL. Immutable; it serves every query of the same shape.
 *
 * @param common the queries that are written before this one, each once
 * @param tables the tables, each one joined to those before it; the first one begins the query
 * @param result the columns to read
 * @param distinct which rows are left out as equal to others; null for none
 * @param where the conditions, all of which must be true
 * @param grouping how rows become groups; null if they do not
 * @param having the conditions on groups, all of which must be true
 * @param parts the queries that are combined; empty for a query of its own
 * @param orderBy the sort keys
 * @param limit the greatest number of rows; {@link Long#MAX_VALUE} for no limit
 * @param offset the number of rows to leave out; null for none
 * @param ranked limits the rows of each of several lists; null for no such limit
 * @param lock how the rows are locked; null for not at all
 * @param nested the lists inside each row, in the order of the result
 * @param optionalWidths the number of columns of parts that an outer join may leave away, by the
 *     column they begin at, from 0
 */
public record QueryPlan(
    List<CommonTable> common,
    List<PlannedTable> tables,
    List<PlanNode> result,
    @Nullable Distinct distinct,
    List<PlanNode> where,
    @Nullable Grouping grouping,
    List<PlanNode> having,
    List<Part> parts,
    List<SortKey> orderBy,
    long limit,
    PlanNode.@Nullable ValueNode offset,
    @Nullable Ranked ranked,
    SelectTree.@Nullable Lock lock,
    List<Nested> nested,
    Map<Integer, Integer> optionalWidths) {

  /**
   * A query that is written once, before the statement.
   *
   * @param name its name
   * @param columns the names of its columns
   * @param plan its rows
   * @param recursive whether it reads itself
   */
  public record CommonTable(String name, List<String> columns, QueryPlan plan, boolean recursive) {}

  /**
   * A table of the plan.
   *
   * @param alias its name in the query
   * @param relation what it is
   * @param join how it is joined; null for the first one
   */
  public record PlannedTable(
      String alias, Relation relation, @Nullable Join join) {}

  /** What rows are read from. */
  public sealed interface Relation {
    /**
     * A table or a common table.
     *
     * @param name the name in the database or in the statement
     * @param table whether it is a table
     */
    record Named(String name, boolean table) implements Relation {}

    /**
     * The rows of a query.
     *
     * @param plan the query
     * @param columns the names of its columns
     */
    record Derived(QueryPlan plan, List<String> columns) implements Relation {}
  }

  /**
   * How a table is joined.
   *
   * @param how what becomes of rows without a partner
   * @param pairs pairs of columns that must be equal
   * @param on a condition that must be true besides; null for none
   * @param lateral whether the rows of a query use the tables before it
   */
  public record Join(
      SelectTree.Join.How how, List<Pair> pairs, @Nullable PlanNode on, boolean lateral) {
    /** With more conditions; where every row was a partner, not all are then. */
    Join with(List<PlanNode> more) {
      List<PlanNode> all = new ArrayList<>();
      if (on != null) {
        all.add(on);
      }
      all.addAll(more);
      PlanNode whole =
          all.size() == 1 ? all.get(0) : PlanNode.CallNode.condition(Operator.AND, all);
      boolean every = how == SelectTree.Join.How.CROSS;
      return new Join(every ? SelectTree.Join.How.INNER : how, pairs, whole, lateral);
    }
  }

  /**
   * Two columns that must be equal.
   *
   * @param left a column of a table before
   * @param right a column of this table
   */
  public record Pair(PlanNode.ColumnNode left, PlanNode.ColumnNode right) {
    PlanNode equal() {
      return PlanNode.CallNode.condition(Operator.EQ, List.of(right, left));
    }
  }

  /**
   * A sort key.
   *
   * @param by the value
   * @param descending whether greater values come first
   * @param nulls where nulls go
   */
  public record SortKey(PlanNode by, boolean descending, Order.Nulls nulls) {}

  /**
   * Which rows are left out.
   *
   * @param on rows equal in these values count as equal; empty for all columns of the result
   */
  public record Distinct(List<PlanNode> on) {}

  /**
   * How rows become groups.
   *
   * @param sets the values of each grouping
   * @param several whether these are grouping sets
   */
  public record Grouping(List<List<PlanNode>> sets, boolean several) {}

  /**
   * One of several queries that are combined.
   *
   * @param kind how it is combined with those before it
   * @param plan the query
   */
  public record Part(SelectTree.Part.Kind kind, QueryPlan plan) {}

  /**
   * A limit for each of several lists.
   *
   * @param by rows with equal values here are of one list
   * @param offset how many rows of each list are left out
   * @param limit the greatest number of rows of each list
   */
  public record Ranked(List<PlanNode> by, long offset, long limit) {}

  /**
   * A list inside each row.
   *
   * @param plan the rows of all lists; their first columns are the keys of the rows they belong to
   * @param keyColumns the number of key columns, here and there
   * @param keyPosition where the key columns begin in the result around it, from 0
   * @param strategy how they are to be read
   */
  public record Nested(QueryPlan plan, int keyColumns, int keyPosition, LoadStrategy strategy) {}

  /** The rows of tables that meet all conditions, of which nothing is read. */
  static QueryPlan rows(List<PlannedTable> tables, List<PlanNode> where) {
    QueryDraft draft = new QueryDraft();
    draft.tables = tables;
    draft.where = where;
    return draft.plan();
  }

  QueryPlan withResult(List<PlanNode> columns) {
    QueryDraft draft = new QueryDraft(this);
    draft.result = columns;
    return draft.plan();
  }

  QueryPlan withCommon(List<CommonTable> before) {
    QueryDraft draft = new QueryDraft(this);
    draft.common = before;
    return draft.plan();
  }

  QueryPlan withWhere(List<PlanNode> conditions) {
    QueryDraft draft = new QueryDraft(this);
    draft.where = conditions;
    return draft.plan();
  }

  /** {@return the query with the rows that it leaves out as equal to others} */
  public QueryPlan withoutDistinct() {
    QueryDraft draft = new QueryDraft(this);
    draft.distinct = null;
    return draft.plan();
  }

  /**
   * {@return the query for somebody who asks only how many rows there are: without lock and lists,
   * and with an order only where it tells which of equal rows is kept; a limit keeps as many rows
   * of any order}
   */
  public QueryPlan toCount() {
    boolean chooses = distinct != null && !distinct.on().isEmpty();
    QueryDraft draft = new QueryDraft(this);
    draft.common = List.of();
    draft.orderBy = chooses ? orderBy : List.of();
    draft.lock = null;
    draft.nested = List.of();
    return draft.plan();
  }

  /** {@return whether it makes one row of many without grouping} */
  public boolean hasAggregate() {
    return result.stream().anyMatch(Grouped::hasAggregate);
  }

  /** {@return the names of the columns of the result where nobody gives them others} */
  public List<String> columnNames() {
    return IntStream.range(0, result.size()).mapToObj(QueryPlan::columnName).toList();
  }

  static String columnName(int index) {
    return "c" + (index + 1);
  }
}
