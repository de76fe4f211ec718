package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.query.SelectTree;
import orm.api.schema.ColumnType;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.engine.plan.RowShape;
import orm.spi.dialect.SqlPart;
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
    EXISTS,
    /** How the database would find its rows. */
    EXPLAIN
  }

  private final SqlSyntax syntax;
  private final NodeRenderer nodes;

  /**
   * Makes a renderer.
   *
   * @param syntax what the dialect says differently
   */
  public SelectRenderer(SqlSyntax syntax) {
    this.syntax = syntax;
    this.nodes = new NodeRenderer(syntax, this);
  }

  /** {@return what writes conditions and values} */
  NodeRenderer nodes() {
    return nodes;
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
    switch (purpose) {
      case ROWS, EXPLAIN -> select(out, plan, null);
      case COUNT -> count(out, plan);
      case EXISTS -> exists(out, plan);
    }
    List<RenderedSql.Nested> nested = new ArrayList<>();
    if (purpose == Purpose.ROWS) {
      for (QueryPlan.Nested list : plan.nested()) {
        nested.add(new RenderedSql.Nested(renderNested(list), list.keyColumns()));
      }
    }
    return new RenderedSql(out.toString(), out.binds(), RowShape.of(plan), List.copyOf(nested));
  }

  /** The rows of all lists: those whose key is among the keys that are sent. */
  private RenderedSql renderNested(QueryPlan.Nested list) {
    QueryPlan plan = list.plan();
    SqlText out = new SqlText(syntax);
    with(out, plan.common());
    List<PlanNode> keys = plan.result().subList(0, list.keyColumns());
    SqlPart among = among(out, keys);
    if (plan.ranked() == null) {
      body(out, plan, null, among, List.of());
      orderBy(out, plan);
      limit(out, plan);
    } else {
      ranked(out, plan, among, plan.ranked());
    }
    List<RenderedSql.Nested> nested = new ArrayList<>();
    for (QueryPlan.Nested inner : plan.nested()) {
      nested.add(new RenderedSql.Nested(renderNested(inner), inner.keyColumns()));
    }
    return new RenderedSql(out.toString(), out.binds(), RowShape.of(plan), List.copyOf(nested));
  }

  private SqlPart among(SqlText out, List<PlanNode> keys) {
    List<SqlPart> operands = new ArrayList<>();
    List<SqlWriter.Value> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      PlanNode key = keys.get(i);
      operands.add(writer -> nodes.node(out, key));
      values.add(out.lend(new ValueNode(
          RenderedSql.firstKeySlot() - i, keyType(key.type()), value -> value, true)));
    }
    return keys.size() == 1
        ? writer -> syntax.in(writer, false, operands.get(0), values.get(0))
        : writer -> syntax.inRows(writer, operands, values);
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
    body(out, plan, names, null, List.of());
    orderBy(out, plan);
    limit(out, plan);
    lock(out, plan);
  }

  private static boolean isSortedByText(QueryPlan plan) {
    return plan.orderBy().stream().anyMatch(key -> key.by().type().kind() == ColumnType.Kind.TEXT);
  }

  /**
   * Sorts distinct rows from outside: a text that is put in the order of code points is another
   * expression than the one selected, and only what is selected may be sorted by.
   */
  private void sortedDistinct(SqlText out, QueryPlan plan, @Nullable List<String> names) {
    List<String> columns = plan.columnNames();
    outerColumns(out, columns, names == null ? columns : names);
    body(out, plan, columns, null, List.of());
    out.sql(") AS ").name("once");
    List<QueryPlan.SortKey> keys = new ArrayList<>();
    for (QueryPlan.SortKey key : plan.orderBy()) {
      String column = columns.get(plan.result().indexOf(key.by()));
      keys.add(new QueryPlan.SortKey(
          new ColumnNode("once", column, key.by().value(), key.by().nullable()),
          key.descending(),
          key.nulls()));
    }
    nodes.orderBy(out, " ORDER BY ", keys);
    limit(out, plan);
  }

  private void body(
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
        select(out, derived.plan(), derived.columns());
        out.sql(") AS ").name(table.alias());
      } else if (table.relation() instanceof Relation.Named named) {
        out.name(named.name());
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

  private void orderBy(SqlText out, QueryPlan plan) {
    QueryPlan.Grouping grouping = plan.grouping();
    boolean absent = grouping != null && grouping.several(); // each set leaves out some values
    nodes.orderBy(out, " ORDER BY ", plan.orderBy(), absent);
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

  /** Only rows that are surely there can be locked. */
  private void lock(SqlText out, QueryPlan plan) {
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
    orderBy(out, plan);
    limit(out, plan);
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
    body(out, plan, names, among, List.of(place(out, ranked.by(), plan)));
    out.sql(") AS ").name("ranked");
    String separator = " WHERE ";
    if (ranked.offset() > 0) {
      out.sql(separator).name("place").sql(" > " + ranked.offset());
      separator = " AND ";
    }
    if (ranked.limit() < Long.MAX_VALUE) {
      out.sql(separator).name("place").sql(" <= " + last(ranked));
    }
    if (!plan.orderBy().isEmpty()) {
      out.sql(" ORDER BY ").name("place");
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
    more.add(place(out, on, plan));
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
          new ColumnNode("ranked", name, by.value(), by.nullable()),
          key.descending(),
          key.nulls()));
    }
    body(out, plan.withoutDistinct(), columns, null, more);
    out.sql(") AS ").name("ranked").sql(" WHERE ").name("place").sql(" = 1");
    nodes.orderBy(out, " ORDER BY ", order);
    limit(out, plan);
  }

  private static void outerColumns(SqlText out, List<String> columns, List<String> names) {
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

  private SqlPart place(SqlText out, List<PlanNode> by, QueryPlan plan) {
    return writer -> {
      out.sql("row_number() OVER (");
      list(out, "PARTITION BY ", by);
      nodes.orderBy(out, " ORDER BY ", plan.orderBy());
      out.sql(") AS ").name("place");
    };
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
      out.sql("SELECT count(*)");
      from(out, plan.tables());
      where(out, plan.where(), null);
    } else {
      out.sql("SELECT count(*) FROM (");
      select(out, plan.toCount(), plan.columnNames());
      out.sql(") AS ").name("counted");
    }
  }

  void exists(SqlText out, QueryPlan plan) {
    if (isPlain(plan)) {
      out.sql("SELECT 1");
      from(out, plan.tables());
      where(out, plan.where(), null);
      syntax.limit(out, Math.min(plan.limit(), 1), lendOffset(out, plan));
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
      out.sql("SELECT 1");
      from(out, plan.tables());
      where(out, plan.where(), null);
      limit(out, plan);
    } else {
      select(out, plan.toCount(), null);
    }
  }

  /** {@return the word for an operator, for messages} */
  static String word(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
