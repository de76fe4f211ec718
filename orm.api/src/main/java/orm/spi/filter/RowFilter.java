package orm.spi.filter;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.expression.Condition;
import orm.api.expression.Expressions;
import orm.api.expression.Param;

/**
 * A condition on every row of some tables: to statements, rows for which it is not true are not
 * there. It applies to every query, join, subquery, update, delete and upsert, and lets no row be
 * written that it would hide, unless the statement says {@code unscoped("reason")}. SQL that was
 * written as text is not filtered.
 *
 * <p>All filters that are there apply. One instance serves all databases and threads.
 *
 * <p>What it throws becomes a {@link orm.api.error.FilterException}, and the statement does not
 * run: a filter that fails is never no filter.
 */
@ConsumerType
public interface RowFilter {
  /** {@return its name, for messages and plans, such as {@code tenant}; always the same} */
  String name();

  /**
   * Gives the condition on a table. It is asked when a statement of a new shape is planned, and the
   * answer is kept with the plan, so it must be the same every time.
   *
   * <p>It names columns of the table under its own name, such as {@code BOOK.tenant}, or those of
   * {@link FilteredTable#column}; other tables by {@code exists(…)} only. What varies is a
   * {@link Expressions#param parameter}, whose value {@link #value} gives for each statement; other
   * values are refused, because they would be those of the first statement for ever. Inside its own
   * condition the filter does not apply.
   *
   * @param table the table
   * @return the condition; empty where this filter does not concern the table
   */
  Optional<Condition> conditionOn(FilteredTable table);

  /**
   * Gives the value of a parameter of its conditions to a statement that begins now, on the thread
   * that runs it.
   *
   * @param parameter the parameter
   * @return the value, of the parameter's type; empty where there is none, and the statement fails
   */
  default Optional<?> value(Param<?> parameter) {
    return Optional.empty();
  }

  /**
   * Tells whether rows that are written must satisfy the condition too. A condition that has to ask
   * the database cannot be computed for a new row; a filter with such a condition says false here,
   * and is no guard against writing.
   *
   * @return whether they must; true unless the filter says otherwise
   */
  default boolean checksWrites() {
    return true;
  }

  /**
   * Makes a filter for all tables that have a column: the column must have a value.
   *
   * @param <V> the Java type of the column's values
   * @param name the name of the filter
   * @param column the logical name of the column, such as {@code tenant_id}
   * @param type the Java type of its values
   * @param value gives the value to each statement; empty where there is none, and the statement
   *     fails
   * @return the filter
   */
  static <V> RowFilter byColumn(String name, String column, Class<V> type, CurrentValue<V> value) {
    return new ColumnFilter<>(name, column, Expressions.param(name, type), value);
  }

  /**
   * Knows a value that belongs to what runs now, such as the tenant of a request.
   *
   * @param <V> the value
   */
  @ConsumerType
  @FunctionalInterface
  interface CurrentValue<V> {
    /** {@return the value; empty where there is none} */
    Optional<V> get();
  }
}
