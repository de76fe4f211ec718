package orm.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.config.Isolation;
import orm.api.error.DataLossException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationException;
import orm.api.error.MigrationLockedException;
import orm.api.error.MigrationPlace;
import orm.api.migration.DataLoss;
import orm.api.migration.Direction;
import orm.api.migration.Migration;
import orm.api.migration.MigrationContext;
import orm.api.migration.MigrationEvent;
import orm.api.migration.MigrationEvent.Type;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationReport;
import orm.api.migration.PlannedStep;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.migration.history.HistoryRow;
import orm.migration.history.HistoryRow.State;
import orm.migration.history.HistoryTable;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.MigrationSupport;
import orm.spi.migration.MigrationTarget;
import orm.spi.sql.SqlScript;

/**
 * Runs migrations, each on a connection of its own, so that what one says to its session is over
 * with it. The lock is held meanwhile.
 *
 * <p>Map: one migration; in one transaction; step by step; one statement.
 */
final class Runner implements AutoCloseable {
  private final String database;
  private final MigrationTarget.Access access;
  private final MigrationSupport support;
  private final HistoryTable table;
  private final MigrationSupport.Lock lock;
  private final List<MigrationListener> listeners;
  private final Duration lockTimeout;
  private final Duration statementTimeout;
  private final Failures failures;
  private final StatementLimit limit;
  private final Clock clock = Clock.systemUTC();
  private final String self = LockWait.self();
  private int position;

  Runner(
      String database,
      MigrationTarget.Access access,
      HistoryTable table,
      MigrationSupport.Lock lock,
      int position,
      List<MigrationListener> listeners,
      Duration lockTimeout,
      Duration statementTimeout) {
    this.database = database;
    this.access = access;
    this.support = access.connector().migrationSupport();
    this.table = table;
    this.lock = lock;
    this.position = position;
    this.listeners = listeners;
    this.lockTimeout = lockTimeout;
    this.statementTimeout = statementTimeout;
    this.failures = new Failures(database, access.connector());
    this.limit = new StatementLimit(database);
  }

  // One migration

  MigrationReport.Ran run(Task task) {
    if (!lock.isHeld()) {
      throw new MigrationLockedException(
          Failure.of(ErrorCode.MIGRATION_LOCKED, "Cannot go on to migrate database " + database)
              .because("the session that held the lock was cut before "
                  + task.source().title())
              .fix("Run again; what ran before is stored."),
          task.source().place());
    }
    return new Execution(task).run();
  }

  @Override
  public void close() {
    limit.close();
  }

  /** Throws if rows would be lost and nobody accepted it. */
  static void requireAccepted(String database, List<Task> tasks) {
    List<String> names = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    MigrationPlace place = MigrationPlace.NONE;
    for (Task task : tasks) {
      for (DataLoss loss : task.losses()) {
        if (loss.rows() != 0 && !loss.accepted()) {
          place = names.isEmpty() ? task.source().place() : place;
          names.add(loss.what());
          shown.add(loss + " by " + task.source().title());
        }
      }
    }
    if (!names.isEmpty()) {
      throw new DataLossException(
          Failure.of(ErrorCode.DATA_LOSS, "Cannot run the migrations of database " + database)
              .because("they would take away " + String.join(", ", shown))
              .fix("Keep the rows, or accept the loss by its name: accepting(\"" + names.get(0)
                  + "\"), or in the file, for the way up, -- orm: loses " + names.get(0)
                  + ". Nothing of it has run."),
          place,
          names);
    }
  }

  /** The run of one migration. */
  private final class Execution implements MigrationContext {
    private final Task task;
    private final Part part;
    private final long begin = System.nanoTime();
    private final Duration locks;

    /** Where the history is written; set with the connection. */
    private @Nullable Connection connection;

    private HistoryRow row;
    private int executed;

    /** How many steps are stored. */
    private int stored;

