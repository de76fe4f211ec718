package orm.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.TransactionWork;
import orm.api.Tx;
import orm.api.error.ConnectionException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.OutcomeUnknownException;
import orm.api.error.RetryableException;
import orm.engine.execute.Subject;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.WatchedTransaction;
import orm.engine.generation.Generation;
import orm.spi.listen.TransactionEvent.Kind;

/**
 * Runs one piece of work as a transaction of a generation: begin, work, commit, and again if that
 * helps.
 */
final class TransactionRunner {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionRunner.class);
  private static final Subject BEGIN = new Subject("begin a transaction", null);
  private static final Subject COMMIT = new Subject("commit the transaction", null);

  /** The first pause before a repetition; it doubles each time. */
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final int MAX_DOUBLINGS = 7;

  private final Generation generation;
  private final Tx options;
  private final RowIntake intake;
  private final long deadline;

  TransactionRunner(Generation generation, Tx options, RowIntake intake) {
    this.generation = generation;
    this.options = options;
    this.intake = intake;
    this.deadline = Session.deadline(options.timeout());
  }

  /**
   * Runs the work.
   *
   * @param entered is told of each handle before the work gets it
   * @param left is told when the work has ended, before connection and locks are free
   */
  <R, X extends Exception> R run(
      TransactionWork<R, X> work, Consumer<TransactionHandle> entered, Runnable left) throws X {
    for (int attempt = 0; ; attempt++) {
      Attempt current = new Attempt();
      R result;
      try {
        result = current.run(work, entered, left);
      } catch (RuntimeException failed) {
        if (generation.isAborted() && failed instanceof ConnectionException cut) {
          throw TransactionHandle.aborted("go on with the transaction", cut);
        }
        if (!generation.isAborted() && attempt < options.retries() && current.mayRepeat(failed)) {
          pause(attempt);
          continue;
        }
        throw failed;
      }
      current.runActions();
      return result;
    }
  }

  private Eyes eyes() {
    return generation.source().eyes();
  }

  private static void pause(int attempt) {
    long longest = FIRST_PAUSE_NANOS << Math.min(attempt, MAX_DOUBLINGS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  /** One attempt, on one connection. */
  private final class Attempt {
    private @Nullable TransactionHandle handle;

    boolean mayRepeat(RuntimeException failed) {
      TransactionHandle tried = handle;
      return failed instanceof RetryableException
          || (tried != null && tried.failure() instanceof RetryableException);
    }

    <R, X extends Exception> R run(
        TransactionWork<R, X> work, Consumer<TransactionHandle> entered, Runnable left) throws X {
      boolean writes = !options.isReadOnly();
      if (writes) {
        generation.lockWriter(deadline == 0 ? 0 : Math.max(1, deadline - System.nanoTime()));
      }
      try {
        Connection connection = generation.connection();
        try {
          begin(connection);
          TransactionHandle tx = new TransactionHandle(
              generation,
              connection,
              options,
              intake,
              deadline,
              eyes().begun(options.label(), options.isReadOnly()));
          handle = tx;
          return runBegun(connection, tx, work, entered, left);
        } finally {
          generation.giveBack(connection);
        }
      } finally {
        if (writes) {
          generation.unlockWriter();
        }
      }
    }

    private void begin(Connection connection) {
      try {
        generation.connector().begin(connection, options.isolation(), options.isReadOnly());
      } catch (SQLException failed) {
        OrmException translated = generation.failures().of(BEGIN, null, failed);
        end(connection);
        throw translated;
      }
    }

    private <R, X extends Exception> R runBegun(
        Connection connection,
        TransactionHandle tx,
        TransactionWork<R, X> work,
        Consumer<TransactionHandle> entered,
        Runnable left)
        throws X {
      R result;
      try {
        try {
          entered.accept(tx);
          result = work.run(tx);
        } finally {
          left.run();
          tx.end();
        }
        tx.requireComplete();
      } catch (Throwable thrown) {
        rollBack(connection, thrown);
        eyes().ended(tx.watched(), Kind.ROLLED_BACK, thrown);
        throw thrown;
      }
      commit(connection, tx.watched());
      return result;
    }

    private void commit(Connection connection, @Nullable WatchedTransaction watched) {
      try {
        connection.commit();
      } catch (SQLException failed) {
        OrmException translated = generation.failures().of(COMMIT, "COMMIT", failed);
        if (translated instanceof ConnectionException) {
          translated = outcomeUnknown(translated);
        }
        rollBack(connection, translated);
        boolean known = !(translated instanceof OutcomeUnknownException);
        eyes().ended(watched, known ? Kind.ROLLED_BACK : Kind.UNKNOWN, translated);
        throw translated;
      }
      end(connection);
      eyes().ended(watched, Kind.COMMITTED, null);
    }

    private void rollBack(Connection connection, Throwable thrown) {
      try {
        connection.rollback();
      } catch (SQLException failed) { // the database undoes it when the connection goes
        thrown.addSuppressed(failed);
        generation.evict(connection);
        return;
      }
      end(connection);
    }

    private void end(Connection connection) {
      try {
        generation.connector().end(connection, options.isReadOnly());
      } catch (SQLException failed) {
        LOG.warn("a connection is replaced because its state is unknown", failed);
        generation.evict(connection);
      }
    }

    void runActions() {
      TransactionHandle done = handle;
      if (done == null) {
        return;
      }
      for (Runnable action : done.actions()) {
        try {
          action.run();
        } catch (RuntimeException failed) {
          LOG.error("an action after commit failed; the commit stands", failed);
        }
      }
    }
  }

  private static OutcomeUnknownException outcomeUnknown(OrmException lost) {
    return new OutcomeUnknownException(
        Failure.of(ErrorCode.OUTCOME_UNKNOWN, "Cannot tell whether the transaction was committed")
            .because("the connection was lost while the commit was under way")
            .fix("Read what the transaction wrote before repeating it.")
            .database(null, lost.sqlState(), "COMMIT")
            .cause(lost));
  }
}
