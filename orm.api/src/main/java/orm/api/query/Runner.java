package orm.api.query;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

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
}
