package orm.engine.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.PlanNode;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.FragmentNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.NextNode;
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
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.dialect.TextSearch;
import orm.spi.sql.SqlLexer;

/**
 * Writes conditions and values. Parentheses stand wherever SQL would else read something else.
 *
 * <p>Map: nodes of all kinds, then where parentheses are needed, then operators of conditions, at
 * the end text of the user. What computes a value is {@link FunctionRenderer}'s.
 */
final class NodeRenderer {
  private final SqlSyntax syntax;
  private final SelectRenderer queries;
  private final FunctionRenderer functions;
  private final SqlLexer lexer;

  NodeRenderer(SqlSyntax syntax, SelectRenderer queries) {
    this.syntax = syntax;
    this.queries = queries;
    this.functions = new FunctionRenderer(syntax, this);
    this.lexer = new SqlLexer(syntax.lexicalFeatures());
  }

  void node(SqlText out, PlanNode node) {
    if (node instanceof ColumnNode column) {
      column(out, column);
    } else if (node instanceof ValueNode value) {
      out.bind(value);
    } else if (node instanceof CallNode call) {
      if (call.operator() == Operator.NOW) {
        out.isUnsteady();
      }
      if (call.isSensitive()) {
        out.hidden(() -> call(out, call));
      } else {
        call(out, call);
      }
    } else if (node instanceof TruthNode truth) {
      out.sql(truth.truth() ? "1 = 1" : "1 = 0");
    } else if (node instanceof SubqueryNode subquery) {
      out.sql("(");
      queries.select(out, subquery.plan(), null);
      out.sql(")");
    } else if (node instanceof OverNode over) {
      functions.over(out, over);
    } else if (node instanceof RescaledNode rescaled) {
      syntax.rescaled(
          out,
          writer -> functions.inside(out, rescaled.decimal()),
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
    } else if (node instanceof NextNode next) {
      column(out, next.version());
      out.sql(" + 1");
    } else if (node instanceof NullNode) {
      out.sql("NULL");
    } else if (node instanceof FragmentNode fragment) {
      if (fragment.isSensitive()) {
        out.hidden(() -> fragment(out, fragment));
      } else {
        fragment(out, fragment);
      }
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
  void operand(SqlText out, PlanNode node) {
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
              TEXT_MATCHES,
              TEXT_RANK,
              LIST_SIZE,
              EXISTS,
              SCALAR,
              EXCLUDED -> true;
          default -> false;
        };
  }

  SqlPart part(SqlText out, PlanNode node) {
    return writer -> operand(out, node);
  }

  void ordered(SqlText out, PlanNode node) {
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
      case TEXT_MATCHES, TEXT_RANK -> textSearch(out, call);
      case SCALAR -> node(out, arguments.get(0));
      case EXCLUDED -> out.sql("excluded.").name(((ColumnNode) arguments.get(0)).name());
      case COUNT_ROWS, COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX, JOIN_TEXT, FILTER ->
        functions.aggregate(out, call);
      default -> functions.function(out, call);
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

  private void textSearch(SqlText out, CallNode call) {
    List<PlanNode> arguments = call.arguments();
    syntax.textSearch(
        out,
        call.operator(),
        new TextSearch(
            (TextIndexDefinition) ((ConstantNode) arguments.get(0)).constant(),
            parts(out, (TupleNode) arguments.get(1)),
            parts(out, (TupleNode) arguments.get(2)),
            out.lend((ValueNode) arguments.get(3))));
  }

  private List<SqlPart> parts(SqlText out, TupleNode tuple) {
    return tuple.parts().stream().map(part -> part(out, part)).toList();
  }

  private void membership(SqlText out, CallNode call) {
    boolean negated = call.operator() == Operator.NOT_IN;
    PlanNode operand = call.arguments().get(0);
    if (call.arguments().get(1) instanceof ValueNode values) {
      syntax.in(out, negated, part(out, operand), out.lend(values));
      return;
    }
    if (call.arguments().get(1) instanceof TupleNode lists) {
      List<SqlWriter.Value> values = new ArrayList<>();
      for (PlanNode list : lists.parts()) {
        values.add(out.lend((ValueNode) list));
      }
      syntax.inRows(out, part(out, operand), values);
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

  // ---- Text

  private void fragment(SqlText out, FragmentNode fragment) {
    out.isUnsteady(); // nobody has read what it says
    List<String> texts = FragmentText.of(fragment.texts(), lexer);
    out.sql(texts.get(0));
    for (int i = 0; i < fragment.holes().size(); i++) {
      operand(out, fragment.holes().get(i));
      out.sql(texts.get(i + 1));
    }
  }

  private void literal(SqlText out, LiteralNode literal) {
    Object value = literal.literal();
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      out.sql(value.toString());
    } else if (value instanceof Boolean truth) {
      out.sql(truth ? "TRUE" : "FALSE");
    } else if (value instanceof String text && isPlain(text)) {
      out.sql("'" + text.replace("'", "''") + "'");
    } else if (value instanceof BigDecimal decimal
        && decimal.stripTrailingZeros().scale() <= literal.type().scale()) {
      out.sql(syntax.decimalLiteral(decimal, literal.type()));
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
