package orm.api.error;

/**
 * The database gave up this transaction for another one. Its changes are undone, and repeating the
 * whole transaction may succeed; {@code Tx.retries} does so.
 */
public class RetryableException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public RetryableException(Failure failure) {
    super(failure);
  }
}
