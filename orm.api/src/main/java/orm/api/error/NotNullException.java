package orm.api.error;

/** A required column got null; mostly found before the database is asked. */
public class NotNullException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public NotNullException(Failure failure) {
    super(failure);
  }
}
