package orm.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.Transaction;
import orm.api.TransactionWork;
import orm.api.Tx;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.RetryableException;
import orm.api.error.TransactionException;
import orm.api.error.TransactionFailedException;
import orm.api.error.ValidationException;
import orm.api.error.ValidatorException;
import orm.engine.execute.Subject;
import orm.engine.eyes.WatchedTransaction;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.lifecycle.RowListeners;

/** A running transaction, or a savepoint inside one. Used by the thread that it was made on. */
final class TransactionHandle extends EngineOperations implements Transaction {
  private static final Subject SAVEPOINT = new Subject("use a savepoint", null);

  /** What the handle may be used for. */
  private enum State {
    ACTIVE,
    /** A nested transaction runs; its handle is to be used. */
    SUSPENDED,
    ENDED
  }

  private final Generation generation;
  private final Connection connection;
  private final Tx options;
  private final RowIntake intake;
  private final long deadline;
  private final @Nullable WatchedTransaction watched;
  private final Thread owner = Thread.currentThread();

  /** Most transactions have none, and need no list for them. */
  private List<Runnable> afterCommit = List.of();

  private State state = State.ACTIVE;

  /** Whether the operations of a call that has several are not filtered. */
  private boolean unscoped;

  private @Nullable OrmException failure;

  /**
   * Makes a handle.
   *
   * @param deadline the time by {@link System#nanoTime()} at which everything must be done; 0 for
   *     none
   * @param watched takes note of it; null while nobody looks
   */
  TransactionHandle(
      Generation generation,
      Connection connection,
      Tx options,
      RowIntake intake,
      long deadline,
      @Nullable WatchedTransaction watched) {
    this.generation = generation;
    this.connection = connection;
    this.options = options;
    this.intake = intake;
    this.deadline = deadline;
    this.watched = watched;
  }

  /** The time by {@link System#nanoTime()} at which everything must be done; 0 for none. */
  long deadline() {
    return deadline;
  }

  /** What takes note of it; null while nobody looks. */
  @Nullable
  WatchedTransaction watched() {
    return watched;
  }

  Tx options() {
    return options;
  }

  /** The first failure that the database saw and no savepoint undid; null for none. */
  @Nullable
  OrmException failure() {
    return failure;
  }

  List<Runnable> actions() {
    return afterCommit;
  }

  void end() {
    state = State.ENDED;
  }

  /** Refuses to commit what is incomplete, whatever the database itself would do. */
  void requireComplete() {
    requireNotAborted();
    OrmException first = failure;
    if (first != null) {
      throw new TransactionFailedException(
          Failure.of(ErrorCode.TRANSACTION_FAILED, "Cannot commit" + label())
              .because("a statement failed in it and the failure was caught; all was rolled back")
              .fix("Let the exception through, or run what may fail in tx.nested.")
              .database(first.constraint(), first.sqlState(), first.sql())
              .cause(first));
    }
    if (deadline != 0 && System.nanoTime() - deadline >= 0) {
      throw Session.expired();
    }
  }

  private void requireNotAborted() {
    if (generation.isAborted()) {
      throw aborted("go on with" + label(), null);
    }
  }

  /** What became of a transaction that stayed too long in a generation that was replaced. */
  static RetryableException aborted(String intent, @Nullable OrmException cut) {
    return new RetryableException(Failure.of(ErrorCode.DRAIN_ABORTED, "Cannot " + intent)
        .because("what serves the database was replaced, and it took longer than drain.timeout")
        .fix("Repeat the transaction; or raise drain.timeout, or set drain.policy=keep.")
        .cause(cut));
  }

  private String label() {
    return options.label().isEmpty()
        ? " the transaction"
        : " transaction \"" + options.label() + "\"";
  }

  /** {@return what serves this transaction} */
  Generation generation() {
    return generation;
  }

  /** {@return what completes and checks the rows of this transaction} */
  RowIntake intake() {
    return intake;
  }

  @Override
  <T> T atomically(Function<TransactionHandle, T> work) {
    return work.apply(this);
  }

  /** Runs operations that filters do not apply to. */
  <T> T unscoped(Function<TransactionHandle, T> work) {
    boolean before = unscoped;
    unscoped = true;
    try {
      return work.apply(this);
    } finally {
      unscoped = before;
    }
  }

