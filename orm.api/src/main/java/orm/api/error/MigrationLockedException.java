package orm.api.error;

/** Somebody else migrates the database; try again later. Nothing has run. */
public class MigrationLockedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   */
  public MigrationLockedException(Failure failure, MigrationPlace place) {
    super(failure, place);
  }
}
