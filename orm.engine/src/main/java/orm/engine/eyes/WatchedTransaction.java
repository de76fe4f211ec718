package orm.engine.eyes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.admin.TransactionInfo;
import orm.spi.listen.CallSite;
import orm.spi.listen.TransactionEvent;

/** A transaction that somebody looks at. Used by its thread, and seen by others. */
public final class WatchedTransaction {
  /** A transaction that writes its values into the text has one for each of them. */
  private static final int MOST_TEXTS = 1_000;

  private final long id;
  private final String database;
  private final String label;
  private final boolean readOnly;
  private final Thread thread = Thread.currentThread();
  private final Instant since = Instant.now();
  private final long began = System.nanoTime();
  private @Nullable CallSite site;
  private boolean siteKnown;

  private volatile boolean running;
  private volatile long lastEnd = began;
  private volatile long statements;
  private long rows;

  /** How often each statement ran, and then by the line that sent it; null before any did. */
  private @Nullable Map<String, Repeats> repeats;

  /** What is found of it is told once; used by the thread that looks from time to time. */
  private boolean leakTold;

  private boolean idleTold;

  /** How often one statement ran. */
  private static final class Repeats {
    final Map<CallSite, Integer> bySite = new HashMap<>();
  }

  WatchedTransaction(long id, String database, String label, boolean readOnly) {
    this.id = id;
    this.database = database;
    this.label = label;
    this.readOnly = readOnly;
  }

  long id() {
    return id;
  }

  Thread thread() {
    return thread;
  }

  /** The line that began it, or ends it, which is the same. */
  @Nullable
  CallSite site() {
    if (!siteKnown && Thread.currentThread() == thread) {
      site = CallSites.find();
      siteKnown = true;
    }
    return site;
  }

  void statementBegins() {
    running = true;
  }

  void statementEnded(SentStatement statement) {
    long sent = statements + 1; // counted by its own thread alone
    statements = sent;
    rows += Math.max(0, statement.rows());
    lastEnd = System.nanoTime();
    running = false;
  }

  /**
   * Counts a statement.
   *
   * @param most how often one line may send it
   * @return whether this one is the first that is too many
   */
  boolean repeats(SentStatement statement, int most) {
    Map<String, Repeats> known = repeats;
    if (known == null) {
      known = new HashMap<>();
      repeats = known;
    }
    Repeats same = known.get(statement.sql());
    if (same == null) { // most statements run once, and their lines are not looked for
      if (known.size() < MOST_TEXTS) {
        known.put(statement.sql(), new Repeats());
      }
      return false;
    }
    CallSite from = statement.callSite();
    return from != null && same.bySite.merge(from, 1, Integer::sum) == most;
  }

  /** Whether it keeps its connection for too long; true once. */
  boolean leaks(long nanos) {
    boolean found = !leakTold && System.nanoTime() - began >= nanos;
    leakTold |= found;
    return found;
  }

  /** Whether it sends nothing for too long; true once. */
  boolean idles(long nanos) {
    boolean found = !idleTold && idle() >= nanos;
    idleTold |= found;
    return found;
  }

  private long idle() {
    return running ? 0 : System.nanoTime() - lastEnd;
  }

  /** What it is called in messages. */
  String name() {
    return "transaction " + id + (label.isEmpty() ? "" : " \"" + label + "\"");
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  Duration idleTime() {
    return Duration.ofNanos(idle());
  }

  TransactionInfo info() {
    return new TransactionInfo(
        id,
        label,
        readOnly,
        thread.getName(),
        since,
        statements,
        idleTime(),
        Optional.ofNullable(site).map(CallSite::toString));
  }

  TransactionEvent event(TransactionEvent.Kind kind, @Nullable Throwable error) {
    long nanos = kind == TransactionEvent.Kind.BEGUN ? 0 : System.nanoTime() - began;
    return new Event(this, kind, nanos, statements, rows, error);
  }

  /** What is told of it. */
  private record Event(
      WatchedTransaction of,
      Kind kind,
      long nanos,
      long statements,
      long rows,
      @Nullable Throwable error)
      implements TransactionEvent {
    @Override
    public String database() {
      return of.database;
    }

    @Override
    public long transaction() {
      return of.id;
    }

    @Override
    public String label() {
      return of.label;
    }

    @Override
    public boolean readOnly() {
      return of.readOnly;
    }

    @Override
    public @Nullable CallSite callSite() {
      return of.site();
    }
  }
}
