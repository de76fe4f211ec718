package orm.engine.osgi;

import java.time.Clock;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.api.config.Migrate;
import orm.api.error.ConnectionException;
import orm.api.error.MigrationLockedException;
import orm.api.error.OrmException;
import orm.api.migration.Migration;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationStatus;
import orm.api.migration.Migrations;
import orm.api.model.EntityModule;
import orm.engine.DatabaseHandle;
import orm.engine.EngineDatabaseFactory;
import orm.engine.execute.StatementLog;
import orm.engine.generation.Generation;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.spi.migration.Migrator;
import orm.spi.validation.RowValidator;

/**
 * Offers the {@link Database} of one configuration as a service while a matching dialect is there.
 *
 * <p>The service is registered by hand and not by Declarative Services, because its life depends on
 * which of many dialects matches, and its properties on what the database answers. Opening takes
 * time and may fail while a server is still starting: it runs on a thread of its own and is tried
 * again.
 *
 * <p>Where the schema is looked after, the database is offered once it fits; modules that come
 * later are migrated when they come.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "orm.database",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfiguration.class, factory = true)
public final class DatabaseComponent {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);
  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 30_000;

  private final BundleContext context;
  private final DatabaseSettings settings;
  private final ScheduledThreadPoolExecutor opener;

  /** The preferred dialect comes first, by service ranking and then by age. */
  private final ConcurrentNavigableMap<ServiceReference<Dialect>, Dialect> dialects =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  private final ConcurrentNavigableMap<ServiceReference<?>, TypeConverter<?, ?>> converters =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  private final List<StatementListener> listeners = new CopyOnWriteArrayList<>();

  /** The preferred one comes first; guarded by itself. */
  private final NavigableMap<ServiceReference<RowValidator>, RowValidator> rowValidators =
      new TreeMap<>(Comparator.reverseOrder());

  private final Validators validators;

  private final MigrationServices migrations = new MigrationServices();

  /** Whether somebody has asked already to look at the schema again. */
  private final AtomicBoolean lookingAgain = new AtomicBoolean();

  private volatile boolean started;

  /** What is open now; guarded by this. */
  private @Nullable Open open;

  /** Guarded by this. */
  private boolean closed;

  /** Held while a dialect is asked to open, so that its bundle does not leave meanwhile. */
  private final Object opening = new Object();

  /** A database that is open, and its services while they are offered. */
  private static final class Open {
    final ServiceReference<Dialect> dialect;
    final DatabaseHandle handle;

    /** Guarded by this. */
    private @Nullable ServiceRegistration<Database> registration;

    /** Guarded by this. */
    private @Nullable ServiceRegistration<Migrations> migrations;

    /** Guarded by this. */
    private boolean withdrawn;

    Open(ServiceReference<Dialect> dialect, DatabaseHandle handle) {
      this.dialect = dialect;
      this.handle = handle;
    }

    synchronized boolean isOffered() {
      return registration != null;
    }

    /** Registers without a lock, because whoever waits for the service is called from here. */
    void offer(BundleContext context, Dictionary<String, Object> properties) {
      ServiceRegistration<Database> before;
      synchronized (this) {
        before = registration;
      }
      if (before != null) {
        before.setProperties(properties);
        return;
      }
      ServiceRegistration<Database> offered =
          context.registerService(Database.class, handle, properties);
      boolean late;
      synchronized (this) {
        late = withdrawn;
        registration = late ? null : offered;
      }
      if (late) {
        offered.unregister();
      }
    }

    /** The migrations are there also while the database stays away because of its schema. */
    void offerMigrations(BundleContext context, Migrations service) {
      synchronized (this) {
        if (migrations != null || withdrawn) {
          return;
        }
      }
      ServiceRegistration<Migrations> offered = context.registerService(
          Migrations.class,
          service,
          FrameworkUtil.asDictionary(Map.of("orm.database", handle.name())));
      boolean late;
      synchronized (this) {
        late = withdrawn;
        migrations = late ? null : offered;
      }
      if (late) {
        offered.unregister();
      }
    }

    void withdrawMigrations() {
      ServiceRegistration<Migrations> offered;
      synchronized (this) {
        offered = migrations;
        migrations = null;
      }
      if (offered != null) {
        offered.unregister();
      }
    }

    /** Takes the services away first, so that nobody new comes, and then closes the connections. */
    void close() {
      ServiceRegistration<Database> offered;
      synchronized (this) {
        withdrawn = true;
        offered = registration;
        registration = null;
      }
      if (offered != null) {
        offered.unregister();
      }
      withdrawMigrations();
      handle.close();
    }
  }

  /**
   * Takes a configuration.
   *
   * @param context registers the service
   * @param properties the configuration
   */
  @Activate
  public DatabaseComponent(BundleContext context, Map<String, Object> properties) {
    this.context = context;
    this.settings = settings(properties);
    this.validators = new Validators(settings.validationLocale());
    this.opener = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "orm-open-" + settings.name());
      thread.setDaemon(true);
      return thread;
    });
    opener.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static DatabaseSettings settings(Map<String, Object> properties) {
    Map<String, Object> own = new TreeMap<>();
    properties.forEach((key, value) -> {
      if (!isForeign(key)) {
        own.put(key, value);
      }
    });
    try {
      return DatabaseSettings.fromMap(own);
    } catch (OrmException wrong) {
      // Declarative Services reports it too, but where a container has no LogService, not to a log.
      LOG.error("configuration {}: {}", properties.get("service.pid"), wrong.getMessage());
      throw wrong;
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
    later(0, FIRST_RETRY_MILLIS);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDialect(ServiceReference<Dialect> reference, Dialect dialect) {
    dialects.put(reference, dialect);
    if (started) {
      later(0, FIRST_RETRY_MILLIS);
    }
  }

  /** Closes before it returns if the dialect is in use: its bundle is about to leave. */
  void removeDialect(ServiceReference<Dialect> reference) {
    dialects.remove(reference);
    Open leaving = null;
    synchronized (opening) { // an attempt to open with it ends first
      synchronized (this) {
        if (open != null && open.dialect.equals(reference)) {
          leaving = open;
          open = null;
        }
      }
    }
    if (leaving != null) {
      leaving.close();
    }
    later(0, FIRST_RETRY_MILLIS);
  }

  // The service is named because bnd would take it from the first parameter, as java.lang.Object.
  @Reference(
      service = TypeConverter.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addConverter(ServiceReference<?> reference, TypeConverter<?, ?> converter) {
    converters.put(reference, converter);
    convertersChanged();
  }

  void removeConverter(ServiceReference<?> reference) {
    converters.remove(reference);
    convertersChanged();
  }

  private synchronized void convertersChanged() {
    if (open != null) {
      open.handle.convertersChanged();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addListener(StatementListener listener) {
    listeners.add(listener);
  }

  void removeListener(StatementListener listener) {
    listeners.remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addValidator(ServiceReference<RowValidator> reference, RowValidator validator) {
    validator(reference, validator);
  }

  void removeValidator(ServiceReference<RowValidator> reference) {
    validator(reference, null);
  }

  private void validator(
      ServiceReference<RowValidator> reference, @Nullable RowValidator validator) {
    synchronized (rowValidators) {
      if (validator == null) {
        rowValidators.remove(reference);
      } else {
        rowValidators.put(reference, validator);
      }
      validators.use(rowValidators.isEmpty() ? null : rowValidators.firstEntry().getValue());
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrator(ServiceReference<Migrator> reference, Migrator migrator) {
    migrations.migrators.put(reference, migrator);
    lookAgain();
  }

  void removeMigrator(ServiceReference<Migrator> reference) {
    migrations.migrators.remove(reference);
    Open current;
    synchronized (this) {
      current = open;
    }
    if (current != null && migrations.migrators.isEmpty()) {
      current.withdrawMigrations();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addEntityModule(EntityModule module) {
    migrations.entities.add(module);
    lookAgain();
  }

  void removeEntityModule(EntityModule module) {
    migrations.entities.remove(module);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationModule(MigrationModule module) {
    migrations.modules.add(module);
    lookAgain();
  }

  void removeMigrationModule(MigrationModule module) {
    migrations.modules.remove(module);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigration(Migration migration) {
    migrations.classes.add(migration);
    lookAgain();
  }

  void removeMigration(Migration migration) {
    migrations.classes.remove(migration);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationListener(MigrationListener listener) {
    migrations.told.add(listener);
  }

  void removeMigrationListener(MigrationListener listener) {
    migrations.told.remove(listener);
  }

  /**
   * What waits for a module, or has changed the schema, asks to look at it again; many ask once.
   */
  private void lookAgain() {
    if (started && lookingAgain.compareAndSet(false, true)) {
      later(0, FIRST_RETRY_MILLIS);
    }
  }

  /** Somebody ran or undid migrations: nothing is applied behind the back of that one. */
  private void schemaChanged() {
    try {
      opener.execute(this::offerIfValid);
    } catch (RejectedExecutionException deactivated) {
      LOG.debug("database {} is closing", settings.name());
    }
  }

  private void offerIfValid() {
    Open current;
    synchronized (this) {
      current = open;
    }
    boolean wanted = settings.migrate() != Migrate.OFF && !migrations.migrators.isEmpty();
    if (current == null || !wanted || (!current.isOffered() && isIncomplete())) {
      return;
    }
    try {
      if (!current.isOffered()) {
        current.handle.migrations().validate();
      }
      current.offer(context, properties(current.dialect, current.handle, true));
    } catch (OrmException unfit) {
      LOG.info("database {} stays away: {}", settings.name(), unfit.getMessage());
    } catch (RuntimeException defect) { // nobody waits for the result of this task
      LOG.error("database {} could not be offered", settings.name(), defect);
    }
  }

  private void later(long delayMillis, long retryMillis) {
    try {
      ScheduledFuture<?> unused =
          opener.schedule(() -> tryChoose(retryMillis), delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException deactivated) {
      LOG.debug("database {} is closing", settings.name());
    }
  }

  private void tryChoose(long retryMillis) {
    lookingAgain.set(false);
    try {
      choose(retryMillis);
    } catch (RuntimeException defect) { // nobody waits for the result of this task
      LOG.error("database {} could not be opened", settings.name(), defect);
    }
  }

  /** Opens with the preferred dialect that matches, unless that is open already. */
  private void choose(long retryMillis) {
    for (Map.Entry<ServiceReference<Dialect>, Dialect> entry : dialects.entrySet()) {
      if (EngineDatabaseFactory.matches(settings, entry.getValue())) {
        if (!isOpenWith(entry.getKey())) {
          replace(entry.getKey(), entry.getValue(), retryMillis);
        } else {
          settle(retryMillis);
        }
        return;
      }
    }
    closeCurrent();
    LOG.info("database {} waits for a dialect", settings.name());
  }

  private synchronized boolean isOpenWith(ServiceReference<Dialect> dialect) {
    return open != null && open.dialect.equals(dialect);
  }

  private void replace(ServiceReference<Dialect> reference, Dialect dialect, long retryMillis) {
    Open next;
    Open displaced;
    try {
      synchronized (opening) {
        Generation generation = Generation.open(
            settings,
            dialect,
            new Converters(converters.values()),
            new StatementLog(settings.name(), listeners));
        next = new Open(
            reference, new DatabaseHandle(generation, migrations, validators, Clock.systemUTC()));
        displaced = displaceBy(next);
      }
    } catch (ConnectionException unreachable) {
      LOG.warn("{} Trying again in {} ms.", unreachable.getMessage(), retryMillis);
      later(retryMillis, Math.min(retryMillis * 2, LONGEST_RETRY_MILLIS));
      return;
    } catch (OrmException unfit) {
      LOG.error("database {} stays away until its configuration changes", settings.name(), unfit);
      return;
    }
    if (displaced != null) {
      displaced.close();
    }
    if (displaced != next) {
      settle(retryMillis);
    }
  }

  /** Offers what is open, once its schema is as the settings want it. */
  private void settle(long retryMillis) {
    Open current;
    synchronized (this) {
      current = open;
    }
    if (current == null) {
      return;
    }
    boolean migrates = settings.migrate() != Migrate.OFF;
    if (!migrations.migrators.isEmpty()) {
      current.offerMigrations(context, new ObservedMigrations(current.handle, this::schemaChanged));
    }
    if (migrates && !current.isOffered() && isIncomplete()) {
      return;
    }
    if (!migrates && current.isOffered()) {
      return;
    }
    try {
      current.handle.migrateAsSet();
      current.offer(context, properties(current.dialect, current.handle, migrates));
    } catch (MigrationLockedException | ConnectionException busy) {
      LOG.warn("{} Trying again in {} ms.", busy.getMessage(), retryMillis);
      later(retryMillis, Math.min(retryMillis * 2, LONGEST_RETRY_MILLIS));
    } catch (OrmException unfit) {
      LOG.error(
          "database {} {}: {}",
          settings.name(),
          current.isOffered() ? "stays as it is" : "stays away until its schema fits",
          unfit.getMessage());
    }
  }

  /** Whether something is not there yet that the schema needs. */
  private boolean isIncomplete() {
    if (migrations.migrators.isEmpty()) {
      LOG.info("database {} waits for the bundle orm.migration", settings.name());
      return true;
    }
    Set<String> missing = new TreeSet<>(settings.migrateModules());
    missing.removeAll(migrations.names());
    if (!missing.isEmpty()) {
      LOG.info("database {} waits for the modules {}", settings.name(), missing);
      return true;
    }
    return false;
  }

  /** Gives what is to be closed: the newcomer itself if it comes too late. */
  private synchronized @Nullable Open displaceBy(Open next) {
    if (closed || !dialects.containsKey(next.dialect)) {
      return next;
    }
    Open last = open;
    open = next;
    return last;
  }

  private void waitForOpening() {
    synchronized (opening) {
      LOG.debug("database {} is closing", settings.name());
    }
  }

  private void closeCurrent() {
    Open last;
    synchronized (this) {
      last = open;
      open = null;
    }
    if (last != null) {
      last.close();
    }
  }

  private static Dictionary<String, Object> properties(
      ServiceReference<Dialect> reference, DatabaseHandle handle, boolean schema) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("orm.database", handle.name());
    properties.put("orm.dialect", handle.dialect());
    properties.put("orm.dialect.version", reference.getBundle().getVersion().toString());
    properties.put("orm.product", handle.product());
    if (schema) {
      MigrationStatus status = handle.migrations().status();
      for (MigrationInfo one : status.migrations()) {
        status
            .version(one.module())
            .ifPresent(version -> properties.put("orm.schema." + one.module(), version.toString()));
      }
    }
    return FrameworkUtil.asDictionary(properties);
  }

  @Deactivate
  void deactivate() {
    synchronized (this) {
      closed = true;
    }
    opener.shutdown();
    // Who is opening now ends undisturbed and then closes what it opened: an interrupted pool would
    // leave connections behind.
    waitForOpening();
    closeCurrent();
  }
}
