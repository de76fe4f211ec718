package orm.api.error;

/** Another row has the same key; {@link #constraint()} and {@link #column()} name it. */
public class DuplicateKeyException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public DuplicateKeyException(Failure failure) {
    super(failure);
  }
}
