package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.type.Range;

/**
 * A range. SQLite keeps ranges as text and cannot look into them: there only equality is known, and
 * the rest is refused.
 *
 * @param <T> the type of the bounds
 */
@ProviderType
public interface RangeExpression<T extends Comparable<? super T>> extends Expression<Range<T>> {
  /**
   * Holds a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition contains(T value) {
    return Nodes.condition(Operator.RANGE_HOLDS, this, Nodes.value(value));
  }

  /**
   * Holds the value of an expression.
   *
   * @param value the expression
   * @return the condition
   */
  default Condition contains(Expression<T> value) {
    return Nodes.condition(Operator.RANGE_HOLDS, this, value);
  }

  /**
   * Holds all values of another range.
   *
   * @param other the range, not null
   * @return the condition
   */
  default Condition encloses(Range<T> other) {
    return Nodes.condition(Operator.ENCLOSES, this, Nodes.value(other));
  }

  /**
   * Has a value in common with another range.
   *
   * @param other the range, not null
   * @return the condition
   */
  default Condition overlaps(Range<T> other) {
    return Nodes.condition(Operator.OVERLAPS, this, Nodes.value(other));
  }

  /**
   * Has a value in common with the range of an expression.
   *
   * @param other the expression
   * @return the condition
   */
  default Condition overlaps(RangeExpression<T> other) {
    return Nodes.condition(Operator.OVERLAPS, this, other);
  }

  /**
   * Has no value that another range does not hold.
   *
   * @param other the range, not null
   * @return the condition
   */
  default Condition within(Range<T> other) {
    return Nodes.condition(Operator.WITHIN, this, Nodes.value(other));
  }
}
