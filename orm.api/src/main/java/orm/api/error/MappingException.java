package orm.api.error;

/** A stored value does not fit its Java type; the message names the column. */
public class MappingException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public MappingException(Failure failure) {
    super(failure);
  }
}
