package orm.engine;

import java.sql.Connection;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.Database;
import orm.api.SchemaOperations;
import orm.api.TransactionWork;
import orm.api.Tx;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.TransactionException;
import orm.api.migration.MigrationReport;
import orm.api.migration.Migrations;
import orm.api.model.EntityTable;
import orm.engine.generation.Generation;
import orm.engine.plan.TableModel;
import orm.engine.validation.Validators;

/**
 * The handle that applications hold: it stays while generations come and go. Each call enters the
 * current generation and leaves it again. Safe for use by several threads.
 */
public final class DatabaseHandle extends EngineOperations implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHandle.class);

  private final String name;
  private final DatabaseSettings settings;
  private final MigrationPlugins plugins;
  private final Validators validators;
  private final Clock clock;
  private final Uuid7 uuids;

  /**
   * The transactions that run now, by their thread; no thread-local, which would outlive a bundle.
   */
  private final ConcurrentMap<Thread, TransactionHandle> running = new ConcurrentHashMap<>();

  private volatile @Nullable Generation current;

  /**
   * Makes a handle.
   *
   * @param first the generation to begin with
   * @param plugins what is there of migrations
   * @param validators what checks rows
   * @param clock tells the time of writes
   */
  public DatabaseHandle(
      Generation first, MigrationPlugins plugins, Validators validators, Clock clock) {
    this.settings = first.settings();
    this.name = settings.name();
    this.plugins = plugins;
    this.validators = validators;
    this.current = first;
    this.clock = clock;
    this.uuids = new Uuid7(clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String dialect() {
    return open().dialect();
  }

  /** {@return product and version of the database} */
  public String product() {
    return open().product();
  }

  /** {@return how many connections are out of the pool now; 0 once the handle is closed} */
  public int connectionsInUse() {
    Generation generation = current;
    return generation == null ? 0 : generation.connectionsInUse();
  }

  private Generation open() {
    Generation generation = current;
    if (generation == null) {
      throw new TransactionException(
          Failure.of(ErrorCode.DATABASE_CLOSED, "Cannot use database " + name)
              .because("its handle was closed")
              .fix("Open it again, and close it only when nobody uses it any more."));
    }
    return generation;
  }

  /** Enters the current generation; when that is just being replaced, the next one. */
  private Generation enter() {
    Generation generation = open();
    while (!generation.enter()) {
      Thread.onSpinWait();
      generation = open();
    }
    return generation;
  }

  /** Enters for work on connections of its own. */
  private Generation enterFromOutside() {
    requireNoTransactionHere();
    return enter();
  }

  /** Prepares statements anew when they are next used, because converters came or went. */
  public void convertersChanged() {
    Generation generation = current;
    if (generation != null) {
      generation.forgetPrepared();
    }
  }

  private RowIntake intake() {
    return new RowIntake(new EngineStamp(clock, uuids), validators);
  }

  @Override
  <T extends @Nullable Object> T run(AccessRule rule, Work<T> work) {
    requireNoTransactionHere();
    Generation generation = enter();
    try {
      Access access = rule.of(generation);
      return switch (access) {
        case READ -> once(generation, work);
        case WRITE -> {
          generation.lockWriter(0);
          try {
            yield once(generation, work);
          } finally {
            generation.unlockWriter();
          }
        }
        case CURSOR -> inOwn(Tx.readCommitted().readOnly(), generation, rule, work);
        case ATOMIC -> inOwn(Tx.readCommitted(), generation, rule, work);
      };
    } finally {
      generation.exit();
    }
  }

  @Override
  <T> T ask(Function<Generation, T> question) {
    Generation generation = enter();
    try {
      return question.apply(generation);
    } finally {
      generation.exit();
    }
  }

  private <T extends @Nullable Object> T inOwn(
      Tx options, Generation generation, AccessRule rule, Work<T> work) {
    return new TransactionRunner(generation, options, intake())
        .run(tx -> ((TransactionHandle) tx).run(rule, work), tx -> {}, () -> {});
  }

  @Override
  <T> T atomically(Function<TransactionHandle, T> work) {
    return transaction(tx -> work.apply((TransactionHandle) tx));
  }

  @Override
  boolean isTransaction() {
    return false;
  }

  /** One statement in auto-commit mode: one round trip. */
  private <T extends @Nullable Object> T once(Generation generation, Work<T> work) {
    Connection connection = generation.connection();
    try {
      return work.run(new Session(generation, connection, intake(), 0));
    } finally {
      generation.giveBack(connection);
    }
  }

  private void requireNoTransactionHere() {
    if (running.isEmpty()) {
      return;
    }
    TransactionHandle mine = running.get(Thread.currentThread());
    if (mine != null && !mine.options().allowsOutsideCalls()) {
      throw new TransactionException(Failure.of(
              ErrorCode.OUTSIDE_TRANSACTION,
              "Cannot use database " + name + " inside its own transaction")
          .because("the call would run on another connection, outside the transaction")
          .fix("Use the handle that the block was given; if the call really belongs outside, say"
              + " Tx.allowingOutsideCalls()."));
    }
  }

  @Override
  public <R, X extends Exception> R transaction(TransactionWork<R, X> work) throws X {
    return transaction(Tx.readCommitted(), work);
  }

  @Override
  public <R, X extends Exception> R transaction(Tx options, TransactionWork<R, X> work) throws X {
    requireNoTransactionHere();
    Thread thread = Thread.currentThread();
    @Nullable TransactionHandle outer = running.get(thread);
    Generation generation = enter();
    try {
      return new TransactionRunner(generation, options, intake())
          .run(work, tx -> running.put(thread, tx), () -> {
            if (outer == null) {
              running.remove(thread);
            } else {
              running.put(thread, outer);
            }
          });
    } finally {
      generation.exit();
    }
  }

  @Override
  public <X extends Exception> void inTransaction(TransactionWork.WithoutResult<X> work) throws X {
    inTransaction(Tx.readCommitted(), work);
  }

  @Override
  public <X extends Exception> void inTransaction(Tx options, TransactionWork.WithoutResult<X> work)
      throws X {
    transaction(options, tx -> {
      work.run(tx);
      return true;
    });
  }

  @Override
  public SchemaOperations schema() {
    return new Schema();
  }

  @Override
  public Migrations migrations() {
    return plugins
        .migrator()
        .orElseThrow(() -> new ConfigurationException(
            Failure.of(ErrorCode.NO_MIGRATOR, "Cannot migrate database " + name)
                .because("nothing is there that runs migrations")
                .fix("Add the bundle or jar orm.migration.")))
        .of(new HandleTarget(settings, plugins, this::enterFromOutside));
  }

  /**
   * Brings the schema to where the settings want it, before the handle is given to anybody.
   *
   * @throws orm.api.error.MigrationException if it is not there and does not come there
   */
  public void migrateAsSet() {
    switch (settings.migrate()) {
      case OFF -> {}
      case VALIDATE -> migrations().validate();
      case APPLY -> {
        MigrationReport report = migrations().apply();
        LOG.info("database {}: {} migrations ran", name, report.ran().size());
      }
    }
  }

  @Override
  public void close() {
    Generation last = current;
    current = null;
    if (last != null && !last.retire(last.settings().drainTimeout())) {
      LOG.warn("database {} was closed while transactions were running; they were cut", name);
    }
  }

  /** Creates tables. */
  private final class Schema implements SchemaOperations {
    @Override
    public void create(Collection<? extends EntityTable<?, ?>> tables) {
      DatabaseHandle.this.run(Access.ATOMIC, session -> {
        List<TableModel> models = ModelStatements.models(session.generation(), tables);
        for (String statement : ModelStatements.of(session.generation(), models)) {
          session.execute("create the tables of the model", null, statement);
        }
        return true;
      });
    }

    @Override
    public List<String> createStatements(Collection<? extends EntityTable<?, ?>> tables) {
      Generation generation = enter();
      try {
        return ModelStatements.of(generation, ModelStatements.models(generation, tables));
      } finally {
        generation.exit();
      }
    }
  }
}
