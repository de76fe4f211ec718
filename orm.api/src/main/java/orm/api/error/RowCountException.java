package orm.api.error;

/** A query gave more or fewer rows than its caller asked for. */
public class RowCountException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public RowCountException(Failure failure) {
    super(failure);
  }
}
