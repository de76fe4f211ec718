package orm.api.error;

/**
 * The connection was lost while a commit was under way: the changes are either all stored or all
 * undone, and only reading them again can tell.
 */
public class OutcomeUnknownException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public OutcomeUnknownException(Failure failure) {
    super(failure);
  }
}
