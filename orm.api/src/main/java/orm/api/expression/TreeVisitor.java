package orm.api.expression;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.annotation.LoadStrategy;
import orm.spi.mapping.RowReader;

/**
 * The read-only view of an expression tree, for engines, dialects and stores.
 *
 * <p>Kinds that not every store has keep the default, which refuses with the name of the kind.
 *
 * @param <V> what the visitor makes of a node
 */
@ConsumerType
public interface TreeVisitor<V> {
  /**
   * Visits a column.
   *
   * @param column the column
   * @return what is made of it
   */
  V column(Column<?, ?> column);

  /**
   * Visits a value of the program.
   *
   * @param value the value, never null; an unmodifiable list for the values of {@link Operator#IN}
   * @return what is made of it
   */
  V value(Object value);

  /**
   * Visits an operator with its arguments.
   *
   * @param operator the operator
   * @param arguments the arguments in order
   * @return what is made of it
   */
  V call(Operator operator, List<Expression<?>> arguments);

  /**
   * Visits a value built from parts.
   *
   * @param parts the parts in order
   * @param reader reads them
   * @return what is made of it
   */
  V row(List<Selectable<?>> parts, RowReader<?> reader);

  /**
   * Visits a whole table row: every column of {@code source}.
   *
   * @param source the table instance
   * @param reader reads the row
   * @return what is made of it
   */
  V table(Source<?> source, RowReader<?> reader);

  /**
   * Visits a named parameter.
   *
   * @param parameter the parameter
   * @return what is made of it
   */
  default V param(Param<?> parameter) {
    return refuse("parameter");
  }

  /**
   * Visits a part of an operator that belongs to the query and is no value, such as a unit of time.
   *
   * @param value a {@link java.time.temporal.ChronoUnit}, a number, or a list of member names
   * @return what is made of it
   */
  default V constant(Object value) {
    return refuse("constant");
  }

  /**
   * Visits several operands that are compared as one.
   *
   * @param parts the operands
   * @return what is made of them
   */
  default V tuple(List<Expression<?>> parts) {
    return refuse("row value");
  }

  /**
   * Visits the condition that a path leads to a row.
   *
   * @param path the path
   * @param all what must be true of the row
   * @return what is made of it
   */
  default V related(Source<?> path, List<Condition> all) {
    return refuse("condition on related rows");
  }

  /**
   * Visits a list of rows inside each row: one more level to fetch.
   *
   * @param query the rows; it begins at a path from the query around it
   * @param strategy how they are read
   * @return what is made of it
   */
  default V many(Subquery<?> query, LoadStrategy strategy) {
    return refuse("nested list");
  }

  /**
   * Visits a part that an outer join may leave away.
   *
   * @param part the part
   * @return what is made of it
   */
  default V optional(Selectable<?> part) {
    return refuse("optional part");
  }

  /**
   * Visits a window function.
   *
   * @param function the function or aggregate
   * @param window the rows that it sees
   * @return what is made of it
   */
  default V over(Expression<?> function, Window window) {
    return refuse("window function");
  }

  /**
   * Visits text of the store's own language.
   *
   * @param fragment the text, with its holes
   * @return what is made of it
   */
  default V fragment(Fragment fragment) {
    return refuse("native fragment");
  }

  /**
   * Visits a query inside the query.
   *
   * @param query the query
   * @return what is made of it
   */
  default V subquery(Subquery<?> query) {
    return refuse("subquery");
  }

  /**
   * Refuses a kind of node.
   *
   * @param kind the kind
   * @return never
   * @throws UnsupportedOperationException always
   */
  default V refuse(String kind) {
    throw new UnsupportedOperationException(kind);
  }
}
