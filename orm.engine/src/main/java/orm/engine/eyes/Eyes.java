package orm.engine.eyes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.Advice;
import orm.api.admin.DatabaseWatch;
import orm.api.admin.SlowStatement;
import orm.api.admin.StatementInfo;
import orm.api.admin.TransactionInfo;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogTable;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.engine.plan.TableModel;
import orm.spi.listen.CallSite;
import orm.spi.listen.PoolEvent;
import orm.spi.listen.TransactionEvent;

/**
 * Looks on while one database is used, whatever generation serves it. It says of each statement,
 * transaction and connection whether anybody wants to see it, and if not, makes nothing. Safe for
 * use by several threads.
 *
 * <p>Map: what is looked for; statements; transactions; connections; what is looked at from time to
 * time, on a thread that lives while it is needed; what an administrator sees.
 */
public final class Eyes implements DatabaseWatch {
  private static final Logger SQL = LoggerFactory.getLogger("orm.sql");
  private static final Logger SLOW = LoggerFactory.getLogger("orm.sql.slow");
  private static final Logger TX = LoggerFactory.getLogger("orm.tx");
  private static final Logger LOG = LoggerFactory.getLogger(Eyes.class);

  private static final long IDLE_THREAD_SECONDS = 10;
  private static final long SHORTEST_ROUND_MILLIS = 20;
  private static final long LONGEST_ROUND_MILLIS = 1_000;

  private final String database;
  private final Listeners listeners;
  private final StatementTable statistics = new StatementTable();
  private final SlowStatements slow = new SlowStatements();
  private final Findings findings;
  private final AtomicLong transactions = new AtomicLong();
  private final Set<WatchedTransaction> open = ConcurrentHashMap.newKeySet();

  /** The tables whose foreign keys were looked at. */
  private final Set<String> inspected = ConcurrentHashMap.newKeySet();

  /** Looks from time to time, and at what takes long. Its thread starts with the first need. */
  private final ScheduledThreadPoolExecutor rounds;

  private volatile Focus focus;

  /** The settings as they were configured, and as they are after {@link #set}. */
  private DatabaseSettings configured;

  private DatabaseSettings current;
  private @Nullable ScheduledFuture<?> round;
  private volatile Supplier<Catalog> catalog = Catalog::empty;
  private volatile String dialect = "";

