package orm.api.expression;

import java.math.BigDecimal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A number. Arithmetic keeps the type, so that nothing is rounded silently: bring both sides to one
 * type first. A result that does not fit its type is an error on every database, and so is a
 * division by zero.
 *
 * @param <N> the Java type
 */
@ProviderType
public interface NumberExpression<N extends Number> extends ComparableExpression<N> {
  /**
   * Adds a value.
   *
   * @param value the value, not null
   * @return the sum
   */
  default NumberExpression<N> plus(N value) {
    return Nodes.number(Operator.PLUS, reader(), this, Nodes.value(value));
  }

  /**
   * Adds another expression.
   *
   * @param other the other one
   * @return the sum
   */
  default NumberExpression<N> plus(Expression<N> other) {
    return Nodes.number(Operator.PLUS, reader(), this, other);
  }

  /**
   * Subtracts a value.
   *
   * @param value the value, not null
   * @return the difference
   */
  default NumberExpression<N> minus(N value) {
    return Nodes.number(Operator.MINUS, reader(), this, Nodes.value(value));
  }

  /**
   * Subtracts another expression.
   *
   * @param other the other one
   * @return the difference
   */
  default NumberExpression<N> minus(Expression<N> other) {
    return Nodes.number(Operator.MINUS, reader(), this, other);
  }

  /**
   * Multiplies by a value.
   *
   * @param value the value, not null
   * @return the product
   */
  default NumberExpression<N> times(N value) {
    return Nodes.number(Operator.TIMES, reader(), this, Nodes.value(value));
  }

  /**
   * Multiplies by another expression.
   *
   * @param other the other one
   * @return the product
   */
  default NumberExpression<N> times(Expression<N> other) {
    return Nodes.number(Operator.TIMES, reader(), this, other);
  }

  /**
   * Divides by a value.
   *
   * @param value the value, not null
   * @return the quotient; integers lose their fraction
   */
  default NumberExpression<N> dividedBy(N value) {
    return Nodes.number(Operator.DIVIDE, reader(), this, Nodes.value(value));
  }

  /**
   * Divides by another expression.
   *
   * @param other the other one
   * @return the quotient; integers lose their fraction
   */
  default NumberExpression<N> dividedBy(Expression<N> other) {
    return Nodes.number(Operator.DIVIDE, reader(), this, other);
  }

  /**
   * Leaves what remains of a division of integers by a value.
   *
   * @param value the value, not null
   * @return the remainder, with the sign of this
   */
  default NumberExpression<N> remainder(N value) {
    return Nodes.number(Operator.REMAINDER, reader(), this, Nodes.value(value));
  }

  /**
   * Leaves what remains of a division of integers by another expression.
   *
   * @param other the other one
   * @return the remainder, with the sign of this
   */
  default NumberExpression<N> remainder(Expression<N> other) {
    return Nodes.number(Operator.REMAINDER, reader(), this, other);
  }

  /** {@return the opposite number} */
  default NumberExpression<N> negated() {
    return Nodes.number(Operator.NEGATE, reader(), this);
  }

  /** {@return the number without its sign} */
  default NumberExpression<N> abs() {
    return Nodes.number(Operator.ABS, reader(), this);
  }

  /** {@return this as a 64-bit integer; a fraction is cut off} */
  default NumberExpression<Long> asLong() {
    return Nodes.number(Operator.AS_LONG, Nodes.LONG, this);
  }

  /** {@return this integer or decimal as an exact decimal} */
  default NumberExpression<BigDecimal> asDecimal() {
    return Nodes.number(Operator.AS_DECIMAL, Nodes.DECIMAL, this);
  }

  /** {@return this as a binary floating-point number, the nearest one} */
  default NumberExpression<Double> asDouble() {
    return Nodes.number(Operator.AS_DOUBLE, Nodes.DOUBLE, this);
  }

  /**
   * Adds up the rows in the type of this expression; an error where the sum does not fit, so take
   * {@code asLong().sum()} of many large integers.
   *
   * @return the sum, null where there are no rows
   */
  default NumberAggregate<N> sum() {
    return Nodes.numberAggregate(Operator.SUM, reader(), this);
  }

  /** {@return the mean as a floating-point number, null where there are no rows} */
  default NumberAggregate<Double> avg() {
    return Nodes.numberAggregate(Operator.AVG, Nodes.DOUBLE, this);
  }

  @Override
  default NumberAggregate<N> min() {
    return Nodes.numberAggregate(Operator.MIN, reader(), this);
  }

  @Override
  default NumberAggregate<N> max() {
    return Nodes.numberAggregate(Operator.MAX, reader(), this);
  }

  @Override
  default NumberExpression<N> coalesce(N value) {
    return Nodes.number(Operator.COALESCE, reader(), this, Nodes.value(value));
  }

  @Override
  default NumberExpression<N> coalesce(Expression<N> other) {
    return Nodes.number(Operator.COALESCE, reader(), this, other);
  }

  @Override
  default NumberExpression<N> nullIf(N value) {
    return Nodes.number(Operator.NULL_IF, reader(), this, Nodes.value(value));
  }
}
