package orm.health;

import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import orm.api.error.OrmException;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationStatus;
import orm.api.migration.Migrations;

/** Whether a database stands where the application expects it. */
final class MigrationCheck implements HealthCheck {
  private final Migrations migrations;

  MigrationCheck(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public Result execute() {
    FormattingResultLog log = new FormattingResultLog();
    try {
      MigrationStatus status = migrations.status();
      if (status.isCurrent()) {
        log.info("Database {} stands where its modules expect it.", status.database());
      }
      if (!status.pending().isEmpty()) {
        log.warn(
            "Database {}: {} migrations wait: {}. orm:plan shows them, orm:migrate runs them.",
            status.database(),
            status.pending().size(),
            status.pending().stream().map(MigrationCheck::name).collect(Collectors.joining(", ")));
      }
      for (MigrationInfo problem : status.problems()) {
        log.critical("Database {}: {}: {}", status.database(), name(problem), problem.problem());
      }
    } catch (OrmException error) {
      log.critical("{}", error.getMessage());
    }
    return new Result(log);
  }

  private static String name(MigrationInfo migration) {
    return migration.module() + " " + migration.id();
  }
}
