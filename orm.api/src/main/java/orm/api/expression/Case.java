package orm.api.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A choice between values; {@link #otherwise} makes it an expression. Begin with
 * {@link Expressions#when}. Immutable.
 *
 * @param <T> the Java type of the values
 */
public final class Case<T> {
  private final List<Expression<?>> branches;
  private final Expression<T> first;

  Case(Condition condition, Expression<T> first) {
    this(List.of(condition, first), first);
  }

  private Case(List<Expression<?>> branches, Expression<T> first) {
    this.branches = branches;
    this.first = first;
  }

  /**
   * Adds a branch, which is taken if no branch before it is.
   *
   * @param condition when to take it
   * @param value its value, not null
   * @return the choice with the branch
   */
  public Case<T> when(Condition condition, T value) {
    return when(condition, Nodes.value(value));
  }

  /**
   * Adds a branch, which is taken if no branch before it is.
   *
   * @param condition when to take it
   * @param value its value
   * @return the choice with the branch
   */
  public Case<T> when(Condition condition, Expression<T> value) {
    List<Expression<?>> more = new ArrayList<>(branches);
    more.add(condition);
    more.add(value);
    return new Case<>(List.copyOf(more), first);
  }

  /**
   * Gives the value for all other rows.
   *
   * @param value the value, not null
   * @return the expression
   */
  public ComparableExpression<T> otherwise(T value) {
    return otherwise(Nodes.value(value));
  }

  /**
   * Gives the value for all other rows.
   *
   * @param value the value
   * @return the expression
   */
  public ComparableExpression<T> otherwise(Expression<T> value) {
    List<Expression<?>> all = new ArrayList<>(branches);
    all.add(value);
    return Nodes.comparable(Operator.CASE, first.reader(), all.toArray(Expression<?>[]::new));
  }

  /** {@return the expression that is null for all other rows} */
  public ComparableExpression<T> otherwiseNull() {
    return Nodes.comparable(Operator.CASE, first.reader(), branches.toArray(Expression<?>[]::new));
  }
}
