package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Window;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.FragmentNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.NullNode;
import orm.engine.plan.PlanNode.OverNode;
import orm.engine.plan.PlanNode.RescaledNode;
import orm.engine.plan.PlanNode.StoredNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.UnlimitedNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan;
import orm.engine.sql.FragmentText;
import orm.engine.sql.SqlLexer;
import orm.spi.dialect.SqlCall;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/** Writes conditions and values. Parentheses stand wherever SQL would else read something else. */
final class NodeRenderer {
  private final SqlSyntax syntax;
  private final SelectRenderer queries;
  private final SqlLexer lexer;

  NodeRenderer(SqlSyntax syntax, SelectRenderer queries) {
    this.syntax = syntax;
    this.queries = queries;
    this.lexer = new SqlLexer(syntax.lexicalFeatures());
  }

  void node(SqlText out, PlanNode node) {
    if (node instanceof ColumnNode column) {
      column(out, column);
    } else if (node instanceof ValueNode value) {
      out.bind(value);
    } else if (node instanceof CallNode call) {
      call(out, call);
    } else if (node instanceof TruthNode truth) {
      out.sql(truth.truth() ? "1 = 1" : "1 = 0");
    } else if (node instanceof SubqueryNode subquery) {
      out.sql("(");
      queries.select(out, subquery.plan(), null);
      out.sql(")");
    } else if (node instanceof OverNode over) {
      over(out, over);
    } else if (node instanceof RescaledNode rescaled) {
      syntax.rescaled(
          out,
          writer -> operand(out, rescaled.decimal()),
          rescaled.decimal().type(),
          rescaled.type());
    } else if (node instanceof UnlimitedNode unlimited) {
      PlanNode limited = unlimited.limited();
      syntax.unlimited(out, writer -> node(out, limited), limited.type());
    } else if (node instanceof TupleNode tuple) {
      out.sql("(");
      list(out, tuple.parts());
      out.sql(")");
    } else if (node instanceof LiteralNode literal) {
      literal(out, literal);
    } else if (node instanceof StoredNode stored) {
      out.bindStored(stored, false);
    } else if (node instanceof NullNode) {
      out.sql("NULL");
    } else if (node instanceof FragmentNode fragment) {
      fragment(out, fragment);
    } else if (node instanceof ConstantNode constant) {
      throw new IllegalStateException("no value: " + constant.constant());
    }
  }

  void column(SqlText out, ColumnNode column) {
    out.column(column.alias(), column.name());
  }

  /** A column of the result, whose type nothing else tells. */
  void selected(SqlText out, PlanNode node) {
    if (node instanceof ValueNode value) {
      out.bindTyped(value);
    } else if (node instanceof StoredNode stored) {
      out.bindStored(stored, true);
    } else {
      node(out, node);
    }
  }

  private void list(SqlText out, List<PlanNode> all) {
    String separator = "";
    for (PlanNode node : all) {
      out.sql(separator);
      node(out, node);
      separator = ", ";
    }
  }

  void orderBy(SqlText out, String before, List<QueryPlan.SortKey> keys) {
    orderBy(out, before, keys, false);
  }

  /** {@code absent} tells that any of the keys can be null, whatever it is made of. */
  void orderBy(SqlText out, String before, List<QueryPlan.SortKey> keys, boolean absent) {
    String separator = before;
    for (QueryPlan.SortKey key : keys) {
      out.sql(separator);
      syntax.ordered(out, writer -> node(out, key.by()), key.by().type());
      out.sql(key.descending() ? " DESC" : " ASC");
      if (absent || key.by().nullable()) {
        // Without nulls the clause would only keep an index from being used.
        out.sql(key.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
      }
      separator = ", ";
    }
  }

  /** One of several conditions that are joined by AND. */
  void conjunct(SqlText out, PlanNode node, boolean several) {
    if (several && node instanceof CallNode call && call.operator() == Operator.OR) {
      out.sql("(");
      node(out, node);
      out.sql(")");
    } else if (several && node instanceof FragmentNode) {
      operand(out, node);
    } else {
      node(out, node);
    }
  }

  /** A value beside an operator. */
  private void operand(SqlText out, PlanNode node) {
    boolean closed = node instanceof CallNode call
        ? isClosed(call.operator())
        : !(node instanceof FragmentNode
            || node instanceof RescaledNode
            || node instanceof TruthNode);
    out.sql(closed ? "" : "(");
    node(out, node);
    out.sql(closed ? "" : ")");
  }

  /** A value beside an operator that binds less than those of arithmetic. */
  private void term(SqlText out, PlanNode node) {
    if (node instanceof CallNode call && isArithmetic(call.operator())) {
      node(out, node);
    } else {
      operand(out, node);
    }
  }

  /** The first operand: the same operator before needs no parentheses. */
  private void chained(SqlText out, CallNode call, String operator) {
    PlanNode first = call.arguments().get(0);
    if (first instanceof CallNode before && before.operator() == call.operator()) {
      node(out, first);
    } else {
      operand(out, first);
    }
    out.sql(operator);
    operand(out, call.arguments().get(1));
  }

  private static boolean isArithmetic(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS, TIMES -> true;
      default -> false;
    };
  }

