package orm.api.error;

/** The time limit of a statement or transaction has passed; its changes are undone. */
public class TimeoutException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public TimeoutException(Failure failure) {
    super(failure);
  }
}
