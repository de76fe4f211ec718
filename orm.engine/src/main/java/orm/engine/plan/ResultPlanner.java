package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.Scope.Instance;
import orm.spi.mapping.RowReader;

/**
 * Plans what the rows of one query give, by visiting its result: the columns in the order in which
 * readers take them, the parts that an outer join may leave away, and the lists inside each row.
 * Each list puts the key of its row among the columns, and becomes a statement of its own.
 */
final class ResultPlanner implements TreeVisitor<ResultPlanner> {
  private final Statement statement;
  private final Scope scope;
  private final ExpressionPlanner expressions;
  private final List<PlanNode> columns = new ArrayList<>();
  private final List<QueryPlan.Nested> nested = new ArrayList<>();
  private final Map<Integer, Integer> optionalWidths = new HashMap<>();

  /** The number of columns in front that tell to which row a list belongs. */
  private int keyColumns;

  /** Whether parts may be left away by an outer join. */
  private boolean inOptional;

  ResultPlanner(Statement statement, Scope scope, ExpressionPlanner expressions) {
    this.statement = statement;
    this.scope = scope;
    this.expressions = expressions;
  }

  // ---- What was found

  /** All columns; what is visited later is not in this list. */
  List<PlanNode> columns() {
    return List.copyOf(columns);
  }

  List<PlanNode> keys() {
    return List.copyOf(columns.subList(0, keyColumns));
  }

  List<PlanNode> columnsAfterKeys() {
    return List.copyOf(columns.subList(keyColumns, columns.size()));
  }

  List<QueryPlan.Nested> nested() {
    return List.copyOf(nested);
  }

  Map<Integer, Integer> optionalWidths() {
    return Map.copyOf(optionalWidths);
  }

  // ---- Besides the visited result

  /** Begins with the key of the row that a list belongs to. */
  void beginWith(List<ColumnNode> key) {
    columns.addAll(key);
    keyColumns = key.size();
  }

  void addAll(List<PlanNode> values) {
    columns.addAll(values);
  }

  // ---- Values

  @Override
  public ResultPlanner column(Column<?, ?> column) {
    columns.addAll(expressions.columns(column));
    return this;
  }

  @Override
  public ResultPlanner value(Object value) {
    return add(expressions.value(value));
  }

  @Override
  public ResultPlanner param(Param<?> parameter) {
    return add(expressions.param(parameter));
  }

  @Override
  public ResultPlanner call(Operator operator, List<Expression<?>> arguments) {
    return add(expressions.call(operator, arguments));
  }

  @Override
  public ResultPlanner over(Expression<?> function, Window window) {
    return add(expressions.over(function, window));
  }

  @Override
  public ResultPlanner related(Source<?> path, List<Condition> all) {
    return add(expressions.related(path, all));
  }

  @Override
  public ResultPlanner fragment(Fragment fragment) {
    return add(expressions.fragment(fragment));
  }

  @Override
  public ResultPlanner subquery(Subquery<?> query) {
    return add(expressions.subquery(query));
  }

  private ResultPlanner add(Operand operand) {
    columns.add(operand.single("select"));
    return this;
  }

  // ---- Rows

  @Override
  public ResultPlanner row(List<Selectable<?>> parts, RowReader<?> reader) {
    for (Selectable<?> part : parts) {
      part.accept(this);
    }
    return this;
  }

  @Override
  public ResultPlanner table(Source<?> source, RowReader<?> reader) {
    Instance instance = scope.instance(source);
    if (instance.optional() && !inOptional) {
      throw Scope.invalid(
          "Cannot select " + instance.describe() + " as a whole",
          "the join or reference that leads to it may find nothing",
          "Select optional(…) of it.");
    }
    columns.addAll(instance.all());
    return this;
  }

  @Override
  public ResultPlanner optional(Selectable<?> part) {
    int begin = columns.size();
    boolean outer = inOptional;
    inOptional = true;
    part.accept(this);
    inOptional = outer;
    if (columns.size() == begin || optionalWidths.put(begin, columns.size() - begin) != null) {
      throw Planner.unsupported(
          "Cannot select an optional part",
          "it has no columns, or another optional part begins at the same column",
          "Select its columns by themselves.");
    }
    return this;
  }

  // ---- Lists

  @Override
  public ResultPlanner many(Subquery<?> query, LoadStrategy strategy) {
    SelectTree<?> tree = ((Select<?>) query).tree();
    Source<?> path = tree.from().source();
    Source<?> parent = Scope.rows(path).parent();
    if (parent == null || path.query() != null || !tree.parts().isEmpty()) {
      throw Planner.unsupported(
          "Cannot nest a list",
          "its query does not begin at a path from the query around it",
          "Begin it at a path, such as many(from(AUTHOR.books())…).");
    }
    if (expressions.groupsByComputed()) {
      throw Planner.unsupported(
          "Cannot nest a list", "the rows around it are groups", "Nest it in plain rows.");
    }
    List<ColumnNode> key = Scope.rows(path).kind() == Source.Kind.REFERENCE
        ? referenceKey(Scope.rows(path), parent)
        : scope.instance(parent).key();
    int position = columns.size();
    columns.addAll(key);
    Statement own = statement.apart();
    QueryPlan plan = own.complete(new Planning(own, own.newScope(null)).lists(tree));
    nested.add(new QueryPlan.Nested(plan, key.size(), position, strategy));
    return this;
  }

  private List<ColumnNode> referenceKey(Source<?> path, Source<?> parent) {
    Instance one = scope.instance(parent);
    return one.table()
        .schema()
        .foreignKey(String.valueOf(path.name()))
        .map(key -> one.columns(key.columns()))
        .orElseThrow();
  }
}
