package orm.api.error;

/**
 * A value cannot be stored exactly: too long, out of range, or of a kind that the database lacks.
 * Mostly found before the database is asked.
 */
public class ValueException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ValueException(Failure failure) {
    super(failure);
  }
}
