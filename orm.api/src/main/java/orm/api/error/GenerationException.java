package orm.api.error;

/**
 * A value that is made in Java could not be made: nobody tells who writes, or a generator of keys
 * is not there or failed. The database was not asked, and nothing was written.
 */
public class GenerationException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public GenerationException(Failure failure) {
    super(failure);
  }
}
