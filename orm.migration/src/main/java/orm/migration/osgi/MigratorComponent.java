package orm.migration.osgi;

import org.osgi.service.component.annotations.Component;
import orm.api.migration.Migrations;
import orm.migration.run.DatabaseMigrations;
import orm.spi.migration.MigrationTarget;
import orm.spi.migration.Migrator;

/** The migrator of the container. */
@Component
public final class MigratorComponent implements Migrator {
  /** Called by the component runtime. */
  public MigratorComponent() {}

  @Override
  public Migrations of(MigrationTarget target) {
    return new DatabaseMigrations(target, new BundleFiles());
  }
}