    private @Nullable PlannedStep current;

    Execution(Task task) {
      this.task = task;
      this.part = task.part();
      this.locks = part.lockTimeout().orElse(lockTimeout);
      this.row = firstRow();
      this.stored = task.done();
    }

    private HistoryRow firstRow() {
      HistoryRow before = task.row();
      MigrationSource source = task.source();
      if (task.direction() == Direction.DOWN) {
        if (before == null) {
          throw new IllegalStateException("what has never run is not undone");
        }
        HistoryRow next = before.in(State.UNDOING, task.done(), before.running());
        return before.state() == State.UNDOING || part.text().isEmpty()
            ? next
            : next.with(before.checksum(), before.up(), part.text()).in(State.UNDOING, 0, 0);
      }
      boolean resumes = before != null && before.state() == State.APPLYING;
      Part down = source.down();
      return new HistoryRow(
          source.module(),
          source.id(),
          source.kind(),
          source.name(),
          State.APPLYING,
          source.checksum(),
          resumes && before != null ? before.position() : position++,
          task.done(),
          resumes && before != null ? before.running() : 0,
          source.replaces(),
          clock.instant().truncatedTo(ChronoUnit.MILLIS),
          self,
          0,
          source.up().text().strip(),
          down == null ? null : down.text().strip());
    }

