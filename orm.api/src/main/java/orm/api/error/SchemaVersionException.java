package orm.api.error;

/**
 * History and files do not fit: the database is behind, ahead, or was made by other files. Nothing
 * has run.
 */
public class SchemaVersionException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   */
  public SchemaVersionException(Failure failure, MigrationPlace place) {
    super(failure, place);
  }
}
