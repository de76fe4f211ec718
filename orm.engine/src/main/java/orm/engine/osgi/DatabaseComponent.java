package orm.engine.osgi;

import java.time.Clock;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
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
import orm.api.Database;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.GenerationInfo;
import orm.api.config.DatabaseSettings;
import orm.api.config.Migrate;
import orm.api.error.ConnectionException;
import orm.api.error.MigrationLockedException;
import orm.api.error.OrmException;
import orm.api.error.TransactionException;
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
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.engine.plan.Converters;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationListener;
import orm.spi.listen.StatementListener;
import orm.spi.migration.Migrator;

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

  /** How long deactivation waits for the thread that opens, once everything else is closed. */
  private static final long LAST_WAIT_SECONDS = 10;

  private final ScheduledThreadPoolExecutor opener;
  private final RankedServices<Dialect> dialects = new RankedServices<>();

  /** Dialects and the settings that they could not serve; those are not tried again. */
  private final Map<ServiceReference<?>, DatabaseSettings> refused = new ConcurrentHashMap<>();

  private final RankedServices<TypeConverter<?, ?>> converters = new RankedServices<>();
  private final List<StatementListener> listeners = new CopyOnWriteArrayList<>();
  private final List<GenerationListener> swapListeners = new CopyOnWriteArrayList<>();
  private final MigrationServices migrations = new MigrationServices();

  private final Generations generations;
  private final DatabaseHandle handle;
  private final Offer<Database> database;
  private final Offer<Migrations> migrationService;
  private final Offer<DatabaseAdmin> admin;

  /** Whether somebody has asked already to look at the schema again. */
  private final AtomicBoolean lookingAgain = new AtomicBoolean();

  private volatile DatabaseSettings settings;
  private volatile boolean started;

  /** Why the next generation is opened, for those who look later. */
  private volatile String reason = "it was configured";

  /** Who brought the dialect that serves; used by the opener alone. */
  private @Nullable ServiceReference<?> serving;

  /**
   * Takes a configuration.
   *
   * @param context registers the services
   * @param properties the configuration
   */
  @Activate
  public DatabaseComponent(BundleContext context, Map<String, Object> properties) {
    this.settings = settings(properties);
    this.generations = new Generations(settings, swapListeners);
    this.handle = new DatabaseHandle(generations, migrations, Clock.systemUTC());
    this.database = new Offer<>(context, Database.class, handle);
    this.migrationService =
        new Offer<>(context, Migrations.class, new ObservedMigrations(handle, this::schemaChanged));
    this.admin = new Offer<>(context, DatabaseAdmin.class, generations);
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
    admin.offer(FrameworkUtil.asDictionary(Map.of("orm.database", settings.name())));
    later(0, FIRST_RETRY_MILLIS);
  }

  /**
   * Takes another configuration while it runs: what can change in the generation that serves does,
   * for the rest a new one is opened beside it. A wrong configuration changes nothing.
   *
   * @param properties the configuration
   */
  @Modified
  void modified(Map<String, Object> properties) {
    DatabaseSettings changed;
    try {
      changed = settings(properties);
    } catch (OrmException wrong) { // has been logged
      LOG.warn("database {} goes on with the configuration that it has", settings.name());
      return;
    }
    if (!changed.name().equals(settings.name())) {
      LOG.error(
          "database {} cannot be renamed to {} while it is there; delete its configuration and make"
              + " another",
          settings.name(),
          changed.name());
      return;
    }
    reason = "the settings " + String.join(", ", changed.differences(settings)) + " have changed";
    settings = changed;
    lookingAgain.set(true);
    later(0, FIRST_RETRY_MILLIS);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDialect(ServiceReference<Dialect> reference, Dialect dialect) {
    dialects.add(reference, dialect);
    dialectsChanged(RankedServices.provider(reference) + " has come");
  }

  void updatedDialect(ServiceReference<Dialect> reference) {
    dialectsChanged("the ranking of " + RankedServices.provider(reference) + " has changed");
  }

  private void dialectsChanged(String why) {
    if (started) {
      reason = why;
      later(0, FIRST_RETRY_MILLIS);
    }
  }

  /**
   * Returns when nothing uses the dialect any more, because its bundle is about to leave; or when
   * the time to drain is over.
   */
  void removeDialect(ServiceReference<Dialect> reference) {
    refused.remove(reference);
    Dialect leaving = dialects.remove(reference);
    if (leaving == null || !started) {
      return;
    }
    reason = RankedServices.provider(reference) + " has left";
    if (hasCandidate()) {
      awaitSuccessor();
    } else if (settings.swapWait().isZero()) {
      withdraw(); // nobody shall come any more
    }
    generations.withdraw(leaving);
    later(0, FIRST_RETRY_MILLIS);
  }

  private boolean hasCandidate() {
    return dialects.services().stream()
        .anyMatch(dialect -> EngineDatabaseFactory.matches(settings, dialect));
  }

  /** Whoever can take over at once does so before the other one goes: then nobody has to wait. */
  private void awaitSuccessor() {
    try {
      opener
          .submit(() -> tryChoose(FIRST_RETRY_MILLIS))
          .get(settings.drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException | ExecutionException | TimeoutException late) {
      LOG.debug("database {} got no successor in time", settings.name(), late);
    }
  }

  // The service is named because bnd would take it from the first parameter, as java.lang.Object.
  @Reference(
      service = TypeConverter.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addConverter(ServiceReference<?> reference, TypeConverter<?, ?> converter) {
    converters.add(reference, converter);
    generations.forgetPrepared();
  }

  void removeConverter(ServiceReference<?> reference) {
    converters.remove(reference);
    generations.forgetPrepared();
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
  void addGenerationListener(GenerationListener listener) {
    swapListeners.add(listener);
  }

  void removeGenerationListener(GenerationListener listener) {
    swapListeners.remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrator(ServiceReference<Migrator> reference, Migrator migrator) {
    migrations.migrators.add(reference, migrator);
    lookAgain();
  }

  void removeMigrator(ServiceReference<Migrator> reference) {
    migrations.migrators.remove(reference);
    if (migrations.migrators.isEmpty()) {
      migrationService.withdraw();
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
    boolean wanted = settings.migrate() != Migrate.OFF && !migrations.migrators.isEmpty();
    if (serving == null || !wanted || (!database.isThere() && isIncomplete())) {
      return;
    }
    try {
      if (!database.isThere()) {
        handle.migrations().validate();
      }
      database.offer(properties(serving, true));
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
    boolean look = lookingAgain.getAndSet(false);
    try {
      choose(retryMillis, look);
    } catch (RuntimeException defect) { // nobody waits for the result of this task
      LOG.error("database {} could not be opened", settings.name(), defect);
    }
  }

  /** Lets the preferred dialect serve that matches and can. */
  private void choose(long retryMillis, boolean look) {
    DatabaseSettings wanted = settings;
    ServiceReference<?> outranked = null;
    for (ServiceReference<?> reference : dialects.references()) {
      Dialect dialect = dialects.get(reference);
      if (dialect == null || !EngineDatabaseFactory.matches(wanted, dialect)) {
        continue;
      }
      if (outranked != null) {
        reportTie(outranked, reference);
        break;
      }
      if (!serve(wanted, reference, dialect, retryMillis)) {
        continue;
      }
      outranked = reference;
    }
    if (generations.generations().stream().anyMatch(GenerationInfo::serving)) {
      settle(retryMillis, look);
    } else if (outranked == null) {
      waitForDialect(wanted);
    }
  }

  private void reportTie(ServiceReference<?> chosen, ServiceReference<?> other) {
    if (RankedServices.tie(chosen, other)) {
      LOG.info(
          "database {}: {} was here first and serves; {} has the same version and ranking",
          settings.name(),
          RankedServices.provider(chosen),
          RankedServices.provider(other));
    }
  }

  /**
   * Lets a dialect serve.
   *
   * @return false if it cannot and never will, with these settings
   */
  private boolean serve(
      DatabaseSettings wanted, ServiceReference<?> reference, Dialect dialect, long retryMillis) {
    boolean serves = generations.isServedBy(dialect);
    if (wanted.equals(refused.get(reference))) {
      return serves; // as it did before
    }
    if (serves && generations.adopt(wanted)) {
      serving = reference;
      return true;
    }
    try {
      generations.replace(
          new GenerationSource(
              wanted,
              dialect,
              RankedServices.provider(reference),
              new Converters(converters.services()),
              new StatementLog(wanted.name(), listeners)),
          reason);
      serving = reference;
      return true;
    } catch (ConnectionException unreachable) {
      LOG.warn("{} Trying again in {} ms.", unreachable.getMessage(), retryMillis);
      later(retryMillis, Math.min(retryMillis * 2, LONGEST_RETRY_MILLIS));
      return true;
    } catch (TransactionException closing) {
      LOG.debug("database {} is closing", wanted.name(), closing);
      return true;
    } catch (RuntimeException | LinkageError unfit) {
      refused.put(reference, wanted);
      LOG.error("database {}: {} is not used", wanted.name(), reason, unfit);
      return serves;
    }
  }

  /** Takes the services away if nothing has come to serve them by the time that callers give up. */
  private void waitForDialect(DatabaseSettings wanted) {
    LOG.info("database {} waits for a dialect", wanted.name());
    serving = null;
    if (!database.isThere() && !migrationService.isThere()) {
      return;
    }
    try {
      ScheduledFuture<?> unused = opener.schedule(
          () -> {
            if (serving == null) {
              withdraw();
            }
          },
          wanted.swapWait().toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException deactivated) {
      LOG.debug("database {} is closing", wanted.name());
    }
  }

  private void withdraw() {
    database.withdraw();
    migrationService.withdraw();
  }

  /** Offers what is open, once its schema is as the settings want it. */
  private void settle(long retryMillis, boolean look) {
    ServiceReference<?> current = serving;
    if (current == null) {
      return;
    }
    boolean migrates = settings.migrate() != Migrate.OFF;
    if (!migrations.migrators.isEmpty() && !migrationService.isThere()) {
      migrationService.offer(FrameworkUtil.asDictionary(Map.of("orm.database", settings.name())));
    }
    if (migrates && !database.isThere() && isIncomplete()) {
      return;
    }
    try {
      if (!database.isThere() || look) {
        handle.migrateAsSet();
      }
      database.offer(properties(current, migrates));
    } catch (MigrationLockedException | ConnectionException busy) {
      lookingAgain.set(true);
      LOG.warn("{} Trying again in {} ms.", busy.getMessage(), retryMillis);
      later(retryMillis, Math.min(retryMillis * 2, LONGEST_RETRY_MILLIS));
    } catch (OrmException unfit) {
      LOG.error(
          "database {} {}: {}",
          settings.name(),
          database.isThere() ? "stays as it is" : "stays away until its schema fits",
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

  private Dictionary<String, Object> properties(ServiceReference<?> reference, boolean schema) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("orm.database", handle.name());
    properties.put("orm.dialect", handle.dialect());
    properties.put("orm.dialect.version", RankedServices.version(reference).toString());
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

  /**
   * Takes the services away first, so that nobody new comes, then closes the connections, and
   * returns when nothing touches the database any more.
   */
  @Deactivate
  void deactivate() {
    database.close();
    migrationService.close();
    opener.shutdown();
    handle.close();
    admin.close();
    // Who is opening now ends undisturbed and then closes what it opened: an interrupted pool would
    // leave connections behind.
    boolean interrupted = false;
    try {
      if (!opener.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("database {} is closed, but somebody still tries to open it", settings.name());
      }
    } catch (InterruptedException stop) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
