package orm.engine.generation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.GenerationInfo;
import orm.api.admin.PoolInfo;
import orm.api.catalog.Catalog;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConnectionException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.TimeoutException;
import orm.api.expression.Selectable;
import orm.api.query.MutationTree;
import orm.api.query.SelectTree;
import orm.engine.cache.DatabaseCache;
import orm.engine.cache.PeerLink;
import orm.engine.cache.Writes;
import orm.engine.execute.CursorCodec;
import orm.engine.execute.CursorSigner;
import orm.engine.execute.Executor;
import orm.engine.execute.Failures;
import orm.engine.execute.PlanReader;
import orm.engine.execute.QueryExecutor;
import orm.engine.execute.RowExecutor;
import orm.engine.execute.Subject;
import orm.engine.execute.TextExecutor;
import orm.engine.execute.Watchdog;
import orm.engine.eyes.Eyes;
import orm.engine.filter.FilterSet;
import orm.engine.plan.Converters;
import orm.engine.plan.PlanKey;
import orm.engine.plan.StatementFilters;
import orm.engine.plan.TableGuard;
import orm.engine.plan.TableModels;
import orm.engine.plan.WeakIdentityCache;
import orm.engine.render.MutationRenderer.RowsSql;
import orm.engine.render.RenderedSql;
import orm.engine.render.SelectRenderer;
import orm.engine.render.TableStatements;
import orm.engine.render.TextRenderer;
import orm.engine.sql.ParsedSql;
import orm.spi.dialect.Connector;
import orm.spi.mapping.EntityMapping;
import orm.spi.sql.SqlLexer;

/**
 * What serves a database at one time: a dialect, its driver, the pool, and everything that was
 * planned and written for them. A database handle swaps one generation for the next; whoever
 * entered the old one finishes there. Safe for use by several threads.
 *
 * <p>Map: how it opens, takes other settings, is entered and ends, then connections and the lock of
 * the one writer, then texts by the shape of what they say, at the end what it is made of.
 */
