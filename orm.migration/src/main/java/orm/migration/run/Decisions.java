package orm.migration.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationException;
import orm.api.error.MigrationPlace;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;
import orm.api.migration.Repair;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.migration.history.History;
import orm.migration.history.HistoryRow;
import orm.migration.history.HistoryTable;

/**
 * What people decide about the history, each decision in the transaction of its connection: where
 * it begins, and what repairs it. The schema stays as it is.
 */
final class Decisions {
  private static final String FLYWAY = "flyway_schema_history";

  private final Situation situation;
  private final HistoryTable.Writer writer;
  private final Connection connection;

  Decisions(Situation situation, HistoryTable.Writer writer, Connection connection) {
    this.situation = situation;
    this.writer = writer;
    this.connection = connection;
  }

  // Where it begins

  /** Begins the history of a module. */
  MigrationVersion baseline(String module, MigrationVersion at) throws SQLException {
    History history = situation.history();
    boolean known =
        history.of(module).stream().anyMatch(row -> row.state() != HistoryRow.State.UNDONE);
    if (known) {
      throw new SchemaVersionException(
          Failure.of(
                  ErrorCode.HISTORY_EXISTS,
                  "Cannot begin the history of module " + module + " at " + at)
              .because("it has one already, and stands at " + history.version(module))
              .fix("Run the migrations; or forget those that are wrong with repair."),
          MigrationPlace.of(module, at.toString(), null));
    }
    writer.put(new HistoryRow(
        module,
        at.toString(),
        MigrationKind.BASELINE,
        "baseline",
        HistoryRow.State.APPLIED,
        "",
        history.nextPosition(),
        0,
        0,
        null,
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
        LockWait.self(),
        0,
        "",
        null));
    return at;
  }

  /** Begins the history of a module where Flyway has come to. */
  MigrationVersion adoptFlyway(String module) throws SQLException {
    MigrationVersion last = MigrationVersion.NONE;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT version, success FROM " + FLYWAY + " WHERE version IS NOT NULL")) {
      while (row.next()) {
        MigrationVersion version = MigrationVersion.of(row.getString(1));
        if (!row.getBoolean(2)) {
          throw noFlyway(module, "it tells that " + version + " has failed");
        }
        last = version.compareTo(last) > 0 ? version : last;
      }
    }
    if (last.equals(MigrationVersion.NONE)) {
      throw noFlyway(module, "it is empty");
    }
    return baseline(module, last);
  }

  private static SchemaVersionException noFlyway(String module, String why) {
    return new SchemaVersionException(
        Failure.of(
                ErrorCode.UNKNOWN_MIGRATION,
                "Cannot take over the table " + FLYWAY + " for module " + module)
            .because(why)
            .fix("Repair it with Flyway, or say with baseline at which version the module stands."),
        MigrationPlace.of(module, null, null));
  }

  // What repairs it

  /** Notes a decision. */
  Repair repair(Repair decision) throws SQLException {
    HistoryRow row = situation
        .history()
        .find(decision.module(), decision.id())
        .orElseThrow(() -> refusal(decision, "the history does not know it"));
    switch (decision.kind()) {
      case FORGET -> writer.remove(row.module(), row.id());
      case ACCEPT_EDIT -> writer.put(accepted(row, decision));
      case STEP_DONE -> {
        requireRunning(row, decision);
        writer.progress(row.in(row.state(), row.running(), 0));
      }
      case STEP_NOT_DONE -> {
        requireRunning(row, decision);
        writer.progress(row.in(row.state(), row.step(), 0));
      }
    }
    return decision;
  }

  private HistoryRow accepted(HistoryRow row, Repair decision) {
    MigrationSource source = brought(decision);
    Part down = source.down();
    return row.with(
        source.checksum(),
        source.up().text().strip(),
        down == null ? null : down.text().strip());
  }

  private MigrationSource brought(Repair decision) {
    return situation
        .source(decision.module(), decision.id())
        .orElseThrow(() -> refusal(decision, "nobody brings it now"));
  }

  private static void requireRunning(HistoryRow row, Repair decision) {
    if (!row.isInterrupted() || row.running() == 0) {
      throw refusal(decision, "no run has ended in the middle of a step of it");
    }
  }

  private static MigrationException refusal(Repair decision, String why) {
    return new MigrationException(
        Failure.of(
                ErrorCode.UNKNOWN_MIGRATION,
                "Cannot repair " + decision.module() + " " + decision.id() + " with "
                    + decision.kind())
            .because(why)
            .fix("status lists what is there."),
        MigrationPlace.of(decision.module(), decision.id(), null));
  }
}
