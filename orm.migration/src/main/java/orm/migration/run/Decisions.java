package orm.migration.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
    switch (decision.kind()) {
      case FORGET -> writer.remove(known(decision).module(), decision.id());
      case ACCEPT_EDIT -> writer.put(accepted(known(decision), decision));
      case STEP_DONE -> {
        HistoryRow row = running(decision);
        writer.progress(row.in(row.state(), row.running(), 0));
      }
      case STEP_NOT_DONE -> {
        HistoryRow row = running(decision);
        writer.progress(row.in(row.state(), row.step(), 0));
      }
      case MARK_APPLIED -> writer.put(applied(waiting(decision)));
    }
    return decision;
  }

  private HistoryRow known(Repair decision) {
    return situation
        .history()
        .find(decision.module(), decision.id())
        .orElseThrow(() -> refusal(decision, "the history does not know it"));
  }

  private HistoryRow running(Repair decision) {
    HistoryRow row = known(decision);
    if (!row.isInterrupted() || row.running() == 0) {
      throw refusal(decision, "no run has ended in the middle of a step of it");
    }
    return row;
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

  /** The migration, which must be the next one of its module. */
  private MigrationSource waiting(Repair decision) {
    MigrationSource source = brought(decision);
    for (Standing standing : situation.all(decision.module())) {
      MigrationSource other = standing.source();
      if (source.equals(other)) {
        if (!standing.state().isPending()) {
          throw refusal(
              decision,
              "it does not wait, it is " + standing.state().name().toLowerCase(Locale.ROOT));
        }
        return source;
      }
      if (other != null && other.version() != null && standing.state().isPending()) {
        throw refusal(decision, "before it waits " + other.title() + ", which must run first");
      }
    }
    throw refusal(decision, "a squashed file stands for it");
  }

  private HistoryRow applied(MigrationSource source) {
    Part down = source.down();
    return new HistoryRow(
        source.module(),
        source.id(),
        source.kind(),
        source.name(),
        HistoryRow.State.APPLIED,
        source.checksum(),
        situation.history().nextPosition(),
        source.java() == null ? source.up().statements().size() : 1,
        0,
        source.replaces(),
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
        LockWait.self(),
        0,
        source.up().text().strip(),
        down == null ? null : down.text().strip());
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
