package orm.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import orm.api.catalog.Catalog;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationLockedException;
import orm.api.error.MigrationPlace;
import orm.api.error.SchemaVersionException;
import orm.api.migration.GeneratedSources;
import orm.api.migration.MigrationFindings;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationReport;
import orm.api.migration.MigrationStatus;
import orm.api.migration.MigrationVersion;
import orm.api.migration.Migrations;
import orm.api.migration.Repair;
import orm.api.migration.SchemaDifference;
import orm.api.migration.SourceOptions;
import orm.api.migration.SquashedFile;
import orm.api.migration.Undo;
import orm.migration.diff.DiffOptions;
import orm.migration.file.MigrationSet;
import orm.migration.file.ModuleFiles;
import orm.migration.file.SetReader;
import orm.migration.history.History;
import orm.migration.history.HistoryTable;
import orm.migration.lint.SqlLint;
import orm.migration.source.SourceGenerator;
import orm.spi.dialect.MigrationSupport;
import orm.spi.migration.MigrationTarget;
import orm.spi.sql.SqlLexer;

/**
 * The migrations of one database.
 *
 * <p>Map: asking; running; the history, on which {@link Decisions} decides; writing files.
 */
public final class DatabaseMigrations implements Migrations {
  private final MigrationTarget target;
  private final ModuleFiles files;
  private final String database;

  /**
   * Makes the migrations of a database.
   *
   * @param target the database
   * @param files finds the files beside a class
   */
  public DatabaseMigrations(MigrationTarget target, ModuleFiles files) {
    this.target = target;
    this.files = files;
    this.database = target.settings().name();
  }

  @Override
  public String database() {
    return database;
  }

  /** Decides what to run. */
  private interface Choice {
    List<Task> of(Planner planner) throws SQLException;
  }

  /** Work with the database. */
  private interface Work<T> {
    T run() throws SQLException;
  }

  /** What every call needs. */
  private final class Session {
    final MigrationTarget.Access access;
    final MigrationSupport support;
    final HistoryTable table;
    final SqlLexer lexer;
    final SetReader reader;
    final Failures failures;

    Session(MigrationTarget.Access access) {
      this.access = access;
      this.support = access.connector().migrationSupport();
      this.table = new HistoryTable(support);
      this.lexer = new SqlLexer(access.connector().syntax().lexicalFeatures());
      this.reader = new SetReader(files, access.dialect(), lexer);
      this.failures = new Failures(database, access.connector());
    }

    MigrationSet set() {
      return reader.read(target.modules(), target.entities(), target.migrations());
    }

    History history() throws SQLException {
      try (Connection connection = access.connect()) {
        return table.read(connection);
      }
    }

    Situation situation(Connection connection) throws SQLException {
      return new Situation(database, set(), table.read(connection), reader);
    }

    Situation situation() {
      return guarded("read the history", () -> {
        try (Connection connection = access.connect()) {
          return situation(connection);
        }
      });
    }

    List<Task> tasks(Choice choice, MigrationOptions options) {
      return guarded("plan the migrations", () -> {
        try (Connection connection = access.connect()) {
          Losses losses = new Losses(access.connector(), lexer);
          return choice.of(new Planner(
              database, situation(connection), reader, support, losses, connection, options));
        }
      });
    }

    Task counted(Task task, MigrationOptions options) {
      if (task.losses().isEmpty()) {
        return task;
      }
      return guarded("count rows", () -> {
        try (Connection connection = access.connect()) {
          return task.losing(new Losses(access.connector(), lexer)
              .of(task.source(), task.part(), task.direction(), connection, options));
        }
      });
    }

    <T> T guarded(String what, Work<T> work) {
      try {
        return work.run();
      } catch (SQLException failed) {
        throw failures.around(what, failed);
      }
    }

    MigrationSupport.Lock lock(MigrationOptions options) {
      Duration patience = options.waiting().orElse(target.settings().migrateWait());
      return guarded(
          "take the migration lock",
          () -> new LockWait(database, support, listeners(options)).take(patience));
    }
  }

  private List<MigrationListener> listeners(MigrationOptions options) {
    List<MigrationListener> all = new ArrayList<>(target.listeners());
    all.addAll(options.listeners());
    return all;
  }

