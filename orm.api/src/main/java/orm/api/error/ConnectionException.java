package orm.api.error;

/**
 * The database cannot be reached, refuses the user, or gives no connection in time. Nothing of the
 * failed call was stored.
 */
public class ConnectionException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ConnectionException(Failure failure) {
    super(failure);
  }
}
