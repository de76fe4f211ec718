package orm.api.error;

/** A transaction, or a handle, was used in a way that its state forbids. */
public class TransactionException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public TransactionException(Failure failure) {
    super(failure);
  }
}
