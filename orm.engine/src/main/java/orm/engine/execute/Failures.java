package orm.engine.execute;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.error.CheckException;
import orm.api.error.ConnectionException;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ForeignKeyException;
import orm.api.error.NotNullException;
import orm.api.error.OrmException;
import orm.api.error.RetryableException;
import orm.api.error.StatementException;
import orm.api.error.TimeoutException;
import orm.api.error.TransactionException;
import orm.api.error.ValueException;
import orm.api.schema.CheckSchema;
import orm.api.schema.UniqueSchema;
import orm.engine.plan.TableModel;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;

/**
 * Turns exceptions of the driver into typed ones that say what failed, where, why, and what to do.
 */
public final class Failures {
  private final String database;
  private final Connector connector;

  /**
   * Makes a translator.
   *
   * @param database the name of the database, for messages
   * @param connector knows what the driver's exceptions mean
   */
  public Failures(String database, Connector connector) {
    this.database = database;
    this.connector = connector;
  }

  /**
   * Translates an exception of the driver.
   *
   * @param subject what was tried
   * @param sql the statement, or null
   * @param exception what the driver threw
   * @return the exception to throw
   */
  public OrmException of(Subject subject, @Nullable String sql, SQLException exception) {
    SqlFailure failure = connector.classify(exception);
    Failure facts = Failure.of(ErrorCode.STATEMENT_FAILED, subject.failed())
        .at(subject.table() == null ? null : subject.table().entity(), null)
        .database(failure.constraint(), failure.state(), sql)
        .cause(exception);
    return switch (failure.kind()) {
      case DUPLICATE_KEY ->
        new DuplicateKeyException(
            located(facts, ErrorCode.DUPLICATE_KEY, subject, failure, "must be unique")
                .fix("Find the existing row first, or use upsert()."));
      case FOREIGN_KEY ->
        new ForeignKeyException(located(
                facts,
                ErrorCode.FOREIGN_KEY,
                subject,
                failure,
                "points to no row, or a row that is still referred to is removed")
            .fix("Insert the row that is referred to first, or delete the referring rows first."));
      case NOT_NULL ->
        new NotNullException(
            located(facts, ErrorCode.NOT_NULL, subject, failure, "must not be null")
                .fix("Give it a value."));
      case CHECK ->
        new CheckException(
            located(facts, ErrorCode.CHECK_FAILED, subject, failure, "breaks a check")
                .fix("Compare the value with the rule of the constraint."));
      case TEXT_TOO_LONG ->
        new ValueException(
            located(facts, ErrorCode.TEXT_TOO_LONG, subject, failure, "is too long"));
      case OUT_OF_RANGE ->
        new ValueException(
            located(facts, ErrorCode.OUT_OF_RANGE, subject, failure, "is out of range"));
      case UNSTORABLE_VALUE ->
        new ValueException(located(
            facts,
            ErrorCode.UNSTORABLE_VALUE,
            subject,
            failure,
            "has a form that the database cannot hold"));
      case CONFLICT ->
        new RetryableException(as(facts, ErrorCode.CONFLICT)
            .because("the database gave it up for another transaction")
            .fix("Repeat the whole transaction, for example with Tx.retries."));
      case LOCK_TIMEOUT ->
        new TimeoutException(as(facts, ErrorCode.LOCK_TIMEOUT)
            .because("a lock on " + connector.target() + " was not granted in time")
            .fix("End the transaction or program that holds it, or raise lock.timeout."));
      case CANCELLED ->
        new TimeoutException(as(facts, ErrorCode.TIMEOUT)
            .because("the statement was cancelled")
            .fix("Raise the time limit, or help the statement with an index."));
      case READ_ONLY_TRANSACTION ->
        new TransactionException(as(facts, ErrorCode.READ_ONLY_TRANSACTION)
            .because("the transaction only reads")
            .fix("Leave out Tx.readOnly() for work that writes."));
      case SCHEMA_MISMATCH ->
        new StatementException(as(facts, ErrorCode.SCHEMA_MISMATCH)
            .because(
                "a table or column of the model is not in " + connector.target() + detail(failure))
            .fix("Create or migrate the schema, or correct table and column names."));
      case PERMISSION_DENIED ->
        new StatementException(as(facts, ErrorCode.PERMISSION_DENIED)
            .because("the user may not do this" + detail(failure))
            .fix("Grant the right to the user of database " + database + "."));
      case OTHER ->
        new StatementException(
            facts.because("the database refused the statement" + detail(failure)));
      default -> unusable(facts, failure);
    };
  }

  /**
   * Translates an exception that came while a connection was opened.
   *
   * @param exception what the driver threw
   * @return the exception to throw
   */
  public OrmException ofOpening(SQLException exception) {
    SqlFailure failure = connector.classify(exception);
    Failure facts = Failure.of(ErrorCode.CONNECTION_FAILED, "Cannot open database " + database)
        .database(null, failure.state(), null)
        .cause(exception);
    return unusable(facts, failure);
  }

