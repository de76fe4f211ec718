package orm.api.query;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Selectable;

/**
 * A complete insert, update or delete that knows its database or transaction. Immutable; each run
 * writes anew.
 *
 * <p>Running it throws {@link orm.api.error.InvalidQueryException} before the database is asked if
 * it contradicts itself, {@link orm.api.error.NotNullException} if it leaves a required column
 * without a value, {@link orm.api.error.ValueException} if a column cannot hold a value exactly,
 * and other {@link orm.api.error.OrmException}s if the database fails.
 *
 * <p>A value is stored exactly or refused. What the database computes from decimals is rounded to
 * the digits of its column, half away from zero, on every database.
 *
 * @param <E> the entity whose table is written
 */
@ProviderType
public interface Mutation<E> {
  /**
   * Demands that exactly so many rows are written. If others are, everything is rolled back, in a
   * transaction the whole of it.
   *
   * @param rows how many, not negative
   * @return a mutation that throws {@link orm.api.error.RowCountException} for any other number
   * @throws IllegalArgumentException if {@code rows} is negative
   */
  @CheckReturnValue
  Mutation<E> expectRows(long rows);

  /**
   * Limits how long the database may work on each statement. Waiting for a connection is not
   * counted.
   *
   * @param limit the time allowed, in milliseconds or coarser; {@link Duration#ZERO} for no limit
   * @return a mutation with the limit
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  @CheckReturnValue
  Mutation<E> timeout(Duration limit);

  /**
   * Names the mutation for messages.
   *
   * @param label the name
   * @return a mutation with it
   */
  @CheckReturnValue
  Mutation<E> label(String label);

  /**
   * Reaches the rows that filters hide, and rows that were deleted softly, in all tables that it
   * names; what it writes is not held against the filters, and a delete takes the rows away. Each
   * run is logged with the reason.
   *
   * @param reason why, for the log; not blank
   * @return a mutation without filters
   * @throws IllegalArgumentException if the reason is blank
   */
  @CheckReturnValue
  Mutation<E> unscoped(String reason);

  /**
   * Runs it.
   *
   * @return the number of rows that were inserted, updated or deleted
   */
  long execute();

  /**
   * Reads the rows that it writes: as they are afterwards, or, for a delete, as they were. Inserted
   * rows come in the order in which they were given, unless there is an {@code onConflict}; all
   * others in no particular order.
   *
   * <p>{@code one()} and {@code find()} of the results count before anything is final: if there are
   * more rows than they may give, everything is rolled back.
   *
   * @param <R> the type of the result
   * @param result what to read of each row; of this table only
   * @return the results, which run it each time they are asked
   */
  @CheckReturnValue
  <R> Results<R> returning(Selectable<R> result);
}
