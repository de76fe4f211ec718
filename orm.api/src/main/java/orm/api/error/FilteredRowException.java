package orm.api.error;

/**
 * A filter hides the row that was to be written, or the row that is there in its place. Nothing was
 * written.
 */
public class FilteredRowException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public FilteredRowException(Failure failure) {
    super(failure);
  }
}
