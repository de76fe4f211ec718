package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.query.SelectTree;
import orm.api.schema.ColumnType;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.RowShape;
import orm.engine.plan.TableGuard;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/**
 * Writes the SQL of query plans: decides which queries stand around which, where what was asked for
 * takes more than one. The clauses of each are {@link ClauseRenderer}'s. Immutable.
 *
 * <p>Map: statements, then one query, then queries around queries, at the end questions about a
 * query.
 */
public final class SelectRenderer {
  /** What is asked of a query. */
  public enum Purpose {
    /** Its rows. */
    ROWS,
    /** Its rows, some hundreds at a time: so none of its lists is joined. */
    STREAM,
    /** The number of its rows. */
    COUNT,
    /** Whether it has a row. */
    EXISTS,
    /** How the database would find its rows. */
    EXPLAIN
  }

  private final SqlSyntax syntax;
  private final NodeRenderer nodes;
  private final ClauseRenderer clauses;
  private final JoinedList joinedList;

  /**
   * Makes a renderer.
   *
   * @param syntax what the dialect says differently
   */
  public SelectRenderer(SqlSyntax syntax) {
    this.syntax = syntax;
    this.nodes = new NodeRenderer(syntax, this);
    this.clauses = new ClauseRenderer(syntax, nodes, this);
    this.joinedList = new JoinedList(this);
  }

  /** {@return what writes conditions and values} */
  NodeRenderer nodes() {
    return nodes;
  }

  /** {@return what writes the clauses of one query} */
  ClauseRenderer clauses() {
    return clauses;
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
    if (purpose == Purpose.EXPLAIN) {
      out.sql(syntax.explain());
    }
    with(out, plan.common());
    int joined = purpose == Purpose.STREAM ? JoinedList.NONE : JoinedList.of(plan);
    switch (purpose) {
      case ROWS, STREAM, EXPLAIN -> rows(out, plan, joined);
      case COUNT -> count(out, plan);
      case EXISTS -> exists(out, plan);
    }
    return purpose == Purpose.ROWS || purpose == Purpose.STREAM
        ? rendered(out, plan, joined)
        : new RenderedSql(out.toString(), out.binds(), RowShape.of(plan), List.of());
  }

  /**
   * Writes what filters demand of the rows of a table, for its statements.
   *
   * @param all the statements of the table
   * @param guard what is demanded
   * @return the statements for rows that meet it
   */
  public TableStatements guarded(TableStatements all, TableGuard guard) {
    SqlText out = new SqlText(syntax);
    String separator = "";
    for (PlanNode condition : guard.conditions()) {
      out.sql(separator);
      nodes.conjunct(out, condition, true);
      separator = " AND ";
    }
    return all.with(
        guard,
        new RenderedSql(out.toString(), out.binds(), RowShape.ofColumns(List.of()), List.of()));
  }

  private void rows(SqlText out, QueryPlan plan, int joined) {
    if (joined == JoinedList.NONE) {
      select(out, plan, null);
    } else {
      joinedList.write(out, plan, null, plan.nested().get(joined));
    }
  }

  /** What was written, with the statements for the lists that are not joined. */
  private RenderedSql rendered(SqlText out, QueryPlan plan, int joined) {
    RowShape shape = RowShape.of(plan);
    List<RenderedSql.Nested> nested = new ArrayList<>();
    for (int i = 0; i < plan.nested().size(); i++) {
      QueryPlan.Nested list = plan.nested().get(i);
      RenderedSql sql;
      if (i == joined) {
        sql = rendered(new SqlText(syntax), list.plan(), JoinedList.NONE);
        shape = RowShape.joined(shape, sql.shape());
      } else {
        sql = renderNested(list);
      }
      nested.add(new RenderedSql.Nested(sql, list.keyColumns(), i == joined));
    }
    return new RenderedSql(out.toString(), out.binds(), shape, List.copyOf(nested));
  }