  @Override
  RowListeners listeners() {
    return intake.listeners();
  }

  @Override
  FilterSet filters() {
    return unscoped ? FilterSet.LIFTED : intake.next().filters();
  }

  @Override
  boolean isTransaction() {
    return true;
  }

  @Override
  <T> T ask(Function<Generation, T> question) {
    return question.apply(generation);
  }

  @Override
  <T extends @Nullable Object> T run(AccessRule rule, Work<T> work) {
    requireUsable();
    Access access = rule.of(generation);
    if (access != Access.READ && access != Access.CURSOR && options.isReadOnly()) {
      throw new TransactionException(
          Failure.of(ErrorCode.READ_ONLY_TRANSACTION, "Cannot write in" + label())
              .because("it only reads")
              .fix("Leave out Tx.readOnly() for work that writes."));
    }
    try {
      Session session = new Session(generation, connection, intake.next(), this);
      return work.run(unscoped ? session.unscoped() : session);
    } catch (ValidationException | ValidatorException refused) {
      throw refused; // the rules are checked before the first statement
    } catch (OrmException failed) {
      // before the database was asked nothing can be half done, but for a call of several
      // statements
      if (failure == null && (failed.sql() != null || access == Access.ATOMIC)) {
        failure = failed;
      }
      throw failed;
    }
  }

  private void requireUsable() {
    if (Thread.currentThread() != owner) {
      throw new TransactionException(Failure.of(ErrorCode.WRONG_THREAD, "Cannot use" + label())
          .because("it belongs to thread "
              + owner.getName()
              + " and is used by "
              + Thread.currentThread().getName())
          .fix("Begin a transaction in each thread."));
    }
    if (state == State.ENDED) {
      throw new TransactionException(Failure.of(ErrorCode.TRANSACTION_ENDED, "Cannot use" + label())
          .because("it has ended")
          .fix("Use the handle inside its block only."));
    }
    if (state == State.SUSPENDED) {
      throw new TransactionException(
          Failure.of(ErrorCode.TRANSACTION_ENDED, "Cannot use the outer handle of" + label())
              .because("a nested transaction is running")
              .fix("Use the handle that the nested block was given."));
    }
    requireNotAborted();
    OrmException first = failure;
    if (first != null) {
      throw new TransactionFailedException(
          Failure.of(ErrorCode.TRANSACTION_FAILED, "Cannot go on with" + label())
              .because("an earlier statement failed in it")
              .fix("Let the exception through, or run what may fail in tx.nested.")
              .database(first.constraint(), first.sqlState(), first.sql())
              .cause(first));
    }
  }

  @Override
  public <R, X extends Exception> R nested(TransactionWork<R, X> work) throws X {
    requireUsable();
    Savepoint savepoint = savepoint();
    TransactionHandle inner =
        new TransactionHandle(generation, connection, options, intake, deadline, watched);
    state = State.SUSPENDED;
    R result;
    try {
      result = work.run(inner);
      inner.requireComplete();
    } catch (Throwable thrown) {
      rollBack(savepoint, thrown);
      throw thrown;
    } finally {
      inner.end();
      state = State.ACTIVE;
    }
    release(savepoint);
    inner.afterCommit.forEach(this::addAction);
    return result;
  }

  @Override
  public <X extends Exception> void inNested(TransactionWork.WithoutResult<X> work) throws X {
    nested(tx -> {
      work.run(tx);
      return true;
    });
  }

  private Savepoint savepoint() {
    try {
      return connection.setSavepoint();
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private void release(Savepoint savepoint) {
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private void rollBack(Savepoint savepoint, Throwable thrown) {
    try {
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
    } catch (SQLException failed) {
      thrown.addSuppressed(failed(failed));
    }
  }

  /** A savepoint that fails leaves the transaction in a state that nobody knows. */
  private OrmException failed(SQLException exception) {
    OrmException translated = generation.failures().of(SAVEPOINT, null, exception);
    if (failure == null) {
      failure = translated;
    }
    return translated;
  }

  @Override
  public void afterCommit(Runnable action) {
    requireUsable();
    addAction(Objects.requireNonNull(action, "action"));
  }

  private void addAction(Runnable action) {
    if (afterCommit.isEmpty()) {
      afterCommit = new ArrayList<>();
    }
    afterCommit.add(action);
  }
}
