package orm.api.error;

/** This database cannot answer such a query with the meaning that it has elsewhere. */
public class UnsupportedQueryException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public UnsupportedQueryException(Failure failure) {
    super(failure);
  }
}
