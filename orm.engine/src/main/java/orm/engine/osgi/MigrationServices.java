package orm.engine.osgi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.engine.MigrationPlugins;
import orm.spi.migration.Migrator;

/** The services that have to do with migrations, as they come and go. */
final class MigrationServices implements MigrationPlugins {
  final RankedServices<Migrator> migrators = new RankedServices<>();

  final List<EntityModule> entities = new CopyOnWriteArrayList<>();
  final List<MigrationModule> modules = new CopyOnWriteArrayList<>();
  final List<Migration> classes = new CopyOnWriteArrayList<>();
  final List<MigrationListener> told = new CopyOnWriteArrayList<>();

  /** The names of the modules that are there. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    entities.forEach(module -> names.add(module.name()));
    modules.forEach(module -> names.add(module.name()));
    classes.forEach(migration -> names.add(migration.module()));
    return names;
  }

  @Override
  public Optional<Migrator> migrator() {
    return migrators.services().stream().findFirst();
  }

  @Override
  public List<EntityModule> entities() {
    return List.copyOf(entities);
  }

  @Override
  public List<MigrationModule> modules() {
    return List.copyOf(modules);
  }

  @Override
  public List<Migration> migrations() {
    return List.copyOf(classes);
  }

  @Override
  public List<MigrationListener> listeners() {
    return List.copyOf(told);
  }
}
