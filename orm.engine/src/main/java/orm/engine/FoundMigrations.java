package orm.engine;

import java.util.ArrayList;
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
    List<EntityModule> found = new ArrayList<>();
    ServiceLoader.load(EntityModule.class, loader).forEach(found::add);
    return found;
  }

  @Override
  public List<MigrationModule> modules() {
    List<MigrationModule> found = new ArrayList<>(given.modules());
    ServiceLoader.load(MigrationModule.class, loader).forEach(found::add);
    return found;
  }

  @Override
  public List<Migration> migrations() {
    List<Migration> found = new ArrayList<>(given.migrations());
    ServiceLoader.load(Migration.class, loader).forEach(found::add);
    return found;
  }

  @Override
  public List<MigrationListener> listeners() {
    return List.of();
  }
}
