package orm.migration.run;

import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationPlace;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationVersion;
import orm.migration.file.MigrationSource;
import orm.migration.history.HistoryRow;

/**
 * How one migration stands: what its file says beside what the history says.
 *
 * @param source its file or class; null if only the history knows it
 * @param row what the history tells; null if it has never run
 * @param state what follows from both
 * @param problem what is in the way; null for nothing
 */
record Standing(
    @Nullable MigrationSource source,
    @Nullable HistoryRow row,
    MigrationState state,
    @Nullable Problem problem) {

  /** Why nothing may run. */
  record Problem(ErrorCode code, String why, String fix) {}

  MigrationInfo info() {
    MigrationSource file = source;
    HistoryRow ran = row;
    boolean applied = ran != null && ran.state() != HistoryRow.State.UNDONE;
    String problemText = problem == null ? null : problem.why() + ". " + problem.fix();
    if (file != null) {
      return new MigrationInfo(
          file.module(),
          file.id(),
          file.version(),
          file.name(),
          file.kind(),
          state,
          file.origin(),
          file.down() != null,
          applied && ran != null ? ran.at() : null,
          applied && ran != null ? ran.by() : null,
          applied && ran != null ? ran.took() : null,
          ran == null ? 0 : ran.step(),
          problemText);
    }
    if (ran == null) {
      throw new IllegalStateException("neither file nor history");
    }
    return new MigrationInfo(
        ran.module(),
        ran.id(),
        MigrationVersion.parse(ran.id()).orElse(null),
        ran.name(),
        ran.kind(),
        state,
        null,
        ran.down() != null,
        ran.at(),
        ran.by(),
        ran.took(),
        ran.step(),
        problemText);
  }

  SchemaVersionException refusal(Problem what, String database) {
    MigrationInfo info = info();
    return new SchemaVersionException(
        Failure.of(what.code(), "Cannot migrate database " + database + ": " + info.title())
            .because(what.why())
            .fix(what.fix()),
        MigrationPlace.of(info.module(), info.id(), info.source()));
  }
}
