package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.FragmentNode;
import orm.engine.plan.PlanNode.OverNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.SortKey;
import orm.engine.plan.Scope.Instance;
import orm.spi.mapping.RowReader;

/**
 * Plans the expressions of one query: finds their columns in its scope, numbers their values, plans
 * the queries inside them, and leaves operators to {@link OperatorPlanner}. As a visitor it gives
 * operands; {@link #condition} and its neighbours give what is ready.
 *
 * <p>Once a query has groups, the expressions that it groups by are known here, so that each later
 * use of one is the same node.
 */
final class ExpressionPlanner implements TreeVisitor<Operand> {
  private final Statement statement;
  private final Scope scope;

  /** Whether there is a row that could not be inserted. */
  private final boolean conflicting;

  /** What the query groups by, by its shape with its values. */
  private Map<List<Object>, PlanNode> grouped = Map.of();

  /** Whether values are written into the text. */
  private boolean literal;

  ExpressionPlanner(Statement statement, Scope scope) {
    this(statement, scope, false);
  }

  private ExpressionPlanner(Statement statement, Scope scope, boolean conflicting) {
    this.statement = statement;
    this.scope = scope;
    this.conflicting = conflicting;
  }

  /** Sees the row that could not be inserted. */
  static ExpressionPlanner ofConflict(Statement statement, Scope scope) {
    return new ExpressionPlanner(statement, scope, true);
  }

  // ---- What clauses ask for

  /** An expression that is one value by itself. */
  PlanNode condition(Expression<?> expression) {
    return expression.accept(this).single("use as a value");
  }

  /** Several conditions, in their order. */
  List<PlanNode> conditions(List<Condition> all) {
    List<PlanNode> nodes = new ArrayList<>();
    for (Condition condition : all) {
      nodes.add(condition(condition));
    }
    return nodes;
  }

  /** A condition on single rows. */
  PlanNode rowCondition(Condition condition) {
    PlanNode node = condition(condition);
    Grouped.requireNoAggregate(node);
    return node;
  }

  /** An expression that may be a reference of several columns. */
  private List<? extends PlanNode> nodes(Expression<?> expression) {
    return expression instanceof Column<?, ?> column
        ? columns(column)
        : List.of(condition(expression));
  }

  List<PlanNode> allNodes(List<Expression<?>> expressions) {
    List<PlanNode> nodes = new ArrayList<>();
    for (Expression<?> expression : expressions) {
      nodes.addAll(nodes(expression));
    }
    return List.copyOf(nodes);
  }

  List<SortKey> sortKeys(List<Order> orders) {
    List<SortKey> keys = new ArrayList<>();
    for (Order order : orders) {
      for (PlanNode node : nodes(order.by())) {
        statement.operators().requireOrdered(node, "sort by");
        keys.add(new SortKey(node, order.descending(), order.nulls()));
      }
    }
    return List.copyOf(keys);
  }

  /** The keys of lists, which every list has one of, are grouped by too. */
  QueryPlan.@Nullable Grouping grouping(SelectTree<?> tree, List<PlanNode> keys) {
    SelectTree.Grouping grouping = tree.grouping();
    if (grouping == null) {
      return null;
    }
    literal = true;
    List<List<PlanNode>> sets = new ArrayList<>();
    Map<List<Object>, PlanNode> byShape = new HashMap<>();
    List<List<Object>> shapes = PlanKey.signatures(tree);
    int shape = 0;
    for (List<Expression<?>> set : grouping.sets()) {
      List<PlanNode> nodes = new ArrayList<>(keys);
      for (Expression<?> by : set) {
        if (by instanceof Column<?, ?> column) {
          nodes.addAll(columns(column));
        } else {
          PlanNode node = condition(by);
          Grouped.requireNoAggregate(node);
          nodes.add(node);
          byShape.put(shapes.get(shape++), node);
        }
      }
      sets.add(List.copyOf(nodes));
    }
    literal = false;
    grouped = byShape;
    return new QueryPlan.Grouping(List.copyOf(sets), grouping.several());
  }

  /** Whether the query groups by something computed. */
  boolean groupsByComputed() {
    return !grouped.isEmpty();
  }

  List<ColumnNode> columns(Column<?, ?> column) {
    ColumnNode held = scope.heldKey(column.source(), column.name());
    if (held != null) {
      return List.of(held);
    }
    Instance instance = scope.instance(column.source());
    if (column.name().isEmpty()) {
      return instance.key(); // the row itself, see refersTo
    }
    if (!column.source().isEntity()) {
      return List.of(instance.column(column.name()));
    }
    return instance
        .table()
        .schema()
        .foreignKey(column.name())
        .map(key -> instance.columns(key.columns()))
        .orElseGet(() -> List.of(instance.column(column.name())));
  }

  // ---- Columns and values

  @Override
  public Operand column(Column<?, ?> column) {
    return new Operand.Columns(columns(column));
  }

  @Override
  public Operand value(Object value) {
    return new Operand.Value(
        literal ? ValueNode.CONSTANT : statement.nextSlot(), value, statement.converterOf(value));
  }

  @Override
  public Operand param(Param<?> parameter) {
    StatementFilters filters = statement.filters();
    if (filters.arePlanned()) {
      Object value = filters.value(parameter);
      return new Operand.Value(filters.slot(parameter), value, statement.converterOf(value));
    }
    return value(statement.valueOf(parameter));
  }

