package orm.engine;

import java.sql.Connection;
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
import orm.api.admin.DatabaseAdmin;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.TransactionException;
import orm.api.migration.MigrationReport;
import orm.api.migration.Migrations;
import orm.api.model.EntityTable;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.generation.Generations;
import orm.engine.lifecycle.RowListeners;
import orm.engine.plan.TableModel;

/**
 * The handle that applications hold: it stays while generations come and go. Each call enters the
 * current generation and leaves it again. Safe for use by several threads.
 */
public final class DatabaseHandle extends EngineOperations implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHandle.class);

  private final Generations generations;
  private final Features features;
  private final RowSources sources;

  /**
   * The transactions that run now, by their thread; no thread-local, which would outlive a bundle.
   */
  private final ConcurrentMap<Thread, Running> running = new ConcurrentHashMap<>();

  /** A transaction of a thread, and those that it began before and that wait for this one. */
  private record Running(TransactionHandle tx, @Nullable Running outer) {}

  /**
   * Makes a handle.
   *
   * @param generations what serves it
   * @param features what it uses of other plugins
   */
  public DatabaseHandle(Generations generations, Features features) {
    this.generations = generations;
    this.features = features;
    this.sources = new RowSources(features, new Uuid7(features.clock()));
  }

  @Override
  public String name() {
    return generations.database();
  }

  @Override
  public String dialect() {
    return generations.dialect();
  }

  /** {@return product and version of the database} */
  public String product() {
    return generations.product();
  }

  @Override
  public DatabaseAdmin admin() {
    return generations;
  }

  /**
   * Enters the generation that serves. A thread inside a transaction stays with the generation of
   * that one: to wait for the next would be to wait for itself.
   */
  private Generation enter() {
    Running mine = running.isEmpty() ? null : running.get(Thread.currentThread());
    if (mine == null) {
      return generations.enter();
    }
    Generation generation = mine.tx().generation();
    generation.enterAgain();
    return generation;
  }

  /** Enters for work on connections of its own. */
  private Generation enterFromOutside() {
    requireNoTransactionHere();
    return enter();
  }

  private RowIntake intake() {
    return new RowIntake(sources);
  }

  @Override
  <T extends @Nullable Object> T run(AccessRule rule, Work<T> work) {
    requireNoTransactionHere();
    Generation generation = enter();
    try {
      Access access = rule.of(generation);
      return switch (access) {
        case READ -> {
          requireNoDeadlock(generation, false);
          yield once(generation, work);
        }
        case WRITE -> {
          requireNoDeadlock(generation, true);
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
    requireNoDeadlock(generation, !options.isReadOnly());
    return new TransactionRunner(generation, options, intake())
        .run(tx -> ((TransactionHandle) tx).run(rule, work), tx -> {}, () -> {});
  }

  @Override
  <T> T atomically(Function<TransactionHandle, T> work) {
    return transaction(tx -> work.apply((TransactionHandle) tx));
  }

  @Override
  RowListeners listeners() {
    return features.lifecycle().listeners();
  }

  @Override
  FilterSet filters() {
    return features.filters().current();
  }

  @Override
  boolean isTransaction() {
    return false;
  }

  /** One statement in auto-commit mode: one round trip. */
  private <T extends @Nullable Object> T once(Generation generation, Work<T> work) {
    Connection connection = generation.connection();
    try {
      return work.run(new Session(generation, connection, intake(), null));
    } finally {
      generation.giveBack(connection);
    }
  }

  private void requireNoTransactionHere() {
    if (running.isEmpty()) {
      return;
    }
    Running mine = running.get(Thread.currentThread());
    if (mine != null && !mine.tx().options().allowsOutsideCalls()) {
      throw new TransactionException(Failure.of(
              ErrorCode.OUTSIDE_TRANSACTION,
              "Cannot use database " + name() + " inside its own transaction")
          .because("the call would run on another connection, outside the transaction")
          .fix("Use the handle that the block was given; if the call really belongs outside, say"
              + " Tx.allowingOutsideCalls()."));
    }
  }

  /** Refuses what would wait for the thread's own transactions. */
  private void requireNoDeadlock(Generation generation, boolean writes) {
    if (running.isEmpty()) {
      return;
    }
    int held = 0;
    boolean writing = false;
    for (Running mine = running.get(Thread.currentThread()); mine != null; mine = mine.outer()) {
      held++;
      writing |= !mine.tx().options().isReadOnly();
    }
    String why = null;
    if (held >= generation.pool().max()) {
      why = held == 1 && generation.pool().max() == 1
          ? "the pool has one connection, and the thread's own transaction holds it"
          : "the thread's own transactions hold all " + held + " connections of the pool";
    } else if (writes && writing && generation.hasOneWriter()) {
      why = "this database has one writer at a time, and the thread's own transaction is it";
    }
    if (why != null) {
      throw new TransactionException(Failure.of(
              ErrorCode.SELF_DEADLOCK,
              "Cannot use database " + name() + " outside the transaction that is running")
          .because(why)
          .fix("Use the handle of the transaction, or do it after commit with tx.afterCommit."));
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
    @Nullable Running outer = running.get(thread);
    Generation generation = enter();
    try {
      requireNoDeadlock(generation, !options.isReadOnly());
      return new TransactionRunner(generation, options, intake())
          .run(work, tx -> running.put(thread, new Running(tx, outer)), () -> {
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
    return features
        .migrations()
        .migrator()
        .orElseThrow(() -> new ConfigurationException(
            Failure.of(ErrorCode.NO_MIGRATOR, "Cannot migrate database " + name())
                .because("nothing is there that runs migrations")
                .fix("Add the bundle or jar orm.migration.")))
        .of(new HandleTarget(generations::settings, features.migrations(), this::enterFromOutside));
  }

  /**
   * Brings the schema to where the settings want it, before the handle is given to anybody.
   *
   * @throws orm.api.error.MigrationException if it is not there and does not come there
   */
  public void migrateAsSet() {
    switch (generations.settings().migrate()) {
      case OFF -> {}
      case VALIDATE -> migrations().validate();
      case APPLY -> {
        MigrationReport report = migrations().apply();
        LOG.info("database {}: {} migrations ran", name(), report.ran().size());
      }
    }
  }

  @Override
  public void close() {
    if (!generations.close()) {
      LOG.warn("database {} was closed while transactions were running; they were cut", name());
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
