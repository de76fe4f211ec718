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
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.config.DatabaseSettings;
import orm.api.error.OrmException;
import orm.spi.dialect.Dialect;

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
public final class DatabaseComponent extends PluginComponent {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

  private final BundleContext context;

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

  @Override
  void dialectsChanged(String why) {
    tell(current -> current.dialectsChanged(why));
  }

  @Override
  void dialectLeaves(ServiceReference<Dialect> reference, Dialect leaving) {
    tell(current -> current.dialectLeaves(reference, leaving));
  }

  @Override
  void forgetPrepared() {
    tell(DatabaseKeeper::forgetPrepared);
  }

  @Override
  void migratorHasLeft() {
    tell(DatabaseKeeper::migratorHasLeft);
  }

  @Override
  void schemaPluginsChanged() {
    tell(DatabaseKeeper::lookAgain);
  }
}
