package orm.engine.osgi;

import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
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
import orm.api.migration.Migrations;
import orm.engine.DatabaseHandle;
import orm.engine.EngineDatabaseFactory;
import orm.engine.Features;
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.spi.dialect.Dialect;

/**
 * Keeps the database of one configuration served, and its services offered, while plugins come and
 * go.
 *
 * <p>The services are registered by hand and not by Declarative Services, because their life
 * depends on which of many dialects matches, and their properties on what the database answers.
 * Opening takes time and may fail while a server is still starting: it happens on a thread of its
 * own and is tried again. That thread alone replaces what serves.
 *
 * <p>Where the schema is looked after, the database is offered once it fits; modules that come
 * later are migrated when they come.
 */
final class DatabaseKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeeper.class);
  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 30_000;

  /** How long deactivation waits for the thread that opens, once everything else is closed. */
  private static final long LAST_WAIT_SECONDS = 10;

  private final ScheduledThreadPoolExecutor opener;
  private final PluginServices plugins;

  /** Dialects and the settings that they could not serve; those are not tried again. */
  private final Map<ServiceReference<?>, DatabaseSettings> refused = new ConcurrentHashMap<>();

  private final Generations generations;
  private final Features features;
  private final DatabaseHandle handle;
  private final ModuleKeeper modules;
  private final Offer<Database> database;
  private final Offer<Migrations> migrations;
  private final Offer<DatabaseAdmin> admin;

  /** Whether somebody has asked already to look at the schema again. */
  private final AtomicBoolean lookingAgain = new AtomicBoolean();

  /** How often the services were taken away because what served was leaving. */
  private final AtomicInteger withdrawals = new AtomicInteger();

  private volatile DatabaseSettings settings;

  /** What fails from now on fails because of that. */
  private volatile boolean closing;

  /** Why the next generation is opened, for those who look later. */
  private volatile String reason = "it was configured";

  /** Who brought the dialect that serves; used by the opener alone. */
  private @Nullable ServiceReference<?> serving;

  DatabaseKeeper(BundleContext context, DatabaseSettings settings, PluginServices plugins) {
    this.settings = settings;
    this.plugins = plugins;
    this.features = plugins.features(settings);
    this.generations = new Generations(settings, plugins.swapListeners, features.eyes());
    this.handle = new DatabaseHandle(generations, features);
    this.modules = new ModuleKeeper(handle, plugins.migrations);
    this.database = new Offer<>(context, Database.class, handle);
    this.migrations = new Offer<>(
        context,
        Migrations.class,
        new ObservedMigrations(handle, modules::explain, this::schemaChanged));
    this.admin = new Offer<>(context, DatabaseAdmin.class, generations);
    this.opener = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "orm-open-" + settings.name());
      thread.setDaemon(true);
      return thread;
    });
    opener.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  String name() {
    return settings.name();
  }

  void start() {
    admin.offer(FrameworkUtil.asDictionary(Map.of("orm.database", settings.name())));
    later(0, FIRST_RETRY_MILLIS);
  }

  /**
   * Takes other settings while it runs: what can change in the generation that serves does, for the
   * rest a new one is opened beside it.
   */
  void change(DatabaseSettings changed) {
    Set<String> keys = changed.differences(settings);
    reason = "the settings " + String.join(", ", keys) + " have changed";
    settings = changed;
    lookingAgain.set(true);
    later(0, FIRST_RETRY_MILLIS);
  }

  void dialectsChanged(String why) {
    reason = why;
    later(0, FIRST_RETRY_MILLIS);
  }

  /**
   * Returns when nothing uses the dialect any more, or when the time to drain is over. Whoever can
   * take over at once does so before: then no call has to wait.
   */
  void dialectLeaves(ServiceReference<?> reference, Dialect leaving) {
    refused.remove(reference);
    reason = RankedServices.provider(reference) + " has left";
    if (hasCandidate()) {
      awaitSuccessor();
    } else if (settings.swapWait().isZero()) {
      withdrawals.incrementAndGet();
      withdraw(); // nobody shall come any more
    }
    generations.withdraw(leaving);
    later(0, FIRST_RETRY_MILLIS);
  }

  /**
   * Prepares statements anew when they are next used: because converters came or went, or because
   * entities left, whose classes must not be held by what was prepared for them.
   */
  void forgetPrepared() {
    generations.forgetPrepared();
  }

  void migratorHasLeft() {
    migrations.withdraw();
  }

  private boolean hasCandidate() {
    return plugins.dialects.services().stream()
        .anyMatch(dialect -> EngineDatabaseFactory.matches(settings, dialect));
  }

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

  /**
   * What waits for a module, or has changed the schema, asks to look at it again; many ask once.
   */
  void lookAgain() {
    if (lookingAgain.compareAndSet(false, true)) {
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
    boolean wanted = settings.migrate() != Migrate.OFF && !plugins.migrations.migrators.isEmpty();
    if (serving == null || !wanted || (!database.isThere() && isIncomplete())) {
      return;
    }
    try {
      if (!database.isThere()) {
        handle.migrations().validate();
      }
      database.offer(properties(serving));
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
    int withdrawalsBefore = withdrawals.get();
    ServiceReference<?> outranked = null;
    for (ServiceReference<?> reference : plugins.dialects.references()) {
      Dialect dialect = plugins.dialects.get(reference);
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
    if (withdrawals.get() != withdrawalsBefore) {
      // What was offered just now was leaving meanwhile. Whoever found it closed, such as a
      // component that failed to start, looks again only when another service comes.
      withdraw();
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
              features.converters(),
              features.eyes()),
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
      LOG.error(
          "database {} is not served by {}: {}",
          wanted.name(),
          RankedServices.provider(reference),
          unfit instanceof OrmException ? unfit.getMessage() : unfit.toString(),
          unfit);
      return serves;
    }
  }

  /** Takes the services away if nothing has come to serve them by the time that callers give up. */
  private void waitForDialect(DatabaseSettings wanted) {
    LOG.info("database {} waits for a dialect", wanted.name());
    serving = null;
    if (!database.isThere() && !migrations.isThere()) {
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
    migrations.withdraw();
  }

  /** Offers what is open, once its schema is as the settings want it. */
  private void settle(long retryMillis, boolean look) {
    ServiceReference<?> current = serving;
    if (current == null) {
      return;
    }
    boolean migrates = settings.migrate() != Migrate.OFF;
    if (!plugins.migrations.migrators.isEmpty() && !migrations.isThere()) {
      migrations.offer(FrameworkUtil.asDictionary(Map.of("orm.database", settings.name())));
    }
    if (migrates && !database.isThere() && isIncomplete()) {
      return;
    }
    try {
      if (!database.isThere() || look) {
        modules.keep(settings);
      }
      database.offer(properties(current));
    } catch (MigrationLockedException | ConnectionException busy) {
      lookingAgain.set(true);
      LOG.warn("{} Trying again in {} ms.", busy.getMessage(), retryMillis);
      later(retryMillis, Math.min(retryMillis * 2, LONGEST_RETRY_MILLIS));
    } catch (OrmException unfit) {
      if (closing || plugins.migrations.migrators.isEmpty()) {
        LOG.debug("database {} is closing, or cannot be migrated now", settings.name(), unfit);
        return;
      }
      LOG.error(
          "database {} {}: {}",
          settings.name(),
          database.isThere() ? "stays as it is" : "stays away until its schema fits",
          unfit.getMessage());
    }
  }

  /** Whether something is not there yet that the schema needs. */
  private boolean isIncomplete() {
    if (plugins.migrations.migrators.isEmpty()) {
      LOG.info("database {} waits for the bundle orm.migration", settings.name());
      return true;
    }
    Set<String> missing = new TreeSet<>(settings.migrateModules());
    missing.removeAll(plugins.migrations.names());
    if (!missing.isEmpty()) {
      LOG.info("database {} waits for the modules {}", settings.name(), missing);
      return true;
    }
    return false;
  }

  private Dictionary<String, Object> properties(ServiceReference<?> reference) {
    Map<String, Object> properties = new TreeMap<>(modules.versions(settings));
    properties.put("orm.database", handle.name());
    properties.put("orm.dialect", handle.dialect());
    properties.put("orm.dialect.version", RankedServices.version(reference).toString());
    properties.put("orm.product", handle.product());
    return FrameworkUtil.asDictionary(properties);
  }

  /**
   * Takes the services away first, so that nobody new comes, then closes the connections, and
   * returns when nothing touches the database any more.
   */
  void close() {
    closing = true;
    database.close();
    migrations.close();
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
