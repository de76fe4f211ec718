package orm.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.model.Ref;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.RescaledNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.spi.convert.TypeConverter;

/**
 * Plans operators whose operands are known: gives each value the type of what it is compared with,
 * brings decimals to one number of digits, takes references of several columns apart, and refuses
 * what this database cannot compare. Knows no tables. Immutable and safe for use by several
 * threads.
 */
final class OperatorPlanner {
  private final Predicate<ColumnType> ordered;

  /** {@code ordered} tells whether the database can compare and sort values of a type. */
  OperatorPlanner(Predicate<ColumnType> ordered) {
    this.ordered = ordered;
  }

  /** Whether the values among the arguments take the type of what they are compared with. */
  static boolean compares(Operator operator) {
    return operator.compareTo(Operator.NOT_IN) <= 0 || operator == Operator.DISTINCT_FROM;
  }

  PlanNode call(Operator operator, List<Operand> operands) {
    return switch (operator) {
      case IN, NOT_IN -> membership(operator, operands);
      case EQ, NE, IS_NULL, IS_NOT_NULL, DISTINCT_FROM -> pairwise(operator, operands);
      default -> computed(operator, operands);
    };
  }

  // ---- What can be compared

  boolean isOrdered(ColumnType type) {
    return ordered.test(type);
  }

