package orm.api.error;

/** The row was changed or deleted since it was read; read it again and repeat the change. */
public class StaleRowException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public StaleRowException(Failure failure) {
    super(failure);
  }
}
