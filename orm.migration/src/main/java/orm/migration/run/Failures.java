package orm.migration.run;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationException;
import orm.api.error.MigrationFailedException;
import orm.api.error.MigrationPlace;
import orm.api.error.OrmException;
import orm.api.migration.PlannedStep;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;

/** Says what failed, where, why, in which state the database is now, and what to do. */
final class Failures {
  private final String database;
  private final Connector connector;

  Failures(String database, Connector connector) {
    this.database = database;
    this.connector = connector;
  }

  /** Something around the migrations failed, such as reading the history. */
  OrmException around(String what, SQLException failed) {
    SqlFailure failure = connector.classify(failed);
    return new MigrationException(
        Failure.of(ErrorCode.MIGRATION_FAILED, "Cannot " + what + " of database " + database)
            .because(reason(failure, failed, false, Duration.ZERO))
            .fix(advice(failure) + "Nothing was changed.")
            .database(failure.constraint(), failure.state(), null)
            .cause(failed),
        MigrationPlace.NONE);
  }

  /**
   * A step failed.
   *
   * @param task the migration
   * @param step the step; null for what comes before or behind all steps
   * @param stored how many steps are stored
   * @param timedOut whether the time limit of the statement has struck
   * @param lockLimit how long statements wait for locks
   * @param failed what happened
   */
  MigrationFailedException step(
      Task task,
      @Nullable PlannedStep step,
      int stored,
      boolean timedOut,
      Duration lockLimit,
      Exception failed) {
    String where = step == null
        ? ""
        : step.line() == 0
            ? ""
            : ", statement " + step.number() + " of " + task.steps().size() + " (" + place(task)
                + ", line " + step.line() + ": " + firstLine(step.sql()) + ")";
    MigrationPlace place =
        step == null ? task.source().place() : task.source().place().at(step.line(), step.number());
    Failure facts = Failure.of(
            ErrorCode.MIGRATION_FAILED,
            "Cannot " + task.verb() + task.source().title() + " in database " + database + where)
        .cause(failed);
    String advice = "";
    if (failed instanceof SQLException sql) {
      SqlFailure failure = connector.classify(sql);
      facts = facts
          .because(reason(failure, sql, timedOut, lockLimit))
          .database(failure.constraint(), failure.state(), step == null ? null : step.sql());
      advice = advice(failure);
    } else if (failed instanceof OrmException typed) {
      facts = facts.because(String.valueOf(typed.getMessage()));
    } else {
      facts = facts.because("it threw " + failed.getClass().getName());
    }
    return new MigrationFailedException(facts.fix(advice + state(task, stored)), place, stored);
  }

  private static String place(Task task) {
    String origin = task.source().origin();
    return origin.substring(origin.lastIndexOf('/') + 1);
  }

  private static String firstLine(String sql) {
    return sql.lines().findFirst().orElse("").strip();
  }

  private String reason(
      SqlFailure failure, SQLException failed, boolean timedOut, Duration lockLimit) {
    if (timedOut) {
      return "it ran longer than its time limit";
    }
    String words = failure.detail() == null ? "" : ": " + failure.detail();
    String target = connector.target();
    return switch (failure.kind()) {
      case LOCK_TIMEOUT -> "a lock was not granted within " + lockLimit.toMillis() + " ms" + words;
      case PERMISSION_DENIED -> "the user may not do this" + words;
      case DATABASE_READ_ONLY, READ_ONLY_TRANSACTION -> target + " can only be read" + words;
      case STORAGE_FULL -> "the disk or memory of " + target + " is full" + words;
      case CONNECTION_FAILED -> "the connection to " + target + " failed" + words;
      case DUPLICATE_KEY -> "rows that are there break a unique constraint" + words;
      case FOREIGN_KEY -> "rows that are there break a foreign key" + words;
      case NOT_NULL -> "rows that are there have no value" + words;
      case CHECK -> "rows that are there break a check" + words;
      default ->
        "the database refused it"
            + (words.isEmpty() && failure.state() == null
                ? ": " + failed.getClass().getName()
                : words);
    };
  }

  private static String advice(SqlFailure failure) {
    return switch (failure.kind()) {
      case LOCK_TIMEOUT ->
        "End the transaction that holds the lock, or raise the limit with -- orm: lock timeout. ";
      case PERMISSION_DENIED -> "Grant the right to the user, or migrate as another one. ";
      case DATABASE_READ_ONLY, READ_ONLY_TRANSACTION ->
        "Check the permissions of file and folder, or of the server. ";
      case STORAGE_FULL -> "Make room. ";
      default -> "";
    };
  }

  /** In which state the database is now, and how it goes on. */
  private static String state(Task task, int stored) {
    if (task.transactional()) {
      return "All of this migration was rolled back, and those before it are stored: correct the"
          + " cause and run again.";
    }
    return (stored == 0
            ? "Nothing of this migration is stored"
            : "Its statements up to " + stored + " are stored")
        + ", and so are the migrations before it: correct the cause and run again, which goes on"
        + " at statement " + (stored + 1) + ".";
  }
}