  // Asking

  @Override
  public MigrationStatus status() {
    return target.with(access -> new Session(access).situation().status());
  }

  @Override
  public MigrationPlan plan(MigrationOptions options) {
    return plan(Planner::up, options);
  }

  @Override
  public MigrationPlan planUndo(Undo what, MigrationOptions options) {
    return plan(planner -> planner.down(what), options);
  }

  @Override
  public MigrationPlan planSeed(MigrationOptions options) {
    return plan(Planner::seeds, options);
  }

  private MigrationPlan plan(Choice choice, MigrationOptions options) {
    return target.with(access -> new MigrationPlan(
        database,
        new Session(access).tasks(choice, options).stream().map(Task::planned).toList()));
  }

  @Override
  public void validate() {
    Situation situation = target.with(access -> new Session(access).situation());
    situation.requireNoProblem(MigrationOptions.defaults(), module -> true);
    List<MigrationInfo> pending = situation.status().pending();
    if (!pending.isEmpty()) {
      MigrationInfo first = pending.get(0);
      throw new SchemaVersionException(
          Failure.of(ErrorCode.SCHEMA_BEHIND, "Cannot use database " + database)
              .because("it is behind the application: "
                  + pending.stream().map(MigrationInfo::title).collect(Collectors.joining(", "))
                  + (pending.size() == 1 ? " has" : " have") + " not run")
              .fix("Run the migrations, or set migrate=apply to have them run at the start."),
          MigrationPlace.of(first.module(), first.id(), first.source()));
    }
  }

  @Override
  public Catalog catalog() {
    return looked("read the tables", (session, differences, there) -> there);
  }

  @Override
  public SchemaDifference diff() {
    return compared((session, differences, there) ->
        differences.toModel(there, target.entities(), target.settings().naming()));
  }

  @Override
  public SchemaDifference diff(Catalog wanted) {
    return compared(
        (session, differences, there) -> differences.between(there, wanted, DiffOptions.exact()));
  }

  @Override
  public SchemaDifference drift() {
    return compared((session, differences, there) ->
        differences.drift(there, session.situation(), session.lexer));
  }

  /** A question about what is there. */
  private interface Question<T> {
    T of(Session session, Differences differences, Catalog there) throws SQLException;
  }

  private <T> T compared(Question<T> question) {
    return looked("compare the schema", question);
  }

  private <T> T looked(String what, Question<T> question) {
    return target.with(access -> {
      Session session = new Session(access);
      return session.guarded(what, () -> {
        Differences differences = new Differences(database, access);
        Catalog there;
        try (Connection connection = access.connect()) {
          there = differences.there(connection);
        }
        return question.of(session, differences, there);
      });
    });
  }

  @Override
  public List<MigrationFindings> lint(MigrationOptions options) {
    return target.with(access -> {
      Session session = new Session(access);
      SqlLint lint = new SqlLint(session.lexer);
      return session.tasks(Planner::up, options).stream()
          .map(task ->
              new MigrationFindings(task.info(), lint.findings(task.part().statements())))
          .filter(found -> !found.findings().isEmpty())
          .toList();
    });
  }

  // Running

  @Override
  public MigrationReport apply(MigrationOptions options) {
    return run(Planner::up, options);
  }

  @Override
  public MigrationReport undo(Undo what, MigrationOptions options) {
    return run(planner -> planner.down(what), options);
  }

  @Override
  public MigrationReport seed(MigrationOptions options) {
    return run(Planner::seeds, options);
  }

  @Override
  public MigrationReport redo(MigrationOptions options) {
    return target.with(access -> {
      Session session = new Session(access);
      try (MigrationSupport.Lock lock = session.lock(options)) {
        List<MigrationReport.Ran> ran =
            runLocked(session, planner -> planner.down(Undo.last(1)), options, lock);
        Set<String> undone = new HashSet<>();
        ran.forEach(one -> undone.add(one.module() + '\0' + one.id()));
        Choice again = planner -> planner.up().stream()
            .filter(task ->
                undone.contains(task.info().module() + '\0' + task.info().id()))
            .toList();
        List<MigrationReport.Ran> all = new ArrayList<>(ran);
        all.addAll(runLocked(session, again, options, lock));
        return new MigrationReport(database, all, Duration.ZERO);
      } finally {
        access.schemaChanged();
      }
    });
  }

