package orm.api.error;

/** A rule of the schema refused the row; nothing of the call was stored. */
public class ConstraintException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ConstraintException(Failure failure) {
    super(failure);
  }
}
