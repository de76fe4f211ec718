package orm.migration;

import orm.api.migration.Migrations;
import orm.migration.file.ClassPathFiles;
import orm.migration.run.DatabaseMigrations;
import orm.spi.migration.MigrationTarget;
import orm.spi.migration.Migrator;

/** The migrator of the class path and the module path. */
public final class FileMigrator implements Migrator {
  /** For {@link java.util.ServiceLoader}. */
  public FileMigrator() {}

  @Override
  public Migrations of(MigrationTarget target) {
    return new DatabaseMigrations(target, new ClassPathFiles());
  }
}
