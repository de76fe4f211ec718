package orm.api.error;

/** The database cannot be opened as configured; correct the setting that the message names. */
public class ConfigurationException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public ConfigurationException(Failure failure) {
    super(failure);
  }
}
