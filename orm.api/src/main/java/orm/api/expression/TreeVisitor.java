package orm.api.expression;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
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
