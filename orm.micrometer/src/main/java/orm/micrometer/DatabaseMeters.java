package orm.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.PoolInfo;
import orm.spi.listen.PoolEvent;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionEvent;
import orm.spi.listen.TransactionListener;

/**
 * Keeps meters of databases. Safe for use by several threads.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>what</th><th>tags besides {@code database}</th></tr>
 * <tr><td>{@code orm.statements}</td><td>timer</td><td>{@code kind}, {@code entity},
 * {@code outcome}</td></tr>
 * <tr><td>{@code orm.transactions}</td><td>timer</td><td>{@code outcome}</td></tr>
 * <tr><td>{@code orm.pool.wait}</td><td>timer</td><td>{@code outcome}</td></tr>
 * <tr><td>{@code orm.pool.max}, {@code orm.pool.open}, {@code orm.pool.used},
 * {@code orm.pool.waiting}</td><td>gauges</td><td>none</td></tr>
 * </table>
 *
 * <p>The text of a statement is no tag: there are too many of them.
 */
@Component(service = {StatementListener.class, TransactionListener.class, PoolListener.class})
public final class DatabaseMeters
    implements StatementListener, TransactionListener, PoolListener, AutoCloseable {
  private static final String NONE = "none";

  private final MeterRegistry registry;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final Map<DatabaseAdmin, List<Meter>> gauges = new ConcurrentHashMap<>();

  /** A timer and its tags, by which it is found without making them anew. */
  private record Series(String name, String database, String kind, String entity, String outcome) {}

  /**
   * Makes meters.
   *
   * @param registry keeps them
   */
  @Activate
  public DatabaseMeters(@Reference MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void executed(StatementEvent event) {
    String entity = event.entity();
    record(
        new Series(
            "orm.statements",
            event.database(),
            lower(event.kind()),
            entity == null ? NONE : entity,
            event.error() == null ? "success" : "error"),
        event.nanos());
  }

  @Override
  public void changed(TransactionEvent event) {
    if (event.kind() != TransactionEvent.Kind.BEGUN) {
      record(
          new Series("orm.transactions", event.database(), "", "", lower(event.kind())),
          event.nanos());
    }
  }

  @Override
  public void taken(PoolEvent event) {
    record(
        new Series(
            "orm.pool.wait", event.database(), "", "", event.error() == null ? "success" : "error"),
        event.nanos());
  }

  private static String lower(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void record(Series series, long nanos) {
    timers.computeIfAbsent(series, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Series series) {
    Timer.Builder timer = Timer.builder(series.name())
        .tag("database", series.database())
        .tag("outcome", series.outcome());
    if (!series.kind().isEmpty()) {
      timer.tag("kind", series.kind()).tag("entity", series.entity());
    }
    return timer.register(registry);
  }

  /**
   * Shows the pool of a database.
   *
   * @param admin the database; it is kept until {@link #remove} or {@link #close}
   */
  @Reference(
      name = "DatabaseAdmin",
      unbind = "remove",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void add(DatabaseAdmin admin) {
    gauges.computeIfAbsent(
        admin,
        added -> List.of(
            gauge(added, "orm.pool.max", PoolInfo::max),
            gauge(added, "orm.pool.open", PoolInfo::open),
            gauge(added, "orm.pool.used", PoolInfo::inUse),
            gauge(added, "orm.pool.waiting", PoolInfo::waiting)));
  }

  private Meter gauge(DatabaseAdmin admin, String name, ToDoubleFunction<PoolInfo> value) {
    return Gauge.builder(name, admin, shown -> value.applyAsDouble(shown.pool()))
        .tag("database", admin.database())
        .register(registry);
  }

  /**
   * Shows the pool of a database no more.
   *
   * @param admin the database
   */
  public void remove(DatabaseAdmin admin) {
    List<Meter> shown = gauges.remove(admin);
    if (shown != null) {
      shown.forEach(registry::remove);
    }
  }

  /** Takes all meters out of the registry. */
  @Override
  @Deactivate
  public void close() {
    gauges.keySet().forEach(this::remove);
    timers.values().forEach(registry::remove);
    timers.clear();
  }
}