public final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private static final Subject CATALOG = new Subject("read the catalog", null);

  /** Plans and texts of queries; a program has some hundred shapes of them, not thousands. */
  private static final int MAX_PLANS = 1_000;

  /**
   * Signs cursors where no secret is set, as long as this process lives. Made with the first
   * cursor: random numbers for secrets take longer to come than a database to open.
   */
  private static final class RandomSecret {
    static final byte[] BYTES = new byte[32];

    static {
      new SecureRandom().nextBytes(BYTES);
    }
  }

  /** How often a drain looks by itself; the last one to leave wakes it. */
  private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Added to {@link #users} when nobody may enter any more. */
  private static final long RETIRED = Long.MIN_VALUE;

  /** How long a connection that was thrown away may take to close. */
  private static final long LAST_CLOSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long the pool's closing thread may need for what comes after the connection is closed. */
  private static final long CLOSER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** How long a new connection may take when a pool is filled before it is needed. */
  private static final long FILL_MILLIS = 2_000;

  private final int number;
  private final GenerationSource source;
  private final Instant since = Instant.now();
  private final Connector connector;
  private final DialectDataSource physical;
  private final HikariDataSource pool;
  private final @Nullable WriterLock writerLock;
  private final String product;
  private final TableModels models;
  private final Failures failures;
  private final Watchdog watchdog;
  private final Executor executor;
  private final RowExecutor rowExecutor;
  private final QueryExecutor queryExecutor;
  private final TextExecutor textExecutor;
  private final Converters converters;
  private final DatabaseCache cache;
  private final PeerLink peers;
  private final UnaryOperator<String> naming;
  private final WeakIdentityCache<EntityMapping<?, ?>, TableStatements> statements =
      new WeakIdentityCache<>();
  private final BoundedCache<PlanKey, RenderedSql> queries = new BoundedCache<>(MAX_PLANS);
  private final BoundedCache<PlanKey, RowsSql> rowInserts = new BoundedCache<>(MAX_PLANS);
  private final BoundedCache<PlanKey, RowsSql> arrayInserts = new BoundedCache<>(MAX_PLANS);
  private final BoundedCache<String, ParsedSql> texts = new BoundedCache<>(MAX_PLANS);

  /** The number of calls and transactions inside, plus {@link #RETIRED} when it takes no more. */
  private final AtomicLong users = new AtomicLong();

  /** Who waits for the last one to leave; null for nobody. */
  private volatile @Nullable Thread drainer;

  private volatile DatabaseSettings settings;
  private volatile long statementNanos;
  private volatile boolean aborted;

  /** When connections were last thrown away, as of {@link System#nanoTime}. */
  private volatile long thrownAway = System.nanoTime() - CLOSER_NANOS;

  /** Made when it is first needed; two that were made at once write alike. */
  private volatile @Nullable Writing writing;

  /** Made when it is first needed; two that were made at once sign alike. */
  private volatile @Nullable CursorSigner cursorSigner;

  private Generation(int number, GenerationSource source, Connector connector) {
    this.number = number;
    this.source = source;
    this.settings = source.settings();
    this.statementNanos = settings.statementTimeout().toNanos();
    this.connector = connector;
    this.physical = new DialectDataSource(connector.dataSource());
    this.failures = new Failures(settings.name(), connector);
    this.models = new TableModels(settings.naming(), source.converters());
    this.pool = openPool();
    try {
      this.product = check();
    } catch (RuntimeException unfit) {
      pool.close();
      throw unfit;
    }
    this.writerLock = connector.writerLock().map(WriterLock::open).orElse(null);
    this.watchdog = new Watchdog(settings.name());
    this.executor = new Executor(
        connector.codec(),
        failures,
        source.eyes(),
        watchdog,
        new PlanReader(connector.syntax().explain(), watchdog));
    this.rowExecutor = new RowExecutor(executor, connector.codec());
    this.queryExecutor = new QueryExecutor(executor, connector.codec());
    this.textExecutor = new TextExecutor(executor, connector.codec());
    this.converters = source.converters();
    this.cache = source.cache();
    this.peers = new PeerLink(cache, connector);
    this.naming = models::databaseName;
  }

  /**
   * Opens a generation: connects, and checks that the database is fit for use.
   *
   * @param number counts the generations of a database
   * @param source what it is made of
   * @param connections how many connections to have at hand from the beginning
   * @return the generation
   * @throws OrmException if the database cannot be reached or is not fit; nothing is left open then
   */
  static Generation open(int number, GenerationSource source, int connections) {
    Connector connector = source.dialect().connector(source.settings());
    Generation opened;
    try {
      opened = new Generation(number, source, connector);
    } catch (RuntimeException | LinkageError failed) {
      connector.close();
      throw failed;
    }
    opened.fill(connections);
    return opened;
  }

  private HikariDataSource openPool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(physical);
    config.setPoolName("orm-" + settings.name());
    config.setMinimumIdle(1);
    config.setKeepaliveTime(0);
    limit(config, settings);
    config.setInitializationFailTimeout(1); // one attempt, bounded by the dialect's connect timeout
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException failed) {
      throw opening(failed);
    }
  }

  /** What a pool can be told while it is in use. */
  private void limit(HikariConfigMXBean pool, DatabaseSettings wanted) {
    boolean permanent = connector.livesInConnection();
    pool.setMaximumPoolSize(connector.poolMax(wanted.poolMax()));
    pool.setConnectionTimeout(Math.max(250, wanted.poolWait().toMillis()));
    pool.setIdleTimeout(permanent ? 0 : wanted.poolIdle().toMillis());
    pool.setMaxLifetime(permanent ? 0 : wanted.poolLifetime().toMillis());
  }

  /** Whoever comes first to a new generation shall not pay for its connections. */
  private void fill(int connections) {
    int wanted = Math.min(connections, pool.getMaximumPoolSize());
    if (wanted <= 1 || connector.livesInConnection()) {
      return;
    }
    long patience = pool.getConnectionTimeout();
    pool.setConnectionTimeout(Math.min(patience, FILL_MILLIS));
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < wanted) {
        taken.add(pool.getConnection());
      }
    } catch (SQLException full) { // the generation before may still hold what the server has
      LOG.debug(
          "database {} begins with {} of {} connections",
          settings.name(),
          taken.size(),
          wanted,
          full);
    } finally {
      taken.forEach(this::giveBack);
      pool.setConnectionTimeout(patience);
    }
  }

  /** Takes settings that want no new generation. */
  void adopt(DatabaseSettings changed) {
    limit(pool, changed);
    statementNanos = changed.statementTimeout().toNanos();
    settings = changed;
  }

  private OrmException opening(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof OrmException typed) {
        return typed;
      }
      if (cause instanceof SQLException exception
          && !(exception instanceof SQLTransientConnectionException)) {
        return failures.ofOpening(exception);
      }
    }
    return new ConnectionException(
        Failure.of(ErrorCode.CONNECTION_FAILED, "Cannot open database " + settings.name())
            .because(connector.target() + " gives no connection")
            .cause(failed));
  }

  private String check() {
    try (Connection connection = pool.getConnection()) {
      return connector.check(connection);
    } catch (SQLException failed) {
      throw opening(failed);
    }
  }

  /**
   * Enters, so that the generation stays open until {@link #exit}.
   *
   * @return false if it is retired
   */
  public boolean enter() {
    if (users.incrementAndGet() > 0) {
      return true;
    }
    users.decrementAndGet();
    return false;
  }

  /** Enters once more what the caller is inside of, also after it was closed to others. */
  public void enterAgain() {
    users.incrementAndGet();
  }

  /** Leaves. */
  public void exit() {
    if (users.decrementAndGet() == RETIRED) {
      LockSupport.unpark(drainer);
    }
  }

  /** {@return how many calls and transactions are inside} */
  long users() {
    return users.get() & ~RETIRED;
  }

  /** Lets nobody enter any more. */
  void refuse() {
    users.getAndUpdate(count -> count < 0 ? count : count + RETIRED);
    peers.close(); // what the next one keeps, it reads itself
  }

  /** Lets go of connections that nobody uses, while others are still inside. */
  void releaseIdle() {
    pool.setMinimumIdle(0);
    renewConnections();
  }

  /**
   * Waits until the last one has left, after {@link #refuse}. One thread at a time.
   *
   * @param end the time to stop, as of {@link System#nanoTime}
   * @return whether nobody is inside
   */
  boolean awaitEmpty(long end) {
    drainer = Thread.currentThread();
    try {
      while (users.get() != RETIRED) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, Math.min(left, CHECK_NANOS));
      }
      return true;
    } finally {
      drainer = null;
    }
  }

  /**
   * Waits until nobody is inside, while the gate is shut.
   *
   * @param end the time to stop, as of {@link System#nanoTime}
   * @return whether nobody is inside
   */
  boolean awaitIdle(long end) {
    while (users() > 0) {
      if (end - System.nanoTime() <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(1));
    }
    return true;
  }

  /** Tells those inside to give up at their next statement. */
  void abort() {
    aborted = true;
  }

  /** {@return whether those inside were told to give up} */
  public boolean isAborted() {
    return aborted;
  }

  /** Closes all connections, also those in use. */
  void close() {
    peers.close();
    awaitThrownAway();
    pool.close();
    watchdog.close();
    if (writerLock != null) {
      writerLock.close();
    }
    connector.close();
  }

  /**
   * Waits for the thread of the pool that closes what was thrown away. It looks afterwards whether
   * the pool wants another connection, for which it needs the lock that a closing pool holds while
   * it waits for that very thread, for ten seconds.
   */
  private void awaitThrownAway() {
    long began = System.nanoTime();
    HikariPoolMXBean kept = pool.getHikariPoolMXBean();
    while (System.nanoTime() - began < LAST_CLOSE_NANOS
        && (physical.open() > kept.getTotalConnections()
            || System.nanoTime() - thrownAway < CLOSER_NANOS)) {
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /**
   * Takes a connection from the pool.
   *
   * @return the connection, in auto-commit mode, to be closed by the caller
   * @throws ConnectionException if none became free in time or the database cannot be reached
   */
  public Connection connection() {
    Eyes eyes = source.eyes();
    if (!eyes.watchPool()) {
      return pooled();
    }
    long begin = System.nanoTime();
    OrmException error = null;
    try {
      return pooled();
    } catch (OrmException none) {
      error = none;
      throw none;
    } finally {
      eyes.taken(System.nanoTime() - begin, pool().waiting(), error);
    }
  }

  private Connection pooled() {
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException failed) {
      if (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        throw opening(failed);
      }
      throw new ConnectionException(Failure.of(
              ErrorCode.POOL_EXHAUSTED, "Cannot get a connection to database " + settings.name())
          .because("all "
              + pool.getMaximumPoolSize()
              + " were in use for "
              + settings.poolWait().toMillis()
              + " ms")
          .fix("Hold connections for a shorter time, or raise pool.max or pool.wait.")
          .cause(failed));
    } catch (SQLException failed) {
      throw opening(failed);
    }
  }

  /**
   * Reads what there is in the schema in which connections look first.
   *
   * @return the objects
   * @throws OrmException if the database does not answer
   */
  Catalog catalog() {
    Connection connection = connection();
    try {
      return connector.catalogReader().read(connection, List.of());
    } catch (SQLException failed) {
      throw failures.of(CATALOG, null, failed);
    } finally {
      giveBack(connection);
    }
  }

  /** {@return the connections now} */
  public PoolInfo pool() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new PoolInfo(
        pool.getMaximumPoolSize(),
        now.getTotalConnections(),
        now.getActiveConnections(),
        now.getThreadsAwaitingConnection());
  }

  /** {@return whether writers wait for each other here} */
  public boolean hasOneWriter() {
    return writerLock != null;
  }

  /**
   * Gives a connection back.
   *
   * @param connection the connection
   */
  public void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) { // the work is done; the pool replaces the connection
      LOG.warn("a connection of database {} could not be given back", settings.name(), failed);
    }
  }

  /**
   * Throws a connection away instead of giving it back: its state is unknown.
   *
   * @param connection the connection
   */
  public void evict(Connection connection) {
    thrownAway = System.nanoTime();
    pool.evictConnection(connection);
  }

  /**
   * Replaces the connections of the pool, each when it is next idle: statements that were prepared
   * for other tables are of no use.
   */
  public void renewConnections() {
    if (!connector.livesInConnection()) {
      thrownAway = System.nanoTime();
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /**
   * Waits until this caller is the one writer, where the database has one at a time.
   *
   * @param limitNanos the time allowed, in nanoseconds; 0 for no other limit than
   *     {@code lock.timeout}
   * @throws TimeoutException if the wait is too long
   */
  public void lockWriter(long limitNanos) {
    if (writerLock == null) {
      return;
    }
    long general = settings.lockTimeout().toNanos();
    long wait = limitNanos == 0 ? general : Math.min(limitNanos, general);
    boolean interrupted = false;
    try {
      if (writerLock.acquire(wait)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      interrupted = true;
    }
    throw new TimeoutException(Failure.of(
            ErrorCode.LOCK_TIMEOUT, "Cannot write to database " + settings.name())
        .because(
            interrupted
                ? "the thread was interrupted while it waited for other writers"
                : "other writers took longer than "
                    + settings.lockTimeout().toMillis()
                    + " ms, and "
                    + connector.target()
                    + " has one writer at a time")
        .fix("Keep write transactions short, mark reading ones readOnly, or raise lock.timeout."));
  }

  /** Lets the next writer go on. */
  public void unlockWriter() {
    if (writerLock != null) {
      writerLock.release();
    }
  }

  private Writing writing() {
    Writing made = writing;
    if (made == null) {
      made = new Writing(models, connector.syntax());
      writing = made;
    }
    return made;
  }

  /**
   * Returns the text of a query, planned and written when its shape is first met.
   *
   * @param tree the query
   * @param purpose what is asked of it
   * @param values takes the query's values, and behind them those of filters
   * @param filters the filters that apply
   * @return the text
   */
  public RenderedSql query(
      SelectTree<?> tree, SelectRenderer.Purpose purpose, List<Object> values, FilterSet filters) {
    return query(
        tree, purpose, PlanKey.of(tree, purpose, values, filters.number()), values, filters);
  }

  /**
   * Returns the text of a query whose shape was taken before.
   *
   * @param tree the query
   * @param purpose what is asked of it
   * @param key its shape for this purpose and these filters
   * @param values the query's values, behind which those of filters are put
   * @param filters the filters that apply
   * @return the text
   */
  public RenderedSql query(
      SelectTree<?> tree,
      SelectRenderer.Purpose purpose,
      PlanKey key,
      List<Object> values,
      FilterSet filters) {
    RenderedSql sql = queries.known(key);
    if (sql == null) { // a plan that is there costs no closure
      int own = values.size();
      sql = queries.get(key, () -> {
        Writing with = writing();
        StatementFilters used = new StatementFilters(filters, own, tree.unscoped());
        RenderedSql written = with.renderer.render(with.planner.plan(tree, used), purpose);
        return written.with(used.use());
      });
    }
    filters.complete(sql.filters(), values);
    return sql;
  }

  /**
   * Returns the text of an insert, update or delete, planned and written when its shape is first
   * met.
   *
   * @param tree what to do
   * @param returning what to read of each row; null for nothing
   * @param values takes the values, and behind them those of filters
   * @param filters the filters that apply
   * @param checked whether the result ends with a check of the written row
   * @return the text
   */
  public RenderedSql mutation(
      MutationTree<?> tree,
      @Nullable Selectable<?> returning,
      List<Object> values,
      FilterSet filters,
      boolean checked) {
    PlanKey key = PlanKey.of(tree, returning, values, filters.number());
    RenderedSql sql = queries.known(key);
    if (sql == null) {
      int own = values.size();
      sql = queries.get(key, () -> {
        Writing with = writing();
        StatementFilters used = used(tree, own, filters, checked);
        return with.mutationRenderer
            .render(with.mutationPlanner.plan(tree, returning, used))
            .with(used.use());
      });
    }
    filters.complete(sql.filters(), values);
    return sql;
  }

  private static StatementFilters used(
      MutationTree<?> tree, int own, FilterSet filters, boolean checked) {
    StatementFilters used = new StatementFilters(filters, own, tree.unscoped());
    return checked ? used.checked() : used;
  }

  /**
   * Returns the text of an insert of whole rows.
   *
   * @param tree the insert
   * @param returning what to read of each row; null for nothing
   * @param values takes the values that are no part of the rows, and behind them those of filters
   * @param filters the filters that apply
   * @param checked whether the result ends with a check of the written row
   * @param arrays whether the rows are sent as one array per column
   * @return the text
   */
  public RowsSql insertOfRows(
      MutationTree<?> tree,
      @Nullable Selectable<?> returning,
      List<Object> values,
      FilterSet filters,
      boolean checked,
      boolean arrays) {
    PlanKey key = PlanKey.of(tree, returning, values, filters.number());
    int own = values.size();
    BoundedCache<PlanKey, RowsSql> cache = arrays ? arrayInserts : rowInserts;
    RowsSql sql = cache.get(key, () -> {
      Writing with = writing();
      StatementFilters used = used(tree, own, filters, checked);
      return with.mutationRenderer
          .renderRows(
              with.mutationPlanner.plan(tree, returning, used),
              statements(tree.table().mapping()),
              arrays)
          .with(used.use());
    });
    filters.complete(sql.sql().filters(), values);
    return sql;
  }

  /**
   * Returns the statements of a table for rows that filters let through.
   *
   * @param mapping the mapping of its entity
   * @param filters the filters that apply
   * @return the statements
   */
  public TableStatements statements(EntityMapping<?, ?> mapping, FilterSet filters) {
    TableStatements all = statements(mapping);
    if (filters.number() == 0 && !all.deletesSoftly()) {
      return all;
    }
    TableStatements known = all.guarded(filters.number());
    if (known == null) {
      Writing with = writing();
      TableGuard guard = with.planner.guard(mapping, filters);
      known = guard.conditions().isEmpty() ? all : with.renderer.guarded(all, guard);
      all.keep(filters.number(), known);
    }
    return known;
  }

  /**
   * Returns the statements of a table.
   *
   * @param mapping the mapping of its entity
   * @return the statements
   */
  public TableStatements statements(EntityMapping<?, ?> mapping) {
    return statements.get(
        mapping, made -> new TableStatements(models.of(made), connector.syntax()));
  }

  /**
   * Returns a statement that was written as text, read when it is first met.
   *
   * @param sql the text
   * @return the statement
   * @throws orm.api.error.InvalidQueryException if it cannot be read
   */
  public ParsedSql text(String sql) {
    return texts.get(sql, () -> ParsedSql.of(sql, lexer()));
  }

  /** {@return what reads text as the database does} */
  public SqlLexer lexer() {
    return writing().lexer;
  }

  /** {@return what writes statements that were given as text} */
  public TextRenderer textRenderer() {
    return writing().textRenderer;
  }

  /** {@return what runs statements that were given as text} */
  public TextExecutor textExecutor() {
    return textExecutor;
  }

  /** {@return the converters that are there} */
  public Converters converters() {
    return converters;
  }

  /**
   * Returns what writes and reads the cursors of a query.
   *
   * @param query tells the query from all others
   * @return the codec
   */
  public CursorCodec cursors(String query) {
    CursorSigner signer = cursorSigner;
    if (signer == null) {
      signer = new CursorSigner(settings
          .cursorSecret()
          .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
          .orElseGet(() -> RandomSecret.BYTES));
      cursorSigner = signer;
    }
    return new CursorCodec(signer, query);
  }

  /** Forgets what was prepared, because converters came or went. */
  public void forgetPrepared() {
    models.forget();
    statements.clear();
    queries.clear();
    rowInserts.clear();
    arrayInserts.clear();
  }

  /** {@return the tables that were used} */
  public TableModels models() {
    return models;
  }

  /** {@return what keeps rows} */
  public DatabaseCache cache() {
    return cache;
  }

  /** {@return what hears and tells other processes of writes} */
  public PeerLink peers() {
    return peers;
  }

  /** {@return gives logical names the form that they have in the database} */
  public UnaryOperator<String> naming() {
    return naming;
  }

  /**
   * Begins a call or a transaction that may write.
   *
   * @return counts its writes, and is to be ended whatever becomes of it
   */
  public Writes beginWrites() {
    return cache.begin(naming);
  }

  /** {@return what runs statements without parameters} */
  public Executor executor() {
    return executor;
  }

  /** {@return what runs statements that take whole rows or keys} */
  public RowExecutor rowExecutor() {
    return rowExecutor;
  }

  /** {@return what runs statements of the query language} */
  public QueryExecutor queryExecutor() {
    return queryExecutor;
  }

  /** {@return what translates exceptions of the driver} */
  public Failures failures() {
    return failures;
  }

  /** {@return what reaches the database} */
  public Connector connector() {
    return connector;
  }

  /** {@return the time limit of a statement in nanoseconds; 0 for none} */
  public long statementNanos() {
    return statementNanos;
  }

  /** {@return the settings} */
  public DatabaseSettings settings() {
    return settings;
  }

  /** {@return the name of the dialect} */
  public String dialect() {
    return source.dialect().name();
  }

  /** {@return its number among the generations of the database} */
  public int number() {
    return number;
  }

  /** {@return what it is made of} */
  public GenerationSource source() {
    return source;
  }

  /** {@return what it looks like now} */
  GenerationInfo info(boolean serving) {
    return new GenerationInfo(
        number, serving, dialect(), source.provider(), product, since, users(), pool());
  }

  /** {@return product and version of the database} */
  public String product() {
    return product;
  }
}
