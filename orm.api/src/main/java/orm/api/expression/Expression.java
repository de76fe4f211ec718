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

  /**
   * Is equal to no row of a subquery. Rows that are null count as no row, unlike {@code NOT IN} of
   * SQL, which gives nothing at all beside a null.
   *
   * @param rows a query for one column
   * @return the condition; not true for null, unless there are no rows
   */
  default Condition notIn(Subquery<T> rows) {
    return Nodes.condition(Operator.NOT_IN, this, Nodes.rows(rows));
  }

  /**
   * Is different from another expression, where null is a value: two nulls are not different.
   *
   * @param other the other one
   * @return the condition, never unknown
   */
  default Condition isDistinctFrom(Expression<T> other) {
    return Nodes.condition(Operator.DISTINCT_FROM, this, other);
  }

  /**
   * Is different from a value; true for null.
   *
   * @param value the value, not null
   * @return the condition, never unknown
   */
  default Condition isDistinctFrom(T value) {
    return Nodes.condition(Operator.DISTINCT_FROM, this, Nodes.value(value));
  }

  /**
   * Takes a value where this is null.
   *
   * @param value the value, not null
   * @return the expression
   */
  default Expression<T> coalesce(T value) {
    return Nodes.plain(Operator.COALESCE, reader(), this, Nodes.value(value));
  }

  /**
   * Takes another expression where this is null.
   *
   * @param other the other one
   * @return the expression
   */
  default Expression<T> coalesce(Expression<T> other) {
    return Nodes.plain(Operator.COALESCE, reader(), this, other);
  }

  /**
   * Is null where this is equal to a value, else this.
   *
   * @param value the value, not null
   * @return the expression
   */
  default Expression<T> nullIf(T value) {
    return Nodes.plain(Operator.NULL_IF, reader(), this, Nodes.value(value));
  }

  /** {@return the number of rows in which this is not null} */
  default NumberAggregate<Long> count() {
    return Nodes.numberAggregate(Operator.COUNT, Nodes.LONG, this);
  }

  /** {@return the number of different values, without null} */
  default NumberAggregate<Long> countDistinct() {
    return Nodes.numberAggregate(Operator.COUNT_DISTINCT, Nodes.LONG, this);
  }
}
