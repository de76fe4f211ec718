package orm.engine.osgi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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

  /** Modules that nobody shall hear of for now, because they cannot be read. */
  private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

  /**
   * Hides a module, so that the others can be read.
   *
   * @return false if it was hidden before
   */
  boolean leaveOut(String module) {
    return leftOut.add(module);
  }

  /** Hides nothing any more. */
  void takeAllBack() {
    leftOut.clear();
  }

  private <T> List<T> readable(List<T> all, Function<T, String> module) {
    return leftOut.isEmpty()
        ? List.copyOf(all)
        : all.stream().filter(one -> !leftOut.contains(module.apply(one))).toList();
  }

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
    return readable(entities, EntityModule::name);
  }

  @Override
  public List<MigrationModule> modules() {
    return readable(modules, MigrationModule::name);
  }

  @Override
  public List<Migration> migrations() {
    return readable(classes, Migration::module);
  }

  @Override
  public List<MigrationListener> listeners() {
    return List.copyOf(told);
  }
}
