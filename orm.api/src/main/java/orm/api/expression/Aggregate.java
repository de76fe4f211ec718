package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One value of many rows: those of a group, of a window, or all of them. Null values are left out.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface Aggregate<T> extends ComparableExpression<T> {
  /**
   * Takes only some of the rows.
   *
   * @param condition what must be true of them
   * @return the aggregate over these rows
   */
  default Aggregate<T> filter(Condition condition) {
    return Nodes.aggregate(Operator.FILTER, reader(), this, condition);
  }

  /**
   * Takes the rows of a window instead of those of a group, and leaves every row in the result.
   *
   * @param window the rows
   * @return the expression
   */
  default ComparableExpression<T> over(Window window) {
    return Nodes.over(this, window);
  }
}