  @Override
  public Operand constant(Object value) {
    return new Operand.Node(new ConstantNode(value));
  }

  @Override
  public Operand tuple(List<Expression<?>> parts) {
    List<PlanNode> nodes = new ArrayList<>();
    for (Expression<?> part : parts) {
      nodes.add(condition(part));
    }
    return new Operand.Node(new TupleNode(List.copyOf(nodes)));
  }

  @Override
  public Operand row(List<Selectable<?>> parts, RowReader<?> reader) {
    throw new IllegalStateException("a row is no operand");
  }

  @Override
  public Operand table(Source<?> source, RowReader<?> reader) {
    throw new IllegalStateException("a table is no operand");
  }

  @Override
  public Operand fragment(Fragment fragment) {
    List<PlanNode> holes = new ArrayList<>();
    for (Expression<?> hole : fragment.holes()) {
      holes.add(condition(hole));
    }
    Disclosure.spread(holes);
    return new Operand.Node(new FragmentNode(
        fragment.texts(),
        List.copyOf(holes),
        statement.typeOfFragment(fragment.type()).madeOf(holes)));
  }

  // ---- Queries inside

  @Override
  public Operand subquery(Subquery<?> query) {
    QueryPlan plan =
        new Planning(statement, statement.newScope(scope)).plan(((Select<?>) query).tree());
    if (!plan.nested().isEmpty()) {
      throw Planner.unsupported(
          "Cannot use a query with nested lists as an operand",
          "its rows are no single values",
          "Select one column.");
    }
    return new Operand.Node(new SubqueryNode(plan));
  }

  @Override
  public Operand related(Source<?> path, List<Condition> all) {
    if (path.parent() == null) {
      throw Scope.invalid(
          "Cannot ask any(…) of " + scope.table(path).entity(),
          "it is a table and no path from a table of the query",
          "Begin at a table of the query, such as AUTHOR.books().any(…), or use exists(…).");
    }
    Scope inside = statement.newScope(scope);
    List<PlanNode> where = new ArrayList<>();
    for (QueryPlan.Pair tie : inside.begin(path)) {
      where.add(tie.equal());
    }
    where.addAll(new ExpressionPlanner(statement, inside).conditions(all));
    where.addAll(0, inside.conditions());
    return new Operand.Node(CallNode.exists(QueryPlan.rows(inside.tables(), where)));
  }

  // ---- Operators

  @Override
  public Operand over(Expression<?> function, Window window) {
    if (!(condition(function) instanceof CallNode call)) {
      throw new IllegalStateException("a window function is a call");
    }
    return new Operand.Node(
        new OverNode(call, allNodes(window.partition()), sortKeys(window.order()), window.frame()));
  }

  @Override
  public Operand call(Operator operator, List<Expression<?>> arguments) {
    if (!literal && !grouped.isEmpty()) {
      PlanNode known = grouped.get(PlanKey.signature(operator, arguments));
      if (known != null) {
        return new Operand.Node(known);
      }
    }
    if (operator == Operator.EXCLUDED && !conflicting) {
      throw Scope.invalid(
          "Cannot use excluded(…) here",
          "only onConflict(…) of an insert knows a row that could not be inserted",
          "Use the column itself.");
    }
    if (operator == Operator.AND || operator == Operator.OR || operator == Operator.NOT) {
      return new Operand.Node(logic(operator, arguments));
    }
    if (operator == Operator.TEXT_MATCHES || operator == Operator.TEXT_RANK) {
      return new Operand.Node(textSearch(operator, arguments));
    }
    List<Operand> operands = new ArrayList<>(arguments.size());
    for (Expression<?> argument : arguments) {
      operands.add(argument.accept(this));
    }
    PlanNode node = statement.operators().call(operator, operands);
    return new Operand.Node(operator == Operator.COALESCE ? inOneList((CallNode) node) : node);
  }

  /** The row, the name of the index, and the query. */
  private PlanNode textSearch(Operator operator, List<Expression<?>> arguments) {
    Instance instance = scope.instance(((Column<?, ?>) arguments.get(0)).source());
    PlanNode index = arguments.get(1).accept(this).single("use as an index");
    Operand.Value query = (Operand.Value) arguments.get(2).accept(this);
    return TextSearchNodes.of(
        operator, instance, String.valueOf(((ConstantNode) index).constant()), query);
  }

  private PlanNode logic(Operator operator, List<Expression<?>> arguments) {
    List<PlanNode> nodes = new ArrayList<>(arguments.size());
    for (Expression<?> argument : arguments) {
      nodes.add(condition(argument));
    }
    if (nodes.isEmpty()) {
      return new TruthNode(operator == Operator.AND);
    }
    return nodes.size() == 1 && operator != Operator.NOT
        ? nodes.get(0)
        : CallNode.condition(operator, List.copyOf(nodes));
  }

  /** The first of several within the first of others, unless the query groups by it. */
  private PlanNode inOneList(CallNode coalesce) {
    List<PlanNode> all = new ArrayList<>();
    for (PlanNode node : coalesce.arguments()) {
      if (node instanceof CallNode inner
          && inner.operator() == Operator.COALESCE
          && !grouped.containsValue(node)) {
        all.addAll(inner.arguments());
      } else {
        all.add(node);
      }
    }
    return new CallNode(Operator.COALESCE, List.copyOf(all), coalesce.value());
  }
}
