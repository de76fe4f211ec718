package orm.api.query;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.model.EmbeddedColumns;
import orm.api.model.EntityTable;
import orm.api.model.Table;

/**
 * An update that still lacks its first assignment: {@link #set}.
 *
 * <p>The version of the changed rows is raised and their {@code @UpdatedAt} is set, unless these
 * columns are assigned. Paths such as {@code BOOK.author().name} may be used in values and
 * conditions; they join by themselves.
 *
 * @param <E> the entity whose table is updated
 */
@ProviderType
@CheckReturnValue
public interface UpdateWithoutSet<E> {
  /**
   * Begins an update; called by engines.
   *
   * @param <E> the entity
   * @param runner runs it
   * @param table the table
   * @return the update
   */
  static <E> UpdateWithoutSet<E> on(Runner runner, EntityTable<E, ?> table) {
    return MutationValue.of(runner, MutationTree.Kind.UPDATE, table);
  }

  /**
   * Sets a column to a value.
   *
   * @param <V> the type of the column
   * @param column a column of the table
   * @param value the value, not null; see {@link #setNull}
   * @return an update with it
   */
  <V> UpdateWithoutWhere<E> set(Column<E, V> column, V value);

  /**
   * Sets a column to what the database computes from the row as it was.
   *
   * @param <V> the type of the column
   * @param column a column of the table
   * @param value the value; a decimal is rounded to the digits of the column
   * @return an update with it
   */
  <V> UpdateWithoutWhere<E> set(Column<E, V> column, Expression<V> value);

  /**
   * Sets all columns of an embedded record.
   *
   * @param <V> the type of the record
   * @param columns the columns, such as {@code BOOK.size}
   * @param value the record, not null; see {@link #setNull(EmbeddedColumns)}
   * @return an update with it
   */
  <V> UpdateWithoutWhere<E> set(EmbeddedColumns<E, V> columns, V value);

  /**
   * Sets all columns of an embedded record to null.
   *
   * @param columns the columns of an embedded record that is not required
   * @return an update with it, which throws {@link orm.api.error.NotNullException} for a required
   *     column when it runs
   */
  UpdateWithoutWhere<E> setNull(EmbeddedColumns<E, ?> columns);

  /**
   * Sets a column to null.
   *
   * @param column a column of the table that is not required
   * @return an update with it, which throws {@link orm.api.error.NotNullException} for a required
   *     column when it runs
   */
  UpdateWithoutWhere<E> setNull(Column<E, ?> column);

  /**
   * Sets a column if there is a value, else leaves it as it is.
   *
   * @param <V> the type of the column
   * @param column a column of the table
   * @param value the value, or nothing
   * @return an update with it; one without any assignment is refused when it runs
   */
  <V> UpdateWithoutWhere<E> setIf(Column<E, V> column, Optional<? extends V> value);

  /**
   * Uses the rows of another table too (update … from). Rows without a partner are left as they
   * are; of several partners of one row, any one counts.
   *
   * @param table another table or the rows of a query
   * @param on which rows belong together
   * @return an update with it
   */
  UpdateWithoutSet<E> from(Table<?> table, Condition on);
}
