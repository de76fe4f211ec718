package orm.engine.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.CacheInfo;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.DatabaseState;
import orm.api.admin.DatabaseWatch;
import orm.api.admin.GenerationInfo;
import orm.api.admin.PoolInfo;
import orm.api.admin.SwapInfo;
import orm.api.catalog.Catalog;
import orm.api.config.DatabaseSettings;
import orm.api.config.DrainPolicy;
import orm.api.error.ConfigurationException;
import orm.api.error.DatabasePausedException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.TransactionException;
import orm.engine.cache.DatabaseCache;
import orm.engine.eyes.Eyes;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationEvent;
import orm.spi.listen.GenerationListener;

/**
 * The generations of one database, one after the other, and the gate before them. Whoever enters
 * gets the one that serves; while none does, it waits, bounded. A new one is opened, filled and
 * checked beside the old one before it takes over, so that nobody notices; only where two cannot
 * stand beside each other the gate is shut meanwhile. Safe for use by several threads.
 *
 * <p>Map: entering; replacing, withdrawing and closing; draining; what an administrator sees and
 * does; who is told.
 */
public final class Generations implements DatabaseAdmin {
  private static final String ASKED = "somebody asked for it";
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private static final int KEPT_SWAPS = 20;

  /** How long aborted transactions have to notice it, before their connections are cut. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Who leaves within this time needs no connections closed before the rest. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long FOREVER = TimeUnit.DAYS.toNanos(365);

  private final String name;
  private final List<GenerationListener> listeners;
  private final Eyes eyes;

  /** What all generations keep in memory; known with the first of them. */
  private volatile @Nullable DatabaseCache cache;

  /** Held by who replaces, withdraws or closes; always taken before {@link #gate}. */
  private final ReentrantLock changing = new ReentrantLock(true);

  private final ReentrantLock gate = new ReentrantLock();
  private final Condition moved = gate.newCondition();

  /** What may be entered without asking; null while the gate is shut. */
  private volatile @Nullable Generation serving;

  private volatile DatabaseSettings settings;

  /** What serves, or will when the gate opens; guarded by {@link #gate}, as all below. */
  private @Nullable Generation current;

  private final List<Drain> draining = new ArrayList<>();
  private final Deque<Swap> swaps = new ArrayDeque<>();
  private boolean quiesced;
  private boolean closed;
  private int opened;

  /** The number of the generation that serves, or served last. */
  private int last;

  private int waiting;
  private long waited;
  private long waitedBeforePause;

  /** When calls had to begin to wait, as of {@link System#nanoTime}; 0 while they need not. */
  private long pausedSince;

  private String dialect = "";
  private String product = "";

  /** A generation that was replaced, until the last one has left it. Waits on its own thread. */
  private final class Drain implements Runnable {
    final Generation generation;
    private @Nullable Swap swap; // guarded by gate
    private final long began = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    Drain(Generation generation, @Nullable Swap swap) {
      this.generation = generation;
      this.swap = swap;
    }

    /** One that was withdrawn before its successor came. */
    void belongTo(Swap later) {
      if (swap == null) {
        swap = later;
      }
    }

