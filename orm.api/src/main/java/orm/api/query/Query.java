package orm.api.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.api.model.Table;

/**
 * A {@link Select} that knows its database or transaction: add clauses in any order, then run it.
 *
 * @param <R> what a row of the result holds
 */
@ProviderType
@CheckReturnValue
public interface Query<R> extends Select<R>, Results<R> {
  /**
   * Makes a query runnable; called by engines.
   *
   * @param <R> what a row of the result holds
   * @param runner runs it
   * @param select the query
   * @return the same query with a runner
   */
  static <R> Query<R> on(Runner runner, Select<R> select) {
    return SelectValue.on(runner, select);
  }

  /**
   * Fills a parameter.
   *
   * @param <V> the type of the parameter
   * @param parameter the parameter
   * @param value its value, not null
   * @return a query with the value
   */
  <V> Query<R> bind(Param<V> parameter, V value);

  /**
   * Reads one page by the values of its first or last row, not by an offset. The order is completed
   * by the primary key, so that every row is on one page.
   *
   * @param keyset which page
   * @return the page
   * @throws orm.api.error.InvalidQueryException if the order cannot be made unique, or the cursor
   *     is not one of this query
   */
  Page<R> page(Keyset keyset);

  /**
   * Shows what would be sent, without sending it: also the statements of nested lists.
   *
   * @return texts and values
   */
  QueryText text();

  /**
   * Asks the database how it would find the rows.
   *
   * @return its plan, line by line; where filters apply, the first line names them: {@code filters:
   *     tenant, soft delete}
   */
  List<String> explain();

  /** {@return the number of rows, counted by the database} */
  long count();

  /** {@return whether there is a row} */
  boolean exists();

  @Override
  Query<R> where(Condition... all);

  @Override
  <V> Query<R> whereIf(Optional<V> value, Function<? super V, Condition> condition);

  @Override
  Query<R> whereIf(boolean wanted, Supplier<Condition> condition);

  @Override
  Query<R> join(Table<?> path);

  @Override
  Query<R> join(Table<?> table, Condition on);

  @Override
  Query<R> leftJoin(Table<?> path);

  @Override
  Query<R> leftJoin(Table<?> table, Condition on);

  @Override
  Query<R> rightJoin(Table<?> table, Condition on);

  @Override
  Query<R> fullJoin(Table<?> table, Condition on);

  @Override
  Query<R> crossJoin(Table<?> table);

  @Override
  Query<R> joinLateral(Table<?> rows);

  @Override
  Query<R> leftJoinLateral(Table<?> rows);

  @Override
  Query<R> groupBy(Expression<?>... by);

  @Override
  Query<R> groupingSets(List<? extends List<? extends Expression<?>>> sets);

  @Override
  Query<R> having(Condition... all);

  @Override
  Query<R> distinct();

  @Override
  Query<R> distinctOn(Expression<?>... by);

  @Override
  Query<R> union(Select<R> other);

  @Override
  Query<R> unionAll(Select<R> other);

  @Override
  Query<R> intersect(Select<R> other);

  @Override
  Query<R> except(Select<R> other);

  @Override
  Query<R> forUpdate();

  @Override
  Query<R> forUpdate(LockWait wait);

  @Override
  Query<R> forShare(LockWait wait);

  @Override
  Query<R> label(String label);

  @Override
  Query<R> unscoped(String reason);

  @Override
  Query<R> orderBy(Order... order);

  @Override
  Query<R> limit(long rows);

  @Override
  Query<R> offset(long rows);

  @Override
  Query<R> timeout(Duration limit);

  @Override
  <Z> Query<Z> select(Selectable<Z> result);

  @Override
  <Z> Query<Z> select(Shape<R, Z> shape);
}
