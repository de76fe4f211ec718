package orm.api.query;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.model.EmbeddedColumns;
import orm.api.model.EntityTable;
import orm.api.model.Key;

/**
 * An insert that still lacks its rows: {@link #values} or {@link #set}.
 *
 * @param <E> the entity whose table gets rows
 */
@ProviderType
@CheckReturnValue
public interface Insert<E> {
  /**
   * Begins an insert; called by engines.
   *
   * @param <E> the entity
   * @param runner runs it
   * @param table the table
   * @return the insert
   */
  static <E> Insert<E> on(Runner runner, EntityTable<E, ?> table) {
    return MutationValue.of(runner, MutationTree.Kind.INSERT, table);
  }

  /**
   * Inserts a row.
   *
   * @param row the row
   * @return the complete insert
   */
  Rows<E> values(E row);

  /**
   * Inserts rows, all or none.
   *
   * @param rows the rows, any number
   * @return the complete insert
   */
  Rows<E> values(Collection<? extends E> rows);

  /**
   * Gives a column a value; the row consists of the assigned columns. Keys, time stamps, version
   * and defaults come by themselves.
   *
   * @param <V> the type of the column
   * @param column a column of the table
   * @param value the value, not null; leave out what is null
   * @return the insert with it
   */
  <V> Assigned<E> set(Column<E, V> column, V value);

  /**
   * Gives all columns of an embedded record their values.
   *
   * @param <V> the type of the record
   * @param columns the columns, such as {@code BOOK.size}
   * @param value the record, not null
   * @return the insert with it
   */
  <V> Assigned<E> set(EmbeddedColumns<E, V> columns, V value);

  /**
   * Gives a column what the database computes.
   *
   * @param <V> the type of the column
   * @param column a column of the table
   * @param value the value; a decimal is rounded to the digits of the column
   * @return the insert with it
   */
  <V> Assigned<E> set(Column<E, V> column, Expression<V> value);

  /**
   * An insert with its rows; ready, or followed by what to do when a row is already there.
   *
   * @param <E> the entity whose table gets rows
   */
  @ProviderType
  @CheckReturnValue
  interface Rows<E> extends Mutation<E> {
    /**
     * Tells what to do with a row whose key is taken (upsert). A row that breaks another unique
     * constraint still fails.
     *
     * @param key the table itself for its primary key, or a {@code @Unique} one
     * @return the insert, without the answer
     */
    Conflict<E> onConflict(Key<E, ?> key);
  }

  /**
   * An insert by columns: of one row, or of one for each row of a query.
   *
   * @param <E> the entity whose table gets rows
   */
  @ProviderType
  @CheckReturnValue
  interface Assigned<E> extends Rows<E> {
    /**
     * Gives a column a value.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value, not null; leave out what is null
     * @return the insert with it
     */
    <V> Assigned<E> set(Column<E, V> column, V value);

    /**
     * Gives all columns of an embedded record their values.
     *
     * @param <V> the type of the record
     * @param columns the columns, such as {@code BOOK.size}
     * @param value the record, not null
     * @return the insert with it
     */
    <V> Assigned<E> set(EmbeddedColumns<E, V> columns, V value);

    /**
     * Gives a column what the database computes.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value; a decimal is rounded to the digits of the column
     * @return the insert with it
     */
    <V> Assigned<E> set(Column<E, V> column, Expression<V> value);

    /**
     * Inserts one row for each row of a query (insert … select). The assigned expressions may use
     * its tables; what the query itself selects does not matter.
     *
     * @param rows the query
     * @return the complete insert
     */
    Rows<E> from(Select<?> rows);
  }

  /**
   * What to do with a row whose key is taken.
   *
   * @param <E> the entity whose table gets rows
   */
  @ProviderType
  @CheckReturnValue
  interface Conflict<E> {
    /**
     * Leaves the row that is there as it is.
     *
     * @return the complete insert, which counts and returns only rows that were inserted
     */
    Mutation<E> doNothing();

    /**
     * Overwrites every column that the insert has, but for the keys and the time of creation. No
     * key may be given twice.
     *
     * @return the complete insert
     */
    Overwrite<E> overwrite();

    /**
     * Sets a column of the row that is there. No key may be given twice. The version is raised and
     * {@code @UpdatedAt} is set, unless they are assigned.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value, not null
     * @return the complete insert
     */
    <V> Overwrite<E> set(Column<E, V> column, V value);

    /**
     * Sets all columns of an embedded record.
     *
     * @param <V> the type of the record
     * @param columns the columns, such as {@code BOOK.size}
     * @param value the record, not null
     * @return the insert with it
     */
    <V> Overwrite<E> set(EmbeddedColumns<E, V> columns, V value);

    /**
     * Sets a column of the row that is there to what the database computes from that row and, by
     * {@code excluded(column)}, from the one that could not be inserted.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value; a decimal is rounded to the digits of the column
     * @return the complete insert
     */
    <V> Overwrite<E> set(Column<E, V> column, Expression<V> value);
  }

  /**
   * An insert that changes the row whose key is taken.
   *
   * @param <E> the entity whose table gets rows
   */
  @ProviderType
  @CheckReturnValue
  interface Overwrite<E> extends Mutation<E> {
    /**
     * Sets a column of the row that is there.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value, not null
     * @return the insert with it
     */
    <V> Overwrite<E> set(Column<E, V> column, V value);

    /**
     * Sets all columns of an embedded record.
     *
     * @param <V> the type of the record
     * @param columns the columns, such as {@code BOOK.size}
     * @param value the record, not null
     * @return the insert with it
     */
    <V> Overwrite<E> set(EmbeddedColumns<E, V> columns, V value);

    /**
     * Sets a column of the row that is there to what the database computes.
     *
     * @param <V> the type of the column
     * @param column a column of the table
     * @param value the value; a decimal is rounded to the digits of the column
     * @return the insert with it
     */
    <V> Overwrite<E> set(Column<E, V> column, Expression<V> value);

    /**
     * Changes only rows for which every condition is true; the others stay as they are and are
     * neither counted nor returned.
     *
     * @param all the conditions
     * @return the insert with them
     */
    Overwrite<E> where(Condition... all);
  }
}
