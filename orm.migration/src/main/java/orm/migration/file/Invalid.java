package orm.migration.file;

import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationPlace;

/** Refusals of files and classes. */
final class Invalid {
  private Invalid() {}

  static InvalidMigrationException of(
      ErrorCode code, String what, String why, String fix, MigrationPlace place) {
    return new InvalidMigrationException(Failure.of(code, what).because(why).fix(fix), place);
  }

  static InvalidMigrationException file(
      ErrorCode code, RawFile file, int line, String why, String fix) {
    MigrationPlace place = new MigrationPlace(file.module(), null, file.origin(), line, 0);
    String where = line == 0 ? "" : ", line " + line;
    return of(code, "Cannot use migration file " + file.origin() + where, why, fix, place);
  }
}
