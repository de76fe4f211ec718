package orm.api.error;

/**
 * What failed may succeed when it is repeated as a whole, and nothing of it was stored: the
 * database gave up the transaction for another one, which {@code Tx.retries} repeats, or could not
 * take it now.
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