    MigrationReport.Ran run() {
      tell(Type.BEGIN, 0, null, Duration.ZERO);
      try (Connection opened = access.connect()) {
        connection = opened;
        HistoryTable.Writer writer = table.writer(opened);
        support.lockTimeout(opened, locks);
        if (task.transactional()) {
          inOneTransaction(opened, writer);
        } else {
          stepByStep(opened, writer);
        }
      } catch (MigrationException known) {
        throw known;
      } catch (Exception failed) { // a class may throw anything
        throw failures.step(task, current, stored, limit.hasFired(), locks, failed);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      tell(Type.DONE, 0, null, took);
      return new MigrationReport.Ran(
          row.module(), row.id(), row.name(), task.direction(), executed, took);
    }

    private void tell(Type type, int step, @Nullable String text, Duration elapsed) {
      MigrationEvent event = new MigrationEvent(
          type,
          database,
          row.module(),
          row.id(),
          row.name(),
          task.direction(),
          step,
          task.steps().size(),
          text,
          elapsed);
      listeners.forEach(listener -> listener.on(event));
    }

    private HistoryRow finished() {
      State last = task.direction() == Direction.UP ? State.APPLIED : State.UNDONE;
      int steps = task.direction() == Direction.UP ? task.steps().size() : 0;
      return row.in(last, steps, 0).taking(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Work of one transaction. */
    private interface Work {
      void run() throws Exception;
    }

    private void inTransaction(Connection on, Work work) throws Exception {
      access.connector().begin(on, Isolation.READ_COMMITTED, false);
      try {
        work.run();
        on.commit();
      } catch (Exception failed) {
        rollback(on, failed);
        throw failed;
      }
      access.connector().end(on, false);
    }

    private void rollback(Connection on, Exception failed) {
      try {
        on.rollback();
        access.connector().end(on, false);
      } catch (SQLException second) {
        failed.addSuppressed(second);
      }
    }

    // In one transaction

    private void inOneTransaction(Connection on, HistoryTable.Writer writer) throws Exception {
      try (GuardWatch watch = access.connector().changeWriter().watch(on, part.guards())) {
        inTransaction(on, () -> {
          watch.begun();
          for (PlannedStep step : task.steps()) {
            execute(on, step);
          }
          current = null;
          watch.check();
          writer.put(finished());
        });
      }
      stored = task.steps().size();
      tell(Type.RECORDED, task.steps().size(), null, Duration.ofNanos(System.nanoTime() - begin));
    }

    // Step by step

    private void stepByStep(Connection on, HistoryTable.Writer writer) throws Exception {
      int broken = row.running();
      inTransaction(on, () -> writer.put(row));
      for (PlannedStep step : task.steps().subList(task.done(), task.steps().size())) {
        boolean done = broken == step.number() && wasDone(on, step);
        if (done) {
          recordStep(writer, step);
        } else if (step.alone()) {
          writer.progress(row.in(row.state(), stored, step.number()));
          executeAlone(on, writer, step);
          recordStep(writer, step);
        } else {
          inTransaction(on, () -> {
            execute(on, step);
            recordStep(writer, step);
          });
        }
        stored = step.number();
        tell(Type.RECORDED, step.number(), null, Duration.ofNanos(System.nanoTime() - begin));
      }
      current = null;
      writer.progress(finished());
    }

    private void recordStep(HistoryTable.Writer writer, PlannedStep step) throws SQLException {
      writer.progress(row.in(row.state(), step.number(), 0));
    }

    /** Whether the step at which the last run ended has done its work. */
    private boolean wasDone(Connection on, PlannedStep step) throws SQLException {
      if (task.source().java() != null) {
        return false; // a class that is not transactional finds out by itself
      }
      return switch (support.outcome(on, step.sql())) {
        case DONE -> true;
        case NOT_DONE -> false;
        case UNKNOWN -> throw unknown(step);
      };
    }

    private MigrationException unknown(PlannedStep step) {
      return new MigrationException(
          Failure.of(
                  ErrorCode.MIGRATION_INTERRUPTED,
                  "Cannot go on with " + task.source().title() + " in database " + database)
              .because("the last run ended during statement " + step.number() + " of "
                  + task.source().origin() + " (line " + step.line()
                  + "), and nobody can tell whether it has worked")
              .fix("Look at the database, and then repair the history with STEP_DONE or"
                  + " STEP_NOT_DONE. The statements before it are stored."),
          task.source().place().at(step.line(), step.number()));
    }

    /** After a refusal it is known that the step has not worked. */
    private void executeAlone(Connection on, HistoryTable.Writer writer, PlannedStep step)
        throws Exception {
      try {
        execute(on, step);
      } catch (SQLException refused) {
        try {
          if (!on.isClosed()) {
            boolean unused = support.outcome(on, step.sql()) == MigrationSupport.Outcome.DONE;
            writer.progress(row.in(row.state(), stored, 0));
          }
        } catch (SQLException second) {
          refused.addSuppressed(second);
        }
        throw refused;
      }
    }

    // One statement

    private void execute(Connection on, PlannedStep step) throws Exception {
      current = step;
      long from = System.nanoTime();
      String shown = step.sql().lines().findFirst().orElse("");
      tell(Type.STEP, step.number(), shown, Duration.ZERO);
      Migration java = task.source().java();
      if (java != null) {
        if (task.direction() == Direction.UP) {
          java.up(this);
        } else {
          java.down(this);
        }
      } else {
        execute(on, part.statements().get(step.number() - 1));
      }
      executed++;
      tell(Type.STEP_RAN, step.number(), shown, Duration.ofNanos(System.nanoTime() - from));
    }

    private void execute(Connection on, SqlScript.Statement sql) throws SQLException {
      String data = sql.copyData();
      if (data != null) {
        long unused = support.copyIn(on, sql.text(), data);
        return;
      }
      try (Statement statement = on.createStatement()) {
        statement.setEscapeProcessing(false);
        limit.execute(statement, sql.text(), part.statementTimeout().orElse(statementTimeout));
      }
    }

    // What a migration in Java sees

    @Override
    public String database() {
      return database;
    }

    @Override
    public String dialect() {
      return access.dialect();
    }

    @Override
    public Connection connection() {
      Connection open = connection;
      if (open == null) {
        throw new IllegalStateException("the migration has not begun");
      }
      return open;
    }

    @Override
    public int execute(String sql) throws SQLException {
      try (Statement statement = connection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    }
  }
}
