package orm.api.query;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.model.EntityTable;
import orm.api.model.Key;
import orm.api.model.Table;

/**
 * The content of an insert, update or delete, for engines and stores. Immutable.
 *
 * @param <E> the entity whose table is written
 * @param kind what happens to the rows
 * @param table the table
 * @param rows the rows to insert; empty where the insert is one by columns
 * @param assignments the columns that are set, in order
 * @param source the query for each of whose rows one is inserted; null for none
 * @param joins the other tables of an update or delete
 * @param conflict what happens to a row whose key is taken; null where it is an error
 * @param where the conditions, all of which must be true
 * @param all whether every row is wanted
 * @param leastRows the least number of rows that must be written
 * @param mostRows the greatest number of rows that may be written
 * @param timeout the time limit; zero for none
 * @param label a name for messages; null for none
 * @param unscoped why it reaches rows that filters hide; null where it does not
 */
public record MutationTree<E>(
    Kind kind,
    EntityTable<E, ?> table,
    List<E> rows,
    List<Assignment> assignments,
    @Nullable Select<?> source,
    List<Joined> joins,
    @Nullable Conflict conflict,
    List<Condition> where,
    boolean all,
    long leastRows,
    long mostRows,
    Duration timeout,
    @Nullable String label,
    @Nullable String unscoped) {

  /** What happens to the rows. */
  public enum Kind {
    /** They are inserted. */
    INSERT,
    /** They are changed. */
    UPDATE,
    /** They are deleted. */
    DELETE
  }

  /**
   * One column and its new value.
   *
   * @param column the column
   * @param value the value; null to set null
   */
  public record Assignment(Column<?, ?> column, @Nullable Expression<?> value) {}

  /**
   * One more table.
   *
   * @param table the table
   * @param on which rows belong together
   */
  public record Joined(Table<?> table, Condition on) {}

  /**
   * What happens to a row whose key is taken.
   *
   * @param key which key
   * @param overwrite whether all columns are overwritten that the insert has
   * @param assignments the columns that are set besides; where there are none, and nothing is
   *     overwritten, the row stays as it is
   * @param where what must be true of the row so that it is changed
   */
  public record Conflict(
      Key<?, ?> key, boolean overwrite, List<Assignment> assignments, List<Condition> where) {
    /** {@return whether the row stays as it is} */
    public boolean keeps() {
      return !overwrite && assignments.isEmpty();
    }
  }

  /** {@return whether rows are inserted as they are, and not column by column} */
  public boolean insertsRows() {
    return kind == Kind.INSERT && assignments.isEmpty();
  }

  /** {@return whether any number of rows may be written} */
  public boolean anyNumber() {
    return leastRows <= 0 && mostRows == Long.MAX_VALUE;
  }

  /** {@return a copy for which a key that is taken is an error} */
  public MutationTree<E> withoutConflict() {
    return new MutationTree<>(
        kind,
        table,
        rows,
        assignments,
        source,
        joins,
        null,
        where,
        all,
        leastRows,
        mostRows,
        timeout,
        label,
        unscoped);
  }

  /**
   * Demands a number of rows.
   *
   * @param least the least number
   * @param most the greatest number
   * @return a copy that demands it
   */
  public MutationTree<E> counting(long least, long most) {
    return new MutationTree<>(
        kind,
        table,
        rows,
        assignments,
        source,
        joins,
        conflict,
        where,
        all,
        least,
        most,
        timeout,
        label,
        unscoped);
  }
}
