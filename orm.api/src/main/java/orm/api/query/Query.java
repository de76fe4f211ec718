package orm.api.query;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Condition;
import orm.api.expression.Order;
import orm.api.expression.Selectable;

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
  Query<R> orderBy(Order... order);

  @Override
  Query<R> limit(long rows);

  @Override
  Query<R> offset(long rows);

  @Override
  Query<R> timeout(Duration limit);

  @Override
  <Z> Query<Z> select(Selectable<Z> result);
}
