package orm.api.error;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a failure, from which an exception and its message are made. Immutable.
 *
 * <p>No part may hold a bound value or a secret.
 *
 * @param code the kind of failure
 * @param what what was tried and failed: {@code Cannot insert Book}
 * @param why the reason, without a full stop; null where {@code what} says it all
 * @param fix what to do, as a sentence; null where nothing can be advised
 * @param entity the simple name of the entity; null where none is concerned
 * @param column the component of the entity, or the column; null where none is concerned
 * @param constraint the name of the constraint in the database; null where none is concerned
 * @param sqlState the SQLState, or the extended result code of a database without SQLStates; null
 *     where the database was not asked
 * @param sql the statement with its parameters as {@code ?}; null where there is none
 * @param cause the exception behind it; null where there is none
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the tool that reads the tag does allow it here
public record Failure(
    ErrorCode code,
    String what,
    @Nullable String why,
    @Nullable String fix,
    @Nullable String entity,
    @Nullable String column,
    @Nullable String constraint,
    @Nullable String sqlState,
    @Nullable String sql,
    @Nullable Throwable cause)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Checks that code and subject are there.
   *
   * @param code the kind of failure
   * @param what what was tried and failed: {@code Cannot insert Book}
   * @param why the reason, without a full stop; null where {@code what} says it all
   * @param fix what to do, as a sentence; null where nothing can be advised
   * @param entity the simple name of the entity; null where none is concerned
   * @param column the component of the entity, or the column; null where none is concerned
   * @param constraint the name of the constraint in the database; null where none is concerned
   * @param sqlState the SQLState, or the extended result code of a database without SQLStates; null
   *     where the database was not asked
   * @param sql the statement with its parameters as {@code ?}; null where there is none
   * @param cause the exception behind it; null where there is none
   */
  public Failure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(what, "what");
  }

  /**
   * Begins the description of a failure.
   *
   * @param code the kind
   * @param what what was tried and failed, without a full stop
   * @return the failure, without reason and fix
   */
  public static Failure of(ErrorCode code, String what) {
    return new Failure(code, what, null, null, null, null, null, null, null, null);
  }

  /**
   * Adds the reason.
   *
   * @param reason the reason, without a full stop
   * @return a copy with it
   */
  public Failure because(@Nullable String reason) {
    return new Failure(code, what, reason, fix, entity, column, constraint, sqlState, sql, cause);
  }

  /**
   * Adds what to do.
   *
   * @param advice a sentence
   * @return a copy with it
   */
  public Failure fix(@Nullable String advice) {
    return new Failure(code, what, why, advice, entity, column, constraint, sqlState, sql, cause);
  }

  /**
   * Adds the place in the model.
   *
   * @param entityName the simple name of the entity, or null
   * @param columnName the component or column, or null
   * @return a copy with them
   */
  public Failure at(@Nullable String entityName, @Nullable String columnName) {
    return new Failure(
        code, what, why, fix, entityName, columnName, constraint, sqlState, sql, cause);
  }

  /**
   * Adds what the database said.
   *
   * @param constraintName the constraint, or null
   * @param state the SQLState or extended result code, or null
   * @param statement the statement, or null
   * @return a copy with them
   */
  public Failure database(
      @Nullable String constraintName, @Nullable String state, @Nullable String statement) {
    return new Failure(
        code, what, why, fix, entity, column, constraintName, state, statement, cause);
  }

  /**
   * Adds the exception behind it.
   *
   * @param exception the cause, or null
   * @return a copy with it
   */
  public Failure cause(@Nullable Throwable exception) {
    return new Failure(code, what, why, fix, entity, column, constraint, sqlState, sql, exception);
  }

  /** {@return the message: code, what failed, why, where, what to do} */
  public String message() {
    StringBuilder out = new StringBuilder().append(code).append(' ').append(what);
    if (why != null) {
      out.append(": ").append(why);
    }
    if (sqlState != null || constraint != null) {
      out.append(" (");
      if (sqlState != null) {
        boolean standard = sqlState.length() == 5;
        out.append(standard ? "SQLState " : "").append(sqlState);
      }
      if (constraint != null) {
        out.append(sqlState != null ? ", " : "").append("constraint ").append(constraint);
      }
      out.append(')');
    }
    out.append('.');
    if (fix != null) {
      out.append(' ').append(fix);
    }
    return out.toString();
  }
}
