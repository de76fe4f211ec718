package orm.api.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.model.Table;

/**
 * The content of a select, for engines and stores. Immutable.
 *
 * @param <R> what a row of the result holds
 * @param from the table that it reads first
 * @param joins the tables that it reads besides
 * @param where the conditions, all of which must be true
 * @param grouping how rows become groups; null if they do not
 * @param having the conditions on groups, all of which must be true
 * @param result what a row gives
 * @param distinct which rows are left out as equal to others; null for none
 * @param parts the queries whose rows are combined; where there are any, the clauses before are
 *     theirs and are empty here
 * @param orderBy the sort keys
 * @param offset the number of rows to leave out
 * @param limit the greatest number of rows; {@link Long#MAX_VALUE} for no limit
 * @param lock how the rows are locked; null for not at all
 * @param timeout the time limit; zero for none
 * @param label a name for logs and messages; null for none
 * @param bindings the values of parameters
 * @param unscoped why it sees rows that filters hide; null where it does not
 * @param cached how long its rows may be kept in memory; zero for not at all
 */
public record SelectTree<R>(
    Table<?> from,
    List<Join> joins,
    List<Condition> where,
    @Nullable Grouping grouping,
    List<Condition> having,
    Selectable<R> result,
    @Nullable Distinct distinct,
    List<Part> parts,
    List<Order> orderBy,
    long offset,
    long limit,
    @Nullable Lock lock,
    Duration timeout,
    @Nullable String label,
    Map<Param<?>, Object> bindings,
    @Nullable String unscoped,
    Duration cached) {

  /**
   * Gives something else for each row.
   *
   * @param <Z> what a row of the result holds
   * @param other what a row gives
   * @return the query with this result
   */
  public <Z> SelectTree<Z> giving(Selectable<Z> other) {
    return new SelectDraft(this).giving(other);
  }

  /**
   * Reads some of the rows, in another order.
   *
   * @param more conditions that must be true besides
   * @param order the sort keys, instead of those of this query
   * @param most the greatest number of rows, instead of that of this query
   * @return the query for these rows, without an offset
   */
  public SelectTree<R> slice(List<Condition> more, List<Order> order, long most) {
    SelectDraft draft = new SelectDraft(this);
    draft.where = SelectDraft.added(where, more);
    draft.orderBy = List.copyOf(order);
    draft.offset = 0;
    draft.limit = most;
    return draft.giving(result);
  }

  /**
   * One joined table.
   *
   * @param how what becomes of rows without a partner
   * @param table the table
   * @param on which rows belong together; null for a path, a cross join and a lateral join
   * @param lateral whether the rows of a query may use the tables before it
   */
  public record Join(How how, Table<?> table, @Nullable Condition on, boolean lateral) {
    /** What becomes of rows without a partner. */
    public enum How {
      /** They are left out. */
      INNER,
      /** Those before the join are kept. */
      LEFT,
      /** Those of the joined table are kept. */
      RIGHT,
      /** All are kept. */
      FULL,
      /** Every row is a partner. */
      CROSS
    }
  }

  /**
   * How rows become groups.
   *
   * @param sets the values of each grouping; one list unless there are grouping sets
   * @param several whether these are grouping sets
   */
  public record Grouping(List<List<Expression<?>>> sets, boolean several) {}

  /**
   * Which rows are left out.
   *
   * @param on rows equal in these values count as equal; empty for all columns of the result
   */
  public record Distinct(List<Expression<?>> on) {}

  /**
   * One of several queries that are combined.
   *
   * @param kind how it is combined with those before it; the first one's is {@link Kind#FIRST}
   * @param tree the query
   */
  public record Part(Kind kind, SelectTree<?> tree) {
    /** Which rows stay. */
    public enum Kind {
      /** Those of the first query, to begin with. */
      FIRST,
      /** Those of either, each once. */
      UNION,
      /** Those of both. */
      UNION_ALL,
      /** Those in both, each once. */
      INTERSECT,
      /** Those in the first that are not in the other, each once. */
      EXCEPT
    }
  }

  /**
   * A row lock.
   *
   * @param exclusive whether no one else may lock the rows
   * @param ifLocked what happens to rows that are locked already
   */
  public record Lock(boolean exclusive, LockWait ifLocked) {}
}
