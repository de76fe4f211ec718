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
import orm.api.expression.Subquery;
import orm.api.model.Table;

/**
 * A query as an immutable value. Made by {@link #from}, it belongs to no database and can be a
 * constant or a subquery; {@code db.query(select)} makes it runnable. Safe for use by several
 * threads.
 *
 * @param <R> what a row of the result holds
 */
@ProviderType
@CheckReturnValue
public interface Select<R> extends Subquery<R> {
  /**
   * Starts with every row of a table.
   *
   * @param <R> what a row holds
   * @param table the table
   * @return the query
   */
  static <R> Select<R> from(Table<R> table) {
    return SelectValue.of(table);
  }

  /**
   * Keeps the rows for which every condition is true; a second call adds to the first.
   *
   * @param all the conditions
   * @return a query with them
   */
  Select<R> where(Condition... all);

  /**
   * Adds a condition if there is a value.
   *
   * @param <V> the type of the value
   * @param value the value, or nothing
   * @param condition makes the condition, such as {@code BOOK.title::contains}
   * @return a query with it, or this one
   */
  <V> Select<R> whereIf(Optional<V> value, Function<? super V, Condition> condition);

  /**
   * Adds a condition if it is wanted.
   *
   * @param wanted whether to add it
   * @param condition makes the condition
   * @return a query with it, or this one
   */
  Select<R> whereIf(boolean wanted, Supplier<Condition> condition);

  /**
   * Sorts the rows; replaces an earlier order.
   *
   * @param order the sort keys, the most important one first
   * @return a query with the order
   */
  Select<R> orderBy(Order... order);

  /**
   * Ends after a number of rows.
   *
   * @param rows how many, not negative
   * @return a query with the limit
   * @throws IllegalArgumentException if {@code rows} is negative
   */
  Select<R> limit(long rows);

  /**
   * Leaves out rows at the beginning.
   *
   * @param rows how many, not negative
   * @return a query with the offset
   * @throws IllegalArgumentException if {@code rows} is negative
   */
  Select<R> offset(long rows);

  /**
   * Limits how long the database may work on each execution. Waiting for a connection is not
   * counted.
   *
   * @param limit the time allowed, in milliseconds or coarser; {@link Duration#ZERO} for no limit
   * @return a query with the limit
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  Select<R> timeout(Duration limit);

  /**
   * Returns one value per row: a column, a whole table row, or a record made of parts.
   *
   * @param <Z> the type of the value
   * @param result what to return
   * @return a query for it
   */
  <Z> Select<Z> select(Selectable<Z> result);

  /** {@return the content, for engines and stores} */
  SelectTree<R> tree();
}
