package orm.api.error;

/** A statement of a migration failed; the message tells in which state the database is now. */
public class MigrationFailedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /** How many statements before it are stored. */
  private final int stepsDone;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   * @param stepsDone how many statements of the migration are stored; 0 if all was rolled back
   */
  public MigrationFailedException(Failure failure, MigrationPlace place, int stepsDone) {
    super(failure, place);
    this.stepsDone = stepsDone;
  }

  /** {@return how many statements of the migration are stored; 0 if all was rolled back} */
  public int stepsDone() {
    return stepsDone;
  }
}
