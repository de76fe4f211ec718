package orm.api.error;

/** There is no row with this key. */
public class RowNotFoundException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public RowNotFoundException(Failure failure) {
    super(failure);
  }
}
