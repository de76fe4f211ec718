package orm.api.error;

/**
 * A statement failed, its exception was caught, and the work went on to commit: everything was
 * rolled back. The cause is the first failure. To survive a failure, run the statement in
 * {@code tx.nested}.
 */
public class TransactionFailedException extends TransactionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public TransactionFailedException(Failure failure) {
    super(failure);
  }
}
