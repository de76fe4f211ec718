package orm.api.sql;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Table;
import orm.api.query.Results;
import orm.spi.mapping.RowReader;

/**
 * One statement written as text, with parameters {@code :name}, that knows its database or
 * transaction. Immutable: each step returns a new value. One of a database is safe for use by
 * several threads; one of a transaction belongs to the thread of that.
 *
 * <p>The text is read as the database reads it: a colon in a text literal, comment, quoted name,
 * cast {@code a::int}, array slice {@code a[1:n]} or assignment {@code :=} begins no parameter, and
 * the operators {@code ?}, {@code ?|} and {@code ?&} are written as they are. Parameters by
 * position ({@code ?}, {@code $1}) are refused. The text is a constant of the program; values enter
 * through parameters only, and stay out of messages and logs.
 *
 * <p>A value is sent with the type of its class. Where the database has a type of its own that Java
 * has not, the text says so: {@code cast(:mood as mood)}. Values that a table keeps in another form
 * than its logical one, such as decimals on SQLite, are what they are in the database: a statement
 * that is text sees the columns as they are kept.
 *
 * <p>What runs a statement throws {@link orm.api.error.InvalidQueryException}, before the database
 * is asked, if the text cannot be read, if it holds several statements or one that begins or ends a
 * transaction, if a parameter has no value, or if a value has no parameter; and other
 * {@link orm.api.error.OrmException}s if the database fails.
 */
@ProviderType
public interface SqlStatement {
  /**
   * Gives a parameter its value, wherever it stands in the text; replaces an earlier one.
   *
   * @param name the name, without the colon
   * @param value a box, text, character, decimal, date or time, duration, UUID, byte array, enum
   *     constant (sent by name), JSON value, reference of one column, list (one value: an array or
   *     JSON text), or a type with a converter; not null
   * @return a statement with it
   * @throws NullPointerException if {@code value} is null; use {@link #bindNull}
   */
  @CheckReturnValue
  SqlStatement bind(String name, Object value);

  /**
   * Gives a parameter the value null.
   *
   * @param name the name, without the colon
   * @param type the Java class that the value would have, which tells the database the type
   * @return a statement with it
   */
  @CheckReturnValue
  SqlStatement bindNull(String name, Class<?> type);

  /**
   * Gives a parameter a list to look into: the text says {@code in (:name)} or {@code not in
   * (:name)}. All values travel as one parameter, so there may be hundreds of thousands. Nothing is
   * in an empty list, and everything is not in it.
   *
   * @param name the name, without the colon
   * @param values values of one class that {@link #bind} takes, none of them null
   * @return a statement with it
   * @throws NullPointerException if a value is null, which is equal to nothing
   */
  @CheckReturnValue
  SqlStatement bindList(String name, Collection<?> values);

  /**
   * Limits how long the database may work on each execution. Waiting for a connection is not
   * counted.
   *
   * @param limit the time allowed, in milliseconds or coarser; {@link Duration#ZERO} for no limit
   * @return a statement with the limit
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  @CheckReturnValue
  SqlStatement timeout(Duration limit);

  /**
   * Tells which tables the statement writes to, so that nothing else is taken out of the cache.
   * Without it a statement that is more than a plain select takes out everything.
   *
   * @param tables the tables, and those that other tables lose rows with are found; none if it
   *     writes to no table of an entity
   * @return a statement that is known to write to these tables only
   */
  @CheckReturnValue
  SqlStatement touching(EntityTable<?, ?>... tables);

  /**
   * Names the statement for messages.
   *
   * @param label the name
   * @return a statement with it
   */
  @CheckReturnValue
  SqlStatement label(String label);

  /**
   * Reads rows of an entity or of the rows of a projection, {@code into(Line_::new)}. Columns are
   * matched by their labels, in any order and whatever their case, once for each execution: every
   * column of the table must be there, under the name that it has in the database, and no other.
   *
   * @param <R> what a row holds
   * @param type makes the table
   * @return the rows; running them throws {@link orm.api.error.MappingException} with the labels
   *     that are missing and those that are too many
   */
  @CheckReturnValue
  <R> Results<R> into(Function<Source<R>, ? extends Table<R>> type);

  /**
   * Reads rows by hand, from left to right.
   *
   * @param <R> what a row holds
   * @param reader reads a row, such as {@code row -> row.nextText()}; it may read fewer columns
   *     than there are
   * @return the rows
   */
  @CheckReturnValue
  <R> Results<R> map(RowReader<R> reader);

  /**
   * Runs the statement for its effect. Rows that it gives are left out.
   *
   * @return how many rows it changed; 0 for a statement that changes none, such as a definition
   */
  long execute();

  /**
   * Runs the statement once for each row of values, all or none, in few round trips. What
   * {@link #bind} gave counts for every row that does not give it itself.
   *
   * @param rows a value for each parameter by name; null has the type that other rows give the
   *     parameter, or that {@link #bindNull} gave it
   * @return how many rows each one changed, in the order of {@code rows}
   */
  long[] batch(Collection<? extends Map<String, ?>> rows);

  /**
   * Runs the statement and takes what it gives as it comes, for tools that know nothing of it. What
   * it writes is undone where its rows cannot be read.
   *
   * @param most how many rows to take at most, from 1
   * @return columns and rows, or how many rows were changed
   */
  SqlResult result(int most);
}