  /**
   * Opens the eyes.
   *
   * @param settings the settings of the database
   * @param listeners who is told
   */
  public Eyes(DatabaseSettings settings, Listeners listeners) {
    this.database = settings.name();
    this.listeners = listeners;
    this.findings = new Findings(database);
    this.configured = settings;
    this.current = settings;
    this.rounds = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "orm-watch-" + database);
      thread.setDaemon(true);
      return thread;
    });
    rounds.setRemoveOnCancelPolicy(true);
    rounds.setKeepAliveTime(IDLE_THREAD_SECONDS, TimeUnit.SECONDS);
    rounds.allowCoreThreadTimeOut(true);
    this.focus = Focus.of(settings);
  }

  // ---- What is looked for

  /**
   * Takes note of what serves the database from now on.
   *
   * @param settings its settings
   * @param name the name of its dialect
   */
  public synchronized void servedBy(DatabaseSettings settings, String name) {
    dialect = name;
    adopt(settings);
    if (round == null) { // a database that was never opened needs no thread
      goRound();
    }
  }

  /**
   * Takes the settings of the database. What was changed by {@link #set} stays changed unless they
   * say something else than before.
   *
   * @param settings the settings
   */
  public synchronized void adopt(DatabaseSettings settings) {
    Set<String> changed = new TreeSet<>(settings.differences(configured));
    changed.retainAll(Focus.KEYS);
    configured = settings;
    if (!changed.isEmpty()) {
      use(settings);
    }
  }

  @Override
  public synchronized void set(String key, String value) {
    if (!Focus.KEYS.contains(key)) {
      throw new ConfigurationException(
          Failure.of(ErrorCode.INVALID_SETTING, "Cannot set " + key + " of database " + database)
              .because("it does not say what the database is watched for")
              .fix("Set one of " + String.join(", ", new TreeSet<>(Focus.KEYS)) + "."));
    }
    use(current.toBuilder().set(key, value).build());
  }

  private synchronized void use(DatabaseSettings settings) {
    current = settings;
    focus = Focus.of(settings);
    goRound();
  }

  @Override
  public synchronized Map<String, String> settings() {
    return Collections.unmodifiableMap(Focus.shown(current));
  }

  /**
   * Tells where to read the catalog.
   *
   * @param reader reads it on a connection of its own
   */
  public void readCatalogFrom(Supplier<Catalog> reader) {
    catalog = reader;
  }

  /** Looks at nothing any more. */
  public void close() {
    rounds.shutdownNow();
  }

  String database() {
    return database;
  }

  String dialect() {
    return dialect;
  }

  boolean showsAllValues() {
    return focus.allValues();
  }

  // ---- Statements

  /**
   * Begins to look at a statement.
   *
   * @param sql its text
   * @param verb what it does
   * @param table what it is about; null for several or none
   * @param within its transaction; null where that is not looked at, or there is none
   * @return what takes note of it; null while nobody looks
   */
  public @Nullable SentStatement statement(
      String sql, String verb, @Nullable TableModel table, @Nullable WatchedTransaction within) {
    if (within == null
        && !focus.statements()
        && listeners.statements().isEmpty()
        && !SQL.isDebugEnabled()) {
      return null;
    }
    if (within != null) {
      within.statementBegins();
    }
    return new SentStatement(this, sql, verb, table, within);
  }

  /**
   * Writes a statement as it is sent.
   *
   * @param statement the statement
   * @return its text, with a comment where one is wanted
   */
  public String text(SentStatement statement) {
    CallSite from = focus.comments() ? statement.callSite() : null;
    return from == null ? statement.sql() : SqlComment.append(statement.sql(), from);
  }

  /**
   * Looks at a statement that has ended.
   *
   * @param statement the statement
   * @param rows how many rows it read or changed; -1 where that is unknown
   * @param error what it failed with; null where it succeeded
   * @param plan asks for its plan on its connection; gives nothing where that is not possible
   */
  public void ended(
      SentStatement statement, long rows, @Nullable Throwable error, Supplier<List<String>> plan) {
    try {
      statement.ended(rows, error);
      look(statement, focus, plan);
      log(statement);
      listeners.statements().tell(database, listener -> listener.executed(statement));
    } catch (RuntimeException
        | LinkageError defect) { // the statement has run, and its caller shall know no more
      LOG.error("database {}: a statement could not be looked at", database, defect);
    } finally {
      statement.over();
    }
  }

  private void look(SentStatement statement, Focus now, Supplier<List<String>> plan) {
    WatchedTransaction within = statement.within();
    if (within != null) {
      within.statementEnded(statement);
      if (now.repeats() > 0 && within.repeats(statement, now.repeats())) {
        repeated(statement, within, now.repeats());
      }
    }
    if (now.statistics()) {
      statistics.add(statement);
    }
    if (now.slowNanos() > 0 && statement.nanos() >= now.slowNanos()) {
      slow(statement, now, plan);
    }
  }

  private void repeated(SentStatement statement, WatchedTransaction within, int most) {
    String site = String.valueOf(statement.callSite());
    findings.add(
        Advice.Kind.N_PLUS_ONE,
        site + " " + statement.sql(),
        site + " has sent the same statement more than " + most + " times in " + within.name()
            + ": " + statement.sql(),
        "Ask once for all: with findAll, a condition in(…), a join, or many(…) inside the row",
        statement.sql(),
        site);
  }

  private void slow(SentStatement statement, Focus now, Supplier<List<String>> plan) {
    CallSite from = statement.callSite();
    String site = from == null ? null : from.toString();
    List<String> lines = List.of();
    if (slow.add(statement, site)) {
      lines = PlanMask.apply(plan.get(), statement.isSensitive());
      slow.plan(statement.sql(), lines);
    }
    if (SLOW.isWarnEnabled()) {
      SLOW.warn(
          "{} took longer than slow.threshold{}",
          line(statement),
          lines.isEmpty() ? "" : ", by the plan\n" + String.join("\n", lines));
    }
    TableModel table = statement.table();
    if (now.index() && table != null && inspected.add(table.name())) {
      later(() -> inspect(table.name()));
    }
  }

  private void log(SentStatement statement) {
    if (SQL.isTraceEnabled()) {
      SQL.trace("{} with {}", line(statement), statement.binds());
    } else if (SQL.isDebugEnabled()) {
      SQL.debug("{}", line(statement));
    }
  }

  private static String line(SentStatement statement) {
    StringBuilder line = new StringBuilder(statement.sql()).append(" [");
    if (statement.error() != null) {
      line.append("failed").append(code(statement.error())).append(", ");
    } else if (statement.rows() >= 0) {
      line.append(statement.rows()).append(statement.rows() == 1 ? " row, " : " rows, ");
    }
    line.append(statement.nanos() / 1_000).append(" µs, ").append(statement.database());
    if (statement.within() != null) {
      line.append(", transaction ").append(statement.transaction());
    }
    CallSite site = statement.callSite();
    if (site != null) {
      line.append(", ").append(site);
    }
    return line.append(']').toString();
  }

  /** The words of the driver may hold values. */
  private static String code(@Nullable Throwable error) {
    return error instanceof OrmException typed ? " with " + typed.code() : "";
  }

  // ---- Transactions

  /**
   * Begins to look at a transaction, on its thread.
   *
   * @param label the name that its caller gave it; empty for none
   * @param readOnly whether it only reads
   * @return what takes note of it; null while nobody looks
   */
  public @Nullable WatchedTransaction begun(String label, boolean readOnly) {
    Focus now = focus;
    boolean logs = SQL.isDebugEnabled() || TX.isDebugEnabled();
    if (!now.transactions()
        && !now.statements()
        && !logs
        && listeners.transactions().isEmpty()
        && listeners.statements().isEmpty()) {
      return null;
    }
    WatchedTransaction begun =
        new WatchedTransaction(transactions.incrementAndGet(), database, label, readOnly);
    if (now.timed()) {
      CallSite unused = begun.site(); // its thread will be elsewhere when it is told
    }
    open.add(begun);
    if (TX.isDebugEnabled()) {
      TX.debug("{} begins [{}, {}]", begun.name(), database, begun.site());
    }
    if (!listeners.transactions().isEmpty()) {
      TransactionEvent event = begun.event(TransactionEvent.Kind.BEGUN, null);
      listeners.transactions().tell(database, listener -> listener.changed(event));
    }
    return begun;
  }

  /**
   * Looks at a transaction that has ended.
   *
   * @param transaction the transaction; null where nobody looks at it
   * @param kind what became of it
   * @param error what it failed with; null where it did not
   */
  public void ended(
      @Nullable WatchedTransaction transaction,
      TransactionEvent.Kind kind,
      @Nullable Throwable error) {
    if (transaction == null) {
      return;
    }
    open.remove(transaction);
    if (TX.isDebugEnabled()) {
      TX.debug(
          "{} {} [{} ms, {}, {}]",
          transaction.name(),
          switch (kind) {
            case BEGUN -> "begins";
            case COMMITTED -> "is committed";
            case ROLLED_BACK -> "is rolled back" + (error == null ? "" : code(error));
            case UNKNOWN -> "is lost while it commits";
          },
          transaction.age().toMillis(),
          database,
          transaction.site());
    }
    if (!listeners.transactions().isEmpty()) {
      TransactionEvent event = transaction.event(kind, error);
      listeners.transactions().tell(database, listener -> listener.changed(event));
    }
  }

  // ---- Connections

  /** {@return whether anybody wants to know how long callers wait for connections} */
  public boolean watchPool() {
    return !listeners.pool().isEmpty();
  }

  /**
   * Tells of a connection that was taken.
   *
   * @param nanos how long the caller waited
   * @param waiting how many threads wait now
   * @param error why there was none; null where there was one
   */
  public void taken(long nanos, int waiting, @Nullable Throwable error) {
    PoolEvent event = new PoolEvent(database, nanos, waiting, error);
    listeners.pool().tell(database, listener -> listener.taken(event));
  }

  // ---- From time to time

  /** Begins or ends to look from time to time, as is wanted now. */
  private synchronized void goRound() {
    ScheduledFuture<?> before = round;
    if (before != null) {
      before.cancel(false);
      round = null;
    }
    Focus now = focus;
    if (!now.timed()) {
      return;
    }
    long shortest = Math.min(
        now.idleNanos() == 0 ? Long.MAX_VALUE : now.idleNanos(),
        now.leakNanos() == 0 ? Long.MAX_VALUE : now.leakNanos());
    long millis = Math.max(
        SHORTEST_ROUND_MILLIS,
        Math.min(LONGEST_ROUND_MILLIS, TimeUnit.NANOSECONDS.toMillis(shortest) / 4));
    try {
      round =
          rounds.scheduleWithFixedDelay(this::lookAround, millis, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("database {} is closed and not watched", database);
    }
  }

  private void later(Runnable look) {
    try {
      rounds.execute(look);
    } catch (RejectedExecutionException closed) {
      LOG.debug("database {} is closed and not watched", database);
    }
  }

  private void lookAround() {
    Focus now = focus;
    for (WatchedTransaction transaction : open) {
      if (now.leakNanos() > 0 && transaction.leaks(now.leakNanos())) {
        kept(transaction);
      }
      if (now.idleNanos() > 0 && transaction.idles(now.idleNanos())) {
        idle(transaction);
      }
    }
  }

  private void kept(WatchedTransaction transaction) {
    String site = String.valueOf(transaction.site());
    findings.add(
        Advice.Kind.LEAK,
        site,
        transaction.name() + " of " + site + " keeps its connection for "
            + transaction.age().toMillis() + " ms" + now(transaction),
        "End it sooner, and close streams; or raise pool.leak if it needs that long",
        null,
        site);
  }

  private void idle(WatchedTransaction transaction) {
    String site = String.valueOf(transaction.site());
    findings.add(
        Advice.Kind.IDLE_IN_TRANSACTION,
        site,
        transaction.name() + " of " + site + " has sent nothing for "
            + transaction.idleTime().toMillis() + " ms" + now(transaction),
        "Do what takes long before it begins or after it commits: it holds a connection, locks and"
            + " old rows meanwhile",
        null,
        site);
  }

  private static String now(WatchedTransaction transaction) {
    return ", its thread " + transaction.thread().getName()
        + CallSites.now(transaction.thread()).map(site -> " is at " + site).orElse("");
  }

  private void inspect(String table) {
    try {
      catalog.get().tables().stream()
          .filter(each -> each.name().name().equals(table))
          .forEach(this::inspect);
    } catch (RuntimeException unread) { // asked again when the next slow statement uses the table
      inspected.remove(table);
      LOG.debug("database {}: the indexes of {} could not be read", database, table, unread);
    }
  }

  private List<Advice> inspect(CatalogTable table) {
    List<Advice> found = new ArrayList<>();
    for (CatalogForeignKey key : ForeignKeys.withoutIndex(table)) {
      String columns = String.join(", ", key.columns());
      found.add(findings.add(
          Advice.Kind.MISSING_INDEX,
          table.name() + " " + columns,
          "no index of " + table.name() + " begins with " + columns + ", which refers to "
              + key.target() + ": a join, or a deletion from " + key.target() + ", reads all of "
              + table.name(),
          "Add an index on " + columns + ", for example with @Index",
          null,
          null));
    }
    return found;
  }

  // ---- What an administrator sees

  @Override
  public List<StatementInfo> statements() {
    return statistics.shown();
  }

  @Override
  public List<SlowStatement> slow() {
    return slow.shown();
  }

  @Override
  public List<Advice> advice() {
    return findings.shown();
  }

  @Override
  public List<TransactionInfo> transactions() {
    return open.stream()
        .map(WatchedTransaction::info)
        .sorted(Comparator.comparing(TransactionInfo::since))
        .toList();
  }

  @Override
  public List<Advice> inspect() {
    List<Advice> found = new ArrayList<>();
    catalog.get().tables().forEach(table -> found.addAll(inspect(table)));
    return List.copyOf(found);
  }

  @Override
  public void clear() {
    statistics.clear();
    slow.clear();
    findings.clear();
    inspected.clear();
  }
}
