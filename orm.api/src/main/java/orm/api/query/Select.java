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
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.model.Shape;
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
   * Joins the rows that a path leads to, and leaves out rows without a partner. To-one paths join
   * by themselves when they are used; to-many paths want this, {@code any(…)} or {@code exists}.
   *
   * @param path a path from a table of the query
   * @return a query with it
   */
  Select<R> join(Table<?> path);

  /**
   * Joins a table and leaves out rows without a partner.
   *
   * @param table an instance that is not yet in the query
   * @param on which rows belong together
   * @return a query with it
   */
  Select<R> join(Table<?> table, Condition on);

  /**
   * Joins the rows that a path leads to, and keeps rows without a partner; read the joined side by
   * {@code optional(…)}.
   *
   * @param path a path from a table of the query
   * @return a query with it
   */
  Select<R> leftJoin(Table<?> path);

  /**
   * Joins a table and keeps rows without a partner; read the joined side by {@code optional(…)}.
   *
   * @param table an instance that is not yet in the query
   * @param on which rows belong together
   * @return a query with it
   */
  Select<R> leftJoin(Table<?> table, Condition on);

  /**
   * Joins a table and keeps its rows without a partner; read what came before by
   * {@code optional(…)}.
   *
   * @param table an instance that is not yet in the query
   * @param on which rows belong together
   * @return a query with it
   */
  Select<R> rightJoin(Table<?> table, Condition on);

  /**
   * Joins a table and keeps the rows of both sides without a partner; read both by
   * {@code optional(…)}.
   *
   * @param table an instance that is not yet in the query
   * @param on which rows belong together
   * @return a query with it
   */
  Select<R> fullJoin(Table<?> table, Condition on);

  /**
   * Joins every row of a table with every row before it.
   *
   * @param table an instance that is not yet in the query
   * @return a query with it
   */
  Select<R> crossJoin(Table<?> table);

  /**
   * Joins the rows of a query that may use the tables before it, made by {@code asTable}.
   *
   * @param rows the rows of the query
   * @return a query with it
   */
  Select<R> joinLateral(Table<?> rows);

  /**
   * Joins the rows of a query that may use the tables before it, and keeps rows without a partner.
   *
   * @param rows the rows of the query
   * @return a query with it
   */
  Select<R> leftJoinLateral(Table<?> rows);

  /**
   * Makes one row of all rows that are equal in some values; replaces an earlier grouping.
   *
   * @param by the values
   * @return a query with it
   */
  Select<R> groupBy(Expression<?>... by);

  /**
   * Groups several times over: one result holds the rows of each grouping, with null for the values
   * that a grouping leaves out. Not every database can do it.
   *
   * @param sets the values of each grouping; an empty list groups all rows into one
   * @return a query with it
   */
  Select<R> groupingSets(List<? extends List<? extends Expression<?>>> sets);

  /**
   * Keeps the groups for which every condition is true; a second call adds to the first.
   *
   * @param all the conditions
   * @return a query with it
   */
  Select<R> having(Condition... all);

  /**
   * Leaves out rows that are equal to another one in every column of the result.
   *
   * @return a query with it
   */
  Select<R> distinct();

  /**
   * Keeps the first row, by the order of the query, of all that are equal in some values. The order
   * begins with these values.
   *
   * @param by the values
   * @return a query with it
   */
  Select<R> distinctOn(Expression<?>... by);

  /**
   * Adds the rows of another query and gives each row once.
   *
   * @param other the other query, with an order and limit of its own
   * @return a query with it
   */
  Select<R> union(Select<R> other);

  /**
   * Adds the rows of another query.
   *
   * @param other the other query, with an order and limit of its own
   * @return a query with it
   */
  Select<R> unionAll(Select<R> other);

  /**
   * Keeps the rows that another query gives too, each once.
   *
   * @param other the other query, with an order and limit of its own
   * @return a query with it
   */
  Select<R> intersect(Select<R> other);

  /**
   * Leaves out the rows that another query gives, and gives each row once.
   *
   * @param other the other query, with an order and limit of its own
   * @return a query with it
   */
  Select<R> except(Select<R> other);

  /**
   * Locks the rows until the transaction ends, so that no one else changes or locks them. Waits for
   * the locks of others.
   *
   * @return a query with it
   */
  Select<R> forUpdate();

  /**
   * Locks the rows until the transaction ends, so that no one else changes or locks them.
   *
   * @param wait what to do with rows that are locked already
   * @return a query with it
   */
  Select<R> forUpdate(LockWait wait);

  /**
   * Locks the rows until the transaction ends, so that no one else changes them.
   *
   * @param wait what to do with rows that are locked already
   * @return a query with it
   */
  Select<R> forShare(LockWait wait);

  /**
   * Names the query for logs and messages.
   *
   * @param label the name
   * @return a query with it
   */
  Select<R> label(String label);

  /**
   * Sees the rows that filters hide, and rows that were deleted softly: those of this query and of
   * all queries inside it. Each run is logged with the reason.
   *
   * @param reason why, for the log; not blank
   * @return a query without filters
   * @throws IllegalArgumentException if the reason is blank
   */
  Select<R> unscoped(String reason);

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

  /**
   * Returns a shape of the rows: a projection record, nested to any depth.
   *
   * @param <Z> the type of the projection
   * @param shape the shape, such as {@code AuthorPage_.SHAPE}
   * @return a query for it
   */
  <Z> Select<Z> select(Shape<R, Z> shape);

  /**
   * Makes this query a table in the from clause of another one: {@code select.asTable("s",
   * Sales_::new)}.
   *
   * @param <T> the table
   * @param alias its name in the other query
   * @param type makes the table, whose columns are those of the result in their order
   * @return the table
   */
  default <T extends Table<R>> T asTable(String alias, Function<Source<R>, T> type) {
    return type.apply(Source.ofQuery(alias, this, false));
  }

  /**
   * Makes this query a common table expression: written once, before the statement, however often
   * it is used.
   *
   * @param <T> the table
   * @param name its name
   * @param type makes the table, whose columns are those of the result in their order
   * @return the table
   */
  default <T extends Table<R>> T asCommonTable(String name, Function<Source<R>, T> type) {
    return type.apply(Source.ofQuery(name, this, true));
  }

  /**
   * Makes a query that feeds on itself: its base, and then its step on the rows found last, until
   * there are none. Rows that were found before are left out, so that a cycle comes to an end where
   * the rows do not count their depth.
   *
   * @param <R> what a row holds
   * @param <T> the table
   * @param name its name
   * @param type makes the table, whose columns are those of both queries in their order
   * @param base the first rows
   * @param step makes the query for the next rows from the rows found last
   * @return the table of all rows
   */
  static <R, T extends Table<R>> T recursive(
      String name, Function<Source<R>, T> type, Select<R> base, Function<T, Select<R>> step) {
    T last = type.apply(Source.recursion(name, base));
    return type.apply(Source.recursive(base.union(step.apply(last)), last.source()));
  }

  /** {@return the content, for engines and stores} */
  SelectTree<R> tree();
}
