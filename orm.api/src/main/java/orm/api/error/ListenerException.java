package orm.api.error;

/** A listener of rows failed, and with it the statement. Nothing was written. */
public class ListenerException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ListenerException(Failure failure) {
    super(failure);
  }
}
