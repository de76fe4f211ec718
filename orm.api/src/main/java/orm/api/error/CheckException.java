package orm.api.error;

/** A check constraint refused the row. */
public class CheckException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public CheckException(Failure failure) {
    super(failure);
  }
}