  void requireOrdered(PlanNode node, String what) {
    ValueType value = node.value();
    TypeConverter<?, ?> converter = value.converter();
    if (converter != null && !converter.keepsOrder() && value.type().kind() != Kind.JSON) {
      String name = converter.getClass().getName();
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot " + what + " " + value.place())
              .because("converter " + name + " does not say that what it stores keeps the order of "
                  + converter.javaType().getName())
              .fix("Let keepsOrder() of the converter return true if it does; else sort in Java.")
              .at(value.entity(), value.component()));
    }
    if (!ordered.test(value.type())) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot " + what + " " + value.place())
              .because("this database has no order for " + value.type())
              .fix(
                  value.type().kind() == Kind.DECIMAL
                      ? "Declare it with @Numeric and a precision of at most 18."
                      : "Use a column of another type.")
              .at(value.entity(), value.component()));
    }
  }

  private void requireComparable(Operator operator, List<PlanNode> nodes) {
    switch (operator) {
      case LT, LE, GT, GE, BETWEEN -> requireOrdered(nodes.get(0), "compare by order");
      case MIN, MAX, GREATEST, LEAST -> requireOrdered(nodes.get(0), "take the least of");
      case PLUS, MINUS, TIMES, SUM, AVG, NEGATE, ABS -> {
        if (nodes.get(0).type().kind() == Kind.DECIMAL) {
          requireOrdered(nodes.get(0), "compute with");
        }
      }
      default -> {}
    }
  }

  private static void requireEquality(PlanNode node) {
    Kind kind = node.type().kind();
    if (kind == Kind.JSON) {
      throw Scope.invalid(
          "Cannot compare " + node.value().place(),
          "JSON documents are not compared as a whole",
          "Keep what you search by in a column of its own, or compare a member.");
    }
    if (kind == Kind.INTERVAL) {
      throw Scope.invalid(
          "Cannot compare " + node.value().place(),
          "whether a month is 30 days is not the same everywhere, so intervals are not compared",
          "Compare what you add it to, or keep an exact length as a Duration.");
    }
  }

  // ---- Membership

  private static PlanNode membership(Operator operator, List<Operand> operands) {
    if (operands.get(1) instanceof Operand.Node rows) {
      PlanNode operand = operands.get(0).single(words(operator));
      int width = operand instanceof TupleNode tuple ? tuple.parts().size() : 1;
      QueryPlan plan = ((SubqueryNode) rows.node()).plan();
      if (plan.result().size() != width) {
        throw Scope.invalid(
            "Cannot look for " + width + " value(s) in a query",
            "the query gives " + plan.result().size() + " columns",
            "Select as many columns as there are operands.");
      }
      return among(operator, operand, plan);
    }
    Operand.Value values = (Operand.Value) operands.get(1);
    if (values.value() instanceof List<?> list && list.isEmpty()) {
      return new TruthNode(operator == Operator.NOT_IN);
    }
    if (operands.get(0) instanceof Operand.Columns columns && columns.columns().size() > 1) {
      return compositeMembership(operator, columns.columns(), values);
    }
    if (operands.get(0) instanceof Operand.Node node && node.node() instanceof TupleNode tuple) {
      return tupleMembership(operator, tuple, values);
    }
    PlanNode operand = operands.get(0).single(words(operator));
    requireEquality(operand);
    UnaryOperator<Object> part =
        value -> value instanceof Ref<?> ref ? Operands.keyPart(ref, 0) : value;
    return CallNode.condition(
        operator, List.of(operand, Operands.elements(values.slot(), operand.value(), part)));
  }

  /** Decimals are compared with the same number of digits behind the point. */
  private static PlanNode among(Operator operator, PlanNode operand, QueryPlan plan) {
    List<PlanNode> operands = operand instanceof TupleNode tuple
        ? new ArrayList<>(tuple.parts())
        : new ArrayList<>(List.of(operand));
    List<PlanNode> result = new ArrayList<>(plan.result());
    for (int i = 0; i < result.size(); i++) {
      PlanNode left = operands.get(i);
      PlanNode right = result.get(i);
      if (right.type().scale() >= left.type().scale()) {
        operands.set(i, rescaled(left, right.value()));
      } else {
        result.set(i, rescaled(right, left.value()));
      }
    }
    boolean changed = !result.equals(plan.result());
    if (changed && (!plan.parts().isEmpty() || plan.distinct() != null)) {
      throw Scope.invalid(
          "Cannot look for a decimal in a query",
          "its rows are distinct or combined, and have fewer digits behind the point",
          "Select decimals of the same scale, or leave out distinct().");
    }
    PlanNode left =
        operand instanceof TupleNode ? new TupleNode(List.copyOf(operands)) : operands.get(0);
    QueryPlan rows = changed ? plan.withResult(result) : plan;
    return CallNode.condition(operator, List.of(left, new SubqueryNode(rows)));
  }

  /** The values travel as one list for each operand. */
  private static PlanNode tupleMembership(
      Operator operator, TupleNode operands, Operand.Value values) {
    List<PlanNode> lists = new ArrayList<>();
    for (int i = 0; i < operands.parts().size(); i++) {
      PlanNode operand = operands.parts().get(i);
      requireEquality(operand);
      int part = i;
      lists.add(
          Operands.elements(values.slot(), operand.value(), row -> ((List<?>) row).get(part)));
    }
    return among(operator, operands, lists);
  }

  /** The keys travel as one list for each of their columns. */
  private static PlanNode compositeMembership(
      Operator operator, List<ColumnNode> columns, Operand.Value values) {
    List<PlanNode> lists = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int part = i;
      lists.add(Operands.elements(
          values.slot(), columns.get(i).value(), ref -> Operands.keyPart((Ref<?>) ref, part)));
    }
    return among(operator, new TupleNode(List.copyOf(columns)), lists);
  }

  private static PlanNode among(Operator operator, TupleNode operands, List<PlanNode> lists) {
    PlanNode among =
        CallNode.condition(Operator.IN, List.of(operands, new TupleNode(List.copyOf(lists))));
    return operator == Operator.IN ? among : CallNode.condition(Operator.NOT, List.of(among));
  }

  // ---- Equality

  /** Equality and null of references that have several columns is that of all of them. */
  private static PlanNode pairwise(Operator operator, List<Operand> operands) {
    List<ColumnNode> columns = List.of();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Columns found && columns.isEmpty()) {
        columns = found.columns();
      }
    }
    if (columns.size() <= 1) {
      return compared(operator, operands, columns);
    }
    boolean negated = operator == Operator.NE
        || operator == Operator.IS_NOT_NULL
        || operator == Operator.DISTINCT_FROM;
    Operator positive = switch (operator) {
      case NE -> Operator.EQ;
      case IS_NOT_NULL -> Operator.IS_NULL;
      case DISTINCT_FROM -> throw Operand.composite("use isDistinctFrom with");
      default -> operator;
    };
    List<PlanNode> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<PlanNode> arguments = new ArrayList<>();
      for (Operand operand : operands) {
        arguments.add(
            operand instanceof Operand.Columns found
                ? found.columns().get(i)
                : Operands.ofReference(
                    ((Operand.Value) operand).slot(), i, columns.get(i).value()));
      }
      all.add(CallNode.condition(positive, arguments));
    }
    PlanNode and = CallNode.condition(Operator.AND, all);
    return negated ? CallNode.condition(Operator.NOT, List.of(and)) : and;
  }

  private static PlanNode compared(
      Operator operator, List<Operand> operands, List<ColumnNode> columns) {
    ValueType anchor = anchor(operator, operands);
    List<PlanNode> nodes = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      if (operand instanceof Operand.Value value && value.value() instanceof Ref<?>) {
        if (columns.isEmpty()) {
          throw Operand.composite("compare with");
        }
        nodes.add(Operands.ofReference(value.slot(), 0, columns.get(0).value()));
      } else {
        nodes.add(argument(operator, i, operand, anchor));
      }
    }
    if (operator != Operator.IS_NULL && operator != Operator.IS_NOT_NULL) {
      nodes.forEach(OperatorPlanner::requireEquality);
      if (anchor != null) {
        nodes.replaceAll(node -> rescaled(node, anchor));
      }
    }
    return CallNode.condition(operator, List.copyOf(nodes));
  }

  // ---- Everything else

  private PlanNode computed(Operator operator, List<Operand> operands) {
    ValueType anchor = operator == Operator.LIST_CONTAINS || operator == Operator.RANGE_HOLDS
        ? element(operands)
        : anchor(operator, operands);
    List<PlanNode> nodes = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      nodes.add(argument(operator, i, operands.get(i), anchor));
    }
    Disclosure.spread(nodes);
    if (isArithmetic(operator)) {
      requireOneScale(operator, nodes);
    } else if (anchor != null && sharesType(operator)) {
      for (int i = 0; i < nodes.size(); i++) {
        if (!isCondition(operator, i, nodes.size())) {
          nodes.set(i, rescaled(nodes.get(i), anchor));
        }
      }
    }
    requireComparable(operator, nodes);
    Typing.requireUnit(operator, nodes);
    return new CallNode(operator, List.copyOf(nodes), Typing.of(operator, nodes));
  }

  private static @Nullable ValueType element(List<Operand> operands) {
    if (operands.get(0) instanceof Operand.Columns columns) {
      ValueType list = columns.columns().get(0).value();
      ColumnType element = list.type().element();
      return element == null
          ? null
          : new ValueType(list.place(), element, list.converter(), list.disclosure());
    }
    return null;
  }

  /** Sums and differences of decimals need the same number of digits behind the point. */
  private static void requireOneScale(Operator operator, List<PlanNode> nodes) {
    if (operator == Operator.TIMES
        || operator == Operator.DIVIDE
        || nodes.get(0).type().kind() != Kind.DECIMAL) {
      return;
    }
    PlanNode widest = nodes.get(0);
    for (PlanNode node : nodes) {
      widest = node.type().scale() > widest.type().scale() ? node : widest;
    }
    for (int i = 0; i < nodes.size(); i++) {
      nodes.set(i, rescaled(nodes.get(i), widest.value()));
    }
  }

  private static boolean isArithmetic(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> true;
      default -> false;
    };
  }

  // ---- The types of values

  /** Whether all values that an operator chooses from, or compares, are of one type. */
  private static boolean sharesType(Operator operator) {
    return switch (operator) {
      case COALESCE, NULL_IF, GREATEST, LEAST, CASE, LT, LE, GT, GE, BETWEEN -> true;
      default -> false;
    };
  }

  /** Whether both operands are ranges of one kind; a network is compared with an address too. */
  private static boolean sharesRange(Operator operator, List<Operand> operands) {
    return switch (operator) {
      case ENCLOSES, OVERLAPS, WITHIN ->
        !(operands.get(0) instanceof Operand.Value)
            && operands.get(0).single("compare").type().kind() == Kind.RANGE;
      default -> false;
    };
  }

  private static boolean isCondition(Operator operator, int position, int size) {
    return operator == Operator.CASE && position % 2 == 0 && position != size - 1;
  }

  /**
   * What values are compared with: the operand that has a type of its own, and where there is none
   * the decimal with most digits behind the point.
   */
  private static @Nullable ValueType anchor(Operator operator, List<Operand> operands) {
    if (!compares(operator) && !sharesType(operator) && !sharesRange(operator, operands)) {
      return null;
    }
    ValueType widest = null;
    ValueType finest = null;
    List<PlanNode> others = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if (isCondition(operator, i, operands.size())) {
        continue;
      }
      Operand operand = operands.get(i);
      if (!(operand instanceof Operand.Value value)) {
        PlanNode other = operand.single("compare");
        others.add(other);
        ValueType type = other.value();
        if (widest == null || type.type().scale() > widest.type().scale()) {
          widest = type;
        }
      } else if (value.value() instanceof BigDecimal decimal
          && (finest == null || finest.type().scale() < decimal.scale())) {
        finest = ValueType.computed(Operands.typeOf(decimal));
      }
    }
    return widest == null ? finest : widest.madeOf(others);
  }

  private static PlanNode argument(
      Operator operator, int position, Operand operand, @Nullable ValueType anchor) {
    if (operand instanceof Operand.Value value
        && anchor != null
        && !isCondition(operator, position, Integer.MAX_VALUE)) {
      return value.isLiteral()
          ? LiteralNode.of(value.value(), anchor)
          : Operands.compared(value.slot(), operator, position, anchor);
    }
    return operand.single(words(operator));
  }

  private static PlanNode rescaled(PlanNode node, ValueType to) {
    if (!node.type().hasScale() || !to.type().hasScale()) {
      return node;
    }
    return node.type().scale() == to.type().scale()
        ? node
        : new RescaledNode(node, ValueType.computed(to.type()).madeOf(List.of(node)));
  }

  private static String words(Operator operator) {
    return "use " + operator + " with";
  }
}
