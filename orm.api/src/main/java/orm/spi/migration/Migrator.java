package orm.spi.migration;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.migration.Migrations;

/** Runs migrations; implemented by the bundle {@code orm.migration}. */
@ProviderType
public interface Migrator {
  /**
   * Takes a database. Neither connects nor reads files.
   *
   * @param target the database
   * @return its migrations
   */
  Migrations of(MigrationTarget target);
}
