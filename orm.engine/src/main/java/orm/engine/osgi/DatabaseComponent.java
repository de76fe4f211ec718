package orm.engine.osgi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.config.DatabaseSettings;
import orm.api.error.OrmException;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationListener;
import orm.spi.listen.StatementListener;
import orm.spi.migration.Migrator;
import orm.spi.validation.RowValidator;

/**
 * One configuration of a {@link Database}: takes its settings and the plugins, as they come and go,
 * to what keeps the database served.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "orm.database",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfiguration.class, factory = true)
public final class DatabaseComponent {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

  private final BundleContext context;
  private final PluginServices plugins = new PluginServices();

  /** Null while the configuration is wrong; a better one brings it. */
  private volatile @Nullable DatabaseKeeper keeper;

  private volatile boolean started;

  /**
   * Takes a configuration.
   *
   * @param context registers the services
   * @param properties the configuration
   */
  @Activate
  public DatabaseComponent(BundleContext context, Map<String, Object> properties) {
    this.context = context;
    // Thrown from here it would be reported once more, and a better configuration not be taken.
    DatabaseSettings settings = settings(properties).orElse(null);
    this.keeper = settings == null ? null : keep(settings);
  }

  private DatabaseKeeper keep(DatabaseSettings settings) {
    plugins.rules.speak(settings.validationLocale());
    return new DatabaseKeeper(context, settings, plugins);
  }

  /** Reads a configuration; a wrong one is reported, and empty. */
  private static Optional<DatabaseSettings> settings(Map<String, Object> properties) {
    Map<String, Object> own = new TreeMap<>();
    properties.forEach((key, value) -> {
      if (!isForeign(key)) {
        own.put(key, value);
      }
    });
    try {
      return Optional.of(DatabaseSettings.fromMap(own));
    } catch (OrmException wrong) {
      LOG.error("configuration {}: {}", properties.get("service.pid"), wrong.getMessage());
      return Optional.empty();
    }
  }

  /** What Configuration Admin, Declarative Services and installers add to a configuration. */
  private static boolean isForeign(String key) {
    return key.startsWith("service.")
        || key.startsWith("component.")
        || key.startsWith("felix.")
        || key.startsWith("osgi.")
        || key.startsWith("org.")
        || key.startsWith(":");
  }

  /** Begins when every dialect that is there has been added, so that the preferred one is taken. */
  @Activate
  void start() {
    started = true;
    tell(DatabaseKeeper::start);
  }

  /**
   * Takes another configuration while it runs. A wrong one changes nothing; another name is another
   * database.
   *
   * @param properties the configuration
   */
  @Modified
  void modified(Map<String, Object> properties) {
    DatabaseSettings changed = settings(properties).orElse(null);
    DatabaseKeeper before = keeper;
    if (changed == null) {
      if (before != null) {
        LOG.warn("database {} goes on with the settings that it has", before.name());
      }
    } else if (before != null && changed.name().equals(before.name())) {
      plugins.rules.speak(changed.validationLocale());
      before.change(changed);
    } else {
      if (before != null) {
        before.close();
      }
      DatabaseKeeper next = keep(changed);
      keeper = next;
      next.start();
    }
  }

  @Deactivate
  void deactivate() {
    tell(DatabaseKeeper::close);
  }

  /** There is nobody to tell before the start, which looks at everything, and without settings. */
  private void tell(Consumer<DatabaseKeeper> what) {
    DatabaseKeeper current = keeper;
    if (started && current != null) {
      what.accept(current);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDialect(ServiceReference<Dialect> reference, Dialect dialect) {
    plugins.dialects.add(reference, dialect);
    dialectsChanged(RankedServices.provider(reference) + " has come");
  }

  void updatedDialect(ServiceReference<Dialect> reference) {
    dialectsChanged("the ranking of " + RankedServices.provider(reference) + " has changed");
  }

  private void dialectsChanged(String why) {
    tell(current -> current.dialectsChanged(why));
  }

  /**
   * Returns when nothing uses the dialect any more, because its bundle is about to leave; or when
   * the time to drain is over.
   */
  void removeDialect(ServiceReference<Dialect> reference) {
    Dialect leaving = plugins.dialects.remove(reference);
    if (leaving != null) {
      tell(current -> current.dialectLeaves(reference, leaving));
    }
  }

  // The service is named because bnd would take it from the first parameter, as java.lang.Object.
  @Reference(
      service = TypeConverter.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addConverter(ServiceReference<?> reference, TypeConverter<?, ?> converter) {
    plugins.converters.add(reference, converter);
    tell(DatabaseKeeper::forgetPrepared);
  }

  void removeConverter(ServiceReference<?> reference) {
    plugins.converters.remove(reference);
    tell(DatabaseKeeper::forgetPrepared);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addListener(StatementListener listener) {
    plugins.listeners.add(listener);
  }

  void removeListener(StatementListener listener) {
    plugins.listeners.remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addGenerationListener(GenerationListener listener) {
    plugins.swapListeners.add(listener);
  }

  void removeGenerationListener(GenerationListener listener) {
    plugins.swapListeners.remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addValidator(ServiceReference<RowValidator> reference, RowValidator validator) {
    plugins.addValidator(reference, validator);
  }

  void updatedValidator(ServiceReference<RowValidator> reference) {
    plugins.chooseValidator();
  }

  void removeValidator(ServiceReference<RowValidator> reference) {
    plugins.removeValidator(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrator(ServiceReference<Migrator> reference, Migrator migrator) {
    plugins.migrations.migrators.add(reference, migrator);
    schemaPluginsChanged();
  }

  void removeMigrator(ServiceReference<Migrator> reference) {
    plugins.migrations.migrators.remove(reference);
    if (plugins.migrations.migrators.isEmpty()) {
      tell(DatabaseKeeper::migratorHasLeft);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addEntityModule(EntityModule module) {
    plugins.migrations.entities.add(module);
    schemaPluginsChanged();
  }

  void removeEntityModule(EntityModule module) {
    plugins.migrations.entities.remove(module);
    tell(DatabaseKeeper::forgetPrepared);
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationModule(MigrationModule module) {
    plugins.migrations.modules.add(module);
    schemaPluginsChanged();
  }

  void removeMigrationModule(MigrationModule module) {
    plugins.migrations.modules.remove(module);
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigration(Migration migration) {
    plugins.migrations.classes.add(migration);
    schemaPluginsChanged();
  }

  void removeMigration(Migration migration) {
    plugins.migrations.classes.remove(migration);
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationListener(MigrationListener listener) {
    plugins.migrations.told.add(listener);
  }

  void removeMigrationListener(MigrationListener listener) {
    plugins.migrations.told.remove(listener);
  }

  private void schemaPluginsChanged() {
    tell(DatabaseKeeper::lookAgain);
  }
}