  /** Whether an operator is written as a function, which needs no parentheses around it. */
  private static boolean isClosed(Operator operator) {
    return operator.isAggregate()
        || switch (operator) {
          case LOWER,
              UPPER,
              TRIM,
              LENGTH,
              SUBSTRING,
              REPLACE,
              POSITION,
              ABS,
              COALESCE,
              NULL_IF,
              GREATEST,
              LEAST,
              CASE,
              EXTRACT,
              AS_LONG,
              AS_DECIMAL,
              AS_DOUBLE,
              NOW,
              LIST_SIZE,
              EXISTS,
              SCALAR,
              EXCLUDED -> true;
          default -> false;
        };
  }

  private SqlPart part(SqlText out, PlanNode node) {
    return writer -> operand(out, node);
  }

  private void ordered(SqlText out, PlanNode node) {
    syntax.ordered(out, writer -> term(out, node), node.type());
  }

  // ---- Operators

  private void call(SqlText out, CallNode call) {
    List<PlanNode> arguments = call.arguments();
    switch (call.operator()) {
      case EQ -> infix(out, arguments, " = ");
      case NE -> infix(out, arguments, " <> ");
      case LT -> compared(out, arguments, " < ");
      case LE -> compared(out, arguments, " <= ");
      case GT -> compared(out, arguments, " > ");
      case GE -> compared(out, arguments, " >= ");
      case DISTINCT_FROM -> infix(out, arguments, " IS DISTINCT FROM ");
      case BETWEEN -> {
        ordered(out, arguments.get(0));
        out.sql(" BETWEEN ");
        other(out, arguments.get(1));
        out.sql(" AND ");
        other(out, arguments.get(2));
      }
      case IS_NULL -> postfix(out, arguments, " IS NULL");
      case IS_NOT_NULL -> postfix(out, arguments, " IS NOT NULL");
      case NOT_TRUE -> postfix(out, arguments, " IS NOT TRUE");
      case AND -> logic(out, call, " AND ");
      case OR -> logic(out, call, " OR ");
      case NOT -> not(out, arguments.get(0));
      case EXISTS -> {
        out.sql("EXISTS (");
        queries.existsInside(out, ((SubqueryNode) arguments.get(0)).plan());
        out.sql(")");
      }
      case IN, NOT_IN -> membership(out, call);
      case LIKE, LIKE_IGNORE_CASE, CONTAINS, CONTAINS_IGNORE_CASE, STARTS_WITH, ENDS_WITH ->
        textMatch(out, call);
      case SCALAR -> node(out, arguments.get(0));
      case EXCLUDED -> out.sql("excluded.").name(((ColumnNode) arguments.get(0)).name());
      case COUNT_ROWS, COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX, JOIN_TEXT, FILTER ->
        aggregate(out, call, "");
      default -> function(out, call);
    }
  }

  private void not(SqlText out, PlanNode condition) {
    if (condition instanceof CallNode call && call.operator() == Operator.EXISTS) {
      out.sql("NOT ");
      node(out, condition);
    } else {
      out.sql("NOT (");
      node(out, condition);
      out.sql(")");
    }
  }

  private void infix(SqlText out, List<PlanNode> arguments, String operator) {
    term(out, arguments.get(0));
    out.sql(operator);
    term(out, arguments.get(1));
  }

