package orm.api.error;

/**
 * The files and classes of the migrations contradict each other or cannot be read; correct them.
 * Nothing has run.
 */
public class InvalidMigrationException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   */
  public InvalidMigrationException(Failure failure, MigrationPlace place) {
    super(failure, place);
  }
}
