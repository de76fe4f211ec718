package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.model.Ref;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.ResultColumn;
import orm.engine.plan.QueryPlan.SortKey;
import orm.spi.mapping.RowReader;

/**
 * Plans queries: resolves tables, joins and columns, gives each value the type of what it is
 * compared with, and refuses what contradicts itself. Immutable and safe for use by several
 * threads.
 *
 * <p>Values are numbered in the order from, result, where, order, offset, as {@link PlanKey}
 * collects them.
 */
public final class Planner {
  private final TableModels models;
  private final Predicate<ColumnType> ordered;
  private final int maxAliasBytes;

  /**
   * Makes a planner for one database.
   *
   * @param models the tables
   * @param ordered whether the database can compare and sort values of a type
   * @param maxAliasBytes the greatest length of a name
   */
  public Planner(TableModels models, Predicate<ColumnType> ordered, int maxAliasBytes) {
    this.models = models;
    this.ordered = ordered;
    this.maxAliasBytes = maxAliasBytes;
  }

  /**
   * Plans a query.
   *
   * @param tree the query
   * @return the plan, the same for every query of this shape
   * @throws orm.api.error.InvalidQueryException if the query contradicts itself
   * @throws UnsupportedQueryException if the database cannot answer it
   */
  public QueryPlan plan(SelectTree<?> tree) {
    return new Planning(new Scope(models, null, maxAliasBytes), new int[1]).plan(tree);
  }

  /** What an expression turned out to be while its neighbours are not known yet. */
  private sealed interface Operand {}

  /** One column, or the several of a composite reference. */
  private record ColumnsOperand(List<ColumnNode> columns) implements Operand {}

  private record ValueOperand(int slot, Object value) implements Operand {}

  private record NodeOperand(PlanNode node) implements Operand {}

  /** Plans one query; a subquery has a planning of its own that shares the numbers of values. */
  private final class Planning implements TreeVisitor<Operand> {
    private final Scope scope;
    private final int[] nextSlot;

    Planning(Scope scope, int[] nextSlot) {
      this.scope = scope;
      this.nextSlot = nextSlot;
    }

    QueryPlan plan(SelectTree<?> tree) {
      Source<?> from = tree.from().source();
      List<PlanNode> where = new ArrayList<>();
      for (QueryPlan.Pair tie : scope.begin(from)) {
        where.add(new CallNode(Operator.EQ, List.of(tie.right(), tie.left())));
      }
      subtype(from).ifPresent(where::add);
      List<ResultColumn> result = new ArrayList<>();
      tree.result().accept(new Results(result));
      for (Condition condition : tree.where()) {
        where.add(condition(condition));
      }
      List<SortKey> orderBy = new ArrayList<>();
      for (Order order : tree.orderBy()) {
        orderBy.addAll(sortKeys(order));
      }
      ValueNode offset = null;
      if (tree.offset() > 0) {
        offset = Operands.byClass(nextSlot[0]++, tree.offset());
      }
      return new QueryPlan(
          scope.tables(),
          List.copyOf(result),
          List.copyOf(where),
          List.copyOf(orderBy),
          tree.limit(),
          offset);
    }

    /** A table of one subtype reads its rows only. */
    private Optional<PlanNode> subtype(Source<?> from) {
      if (from.kind() != Source.Kind.SUBTYPE) {
        return Optional.empty();
      }
      Scope.Instance rows = scope.instance(from);
      String discriminator = String.valueOf(rows.table().schema().discriminator());
      ColumnNode column = rows.column(discriminator);
      return Optional.of(new CallNode(
          Operator.EQ,
          List.of(
              column, ValueNode.constant(column.column().type(), String.valueOf(from.name())))));
    }

    private List<SortKey> sortKeys(Order order) {
      if (!(order.by().accept(this) instanceof ColumnsOperand columns)) {
        throw Scope.invalid(
            "Cannot sort by this expression", "only columns have an order", "Sort by a column.");
      }
      List<SortKey> keys = new ArrayList<>();
      for (ColumnNode column : columns.columns()) {
        requireOrdered(column, "sort by");
        keys.add(new SortKey(column, order.descending(), order.nulls()));
      }
      return keys;
    }

