package orm.engine.osgi;

import java.time.Clock;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
import orm.api.error.ConnectionException;
import orm.api.error.OrmException;
import orm.engine.DatabaseHandle;
import orm.engine.EngineDatabaseFactory;
import orm.engine.execute.StatementLog;
import orm.engine.generation.Generation;
import orm.engine.plan.Converters;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;

/**
 * Offers the {@link Database} of one configuration as a service while a matching dialect is there.
 *
 * <p>The service is registered by hand and not by Declarative Services, because its life depends on
 * which of many dialects matches, and its properties on what the database answers. Opening takes
 * time and may fail while a server is still starting: it runs on a thread of its own and is tried
 * again.
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

  private volatile boolean started;

  /** What is open now; guarded by this. */
  private @Nullable Open open;

  /** Guarded by this. */
  private boolean closed;

  /** Held while a dialect is asked to open, so that its bundle does not leave meanwhile. */
  private final Object opening = new Object();

  /** A database that is open, and its service while it is offered. */
  private static final class Open {
    final ServiceReference<Dialect> dialect;
    final DatabaseHandle handle;

    /** Guarded by this. */
    private @Nullable ServiceRegistration<Database> registration;

    /** Guarded by this. */
    private boolean withdrawn;

    Open(ServiceReference<Dialect> dialect, DatabaseHandle handle) {
      this.dialect = dialect;
      this.handle = handle;
    }

    /** Registers without a lock, because whoever waits for the service is called from here. */
    void offer(BundleContext context) {
      ServiceRegistration<Database> offered =
          context.registerService(Database.class, handle, properties(dialect, handle));
      boolean late;
      synchronized (this) {
        late = withdrawn;
        registration = late ? null : offered;
      }
      if (late) {
        offered.unregister();
      }
    }

    /** Takes the service away first, so that nobody new comes, and then closes the connections. */
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

  private void later(long delayMillis, long retryMillis) {
    try {
      ScheduledFuture<?> unused =
          opener.schedule(() -> tryChoose(retryMillis), delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException deactivated) {
      LOG.debug("database {} is closing", settings.name());
    }
  }

  private void tryChoose(long retryMillis) {
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
        next = new Open(reference, new DatabaseHandle(generation, Clock.systemUTC()));
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
      next.offer(context);
    }
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
      ServiceReference<Dialect> reference, DatabaseHandle handle) {
    return FrameworkUtil.asDictionary(Map.of(
        "orm.database", handle.name(),
        "orm.dialect", handle.dialect(),
        "orm.dialect.version", reference.getBundle().getVersion().toString(),
        "orm.product", handle.product()));
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
