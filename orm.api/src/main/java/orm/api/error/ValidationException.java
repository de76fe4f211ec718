package orm.api.error;

import java.util.List;

/**
 * Rows broke the rules of their entity. The database was not asked, nothing was written, and a
 * transaction can go on. {@link #violations()} has everything that is wrong with all rows of the
 * call.
 */
public class ValidationException extends OrmException {
  private static final long serialVersionUID = 1L;

  /** What is wrong; a list that can be written. */
  private final Violation[] violations;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param violations what is wrong with which rows
   */
  public ValidationException(Failure failure, List<Violation> violations) {
    super(failure);
    this.violations = violations.toArray(Violation[]::new);
  }

  /** {@return what is wrong, by rows and then by components; unmodifiable} */
  public List<Violation> violations() {
    return List.of(violations);
  }
}
