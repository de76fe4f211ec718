package orm.engine.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Operator;
import orm.api.expression.Window;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.convert.TypeConverter;

/** A condition or value of a plan: everything resolved, nothing said in SQL. Immutable. */
public sealed interface PlanNode {
  /** The type of conditions. */
  ValueType CONDITION = ValueType.computed(ColumnType.of(Kind.BOOLEAN));

  /** {@return what the value is} */
  ValueType value();

  /** {@return how the value is stored} */
  default ColumnType type() {
    return value().type();
  }

  /** {@return whether it can be null} */
  default boolean nullable() {
    return true;
  }

  /**
   * A column of a table of the plan.
   *
   * @param alias the table
   * @param name the column, as the database has it
   * @param value what it holds
   * @param nullable whether it can be null here, be it by itself or by an outer join
   */
  record ColumnNode(String alias, String name, ValueType value, boolean nullable)
      implements PlanNode {}

  /**
   * A value of the query.
   *
   * @param slot the position among the query's values; {@link #CONSTANT} for one that is always the
   *     same
   * @param type the type to send it as
   * @param change makes the value that is sent from the one that was given
   * @param elements whether it is a collection that is sent as one parameter
   * @param converter what converts it back where the query gives it; null where none is needed
   * @param disclosure who may see it
   */
  record ValueNode(
      int slot,
      ColumnType type,
      UnaryOperator<Object> change,
      boolean elements,
      @Nullable TypeConverter<?, ?> converter,
      Disclosure disclosure)
      implements PlanNode {
    /** The slot of a value that belongs to the plan and not to the query. */
    public static final int CONSTANT = -1;

    /**
     * Makes a value that needs no converter.
     *
     * @param slot the position among the query's values
     * @param type the type to send it as
     * @param change makes the value that is sent from the one that was given
     * @param elements whether it is a collection that is sent as one parameter
     * @param disclosure who may see it
     */
    public ValueNode(
        int slot,
        ColumnType type,
        UnaryOperator<Object> change,
        boolean elements,
        Disclosure disclosure) {
      this(slot, type, change, elements, null, disclosure);
    }

    static ValueNode constant(ColumnType type, Object value) {
      return new ValueNode(CONSTANT, type, ignored -> value, false, Disclosure.OPEN);
    }

    /** The same value, for others to see. */
    ValueNode shownTo(Disclosure others) {
      return new ValueNode(slot, type, change, elements, converter, others);
    }

    @Override
    public ValueType value() {
      return new ValueType("a value", type, converter, disclosure);
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /**
   * A value that is stored in a column, and must meet what the column demands.
   *
   * @param given the value
   * @param column the column
   */
  record StoredNode(ValueNode given, ColumnModel column) implements PlanNode {
    @Override
    public ValueType value() {
      return ValueType.of(column);
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /**
   * No value.
   *
   * @param value of which column
   */
  record NullNode(ValueType value) implements PlanNode {}

  /**
   * A value that is written into the text, because the database must see that it is the same in two
   * places.
   *
   * @param literal a number, a text or a boolean
   * @param value what it is
   */
  record LiteralNode(Object literal, ValueType value) implements PlanNode {
    /** In the form in which it is stored. */
    static LiteralNode of(Object literal, ValueType value) {
      return value.converter() == null
          ? new LiteralNode(literal, value)
          : new LiteralNode(
              StoredValue.of(value.place(), value.type(), value.converter(), literal), value);
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /**
   * The next version of a row.
   *
   * @param version its version
   */
  record NextNode(ColumnNode version) implements PlanNode {
    @Override
    public ValueType value() {
      return version.value();
    }
  }

  /**
   * A part of an operator, such as a unit of time.
   *
   * @param constant the part
   */
  record ConstantNode(Object constant) implements PlanNode {
    @Override
    public ValueType value() {
      return CONDITION;
    }
  }

  /**
   * Always true or always false.
   *
   * @param truth which
   */
  record TruthNode(boolean truth) implements PlanNode {
    @Override
    public ValueType value() {
      return CONDITION;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /**
   * An operator with its arguments.
   *
   * @param operator the operator
   * @param arguments the arguments
   * @param value what it computes
   */
  record CallNode(Operator operator, List<PlanNode> arguments, ValueType value)
      implements PlanNode {
    /**
     * Joins two conditions.
     *
     * @param one the one
     * @param other the other
     * @return both
     */
    public static CallNode and(PlanNode one, PlanNode other) {
      return condition(Operator.AND, List.of(one, other));
    }

    static CallNode exists(QueryPlan plan) {
      return condition(Operator.EXISTS, List.of(new SubqueryNode(plan)));
    }

    static CallNode condition(Operator operator, List<PlanNode> arguments) {
      return new CallNode(operator, arguments, CONDITION);
    }

    /** {@return whether nobody may see the values that stand in it, however deep} */
    public boolean isSensitive() {
      return operator != Operator.EXISTS
          && operator != Operator.SCALAR
          && Disclosure.isSensitive(arguments);
    }

    @Override
    public boolean nullable() {
      return switch (operator) {
        case COUNT, COUNT_DISTINCT, COUNT_ROWS, NOW, ROW_NUMBER, RANK, DENSE_RANK, NTILE -> false;
        case COALESCE -> arguments.stream().allMatch(PlanNode::nullable);
        case PLUS,
            MINUS,
            TIMES,
            NEGATE,
            ABS,
            CONCAT,
            LOWER,
            UPPER,
            TRIM,
            LENGTH,
            AS_LONG,
            AS_DECIMAL,
            AS_DOUBLE -> arguments.stream().anyMatch(PlanNode::nullable);
        case EXTRACT, TRUNCATE_TIME -> arguments.get(0).nullable();
        default -> true;
      };
    }
  }

  /**
   * A decimal with another number of digits behind the point.
   *
   * @param decimal the decimal
   * @param value what it becomes; where that has fewer digits it is rounded half away from zero
   */
  record RescaledNode(PlanNode decimal, ValueType value) implements PlanNode {}

  /**
   * A value without the greatest length or number of digits that its column has.
   *
   * @param limited the value
   */
  record UnlimitedNode(PlanNode limited) implements PlanNode {
    @Override
    public ValueType value() {
      return limited.value();
    }

    @Override
    public boolean nullable() {
      return limited.nullable();
    }
  }

  /**
   * A function over a window.
   *
   * @param function the function or aggregate
   * @param partition rows with equal values here are seen together
   * @param order the order of the rows
   * @param frame which of them count; null for the default
   */
  record OverNode(
      CallNode function,
      List<PlanNode> partition,
      List<QueryPlan.SortKey> order,
      Window.@Nullable Frame frame)
      implements PlanNode {
    @Override
    public ValueType value() {
      return function.value();
    }

    @Override
    public boolean nullable() {
      return function.nullable();
    }
  }

  /**
   * Several operands that are compared as one.
   *
   * @param parts the operands
   */
  record TupleNode(List<PlanNode> parts) implements PlanNode {
    @Override
    public ValueType value() {
      return parts.get(0).value();
    }
  }

  /**
   * Text of the database's own language.
   *
   * @param texts the text around the holes
   * @param holes what stands in them
   * @param value what it computes
   */
  record FragmentNode(List<String> texts, List<PlanNode> holes, ValueType value)
      implements PlanNode {
    /** {@return whether nobody may see the values that stand in it, however deep} */
    public boolean isSensitive() {
      return Disclosure.isSensitive(holes);
    }
  }

  /**
   * A query inside the query.
   *
   * @param plan its plan
   */
  record SubqueryNode(QueryPlan plan) implements PlanNode {
    @Override
    public ValueType value() {
      return plan.result().isEmpty() ? CONDITION : plan.result().get(0).value();
    }
  }
}
