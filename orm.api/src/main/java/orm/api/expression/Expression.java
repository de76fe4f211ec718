package orm.api.expression;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A value computed by the database. Immutable.
 *
 * <p>An operand is never null: a null operand is an error at the call, not a condition that is left
 * out. Comparing with a database null is neither true nor false, as in SQL.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface Expression<T> extends Selectable<T> {
  /**
   * Is equal to a value.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition eq(T value) {
    return Nodes.condition(Operator.EQ, this, Nodes.value(value));
  }

  /**
   * Is equal to another expression.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition eq(Expression<T> other) {
    return Nodes.condition(Operator.EQ, this, other);
  }

  /**
   * Is not equal to a value; not true for null.
   *
   * @param value the value, not null
   * @return the condition
   */
  default Condition ne(T value) {
    return Nodes.condition(Operator.NE, this, Nodes.value(value));
  }

  /**
   * Is not equal to another expression; not true for null.
   *
   * @param other the other one
   * @return the condition
   */
  default Condition ne(Expression<T> other) {
    return Nodes.condition(Operator.NE, this, other);
  }

  /**
   * Is equal to any of the values. They are sent as one bind, however many; none at all gives
   * false.
   *
   * @param values the values, none of them null
   * @return the condition
   */
  default Condition in(Collection<? extends T> values) {
    return Nodes.condition(Operator.IN, this, Nodes.values(values));
  }

  /**
   * Is equal to any row of a subquery.
   *
   * @param rows a query for one column
   * @return the condition
   */
  default Condition in(Subquery<T> rows) {
    return Nodes.condition(Operator.IN, this, Nodes.rows(rows));
  }

  /**
   * Is equal to none of the values; not true for null, true where there are no values.
   *
   * @param values the values, none of them null
   * @return the condition
   */
  default Condition notIn(Collection<? extends T> values) {
    return Nodes.condition(Operator.NOT_IN, this, Nodes.values(values));
  }

  /** {@return the condition that this is null} */
  default Condition isNull() {
    return Nodes.condition(Operator.IS_NULL, this);
  }

  /** {@return the condition that this is not null} */
  default Condition isNotNull() {
    return Nodes.condition(Operator.IS_NOT_NULL, this);
  }
}