    void begin() {
      generation.refuse();
      Thread thread = new Thread(this, "orm-drain-" + name + "-" + generation.number());
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run() {
      long end = began + settings.drainTimeout().toNanos();
      if (!generation.awaitEmpty(Math.min(end, began + SOON_NANOS))) {
        generation.releaseIdle();
        if (!generation.awaitEmpty(end)) {
          overdue();
        }
      }
      boolean unused = end();
    }

    private void overdue() {
      boolean keep = settings.drainPolicy() == DrainPolicy.KEEP;
      LOG.warn(
          "database {}: {} calls or transactions are in generation {} longer than drain.timeout; {}",
          name,
          generation.users(),
          generation.number(),
          keep ? "they go on" : "they are aborted");
      tell(GenerationEvent.Kind.OVERDUE, generation, generation.source().provider(), age());
      if (!keep) {
        generation.abort();
      }
      boolean unused = generation.awaitEmpty(System.nanoTime() + (keep ? FOREVER : GRACE_NANOS));
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waits until it is closed. */
    boolean await(long end) {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return done.await(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
          } catch (InterruptedException stop) { // giving up would take the driver from those inside
            interrupted = true;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /**
     * Closes what nobody uses any more; or cuts those off who do.
     *
     * @return false if somebody does so already
     */
    boolean end() {
      if (!ended.compareAndSet(false, true)) {
        return false;
      }
      Duration took = age();
      generation.close();
      gate.lock();
      try {
        draining.remove(this);
        if (swap != null) {
          swap.drained = took;
        }
      } finally {
        gate.unlock();
      }
      done.countDown();
      LOG.debug("database {}: generation {} is closed", name, generation.number());
      tell(GenerationEvent.Kind.DRAINED, generation, generation.source().provider(), took);
      return true;
    }
  }

  /** An attempt to replace, as it goes on; guarded by {@link #gate}. */
  private static final class Swap {
    final Instant at = Instant.now();
    final String reason;
    final int from;
    int to;
    Duration preparing = Duration.ZERO;
    Duration paused = Duration.ZERO;
    long waited;

    @Nullable
    Duration drained;

    @Nullable
    String error;

    Swap(String reason, int from) {
      this.reason = reason;
      this.from = from;
    }

    SwapInfo info() {
      return new SwapInfo(
          at,
          reason,
          from,
          to,
          preparing,
          paused,
          waited,
          Optional.ofNullable(drained),
          Optional.ofNullable(error));
    }
  }

  /**
   * Makes a line without a generation: whoever enters waits for the first.
   *
   * @param settings the settings of the database
   * @param listeners who is told, a list that may change at any time and is safe to read meanwhile
   * @param eyes look at what happens in all of them
   */
  public Generations(DatabaseSettings settings, List<GenerationListener> listeners, Eyes eyes) {
    this.name = settings.name();
    this.settings = settings;
    this.listeners = listeners;
    this.eyes = eyes;
    eyes.readCatalogFrom(this::catalog);
  }

  private Catalog catalog() {
    Generation generation = enter();
    try {
      return generation.catalog();
    } finally {
      generation.exit();
    }
  }

  @Override
  public DatabaseWatch watch() {
    return eyes;
  }

  /**
   * Enters the generation that serves; the caller leaves it with {@link Generation#exit}.
   *
   * @return the generation
   * @throws DatabasePausedException if none serves for {@code swap.wait}
   * @throws TransactionException if the handle was closed
   */
  public Generation enter() {
    Generation ready = serving;
    if (ready != null && ready.enter()) {
      if (ready == serving) {
        return ready;
      }
      ready.exit(); // the gate was shut between the two: who shuts it must be able to count
    }
    return enterThroughGate();
  }

  private Generation enterThroughGate() {
    long end = System.nanoTime() + settings.swapWait().toNanos();
    boolean interrupted = false;
    gate.lock();
    try {
      boolean counted = false;
      try {
        while (true) {
          if (closed) {
            throw isClosed();
          }
          Generation ready = serving;
          if (ready != null && ready.enter()) {
            return ready;
          }
          if (!counted) {
            counted = true;
            waiting++;
            waited++;
          }
          long left = end - System.nanoTime();
          if (left <= 0 || interrupted) {
            throw isPaused(interrupted);
          }
          try {
            long unused = moved.awaitNanos(left);
          } catch (InterruptedException stop) {
            interrupted = true;
          }
        }
      } finally {
        if (counted) {
          waiting--;
        }
      }
    } finally {
      gate.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private TransactionException isClosed() {
    return new TransactionException(
        Failure.of(ErrorCode.DATABASE_CLOSED, "Cannot use database " + name)
            .because("its handle was closed")
            .fix("Open it again, and close it only when nobody uses it any more."));
  }

  private DatabasePausedException isPaused(boolean interrupted) {
    String why = quiesced
        ? "calls are told to wait"
        : current == null && opened > 0
            ? "its dialect " + dialect + " has left and no other one has come"
            : "it is not open yet";
    return new DatabasePausedException(
        Failure.of(ErrorCode.DATABASE_PAUSED, "Cannot use database " + name + " now")
            .because(
                interrupted
                    ? why + ", and the thread was interrupted while it waited"
                    : why + ", for more than " + settings.swapWait().toMillis() + " ms")
            .fix(
                quiesced
                    ? "Try again later; DatabaseAdmin.resume lets calls in again."
                    : "Try again later; see whether the bundle of the dialect is active, or raise"
                        + " swap.wait."));
  }

  /**
   * Opens a generation and lets it take over. Where it can stand beside the one before, calls do
   * not wait; where not, they wait until the one before has drained and the new one is ready.
   *
   * @param source what to make it of
   * @param reason why, for those who look later
   * @throws OrmException if it cannot be opened or is not fit; the one before goes on, unless it
   *     had to be closed first
   */
  public void replace(GenerationSource source, String reason) {
    changing.lock();
    try {
      requireOpen();
      Swap swap;
      Generation before;
      gate.lock();
      try {
        before = current;
        swap = new Swap(reason, last);
        remember(swap);
      } finally {
        gate.unlock();
      }
      try {
        requireReplaceable(before, source);
        makeRoom(source, swap);
        flip(open(source, before, swap), swap);
      } catch (RuntimeException | LinkageError refused) {
        refuse(swap, source, refused);
        throw refused;
      }
    } finally {
      changing.unlock();
    }
  }

  private void requireOpen() {
    gate.lock();
    try {
      if (closed) {
        throw isClosed();
      }
    } finally {
      gate.unlock();
    }
  }

  /** A database that lives in its connections would be empty behind a swap. */
  private void requireReplaceable(@Nullable Generation before, GenerationSource source) {
    if (before == null || !before.connector().livesInConnection()) {
      return;
    }
    if (before.settings().url().equals(source.settings().url())) {
      throw new ConfigurationException(
          Failure.of(ErrorCode.INVALID_SETTING, "Cannot replace what serves database " + name)
              .because("it lives in memory and would be lost")
              .fix("Use a file, or close the database and open it again, empty."));
    }
  }

  /** Ends every generation that the next one must not meet. */
  private void makeRoom(GenerationSource source, Swap swap) {
    Generation before = current();
    if (!source.getsAlongWith(before)) {
      pause(swap);
    }
    for (Drain drain : drains()) {
      if (!source.getsAlongWith(drain.generation)) {
        boolean unused = drain.await(System.nanoTime() + FOREVER); // closing cuts it
      }
    }
  }

  private Generation open(GenerationSource source, @Nullable Generation before, Swap swap) {
    long began = System.nanoTime();
    int number;
    gate.lock();
    try {
      number = ++opened;
    } finally {
      gate.unlock();
    }
    Generation next = Generation.open(
        number, source, before == null ? 1 : Math.max(1, before.pool().open()));
    swap.preparing = Duration.ofNanos(System.nanoTime() - began);
    return next;
  }

  private void flip(Generation next, Swap swap) {
    @Nullable Drain drain = null;
    boolean late;
    @Nullable Duration resumed = null;
    gate.lock();
    try {
      late = closed;
      if (!late) {
        cache = next.cache();
        next.cache().adopt(next.settings());
        Generation before = current;
        if (before != null) {
          drain = new Drain(before, swap);
          draining.add(drain);
        } else if (draining.isEmpty()) {
          swap.drained = Duration.ZERO;
        } else {
          draining.forEach(withdrawn -> withdrawn.belongTo(swap));
        }
        current = next;
        last = next.number();
        settings = next.settings();
        dialect = next.dialect();
        product = next.product();
        resumed = open(swap);
        swap.to = next.number();
      }
    } finally {
      gate.unlock();
    }
    if (late) {
      next.close();
      throw isClosed();
    }
    next.cache().clear(); // it may hold classes of what served before
    eyes.servedBy(next.settings(), next.dialect());
    LOG.info(
        "database {} is served by {} (generation {}): {}",
        name,
        next.source().provider(),
        next.number(),
        swap.reason);
    tell(GenerationEvent.Kind.SERVING, next, next.source().provider(), swap.preparing);
    if (resumed != null && swap.from > 0) {
      tell(GenerationEvent.Kind.RESUMED, next, swap.reason, resumed);
    }
    if (drain != null) {
      drain.begin();
    }
  }

  /** Opens the gate, unless somebody keeps it shut, and gives how long it was shut. */
  private @Nullable Duration open(@Nullable Swap swap) {
    if (quiesced) {
      return null;
    }
    serving = current;
    moved.signalAll();
    if (pausedSince == 0) {
      return null;
    }
    Duration paused = Duration.ofNanos(System.nanoTime() - pausedSince);
    pausedSince = 0;
    if (swap != null) {
      swap.paused = paused;
      swap.waited = waited - waitedBeforePause;
    }
    return paused;
  }

  private void refuse(Swap swap, GenerationSource source, Throwable refused) {
    String why = String.valueOf(refused.getMessage());
    gate.lock();
    try {
      swap.error = why;
    } finally {
      gate.unlock();
    }
    tell(new GenerationEvent(
        name,
        GenerationEvent.Kind.REFUSED,
        0,
        source.dialect().name(),
        source.provider() + ": " + why,
        swap.preparing));
  }

  /**
   * Takes settings that the generation can live with, without a new one.
   *
   * @param changed the settings
   * @return false if they want a new generation; nothing has changed then
   */
  public boolean adopt(DatabaseSettings changed) {
    changing.lock();
    try {
      Generation now = current();
      if (now != null) {
        if (!LiveSettings.suffice(now.settings(), changed)) {
          return false;
        }
        now.adopt(changed);
        now.cache().adopt(changed);
      }
      settings = changed;
      eyes.adopt(changed);
      return true;
    } finally {
      changing.unlock();
    }
  }

  /**
   * Gives up a dialect that leaves: shuts the gate if it serves, and waits until nobody is inside
   * its generations any more, for at most {@code drain.timeout}. What remains then goes on or is
   * aborted, as {@code drain.policy} says.
   *
   * @param leaving the dialect
   */
  public void withdraw(Dialect leaving) {
    long end = System.nanoTime() + settings.drainTimeout().toNanos();
    changing.lock();
    try {
      Generation now = current();
      if (now != null && now.source().dialect() == leaving) {
        if (now.connector().livesInConnection()) {
          LOG.warn("database {} lives in memory and goes with its dialect", name);
        }
        pause(null);
      }
    } finally {
      changing.unlock();
    }
    boolean aborts = settings.drainPolicy() == DrainPolicy.ABORT;
    for (Drain drain : drains()) {
      if (drain.generation.source().dialect() == leaving) {
        boolean unused = drain.await(aborts ? end + 2 * GRACE_NANOS : end);
      }
    }
  }

  /** Shuts the gate, and begins to drain what served. */
  private void pause(@Nullable Swap swap) {
    Generation now;
    Drain drain;
    gate.lock();
    try {
      now = current;
      if (now == null) {
        return;
      }
      shut();
      current = null;
      drain = new Drain(now, swap);
      draining.add(drain);
    } finally {
      gate.unlock();
    }
    LOG.info("database {} lets calls wait: generation {} ends", name, now.number());
    tell(GenerationEvent.Kind.PAUSED, now, now.source().provider(), Duration.ZERO);
    drain.begin();
  }

  private void shut() {
    serving = null;
    if (pausedSince == 0) {
      pausedSince = System.nanoTime();
      waitedBeforePause = waited;
    }
  }

  /**
   * Closes: nobody enters any more, and those inside have until the deadline.
   *
   * @return whether everybody left within {@code drain.timeout}; otherwise they were cut off
   */
  public boolean close() {
    long end = System.nanoTime() + settings.drainTimeout().toNanos();
    @Nullable Drain ending = null;
    gate.lock();
    try {
      if (closed) {
        return true;
      }
      closed = true;
      serving = null;
      if (current != null) {
        ending = new Drain(current, null);
        draining.add(ending);
        current = null;
      }
      moved.signalAll();
    } finally {
      gate.unlock();
    }
    if (ending != null) {
      ending.begin();
    }
    eyes.close();
    boolean drained = true;
    for (Drain drain : drains()) {
      if (!drain.await(end)) {
        if (drain.end()) {
          drained = false;
        } else {
          boolean unused = drain.await(System.nanoTime() + GRACE_NANOS);
        }
      }
    }
    return drained;
  }

  private @Nullable Generation current() {
    gate.lock();
    try {
      return current;
    } finally {
      gate.unlock();
    }
  }

  private List<Drain> drains() {
    gate.lock();
    try {
      return List.copyOf(draining);
    } finally {
      gate.unlock();
    }
  }

  private void remember(Swap swap) {
    swaps.addFirst(swap);
    if (swaps.size() > KEPT_SWAPS) {
      swaps.removeLast();
    }
  }

  /** {@return the settings in use} */
  public DatabaseSettings settings() {
    return settings;
  }

  /** {@return the name of the dialect that serves, or served last} */
  public String dialect() {
    gate.lock();
    try {
      return dialect;
    } finally {
      gate.unlock();
    }
  }

  /** {@return product and version of the database that is served, or was last} */
  public String product() {
    gate.lock();
    try {
      return product;
    } finally {
      gate.unlock();
    }
  }

  /**
   * Tells whether a dialect serves now, with settings that are still the same.
   *
   * @param asked the dialect
   * @return whether it does
   */
  public boolean isServedBy(Dialect asked) {
    Generation now = current();
    return now != null && now.source().dialect() == asked;
  }

  /** Prepares statements anew when they are next used, because converters came or went. */
  public void forgetPrepared() {
    Generation now = current();
    if (now != null) {
      now.forgetPrepared();
    }
    drains().forEach(drain -> drain.generation.forgetPrepared());
    DatabaseCache keeps = cache;
    if (keeps != null) {
      keeps.clear();
    }
  }

  @Override
  public List<CacheInfo> caches() {
    DatabaseCache keeps = cache;
    return keeps == null ? List.of() : keeps.infos();
  }

  @Override
  public boolean clearCaches(String wanted) {
    DatabaseCache keeps = cache;
    return keeps == null ? wanted.isEmpty() : keeps.clear(wanted);
  }

  @Override
  public String database() {
    return name;
  }

  @Override
  public DatabaseState state() {
    gate.lock();
    try {
      if (closed) {
        return DatabaseState.CLOSED;
      }
      if (quiesced) {
        return DatabaseState.QUIESCED;
      }
      return serving == null ? DatabaseState.PAUSED : DatabaseState.SERVING;
    } finally {
      gate.unlock();
    }
  }

  @Override
  public List<GenerationInfo> generations() {
    gate.lock();
    try {
      List<GenerationInfo> found = new ArrayList<>();
      if (current != null) {
        found.add(current.info(true));
      }
      for (int i = draining.size() - 1; i >= 0; i--) {
        found.add(draining.get(i).generation.info(false));
      }
      return List.copyOf(found);
    } finally {
      gate.unlock();
    }
  }

  @Override
  public PoolInfo pool() {
    Generation now = current();
    return now == null ? new PoolInfo(0, 0, 0, 0) : now.pool();
  }

  @Override
  public int waiting() {
    gate.lock();
    try {
      return waiting;
    } finally {
      gate.unlock();
    }
  }

  @Override
  public List<SwapInfo> swaps() {
    gate.lock();
    try {
      return swaps.stream().map(Swap::info).toList();
    } finally {
      gate.unlock();
    }
  }

  @Override
  public boolean quiesce(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Generation now;
    boolean begins;
    gate.lock();
    try {
      begins = !quiesced;
      quiesced = true;
      shut();
      now = current;
    } finally {
      gate.unlock();
    }
    if (begins) {
      LOG.info("database {} lets calls wait because {}", name, ASKED);
      if (now != null) {
        tell(GenerationEvent.Kind.PAUSED, now, ASKED, Duration.ZERO);
      }
    }
    return now == null || now.awaitIdle(end);
  }

  @Override
  public void resume() {
    @Nullable Duration paused;
    Generation now;
    gate.lock();
    try {
      if (!quiesced) {
        return;
      }
      quiesced = false;
      now = current;
      paused = now == null ? null : open(null);
    } finally {
      gate.unlock();
    }
    LOG.info("database {} lets calls in again, after {}", name, paused);
    if (now != null && paused != null) {
      tell(GenerationEvent.Kind.RESUMED, now, ASKED, paused);
    }
  }

  private void tell(
      GenerationEvent.Kind kind, Generation generation, String detail, Duration took) {
    tell(new GenerationEvent(name, kind, generation.number(), generation.dialect(), detail, took));
  }

  private void tell(GenerationEvent event) {
    for (GenerationListener listener : listeners) {
      try {
        listener.changed(event);
      } catch (RuntimeException failed) {
        LOG.warn("generation listener {} failed", listener.getClass().getName(), failed);
      }
    }
  }
}