  /** The rows of all lists: those whose key is among the keys that are sent. */
  private RenderedSql renderNested(QueryPlan.Nested list) {
    QueryPlan plan = list.plan();
    SqlText out = new SqlText(syntax);
    with(out, plan.common());
    List<PlanNode> keys = plan.result().subList(0, list.keyColumns());
    SqlPart among = among(out, keys);
    int joined = JoinedList.of(plan);
    if (joined != JoinedList.NONE) {
      joinedList.write(out, plan, among, plan.nested().get(joined));
    } else if (plan.ranked() == null) {
      clauses.body(out, plan, null, among, List.of());
      clauses.orderBy(out, plan);
      clauses.limit(out, plan);
    } else {
      ranked(out, plan, among, plan.ranked());
    }
    return rendered(out, plan, joined);
  }

  private SqlPart among(SqlText out, List<PlanNode> keys) {
    List<SqlWriter.Value> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      values.add(out.lend(new ValueNode(
          RenderedSql.firstKeySlot() - i,
          keyType(keys.get(i).type()),
          value -> value,
          true,
          keys.get(i).value().disclosure())));
    }
    return keys.size() == 1
        ? writer -> syntax.in(writer, false, nodes.part(out, keys.get(0)), values.get(0))
        : writer -> syntax.inRows(writer, nodes.part(out, new TupleNode(keys)), values);
  }

  /** Whole numbers of all sizes are one key, because a reference may be shorter than its target. */
  private static ColumnType keyType(ColumnType type) {
    return switch (type.kind()) {
      case SMALLINT, INT -> ColumnType.of(ColumnType.Kind.BIGINT);
      default -> type;
    };
  }

  void with(SqlText out, List<QueryPlan.CommonTable> common) {
    if (common.isEmpty()) {
      return;
    }
    boolean recursive = common.stream().anyMatch(QueryPlan.CommonTable::recursive);
    String separator = recursive ? "WITH RECURSIVE " : "WITH ";
    for (QueryPlan.CommonTable table : common) {
      out.sql(separator).name(table.name());
      String comma = " (";
      for (String column : table.columns()) {
        out.sql(comma).name(column);
        comma = ", ";
      }
      out.sql(") AS (");
      select(out, table.plan(), null);
      out.sql(")");
      separator = ", ";
    }
    out.sql(" ");
  }

  /** Writes a whole query; {@code names} are those of its columns, null where nobody asks. */
  void select(SqlText out, QueryPlan plan, @Nullable List<String> names) {
    if (!plan.parts().isEmpty()) {
      combined(out, plan, names);
      return;
    }
    QueryPlan.Distinct distinct = plan.distinct();
    if (distinct != null
        && !distinct.on().isEmpty()
        && !syntax.has(SqlSyntax.Feature.DISTINCT_ON)) {
      firstOfEach(out, plan, distinct.on(), names);
      return;
    }
    if (distinct != null && distinct.on().isEmpty() && isSortedByText(plan)) {
      sortedDistinct(out, plan, names);
      return;
    }
    clauses.body(out, plan, names, null, List.of());
    clauses.orderBy(out, plan);
    clauses.limit(out, plan);
    clauses.lock(out, plan);
  }

  private static boolean isSortedByText(QueryPlan plan) {
    return plan.orderBy().stream().anyMatch(key -> key.by().type().kind() == ColumnType.Kind.TEXT);
  }

  // ---- Queries around queries

  private void combined(SqlText out, QueryPlan plan, @Nullable List<String> names) {
    List<String> columns = plan.columnNames();
    boolean ends =
        !plan.orderBy().isEmpty() || plan.limit() < Long.MAX_VALUE || plan.offset() != null;
    if (!ends) {
      parts(out, plan, names);
      return;
    }
    String separator = "SELECT ";
    for (int i = 0; i < columns.size(); i++) {
      out.sql(separator);
      nodes.node(out, plan.result().get(i));
      if (names != null) {
        out.sql(" AS ").name(names.get(i));
      }
      separator = ", ";
    }
    out.sql(" FROM (");
    parts(out, plan, columns);
    out.sql(") AS ").name(((ColumnNode) plan.result().get(0)).alias());
    clauses.orderBy(out, plan);
    clauses.limit(out, plan);
  }

  /** The columns have the names that the first query gives them. */
  private void parts(SqlText out, QueryPlan plan, @Nullable List<String> names) {
    for (QueryPlan.Part part : plan.parts()) {
      out.sql(
          switch (part.kind()) {
            case FIRST -> "";
            case UNION -> " UNION ";
            case UNION_ALL -> " UNION ALL ";
            case INTERSECT -> " INTERSECT ";
            case EXCEPT -> " EXCEPT ";
          });
      QueryPlan query = part.plan();
      boolean open = query.orderBy().isEmpty()
          && query.limit() == Long.MAX_VALUE
          && query.offset() == null
          && (query.distinct() == null || query.distinct().on().isEmpty());
      boolean first = part.kind() == SelectTree.Part.Kind.FIRST;
      if (open && query.parts().isEmpty()) {
        select(out, query, first ? names : null);
      } else if (open && first && readsOn(query, plan)) {
        parts(out, query, names);
      } else {
        apart(out, query, names == null ? plan.columnNames() : names);
      }
    }
  }

  /** SQL reads from left to right, but PostgreSQL takes INTERSECT first. */
  private static boolean readsOn(QueryPlan first, QueryPlan whole) {
    return whole.parts().get(1).kind() != SelectTree.Part.Kind.INTERSECT
        || first.parts().stream()
            .skip(1)
            .allMatch(part -> part.kind() == SelectTree.Part.Kind.INTERSECT);
  }

  /** A part with an order or parts of its own; SQLite allows no parentheses around it. */
  private void apart(SqlText out, QueryPlan query, List<String> names) {
    String separator = "SELECT ";
    for (String name : names) {
      out.sql(separator).name(name);
      separator = ", ";
    }
    out.sql(" FROM (");
    select(out, query, names);
    out.sql(") AS ").name("part");
  }

  /** A limit for each list: rows are numbered within their list. */
  private void ranked(SqlText out, QueryPlan plan, SqlPart among, QueryPlan.Ranked ranked) {
    List<String> names = plan.columnNames();
    outerColumns(out, names, names);
    numbered(out, plan, among, ranked);
    if (!plan.orderBy().isEmpty()) {
      out.sql(" ORDER BY ").name(ClauseRenderer.PLACE);
    }
  }

  /** The rows of lists behind the columns that are read of them, without an order. */
  void numbered(SqlText out, QueryPlan plan, @Nullable SqlPart among, QueryPlan.Ranked ranked) {
    List<SqlPart> place = List.of(clauses.place(out, ranked.by(), plan));
    clauses.body(out, plan, plan.columnNames(), among, place);
    out.sql(") AS ").name("ranked");
    String separator = " WHERE ";
    if (ranked.offset() > 0) {
      out.sql(separator).name(ClauseRenderer.PLACE).sql(" > " + ranked.offset());
      separator = " AND ";
    }
    if (ranked.limit() < Long.MAX_VALUE) {
      out.sql(separator).name(ClauseRenderer.PLACE).sql(" <= " + last(ranked));
    }
  }

  private static long last(QueryPlan.Ranked ranked) {
    return ranked.limit() > Long.MAX_VALUE - ranked.offset()
        ? Long.MAX_VALUE
        : ranked.offset() + ranked.limit();
  }

  /** Says DISTINCT ON where there is no such clause. */
  private void firstOfEach(
      SqlText out, QueryPlan plan, List<PlanNode> on, @Nullable List<String> names) {
    List<String> columns = plan.columnNames();
    outerColumns(out, columns, names == null ? columns : names);
    List<SqlPart> more = new ArrayList<>();
    more.add(clauses.place(out, on, plan));
    List<QueryPlan.SortKey> order = orderOutside(out, plan, "ranked", more);
    clauses.body(out, plan.withoutDistinct(), columns, null, more);
    out.sql(") AS ").name("ranked").sql(" WHERE ").name(ClauseRenderer.PLACE).sql(" = 1");
    nodes.orderBy(out, " ORDER BY ", order);
    clauses.limit(out, plan);
  }

  /** The order of a query for one around it, which sees its columns only; adds those it lacks. */
  List<QueryPlan.SortKey> orderOutside(
      SqlText out, QueryPlan plan, String alias, List<SqlPart> more) {
    List<String> columns = plan.columnNames();
    List<QueryPlan.SortKey> order = new ArrayList<>();
    for (QueryPlan.SortKey key : plan.orderBy()) {
      PlanNode by = key.by();
      int index = plan.result().indexOf(by);
      String name = index < 0 ? "key" + (order.size() + 1) : columns.get(index);
      if (index < 0) {
        more.add(writer -> {
          nodes.node(out, by);
          out.sql(" AS ").name(name);
        });
      }
      order.add(new QueryPlan.SortKey(
          new ColumnNode(alias, name, by.value(), by.nullable()), key.descending(), key.nulls()));
    }
    return order;
  }

  /**
   * Sorts distinct rows from outside: a text that is put in the order of code points is another
   * expression than the one selected, and only what is selected may be sorted by.
   */
  private void sortedDistinct(SqlText out, QueryPlan plan, @Nullable List<String> names) {
    List<String> columns = plan.columnNames();
    outerColumns(out, columns, names == null ? columns : names);
    clauses.body(out, plan, columns, null, List.of());
    out.sql(") AS ").name("once");
    nodes.orderBy(out, " ORDER BY ", orderOutside(out, plan, "once", new ArrayList<>()));
    clauses.limit(out, plan);
  }

  static void outerColumns(SqlText out, List<String> columns, List<String> names) {
    String separator = "SELECT ";
    for (int i = 0; i < columns.size(); i++) {
      out.sql(separator).name(columns.get(i));
      if (!columns.get(i).equals(names.get(i))) {
        out.sql(" AS ").name(names.get(i));
      }
      separator = ", ";
    }
    out.sql(" FROM (");
  }

  // ---- Questions about a query

  /** Whether it has a row exactly where its tables have one: nothing is grouped or combined. */
  private static boolean isPlain(QueryPlan plan) {
    return plan.parts().isEmpty()
        && plan.grouping() == null
        && plan.having().isEmpty()
        && !plan.hasAggregate();
  }

  private void count(SqlText out, QueryPlan plan) {
    boolean each = isPlain(plan)
        && plan.limit() == Long.MAX_VALUE
        && plan.offset() == null
        && plan.distinct() == null;
    if (each) {
      ofTables(out, "count(*)", plan);
    } else {
      out.sql("SELECT count(*) FROM (");
      select(out, plan.toCount(), plan.columnNames());
      out.sql(") AS ").name("counted");
    }
  }

  private void exists(SqlText out, QueryPlan plan) {
    if (isPlain(plan)) {
      ofTables(out, "1", plan);
      syntax.limit(out, Math.min(plan.limit(), 1), ClauseRenderer.lendOffset(out, plan));
    } else {
      out.sql("SELECT 1 FROM (");
      select(out, plan.toCount(), plan.columnNames());
      out.sql(") AS ").name("found");
      syntax.limit(out, 1, null);
    }
  }

  /** Asks inside a condition, where the database stops at the first row by itself. */
  void existsInside(SqlText out, QueryPlan plan) {
    if (isPlain(plan)) {
      ofTables(out, "1", plan);
      clauses.limit(out, plan);
    } else {
      select(out, plan.toCount(), null);
    }
  }

  private void ofTables(SqlText out, String what, QueryPlan plan) {
    out.sql("SELECT ").sql(what);
    clauses.from(out, plan.tables());
    clauses.where(out, plan.where(), null);
  }
}
