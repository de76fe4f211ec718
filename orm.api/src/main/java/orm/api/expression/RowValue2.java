package orm.api.expression;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Two operands that are compared as one, made by {@link Expressions#tuple}. Immutable.
 *
 * @param <A> the Java type of the first operand
 * @param <B> the Java type of the second operand
 */
public final class RowValue2<A, B> extends RowValue {
  RowValue2(Nodes.Tuple operands) {
    super(operands);
  }

  /**
   * Is equal to the values of any element. They are sent as one bind for each operand, however many
   * elements there are; none at all gives false.
   *
   * @param <V> what holds the values, often a record
   * @param elements the elements
   * @param first gives the first value of an element, not null
   * @param second gives the second value of an element, not null
   * @return the condition
   */
  public <V> Condition in(
      Collection<? extends V> elements,
      Function<? super V, ? extends A> first,
      Function<? super V, ? extends B> second) {
    return among(Operator.IN, elements, List.of(first, second));
  }

  /**
   * Is equal to the values of no element.
   *
   * @param <V> what holds the values, often a record
   * @param elements the elements
   * @param first gives the first value of an element, not null
   * @param second gives the second value of an element, not null
   * @return the condition; not true where an operand is null, unless there are no elements
   */
  public <V> Condition notIn(
      Collection<? extends V> elements,
      Function<? super V, ? extends A> first,
      Function<? super V, ? extends B> second) {
    return among(Operator.NOT_IN, elements, List.of(first, second));
  }
}