  /** The database as a whole cannot be used. */
  private ConnectionException unusable(Failure facts, SqlFailure failure) {
    String target = connector.target();
    return new ConnectionException(
        switch (failure.kind()) {
          case AUTHENTICATION_FAILED ->
            as(facts, ErrorCode.AUTHENTICATION_FAILED)
                .because(target + " refused user or password")
                .fix("Check the settings user and password of database " + database + ".");
          case DATABASE_READ_ONLY ->
            as(facts, ErrorCode.DATABASE_READ_ONLY)
                .because(target + " can only be read")
                .fix("Check the permissions of the file and its folder, or of the server.");
          case DATABASE_CORRUPT ->
            as(facts, ErrorCode.DATABASE_CORRUPT)
                .because(target + " is damaged or is no database" + detail(failure))
                .fix("Check the path, or restore the file from a backup.");
          case STORAGE_FULL ->
            as(facts, ErrorCode.STORAGE_FULL)
                .because("the disk or memory of " + target + " is full")
                .fix("Make room and repeat.");
          case LOCK_TIMEOUT ->
            as(facts, ErrorCode.DATABASE_LOCKED)
                .because("another program holds the lock of " + target)
                .fix("End that program, or raise lock.timeout.");
          default ->
            as(facts, ErrorCode.CONNECTION_FAILED)
                .because(target + " cannot be reached" + detail(failure))
                .fix("Check that it is there, and the settings of database " + database + ".");
        });
  }

  private static String detail(SqlFailure failure) {
    return failure.detail() == null ? "" : ": " + failure.detail();
  }

  private static Failure as(Failure facts, ErrorCode code) {
    return new Failure(
        code,
        facts.what(),
        facts.why(),
        facts.fix(),
        facts.entity(),
        facts.column(),
        facts.constraint(),
        facts.sqlState(),
        facts.sql(),
        facts.cause());
  }

  private static Failure located(
      Failure facts, ErrorCode code, Subject subject, SqlFailure failure, String what) {
    Optional<String> component =
        Optional.ofNullable(subject.table()).flatMap(table -> component(table, failure));
    String table = failure.table();
    String place = component
        .map(found -> place(subject, found))
        .orElseGet(() -> failure.columns().isEmpty()
            ? table == null ? "a value" : "a value of " + table
            : (table == null ? "" : table + ".") + String.join(", ", failure.columns()));
    String column = component.orElseGet(
        () -> failure.columns().isEmpty() ? null : String.join(", ", failure.columns()));
    return as(facts, code).at(facts.entity(), column).because(place + " " + what);
  }

  private static String place(Subject subject, String component) {
    TableModel table = subject.table();
    return table == null ? component : table.schema().name() + "." + component;
  }

  /**
   * The component that the database meant: by its columns, or else by the name of the constraint.
   */
  private static Optional<String> component(TableModel table, SqlFailure failure) {
    if (failure.table() != null && !failure.table().equals(table.name())) {
      return Optional.empty();
    }
    if (!failure.columns().isEmpty()) {
      return table.components(failure.columns());
    }
    String constraint = failure.constraint();
    if (constraint == null) {
      return Optional.empty();
    }
    String wanted = constraint.toLowerCase(Locale.ROOT);
    for (UniqueSchema unique : table.schema().uniques()) {
      if (isSame(unique.name(), wanted)) {
        return Optional.of(String.join(", ", components(table, unique.columns())));
      }
    }
    for (CheckSchema check : table.schema().checks()) {
      if (isSame(check.name(), wanted)) {
        return componentOfCheck(check);
      }
    }
    return table.components(databaseNames(table, wanted));
  }

  /** Whatever form names have in the database. */
  private static boolean isSame(String logicalName, String found) {
    return logicalName.replace("_", "").equalsIgnoreCase(found.replace("_", ""));
  }

  private static List<String> components(TableModel table, List<String> columns) {
    return columns.stream().map(name -> table.column(name).schema().component()).toList();
  }

  /** The first hole of a condition names the component that it is about. */
  private static Optional<String> componentOfCheck(CheckSchema check) {
    int begin = check.sql().indexOf('{');
    int end = check.sql().indexOf('}', begin + 1);
    return begin < 0 || end < 0
        ? Optional.empty()
        : Optional.of(check.sql().substring(begin + 1, end));
  }

  /** Constraints that we name follow {@code <table>_<columns>_<kind>}. */
  private static List<String> databaseNames(TableModel table, String constraint) {
    String prefix = table.schema().name().toLowerCase(Locale.ROOT) + "_";
    int end = constraint.lastIndexOf('_');
    if (constraint.equals(prefix + "pkey")) {
      return table.key().stream().map(column -> column.name()).toList();
    }
    return constraint.startsWith(prefix) && end > prefix.length()
        ? List.of(constraint.substring(prefix.length(), end))
        : List.of();
  }
}
