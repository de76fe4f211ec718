package orm.api.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.expression.Selectable;

/**
 * What a database or transaction lends to a query so that it can run; implemented by the engine.
 */
@ProviderType
public interface Runner {
  /**
   * Reads the rows of a query.
   *
   * @param <R> what a row holds
   * @param tree the query
   * @return the rows, unmodifiable
   */
  <R> List<R> list(SelectTree<R> tree);

  /**
   * Counts the rows of a query.
   *
   * @param tree the query
   * @return the number
   */
  long count(SelectTree<?> tree);

  /**
   * Tells whether a query has a row.
   *
   * @param tree the query
   * @return whether it has
   */
  boolean exists(SelectTree<?> tree);

  /**
   * Hands over the rows of a query one by one.
   *
   * @param <R> what a row holds
   * @param <X> what is made of the rows
   * @param tree the query
   * @param use uses the rows, which end with it
   * @return what it made
   */
  <R, X> X stream(SelectTree<R> tree, Function<? super Stream<R>, ? extends X> use);

  /**
   * Reads a page of a query.
   *
   * @param <R> what a row holds
   * @param tree the query
   * @param keyset which page
   * @return the page
   */
  <R> Page<R> page(SelectTree<R> tree, Keyset keyset);

  /**
   * Shows what a query sends.
   *
   * @param tree the query
   * @return text and values
   */
  QueryText text(SelectTree<?> tree);

  /**
   * Asks for the plan of a query.
   *
   * @param tree the query
   * @return its lines
   */
  List<String> explain(SelectTree<?> tree);

  /**
   * Runs an insert, update or delete.
   *
   * @param mutation what to do
   * @return the number of rows that were written
   */
  long execute(MutationTree<?> mutation);

  /**
   * Runs an insert, update or delete and reads the rows that it writes.
   *
   * @param <R> what a row gives
   * @param mutation what to do
   * @param result what to read of each row
   * @return what the rows give, unmodifiable
   */
  <R> List<R> returning(MutationTree<?> mutation, Selectable<R> result);
}
