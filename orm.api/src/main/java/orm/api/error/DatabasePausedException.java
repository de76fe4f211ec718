package orm.api.error;

/**
 * The database takes no calls now: its dialect is being replaced, or somebody lets callers wait.
 * Nothing was sent; the same call may succeed later.
 */
public class DatabasePausedException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public DatabasePausedException(Failure failure) {
    super(failure);
  }
}