    private PlanNode condition(Expression<?> expression) {
      Operand operand = expression.accept(this);
      if (operand instanceof NodeOperand node) {
        return node.node();
      }
      if (operand instanceof ColumnsOperand columns && columns.columns().size() == 1) {
        return columns.columns().get(0);
      }
      if (operand instanceof ValueOperand value) {
        return Operands.byClass(value.slot(), value.value());
      }
      throw composite("use as a condition");
    }

    @Override
    public Operand column(Column<?, ?> column) {
      Scope.Instance instance = scope.instance(column.source());
      TableModel table = instance.table();
      if (column.name().isEmpty()) {
        return new ColumnsOperand(instance.key()); // the row itself, see refersTo
      }
      return table
          .schema()
          .foreignKey(column.name())
          .map(key -> new ColumnsOperand(instance.columns(key.columns())))
          .orElseGet(() -> new ColumnsOperand(List.of(instance.column(column.name()))));
    }

    @Override
    public Operand value(Object value) {
      return new ValueOperand(nextSlot[0]++, value);
    }

    @Override
    public Operand subquery(Subquery<?> query) {
      Scope inner = new Scope(models, scope, maxAliasBytes);
      return new NodeOperand(
          new SubqueryNode(new Planning(inner, nextSlot).plan(((Select<?>) query).tree())));
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
    public Operand call(Operator operator, List<Expression<?>> arguments) {
      List<Operand> operands = new ArrayList<>(arguments.size());
      if (operator == Operator.AND || operator == Operator.OR || operator == Operator.NOT) {
        List<PlanNode> nodes = new ArrayList<>(arguments.size());
        for (Expression<?> argument : arguments) {
          nodes.add(condition(argument));
        }
        if (nodes.isEmpty()) {
          return new NodeOperand(new TruthNode(operator == Operator.AND));
        }
        return new NodeOperand(
            nodes.size() == 1 && operator != Operator.NOT
                ? nodes.get(0)
                : new CallNode(operator, List.copyOf(nodes)));
      }
      List<ColumnNode> anchor = List.of();
      for (Expression<?> argument : arguments) {
        Operand operand = argument.accept(this);
        if (anchor.isEmpty() && operand instanceof ColumnsOperand columns) {
          anchor = columns.columns();
        }
        operands.add(operand);
      }
      for (ColumnNode column : anchor) {
        requireComparable(operator, column);
      }
      return new NodeOperand(
          switch (operator) {
            case IN, NOT_IN -> membership(operator, operands, anchor);
            case EQ, NE, IS_NULL, IS_NOT_NULL -> pairwise(operator, operands, anchor);
            default -> new CallNode(operator, single(operator, operands, anchor));
          });
    }

    private void requireComparable(Operator operator, ColumnNode column) {
      switch (operator) {
        case LT, LE, GT, GE, BETWEEN -> requireOrdered(column, "compare by order");
        case IS_NULL, IS_NOT_NULL, EXISTS -> {}
        default -> {
          if (column.column().type().kind() == Kind.JSON) {
            throw Scope.invalid(
                "Cannot compare " + column.column().place(),
                "JSON documents are not compared as a whole",
                "Keep what you search by in a column of its own.");
          }
        }
      }
    }

    private void requireOrdered(ColumnNode column, String what) {
      ColumnModel model = column.column();
      if (!ordered.test(model.type())) {
        throw new UnsupportedQueryException(
            Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot " + what + " " + model.place())
                .because("this database has no order for " + model.type())
                .fix(
                    model.type().kind() == Kind.DECIMAL
                        ? "Declare it with @Numeric and a precision of at most 18."
                        : "Use a column of another type.")
                .at(model.entity(), model.schema().component()));
      }
    }

    private PlanNode membership(
        Operator operator, List<Operand> operands, List<ColumnNode> anchor) {
      if (operands.get(1) instanceof NodeOperand subquery) {
        return new CallNode(operator, List.of(one(anchor, operator), subquery.node()));
      }
      ColumnNode column = one(anchor, operator);
      ValueOperand values = (ValueOperand) operands.get(1);
      if (values.value() instanceof List<?> list && list.isEmpty()) {
        return new TruthNode(operator == Operator.NOT_IN);
      }
      UnaryOperator<Object> part =
          value -> value instanceof Ref<?> ref ? Operands.keyPart(ref, 0) : value;
      return new CallNode(
          operator, List.of(column, Operands.elements(values.slot(), column, part)));
    }

    private static ColumnNode one(List<ColumnNode> columns, Operator operator) {
      if (columns.size() != 1) {
        throw composite("use " + operator + " with");
      }
      return columns.get(0);
    }

    /** Equality and null of references that have several columns is that of all of them. */
    private static PlanNode pairwise(
        Operator operator, List<Operand> operands, List<ColumnNode> anchor) {
      if (anchor.size() <= 1) {
        return new CallNode(operator, single(operator, operands, anchor));
      }
      boolean negated = operator == Operator.NE || operator == Operator.IS_NOT_NULL;
      Operator positive = switch (operator) {
        case NE -> Operator.EQ;
        case IS_NOT_NULL -> Operator.IS_NULL;
        default -> operator;
      };
      List<PlanNode> all = new ArrayList<>();
      for (int i = 0; i < anchor.size(); i++) {
        List<PlanNode> arguments = new ArrayList<>();
        for (Operand operand : operands) {
          arguments.add(
              operand instanceof ColumnsOperand columns
                  ? columns.columns().get(i)
                  : Operands.ofReference(((ValueOperand) operand).slot(), i, anchor.get(i)));
        }
        all.add(new CallNode(positive, arguments));
      }
      PlanNode and = new CallNode(Operator.AND, all);
      return negated ? new CallNode(Operator.NOT, List.of(and)) : and;
    }

    private static List<PlanNode> single(
        Operator operator, List<Operand> operands, List<ColumnNode> anchor) {
      List<PlanNode> nodes = new ArrayList<>(operands.size());
      for (int i = 0; i < operands.size(); i++) {
        Operand operand = operands.get(i);
        if (operand instanceof NodeOperand node) {
          nodes.add(node.node());
        } else if (operand instanceof ColumnsOperand columns) {
          nodes.add(one(columns.columns(), operator));
        } else if (operand instanceof ValueOperand value) {
          nodes.add(value(operator, i, value, anchor));
        }
      }
      return List.copyOf(nodes);
    }

    private static PlanNode value(
        Operator operator, int position, ValueOperand value, List<ColumnNode> anchor) {
      if (anchor.isEmpty()) {
        return Operands.byClass(value.slot(), value.value());
      }
      return value.value() instanceof Ref<?>
          ? Operands.ofReference(value.slot(), 0, anchor.get(0))
          : Operands.compared(value.slot(), operator, position, anchor.get(0));
    }

    /** Collects the columns of the result. */
    private final class Results implements TreeVisitor<Results> {
      private final List<ResultColumn> result;

      Results(List<ResultColumn> result) {
        this.result = result;
      }

      @Override
      public Results column(Column<?, ?> column) {
        if (Planning.this.column(column) instanceof ColumnsOperand columns) {
          columns.columns().forEach(node -> result.add(ResultColumn.of(node)));
        }
        return this;
      }

      @Override
      public Results value(Object value) {
        nextSlot[0]++; // its reader knows it; nothing is selected
        return this;
      }

      @Override
      public Results call(Operator operator, List<Expression<?>> arguments) {
        if (Planning.this.call(operator, arguments) instanceof NodeOperand node) {
          result.add(
              new ResultColumn(node.node(), "a condition", ColumnType.of(Kind.BOOLEAN), null));
        }
        return this;
      }

      @Override
      public Results row(List<Selectable<?>> parts, RowReader<?> reader) {
        for (Selectable<?> part : parts) {
          part.accept(this);
        }
        return this;
      }

      @Override
      public Results table(Source<?> source, RowReader<?> reader) {
        Scope.Instance instance = scope.instance(source);
        if (instance.optional()) {
          throw Scope.invalid(
              "Cannot select " + instance.table().entity() + " as a whole",
              "the reference that leads to it may be null",
              "Select its columns, or add a condition on the reference and follow it.");
        }
        for (ColumnModel column : instance.table().columns()) {
          result.add(ResultColumn.of(instance.column(column)));
        }
        return this;
      }
    }
  }

  private static UnsupportedQueryException composite(String what) {
    return new UnsupportedQueryException(Failure.of(
            ErrorCode.UNSUPPORTED_QUERY, "Cannot " + what + " a reference of several columns")
        .because("it is no single value")
        .fix("Compare it with eq, ne, refersTo, isNull or isNotNull."));
  }
}