  private void compared(SqlText out, List<PlanNode> arguments, String operator) {
    ordered(out, arguments.get(0));
    out.sql(operator);
    other(out, arguments.get(1));
  }

  /** The order of the first operand is that of all, but computed ones may bring their own. */
  private void other(SqlText out, PlanNode node) {
    if (node instanceof CallNode && node.type().kind() == Kind.TEXT) {
      out.sql("(");
      ordered(out, node);
      out.sql(")");
    } else {
      term(out, node);
    }
  }

  private void postfix(SqlText out, List<PlanNode> arguments, String operator) {
    PlanNode argument = arguments.get(0);
    if (argument instanceof ValueNode value) {
      out.bindTyped(value);
    } else {
      operand(out, argument);
    }
    out.sql(operator);
  }

  private void logic(SqlText out, CallNode call, String word) {
    String separator = "";
    for (PlanNode argument : call.arguments()) {
      out.sql(separator);
      boolean grouped = argument instanceof FragmentNode
          || (argument instanceof CallNode inner
              && inner.operator() != call.operator()
              && (inner.operator() == Operator.AND || inner.operator() == Operator.OR));
      out.sql(grouped ? "(" : "");
      node(out, argument);
      out.sql(grouped ? ")" : "");
      separator = word;
    }
  }

