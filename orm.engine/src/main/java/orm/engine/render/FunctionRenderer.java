package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.expression.Window;
import orm.api.schema.ColumnType;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.OverNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.spi.dialect.SqlCall;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;

/**
 * Writes what computes a value: arithmetic, functions, choices, aggregates and windows. The dialect
 * is asked first; what it leaves alone is standard SQL.
 */
final class FunctionRenderer {
  private final SqlSyntax syntax;
  private final NodeRenderer nodes;

  FunctionRenderer(SqlSyntax syntax, NodeRenderer nodes) {
    this.syntax = syntax;
    this.nodes = nodes;
  }

  void function(SqlText out, CallNode call) {
    List<SqlPart> arguments = new ArrayList<>();
    List<ColumnType> types = new ArrayList<>();
    List<Object> constants = new ArrayList<>();
    for (PlanNode argument : call.arguments()) {
      if (argument instanceof ConstantNode constant) {
        if (constant.constant() instanceof List<?> path) {
          path.forEach(FunctionRenderer::requireText);
        }
        constants.add(constant.constant());
      } else {
        arguments.add(nodes.part(out, argument));
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
      case PLUS, MINUS, TIMES, NEGATE ->
        syntax.inRange(out, writer -> arithmetic(out, call), call.type());
      case DIVIDE -> chained(out, call, " / ");
      case REMAINDER -> chained(out, call, " % ");
      case CONCAT -> chained(out, call, " || ");
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
        throw new UnsupportedQueryException(
            Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot compute " + word(call.operator()))
                .because("this database's dialect does not know it")
                .fix("Use a fragment of SQL, or compute it in Java."));
    }
  }

  /** Writes arithmetic as a whole, which is checked as a whole too. */
  private void arithmetic(SqlText out, CallNode call) {
    switch (call.operator()) {
      case PLUS -> chained(out, call, " + ");
      case MINUS -> chained(out, call, " - ");
      case TIMES -> chained(out, call, " * ");
      default -> {
        out.sql("-");
        inside(out, call.arguments().get(0));
      }
    }
  }

  /** The first operand: the same operator before needs no parentheses. */
  private void chained(SqlText out, CallNode call, String operator) {
    PlanNode first = call.arguments().get(0);
    if (first instanceof CallNode before && before.operator() == call.operator()) {
      if (isArithmetic(before.operator())) {
        arithmetic(out, before);
      } else {
        nodes.node(out, first);
      }
    } else {
      inside(out, first);
    }
    out.sql(operator);
    inside(out, call.arguments().get(1));
  }

  /** A number beside arithmetic that is checked as a whole. */
  void inside(SqlText out, PlanNode operand) {
    if (operand instanceof CallNode call && isArithmetic(call.operator())) {
      out.sql("(");
      arithmetic(out, call);
      out.sql(")");
    } else {
      nodes.operand(out, operand);
    }
  }

  private static boolean isArithmetic(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, NEGATE -> true;
      default -> false;
    };
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
        nodes.node(out, argument);
      }
      separator = ", ";
    }
    out.sql(arguments.isEmpty() ? name + ")" : ")");
  }

  private void choice(SqlText out, List<PlanNode> arguments) {
    out.sql("CASE");
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      out.sql(" WHEN ");
      nodes.node(out, arguments.get(i));
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
      nodes.operand(out, node);
    }
  }

  // ---- Aggregates and windows

  void aggregate(SqlText out, CallNode call) {
    aggregate(out, call, writer -> {});
  }

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
        nodes.node(out, condition);
        out.sql(")");
      }
      out.part(end);
    });
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
                nodes.part(out, call.arguments().get(0)),
                nodes.part(out, call.arguments().get(1))),
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
    nodes.node(out, call.arguments().get(0));
    out.sql(")");
  }

  private void ordinal(SqlText out, String name, CallNode call) {
    out.sql(name);
    nodes.ordered(out, call.arguments().get(0));
    out.sql(")");
  }

  void over(SqlText out, OverNode over) {
    if (over.function().operator().isAggregate()) {
      aggregate(out, over.function(), writer -> window(out, over));
    } else {
      nodes.node(out, over.function());
      window(out, over);
    }
  }

  private void window(SqlText out, OverNode over) {
    out.sql(" OVER (");
    String separator = "PARTITION BY ";
    for (PlanNode by : over.partition()) {
      out.sql(separator);
      nodes.node(out, by);
      separator = ", ";
    }
    nodes.orderBy(out, over.partition().isEmpty() ? "ORDER BY " : " ORDER BY ", over.order());
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

  private static String word(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
