package orm.engine.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.CacheInfo;
import orm.api.config.CacheUse;
import orm.api.config.DatabaseSettings;
import orm.api.model.Key;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.ForeignKeySchema.Action;
import orm.engine.plan.PlanKey;
import orm.engine.plan.TableModel;
import orm.spi.cache.CacheProvider;
import orm.spi.mapping.Caching;

/**
 * What one database keeps in memory, for all its generations. Safe for use by several threads; no
 * lock is held while a store or the database is asked.
 *
 * <p>The protocol: a writer counts as under way before its first statement until after its commit
 * or rollback. A reader takes the counts of all that its value depends on, while none is under way,
 * before it asks the database, and keeps the value together with them. A kept value is served only
 * while these counts are still the same. So whatever is served was the committed state at some time
 * during the call.
 *
 * <p>Map: whether it is in use; reads; counts of tables and what cascades to them; writes; flushes;
 * stores and what is known of them.
 */
public final class DatabaseCache {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCache.class);

  /** How long a commit whose outcome nobody knows may still be under way in the server. */
  private static final long UNKNOWN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final String database;
  private final ConcurrentMap<String, TableGate> gates = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<Cascade>> cascades = new ConcurrentHashMap<>();
  private final ConcurrentMap<Object, Flight> flights = new ConcurrentHashMap<>();

  /** What everything depends on. */
  final WriteCount flushes = new WriteCount();

  /** Deletes from any table, for those whose cascades are not all known. */
  final WriteCount anyDelete = new WriteCount();

  /** Writes that began while nobody counted them. */
  private final AtomicInteger uncounted = new AtomicInteger();

  private final Writes uncountedWrites = new Uncounted();

  private @Nullable CacheProvider provider;
  private CacheUse use = CacheUse.ON;

  private volatile boolean counting;
  private volatile boolean announcing;
  private volatile long stalenessNanos = TimeUnit.SECONDS.toNanos(2);

  /** Stores to come into use as soon as all writes are counted; null for none. */
  private volatile @Nullable Stores prepared;

  /** Stores in use; null for none. */
  private volatile @Nullable Stores serving;

  /** When the outcome of every commit is known again, as of {@link System#nanoTime}. */
  private volatile long unknownUntil;

  private volatile boolean unknown;

  /**
   * Rows of a table that go or change when rows of another one do.
   *
   * @param from the other table
   * @param deletes whether only when rows of it are deleted
   */
  private record Cascade(String from, boolean deletes) {}

  DatabaseCache(String database) {
    this.database = database;
  }

  String database() {
    return database;
  }

  ConcurrentMap<Object, Flight> flights() {
    return flights;
  }

  // ---- Whether it is in use

  synchronized void use(@Nullable CacheProvider preferred) {
    provider = preferred;
    begin();
  }

  /**
   * Takes what the settings say.
   *
   * @param settings the settings that count now
   */
  public synchronized void adopt(DatabaseSettings settings) {
    stalenessNanos =
        Math.max(TimeUnit.MILLISECONDS.toNanos(100), settings.cacheStaleness().toNanos());
    if (settings.cache() != use) {
      use = settings.cache();
      begin();
    }
  }

  private void begin() {
    Stores before = prepared;
    serving = null;
    boolean keeps = use == CacheUse.ON && provider != null;
    counting = keeps || use == CacheUse.ANNOUNCE;
    announcing = counting;
    CacheProvider makes = provider;
    prepared = keeps && makes != null ? new Stores(this, makes) : null;
    if (before != null) {
      before.clear();
    }
  }

  /**
   * The stores, if they may be asked: writes that nobody counted must have ended before the first
   * value is kept.
   */
  @Nullable
  Stores stores() {
    Stores now = serving;
    return now != null || prepared == null ? now : tryServe();
  }

  private synchronized @Nullable Stores tryServe() {
    Stores ready = prepared;
    if (serving == null && ready != null && uncounted.get() == 0) {
      flushes.happened(); // a provider may give a store that it has filled before
      serving = ready;
    }
    return serving;
  }

  /** {@return how long what others write may go unnoticed, in nanoseconds} */
  long stalenessNanos() {
    return stalenessNanos;
  }

  /** {@return whether other processes are told of writes, where the database has a way to} */
  public boolean announces() {
    return announcing;
  }

  // ---- Reads

  /**
   * Looks whether a row of a key may be kept.
   *
   * @param <E> the entity
   * @param <K> the key
   * @param peers hears what other processes write
   * @param generation the number of the generation that reads
   * @param table the table
   * @param naming the form of names in the database
   * @param caching how its rows are kept
   * @param key the key
   * @param value its value
   * @return the call; null if it cannot be answered from memory
   */
  public <E, K> @Nullable CachedRead<@Nullable E> row(
      PeerLink peers,
      int generation,
      TableModel table,
      UnaryOperator<String> naming,
      Caching caching,
      Key<E, K> key,
      K value) {
    Stores stores = stores();
    return stores == null || !peers.serves()
        ? null
        : EntityRead.of(this, stores, generation, table, naming, caching, key, value);
  }

  /**
   * Looks whether the result of a query may be kept.
   *
   * @param <T> what the call gives
   * @param peers hears what other processes write
   * @param generation the number of the generation that reads
   * @param plan the shape of the query and what is asked of it
   * @param values its values
   * @param readers what makes rows of the result
   * @param tables what it reads
   * @param ttlNanos how old the result may be
   * @return the call; null if it cannot be answered from memory
   */
  public <T> @Nullable CachedRead<T> query(
      PeerLink peers,
      int generation,
      PlanKey plan,
      List<Object> values,
      List<Object> readers,
      Set<String> tables,
      long ttlNanos) {
    Stores stores = stores();
    return stores == null || !peers.serves()
        ? null
        : new QueryRead<>(this, stores, generation, plan, values, readers, tables, ttlNanos);
  }

  // ---- Counts

  TableGate gate(String table) {
    TableGate known = gates.get(table);
    return known == null ? gates.computeIfAbsent(table, made -> new TableGate()) : known;
  }

  /** Remembers which tables a table loses rows with, and its link tables. */
  void learn(TableModel table, UnaryOperator<String> naming) {
    if (cascades.containsKey(table.name())) {
      return;
    }
    Set<Cascade> found = new LinkedHashSet<>();
    for (ForeignKeySchema key : table.schema().foreignKeys()) {
      String target = naming.apply(key.targetTable());
      if (spreads(key.onUpdate())) {
        found.add(new Cascade(target, false));
      } else if (spreads(key.onDelete())) {
        found.add(new Cascade(target, true));
      }
    }
    cascades.put(table.name(), found);
    table.links().forEach(link -> learn(link, naming));
  }

  private static boolean spreads(Action action) {
    return switch (action) {
      case CASCADE, SET_NULL, SET_DEFAULT -> true;
      case NO_ACTION, RESTRICT -> false;
    };
  }

  /** Adds what a table depends on beside the writes to itself. */
  void addCascades(String table, Collection<WriteCount> into) {
    addCascades(table, into, new LinkedHashSet<>());
  }

  private void addCascades(String table, Collection<WriteCount> into, Set<String> met) {
    if (!met.add(table)) {
      return;
    }
    Set<Cascade> known = cascades.get(table);
    if (known == null) {
      into.add(anyDelete);
      return;
    }
    for (Cascade cascade : known) {
      TableGate from = gate(cascade.from());
      into.add(cascade.deletes() ? from.deletes : from.any);
      addCascades(cascade.from(), into, met);
    }
  }

  // ---- Writes

  /**
   * Begins a call or a transaction that may write.
   *
   * @param naming the form of names in the database
   * @return counts its writes, and is to be ended whatever becomes of it
   */
  public Writes begin(UnaryOperator<String> naming) {
    if (!counting) {
      uncounted.incrementAndGet();
      if (!counting) {
        return uncountedWrites;
      }
      uncounted.decrementAndGet();
    }
    return new CountedWrites(this, naming);
  }

  private final class Uncounted extends Writes {
    @Override
    public void end(boolean known) {
      uncounted.decrementAndGet();
    }
  }

  // ---- Flushes

  /** Lets nothing be served that was read before now. */
  public void flush() {
    flushes.happened();
  }

  /** Also frees the memory, and lets go of classes. */
  public void clear() {
    flush();
    Stores now = prepared;
    if (now != null) {
      now.clear();
    }
    flights.clear();
    cascades.clear();
  }

  /** Somebody's commit may still come, or not. */
  void outcomeUnknown() {
    unknownUntil = System.nanoTime() + UNKNOWN_NANOS;
    unknown = true;
    flush();
    LOG.warn(
        "database {} keeps nothing in memory for {} s, because the outcome of a commit is unknown",
        database,
        TimeUnit.NANOSECONDS.toSeconds(UNKNOWN_NANOS));
  }

  /** Whether something may be kept that is read now. */
  boolean mayKeep() {
    if (!unknown) {
      return true;
    }
    if (unknownUntil - System.nanoTime() > 0) {
      return false;
    }
    unknown = false;
    return true;
  }

  /** Takes what another process has written. */
  void written(String table, int @Nullable [] keys, boolean deletes) {
    TableGate gate = gate(table);
    gate.any.happened();
    if (keys == null) {
      gate.whole.happened();
    } else {
      for (int key : keys) {
        gate.key(key).happened();
      }
    }
    if (deletes) {
      gate.deletes.happened();
      anyDelete.happened();
    }
  }

  // ---- What is known

  /** {@return what became of what was kept, by name} */
  public List<CacheInfo> infos() {
    Stores now = prepared;
    List<CacheInfo> infos = now == null ? new ArrayList<>() : now.infos();
    infos.sort(Comparator.comparing(CacheInfo::name));
    return List.copyOf(infos);
  }

  /**
   * Forgets one cache, or all.
   *
   * @param name its name; empty for all
   * @return false if there is none of this name
   */
  public boolean clear(String name) {
    if (name.isEmpty()) {
      clear();
      return true;
    }
    Stores now = prepared;
    return now != null && now.clear(name);
  }

  /**
   * Bounds how long a call waits for another one that asks for the same.
   *
   * @param limitNanos the time limit of statements; 0 for none
   * @param own that of the call; zero for none
   * @return the time in nanoseconds
   */
  public static long longestWait(long limitNanos, Duration own) {
    long longest = TimeUnit.SECONDS.toNanos(1);
    if (limitNanos > 0) {
      longest = Math.min(longest, limitNanos);
    }
    return own.isZero() ? longest : Math.min(longest, own.toNanos());
  }
}
