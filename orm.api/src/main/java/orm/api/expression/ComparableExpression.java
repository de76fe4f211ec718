package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An expression whose values have one order on every database.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface ComparableExpression<T> extends Expression<T> {
  /**
   * Is less than a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition lt(T value) {
    return Nodes.condition(Operator.LT, this, Nodes.value(value));
  }

  /**
   * Is less than another expression.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition lt(Expression<T> other) {
    return Nodes.condition(Operator.LT, this, other);
  }

  /**
   * Is less than or equal to a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition le(T value) {
    return Nodes.condition(Operator.LE, this, Nodes.value(value));
  }

  /**
   * Is less than or equal to another expression.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition le(Expression<T> other) {
    return Nodes.condition(Operator.LE, this, other);
  }

  /**
   * Is greater than a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition gt(T value) {
    return Nodes.condition(Operator.GT, this, Nodes.value(value));
  }

  /**
   * Is greater than another expression.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition gt(Expression<T> other) {
    return Nodes.condition(Operator.GT, this, other);
  }

  /**
   * Is greater than or equal to a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition ge(T value) {
    return Nodes.condition(Operator.GE, this, Nodes.value(value));
  }

  /**
   * Is greater than or equal to another expression.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition ge(Expression<T> other) {
    return Nodes.condition(Operator.GE, this, other);
  }

  /**
   * Lies between two values.
   *
   * @param low the lower end, included, not null
   * @param high the upper end, included, not null
   * @return the condition
   */
  default Condition between(T low, T high) {
    return Nodes.condition(Operator.BETWEEN, this, Nodes.value(low), Nodes.value(high));
  }

  /** {@return a sort key with smaller values first and nulls last} */
  default Order asc() {
    return new Order(this, false, Order.Nulls.LAST);
  }

  /** {@return a sort key with greater values first and nulls last} */
  default Order desc() {
    return new Order(this, true, Order.Nulls.LAST);
  }

  /**
   * Lies between two expressions.
   *
   * @param low the lower end, included
   * @param high the upper end, included
   * @return the condition
   */
  default Condition between(Expression<T> low, Expression<T> high) {
    return Nodes.condition(Operator.BETWEEN, this, low, high);
  }

  /** {@return the least value of the rows, null where there is none} */
  default Aggregate<T> min() {
    return Nodes.aggregate(Operator.MIN, reader(), this);
  }

  /** {@return the greatest value of the rows, null where there is none} */
  default Aggregate<T> max() {
    return Nodes.aggregate(Operator.MAX, reader(), this);
  }

  @Override
  default ComparableExpression<T> coalesce(T value) {
    return Nodes.comparable(Operator.COALESCE, reader(), this, Nodes.value(value));
  }

  @Override
  default ComparableExpression<T> coalesce(Expression<T> other) {
    return Nodes.comparable(Operator.COALESCE, reader(), this, other);
  }

  @Override
  default ComparableExpression<T> nullIf(T value) {
    return Nodes.comparable(Operator.NULL_IF, reader(), this, Nodes.value(value));
  }
}
