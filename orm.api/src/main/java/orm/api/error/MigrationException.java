package orm.api.error;

import org.jspecify.annotations.Nullable;

/** Migrations cannot run, or did not run through; the subclasses tell what can be done. */
public class MigrationException extends OrmException {
  private static final long serialVersionUID = 1L;

  /** Where it happened. */
  private final MigrationPlace place;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   */
  public MigrationException(Failure failure, MigrationPlace place) {
    super(failure);
    this.place = place;
  }

  /** {@return the module, or null} */
  public @Nullable String module() {
    return place.module();
  }

  /** {@return what names the migration in its module, or null} */
  public @Nullable String migration() {
    return place.migration();
  }

  /** {@return the file or class, or null} */
  public @Nullable String source() {
    return place.source();
  }

  /** {@return the line of the file, from 1; 0 where none is concerned} */
  public int line() {
    return place.line();
  }

  /** {@return the number of the statement, from 1; 0 where none is concerned} */
  public int statement() {
    return place.statement();
  }
}
