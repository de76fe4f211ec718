package orm.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.model.EntityTable;
import orm.api.model.Graph;
import orm.api.model.Key;
import orm.api.model.Link;
import orm.api.model.Ref;
import orm.api.model.Table;
import orm.api.query.DeleteWithoutWhere;
import orm.api.query.Insert;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.api.query.UpdateWithoutSet;
import orm.api.sql.SqlStatement;

/**
 * What a database and a transaction both can do. On a database each call is a transaction of its
 * own: it is stored wholly or not at all, and costs one round trip wherever one statement can do
 * it.
 *
 * <p>Every method throws an {@link orm.api.error.OrmException}: {@code ConnectionException} if the
 * database cannot be reached, {@code TimeoutException} if a time limit passed,
 * {@code ConstraintException} if a rule of the schema was broken, {@code TransactionException} if
 * the handle cannot be used now. Records are returned as they are stored: with generated values,
 * times in microseconds, decimals at their declared scale. No argument may be null.
 */
@ProviderType
public interface Operations {
  /**
   * Finds a row by its primary key, {@code find(BOOK, 42L)}, or by a unique key,
   * {@code find(BOOK.byIsbn, isbn)}.
   *
   * @param <E> the entity
   * @param <K> the key
   * @param key which key
   * @param value its value
   * @return the row, if there is one
   */
  <E, K> Optional<E> find(Key<E, K> key, K value);

  /**
   * Returns the row with a key.
   *
   * @param <E> the entity
   * @param <K> the key
   * @param key which key
   * @param value its value
   * @return the row
   * @throws orm.api.error.RowNotFoundException if there is none
   */
  <E, K> E get(Key<E, K> key, K value);

  /**
   * Returns the row that a reference leads to.
   *
   * @param <E> the entity
   * @param ref the reference
   * @return the row
   * @throws orm.api.error.RowNotFoundException if there is none
   */
  <E> E follow(Ref<E> ref);

  /**
   * Returns the rows with these keys, in one statement, in no particular order; missing ones are
   * left out.
   *
   * @param <E> the entity
   * @param <K> the key
   * @param key which key
   * @param values its values; equal ones give one row
   * @return the rows, unmodifiable
   */
  <E, K> List<E> findAll(Key<E, K> key, Collection<? extends K> values);

  /**
   * Inserts a row.
   *
   * @param <E> the entity
   * @param table the table
   * @param row the row; where the database generates the key, it is ignored
   * @return the row as it is stored
   */
  <E> E insert(EntityTable<E, ?> table, E row);

  /**
   * Inserts rows, all or none.
   *
   * @param <E> the entity
   * @param table the table
   * @param rows the rows, any number
   * @return the rows as they are stored, in the order of {@code rows}, unmodifiable
   */
  <E> List<E> insertAll(EntityTable<E, ?> table, Collection<? extends E> rows);

  /**
   * Writes every column of the row with this key and version.
   *
   * @param <E> the entity
   * @param table the table
   * @param row the changed row
   * @return the row as it is stored, with its new version
   * @throws orm.api.error.StaleRowException if there is no row with this key and version
   */
  <E> E update(EntityTable<E, ?> table, E row);

  /**
   * Updates rows, all or none.
   *
   * @param <E> the entity
   * @param table the table
   * @param rows the changed rows, each key once
   * @return the rows as they are stored, in the order of {@code rows}, unmodifiable
   * @throws orm.api.error.StaleRowException if one is missing or has another version
   */
  <E> List<E> updateAll(EntityTable<E, ?> table, Collection<? extends E> rows);

  /**
   * Inserts a row, or overwrites the row with the same primary key whatever its version. A row
   * whose generated key is null is inserted.
   *
   * @param <E> the entity
   * @param table the table
   * @param row the row
   * @return the row as it is stored
   */
  <E> E upsert(EntityTable<E, ?> table, E row);

  /**
   * Upserts rows, all or none.
   *
   * @param <E> the entity
   * @param table the table
   * @param rows the rows, each key once
   * @return the rows as they are stored, in the order of {@code rows}, unmodifiable
   */
  <E> List<E> upsertAll(EntityTable<E, ?> table, Collection<? extends E> rows);

  /**
   * Deletes the row with this key and version.
   *
   * @param <E> the entity
   * @param table the table
   * @param row the row
   * @throws orm.api.error.StaleRowException if there is no row with this key and version
   */
  <E> void delete(EntityTable<E, ?> table, E row);

