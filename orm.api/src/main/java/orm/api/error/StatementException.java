package orm.api.error;

/** The database refused a statement for a reason that has no type of its own. */
public class StatementException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public StatementException(Failure failure) {
    super(failure);
  }
}
