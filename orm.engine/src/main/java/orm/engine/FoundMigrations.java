package orm.engine;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import orm.api.DatabaseFactory.Plugins;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.spi.migration.Migrator;

/**
 * What a program gives of migrations, and what {@link ServiceLoader} finds. It is asked no sooner
 * than somebody asks for migrations.
 */
final class FoundMigrations implements MigrationPlugins {
  private final Plugins given;
  private final ClassLoader loader;

  FoundMigrations(Plugins given, ClassLoader loader) {
    this.given = given;
    this.loader = loader;
  }

  @Override
  public Optional<Migrator> migrator() {
    return ServiceLoader.load(Migrator.class, loader).findFirst();
  }

  @Override
  public List<EntityModule> entities() {
    return EngineDatabaseFactory.found(given, EntityModule.class, loader);
  }

  @Override
  public List<MigrationModule> modules() {
    return EngineDatabaseFactory.found(given, MigrationModule.class, loader);
  }

  @Override
  public List<Migration> migrations() {
    return EngineDatabaseFactory.found(given, Migration.class, loader);
  }

  @Override
  public List<MigrationListener> listeners() {
    return List.of();
  }
}