  /** Asks first without the lock: where nothing is to do, nobody needs it. */
  private MigrationReport run(Choice choice, MigrationOptions options) {
    return target.with(access -> {
      Session session = new Session(access);
      List<Task> first = session.tasks(choice, options);
      if (first.isEmpty()) {
        return new MigrationReport(database, List.of(), Duration.ZERO);
      }
      Runner.requireAccepted(database, first);
      long begin = System.nanoTime();
      try (MigrationSupport.Lock lock = session.lock(options)) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        return new MigrationReport(database, runLocked(session, choice, options, lock), waited);
      } finally {
        access.schemaChanged();
      }
    });
  }

  private List<MigrationReport.Ran> runLocked(
      Session session, Choice choice, MigrationOptions options, MigrationSupport.Lock lock) {
    createHistory(session);
    List<Task> tasks = session.tasks(choice, options);
    Runner.requireAccepted(database, tasks);
    History history = session.situation().history();
    try (Runner runner = new Runner(
        database,
        session.access,
        session.table,
        lock,
        history.nextPosition(),
        listeners(options),
        options.lockTimeout().orElse(target.settings().lockTimeout()),
        options.statementTimeout().orElse(Duration.ZERO))) {
      List<MigrationReport.Ran> ran = new ArrayList<>();
      for (Task task : tasks) {
        // what an earlier one has filled, a later one may empty
        Runner.requireAccepted(database, List.of(session.counted(task, options)));
        ran.add(runner.run(task));
      }
      return ran;
    }
  }

  private static void createHistory(Session session) {
    session.guarded("make the history", () -> {
      try (Connection connection = session.access.connect()) {
        session.table.create(connection);
        return true;
      }
    });
  }

  // The history

  /** A decision about the history. */
  private interface Change<T> {
    T of(Decisions decisions) throws SQLException;
  }

  private <T> T change(Change<T> change) {
    return target.with(access -> {
      Session session = new Session(access);
      try (MigrationSupport.Lock lock = session.lock(MigrationOptions.defaults())) {
        createHistory(session);
        return session.guarded("change the history", () -> {
          try (Connection connection = access.connect()) {
            Decisions decisions = new Decisions(
                session.situation(connection), session.table.writer(connection), connection);
            connection.setAutoCommit(false);
            try {
              T decided = change.of(decisions);
              requireHeld(lock);
              connection.commit();
              return decided;
            } catch (SQLException | RuntimeException failed) {
              connection.rollback();
              throw failed;
            } finally {
              connection.setAutoCommit(true);
            }
          }
        });
      }
    });
  }

  private void requireHeld(MigrationSupport.Lock lock) {
    if (!lock.isHeld()) {
      throw new MigrationLockedException(
          Failure.of(
                  ErrorCode.MIGRATION_LOCKED, "Cannot change the history of database " + database)
              .because("the session that held the lock was cut meanwhile")
              .fix("Decide again; nothing was changed."),
          MigrationPlace.NONE);
    }
  }

  @Override
  public void baseline(String module, String version) {
    MigrationVersion at = MigrationVersion.of(version);
    change(decisions -> decisions.baseline(module, at));
  }

  @Override
  public MigrationVersion adoptFlyway(String module) {
    return change(decisions -> decisions.adoptFlyway(module));
  }

  @Override
  public void repair(Repair decision) {
    change(decisions -> decisions.repair(decision));
  }

  // Writing files

  @Override
  public SquashedFile squash(String module, String from, String to) {
    MigrationSet set = target.with(access -> new Session(access).set());
    return Squash.of(set, module, from, to).file();
  }

  @Override
  public GeneratedSources generate(SourceOptions options) {
    return looked("read the tables", (session, differences, there) -> {
      boolean begun = !session.history().of(options.module()).isEmpty();
      return new SourceGenerator(database, session.access, target.settings().naming(), options)
          .generate(there, begun);
    });
  }
}
