package orm.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all failures.
 *
 * <p>Its facts stand in accessors, so that callers never parse the message. Catch a subclass for
 * what can be handled, and this class for the rest.
 */
public class OrmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The facts, as they stand in the message. */
  private final Failure failure;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public OrmException(Failure failure) {
    super(failure.message(), failure.cause());
    this.failure = failure;
  }

  /** {@return the kind of failure} */
  public ErrorCode code() {
    return failure.code();
  }

  /** {@return the simple name of the entity, or null} */
  public @Nullable String entity() {
    return failure.entity();
  }

  /** {@return the component of the entity, or the column, or null} */
  public @Nullable String column() {
    return failure.column();
  }

  /** {@return the constraint in the database, or null} */
  public @Nullable String constraint() {
    return failure.constraint();
  }

  /**
   * {@return the SQLState, or the extended result code of a database without SQLStates, or null}
   */
  public @Nullable String sqlState() {
    return failure.sqlState();
  }

  /** {@return the statement with {@code ?} for its parameters, or null} */
  public @Nullable String sql() {
    return failure.sql();
  }

  /** {@return what to do, or null} */
  public @Nullable String fix() {
    return failure.fix();
  }
}
