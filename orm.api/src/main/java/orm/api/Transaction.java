package orm.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The handle of a running transaction. It belongs to the thread that its work runs on and ends with
 * the work; any other use is a {@link orm.api.error.TransactionException}.
 *
 * <p>After a statement has failed, every further statement and the commit fail too, on every
 * database, unless the failure was inside {@link #nested}.
 */
@ProviderType
public interface Transaction extends Operations {
  /**
   * Runs work inside a savepoint: if it throws, only its own changes are undone.
   *
   * @param <R> what the work gives
   * @param <X> what the work may throw
   * @param work the work, with a handle of its own
   * @return what the work gave
   * @throws X what the work threw, after its changes are undone
   */
  <R, X extends Exception> R nested(TransactionWork<R, X> work) throws X;

  /**
   * Runs work without a result inside a savepoint.
   *
   * @param <X> what the work may throw
   * @param work the work, with a handle of its own
   * @throws X what the work threw, after its changes are undone
   */
  <X extends Exception> void inNested(TransactionWork.WithoutResult<X> work) throws X;

  /**
   * Registers an action to run once after a successful commit, on this thread, in the order of
   * registration; never after a rollback. Its exceptions are logged, since the commit stands.
   *
   * @param action the action
   */
  void afterCommit(Runnable action);
}