  /**
   * Inserts rows that refer to each other, and ties them: all or none, one batch per table, parents
   * first. Where rows refer to each other in a circle, a nullable reference of it is filled in
   * last.
   *
   * @param graph the rows, whose references have their keys afterwards
   * @throws orm.api.error.InvalidQueryException if required references form a circle, or the graph
   *     was inserted before
   */
  void insert(Graph graph);

  /**
   * Ties a row to others; those that are tied already stay so.
   *
   * @param <A> the entity that has the relation
   * @param <B> the entity that it leads to
   * @param relation the relation, such as {@code BOOK.tags}
   * @param one the row
   * @param others the rows to tie it to
   * @return how many were not tied before
   * @throws orm.api.error.ForeignKeyException if one of the rows does not exist
   */
  <A, B> long link(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others);

  /**
   * Unties a row from others; those that are not tied stay so.
   *
   * @param <A> the entity that has the relation
   * @param <B> the entity that it leads to
   * @param relation the relation, such as {@code BOOK.tags}
   * @param one the row
   * @param others the rows to untie it from
   * @return how many were tied before
   */
  <A, B> long unlink(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others);

  /**
   * Ties a row to exactly these others. Only what differs is written.
   *
   * @param <A> the entity that has the relation
   * @param <B> the entity that it leads to
   * @param relation the relation, such as {@code BOOK.tags}
   * @param one the row
   * @param others all rows that it is tied to afterwards
   * @return how many were tied or untied
   * @throws orm.api.error.ForeignKeyException if one of the rows does not exist
   */
  <A, B> long relink(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others);

  /**
   * Starts a query that runs here.
   *
   * @param <R> what a row holds
   * @param table the table to read
   * @return a query for every row
   */
  <R> Query<R> from(Table<R> table);

  /**
   * Takes a ready query, often a constant, to be run here.
   *
   * @param <R> what a row holds
   * @param select the query
   * @return the same query, runnable
   */
  <R> Query<R> query(Select<R> select);

  /**
   * Starts an insert: of rows with {@code onConflict} or {@code returning}, by columns, or of the
   * rows of a query.
   *
   * @param <E> the entity
   * @param table the table that gets rows
   * @return an insert without rows
   */
  <E> Insert<E> insertInto(EntityTable<E, ?> table);

  /**
   * Starts an update of all rows that a predicate chooses.
   *
   * @param <E> the entity
   * @param table the table to update
   * @return an update without assignments
   */
  <E> UpdateWithoutSet<E> update(EntityTable<E, ?> table);

  /**
   * Starts a delete of all rows that a predicate chooses.
   *
   * @param <E> the entity
   * @param table the table to delete from
   * @return a delete without predicate
   */
  <E> DeleteWithoutWhere<E> deleteFrom(EntityTable<E, ?> table);

  /**
   * Takes back that a row was deleted softly, by key and version.
   *
   * @param <E> the entity
   * @param table the table, of an entity with a {@code @SoftDelete} component
   * @param row the row, as it was before or after it was deleted
   * @return the row as it is now
   * @throws orm.api.error.StaleRowException if no deleted row has this key and version
   * @throws orm.api.error.InvalidQueryException if the entity has no such component
   */
  <E> E restore(EntityTable<E, ?> table, E row);

  /**
   * Sees all rows: filters do not apply to what runs on the handle that this gives, and a delete
   * takes rows away that would else be marked as deleted. The reason is logged.
   *
   * @param reason why, for the log; not blank
   * @return the same database or transaction without filters
   * @throws IllegalArgumentException if the reason is blank
   */
  Operations unscoped(String reason);

  /**
   * Takes a statement written as text, with parameters {@code :name}, to be run here.
   *
   * @param text one statement in the language of the database, a constant of the program
   * @return the statement, to be given its values and run
   */
  SqlStatement sql(String text);

  /**
   * Runs a script of statements, all or none: on a database in a transaction of its own, in a
   * transaction as part of it. Semicolons end the statements, but not inside quotes, comments,
   * parentheses, or the bodies of triggers and functions. There are no parameters.
   *
   * @param text the statements, in the language of the database
   * @return how many statements ran
   * @throws orm.api.error.InvalidQueryException if the text cannot be read, or holds a statement
   *     that begins or ends a transaction; then nothing has run
   * @throws orm.api.error.OrmException if a statement fails; the message names its number, line and
   *     first line, and nothing is stored
   */
  int script(String text);
}
