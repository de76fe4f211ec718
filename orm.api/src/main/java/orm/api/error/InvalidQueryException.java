package orm.api.error;

/** A query contradicts itself; found before the database is asked. */
public class InvalidQueryException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public InvalidQueryException(Failure failure) {
    super(failure);
  }
}
