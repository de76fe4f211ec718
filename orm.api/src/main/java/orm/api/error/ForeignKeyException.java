package orm.api.error;

/** A reference points to no row, or a row that is to be deleted is still referred to. */
public class ForeignKeyException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ForeignKeyException(Failure failure) {
    super(failure);
  }
}
