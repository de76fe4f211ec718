package orm.api.error;

/**
 * The rules of an entity could not be checked: a validator threw, or a rule does not fit its type.
 * The database was not asked, nothing was written, and a transaction can go on.
 */
public class ValidatorException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ValidatorException(Failure failure) {
    super(failure);
  }
}
