package orm.api.error;

/**
 * A filter could not be applied: it has no value, it threw, or its condition cannot be used. The
 * database was not asked, and nothing was written.
 */
public class FilterException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public FilterException(Failure failure) {
    super(failure);
  }
}
