package orm.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work done in one transaction. It may run again when retries are asked for, so what it does
 * outside the database belongs into {@link Transaction#afterCommit}.
 *
 * @param <R> what it gives
 * @param <X> what it may throw
 */
@ConsumerType
@FunctionalInterface
public interface TransactionWork<R, X extends Exception> {
  /**
   * Does the work.
   *
   * @param tx the transaction
   * @return the result
   * @throws X to roll back
   */
  R run(Transaction tx) throws X;

  /**
   * Work without a result.
   *
   * @param <X> what it may throw
   */
  @ConsumerType
  @FunctionalInterface
  interface WithoutResult<X extends Exception> {
    /**
     * Does the work.
     *
     * @param tx the transaction
     * @throws X to roll back
     */
    void run(Transaction tx) throws X;
  }
}