  private void textMatch(SqlText out, CallNode call) {
    PlanNode pattern = call.arguments().get(1);
    if (!(pattern instanceof ValueNode value)) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot match this text in a grouped value")
              .because("the pattern of a text match is sent as a value")
              .fix("Group by the text itself."));
    }
    syntax.textMatch(out, call.operator(), part(out, call.arguments().get(0)), out.lend(value));
  }

  private void membership(SqlText out, CallNode call) {
    boolean negated = call.operator() == Operator.NOT_IN;
    PlanNode operand = call.arguments().get(0);
    if (call.arguments().get(1) instanceof ValueNode values) {
      syntax.in(out, negated, part(out, operand), out.lend(values));
      return;
    }
    if (call.arguments().get(1) instanceof TupleNode lists) {
      List<SqlPart> operands = new ArrayList<>();
      List<SqlWriter.Value> values = new ArrayList<>();
      for (int i = 0; i < lists.parts().size(); i++) {
        operands.add(part(out, ((TupleNode) operand).parts().get(i)));
        values.add(out.lend((ValueNode) lists.parts().get(i)));
      }
      syntax.inRows(out, operands, values);
      return;
    }
    QueryPlan plan = ((SubqueryNode) call.arguments().get(1)).plan();
    operand(out, operand);
    if (!negated) {
      out.sql(" IN (");
      queries.select(out, plan, null);
      out.sql(")");
    } else if (plan.result().stream().noneMatch(PlanNode::nullable)) {
      out.sql(" NOT IN (");
      queries.select(out, plan, null);
      out.sql(")");
    } else {
      notInWithoutNulls(out, plan);
    }
  }

  /** A null among the rows would make NOT IN unknown for everything. */
  private void notInWithoutNulls(SqlText out, QueryPlan plan) {
    List<String> names = plan.columnNames();
    String separator = " NOT IN (SELECT ";
    for (String name : names) {
      out.sql(separator).name(name);
      separator = ", ";
    }
    out.sql(" FROM (");
    queries.select(out, plan, names);
    out.sql(") AS ").name("excepted");
    separator = " WHERE ";
    for (String name : names) {
      out.sql(separator).name(name).sql(" IS NOT NULL");
      separator = " AND ";
    }
    out.sql(")");
  }

  // ---- Functions

  private void function(SqlText out, CallNode call) {
    List<SqlPart> arguments = new ArrayList<>();
    List<ColumnType> types = new ArrayList<>();
    List<Object> constants = new ArrayList<>();
    for (PlanNode argument : call.arguments()) {
      if (argument instanceof ConstantNode constant) {
        if (constant.constant() instanceof List<?> path) {
          path.forEach(NodeRenderer::requireText);
        }
        constants.add(constant.constant());
      } else {
        arguments.add(part(out, argument));
        types.add(argument.type());
      }
    }
    SqlCall described = new SqlCall(call.operator(), arguments, types, constants, call.type());
    if (!syntax.function(out, described)) {
      standard(out, call);
    }
  }

  /** Members of documents are written into the text, which must arrive as it is. */
  private static void requireText(Object member) {
    String name = member.toString();
    boolean whole = name.indexOf('\0') < 0
        && name.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (!whole) {
      throw new InvalidQueryException(
          Failure.of(ErrorCode.INVALID_QUERY, "Cannot use a name that is no text")
              .because("it holds U+0000 or half of a pair of surrogates")
              .fix("Leave such characters out."));
    }
  }

  private void standard(SqlText out, CallNode call) {
    switch (call.operator()) {
      case PLUS -> chained(out, call, " + ");
      case MINUS -> chained(out, call, " - ");
      case TIMES -> chained(out, call, " * ");
      case DIVIDE -> chained(out, call, " / ");
      case REMAINDER -> chained(out, call, " % ");
      case CONCAT -> chained(out, call, " || ");
      case NEGATE -> {
        out.sql("-");
        operand(out, call.arguments().get(0));
      }
      case CASE -> choice(out, call.arguments());
      case COALESCE -> named(out, "coalesce(", call.arguments());
      case NULL_IF -> named(out, "nullif(", call.arguments());
      case LOWER -> named(out, "lower(", call.arguments());
      case UPPER -> named(out, "upper(", call.arguments());
      case TRIM -> named(out, "trim(", call.arguments());
      case LENGTH -> named(out, "length(", call.arguments());
      case ABS -> named(out, "abs(", call.arguments());
      case REPLACE -> named(out, "replace(", call.arguments());
      case SUBSTRING -> named(out, "substr(", call.arguments());
      case ROW_NUMBER -> named(out, "row_number(", call.arguments());
      case RANK -> named(out, "rank(", call.arguments());
      case DENSE_RANK -> named(out, "dense_rank(", call.arguments());
      case NTILE -> named(out, "ntile(", call.arguments());
      case LAG -> named(out, "lag(", call.arguments());
      case LEAD -> named(out, "lead(", call.arguments());
      case FIRST_VALUE -> named(out, "first_value(", call.arguments());
      case LAST_VALUE -> named(out, "last_value(", call.arguments());
      default ->
        throw new UnsupportedQueryException(Failure.of(
                ErrorCode.UNSUPPORTED_QUERY,
                "Cannot compute " + SelectRenderer.word(call.operator()))
            .because("this database's dialect does not know it")
            .fix("Use a fragment of SQL, or compute it in Java."));
    }
  }

  private void named(SqlText out, String name, List<PlanNode> arguments) {
    String separator = name;
    for (PlanNode argument : arguments) {
      if (argument instanceof ConstantNode constant) {
        if (constant.constant() instanceof Integer number) {
          out.sql(separator).sql(number.toString());
        }
      } else {
        out.sql(separator);
        node(out, argument);
      }
      separator = ", ";
    }
    out.sql(arguments.isEmpty() ? name + ")" : ")");
  }

  private void choice(SqlText out, List<PlanNode> arguments) {
    out.sql("CASE");
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      out.sql(" WHEN ");
      node(out, arguments.get(i));
      out.sql(" THEN ");
      choiceValue(out, arguments.get(i + 1));
    }
    if (arguments.size() % 2 == 1) {
      out.sql(" ELSE ");
      choiceValue(out, arguments.get(arguments.size() - 1));
    }
    out.sql(" END");
  }

  private void choiceValue(SqlText out, PlanNode node) {
    if (node instanceof ValueNode value) {
      out.bindTyped(value);
    } else {
      operand(out, node);
    }
  }

  // ---- Aggregates and windows

  /** {@code end} is what follows the filter: a window or nothing. */
  private void aggregate(SqlText out, CallNode call, SqlPart end) {
    CallNode aggregate = call;
    PlanNode filter = null;
    if (call.operator() == Operator.FILTER) {
      filter = call.arguments().get(1);
      aggregate = (CallNode) call.arguments().get(0);
      while (aggregate.operator() == Operator.FILTER) {
        filter = CallNode.and(filter, aggregate.arguments().get(1));
        aggregate = (CallNode) aggregate.arguments().get(0);
      }
    }
    CallNode inner = aggregate;
    PlanNode condition = filter;
    ColumnType argument =
        inner.arguments().isEmpty() ? inner.type() : inner.arguments().get(0).type();
    syntax.aggregate(out, inner.operator(), argument, call.type(), writer -> {
      aggregateCall(out, inner);
      if (condition != null) {
        out.sql(" FILTER (WHERE ");
        node(out, condition);
        out.sql(")");
      }
      out.part(end);
    });
  }

  private void aggregate(SqlText out, CallNode call, String end) {
    aggregate(out, call, writer -> writer.sql(end));
  }

  private void aggregateCall(SqlText out, CallNode call) {
    switch (call.operator()) {
      case COUNT_ROWS -> out.sql("count(*)");
      case COUNT -> aggregateOf(out, "count(", call);
      case COUNT_DISTINCT -> aggregateOf(out, "count(DISTINCT ", call);
      case SUM -> aggregateOf(out, "sum(", call);
      case AVG -> aggregateOf(out, "avg(", call);
      case MIN -> ordinal(out, "min(", call);
      case MAX -> ordinal(out, "max(", call);
      case JOIN_TEXT -> {
        SqlCall described = new SqlCall(
            Operator.JOIN_TEXT,
            List.of(
                part(out, call.arguments().get(0)), part(out, call.arguments().get(1))),
            List.of(call.arguments().get(0).type(), call.arguments().get(1).type()),
            List.of(),
            call.type());
        if (!syntax.function(out, described)) {
          throw new IllegalStateException("a dialect writes " + call.operator());
        }
      }
      default -> throw new IllegalStateException("no aggregate: " + call.operator());
    }
  }

  private void aggregateOf(SqlText out, String name, CallNode call) {
    out.sql(name);
    node(out, call.arguments().get(0));
    out.sql(")");
  }

  private void ordinal(SqlText out, String name, CallNode call) {
    out.sql(name);
    ordered(out, call.arguments().get(0));
    out.sql(")");
  }

  private void over(SqlText out, OverNode over) {
    if (over.function().operator().isAggregate()) {
      aggregate(out, over.function(), writer -> window(out, over));
    } else {
      call(out, over.function());
      window(out, over);
    }
  }

  private void window(SqlText out, OverNode over) {
    out.sql(" OVER (");
    String separator = "PARTITION BY ";
    for (PlanNode by : over.partition()) {
      out.sql(separator);
      node(out, by);
      separator = ", ";
    }
    orderBy(out, over.partition().isEmpty() ? "ORDER BY " : " ORDER BY ", over.order());
    Window.Frame frame = over.frame();
    if (frame != null) {
      out.sql(over.partition().isEmpty() && over.order().isEmpty() ? "" : " ");
      out.sql("ROWS BETWEEN ").sql(edge(frame.preceding(), "PRECEDING")).sql(" AND ");
      out.sql(edge(frame.following(), "FOLLOWING"));
    }
    out.sql(")");
  }

  private static String edge(int rows, String side) {
    return rows == 0
        ? "CURRENT ROW"
        : (rows == Window.UNBOUNDED ? "UNBOUNDED" : String.valueOf(rows)) + " " + side;
  }

  // ---- Text

  private void fragment(SqlText out, FragmentNode fragment) {
    List<String> texts = FragmentText.of(fragment.texts(), lexer);
    out.sql(texts.get(0));
    for (int i = 0; i < fragment.holes().size(); i++) {
      operand(out, fragment.holes().get(i));
      out.sql(texts.get(i + 1));
    }
  }

  private static void literal(SqlText out, LiteralNode literal) {
    Object value = literal.literal();
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      out.sql(value.toString());
    } else if (value instanceof Boolean truth) {
      out.sql(truth ? "TRUE" : "FALSE");
    } else if (value instanceof String text && isPlain(text)) {
      out.sql("'" + text.replace("'", "''") + "'");
    } else {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot group by a computed value")
              .because("it holds a value that cannot be written into the text of the query")
              .fix("Compute it in a query of its own, make that a table with asTable, and group"
                  + " there."));
    }
  }

  private static boolean isPlain(String text) {
    return text.indexOf('\\') < 0 && text.indexOf('\0') < 0 && text.indexOf('?') < 0;
  }
}
