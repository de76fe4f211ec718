package orm.engine.execute;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels statements that run beyond their time limit: the one way that works with every driver, in
 * milliseconds. JDBC's own query timeout counts in seconds, and not every driver has it.
 *
 * <p>Safe for use by several threads. Its thread starts with the first limit and ends with
 * {@link #close}.
 */
public final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("orm.timeout");

  private final ScheduledThreadPoolExecutor timer;

  /**
   * Makes a watchdog.
   *
   * @param database the name of the database, for the name of the thread
   */
  public Watchdog(String database) {
    timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "orm-timeout-" + database);
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Watches a statement until the guard is closed.
   *
   * @param statement the statement
   * @param nanos the time allowed
   * @return ends the watch
   */
  Guard watch(Statement statement, long nanos) {
    return new Guard(statement, nanos);
  }

  /** One statement under watch. */
  final class Guard implements AutoCloseable {
    private final ScheduledFuture<?> timeout;
    private @Nullable Statement statement;
    private boolean fired;

    Guard(Statement statement, long nanos) {
      this.statement = statement;
      this.timeout = timer.schedule(this::cancel, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    /**
     * Holding the lock keeps the statement from ending, and its connection from being reused,
     * meanwhile.
     */
    private synchronized void cancel() {
      Statement running = statement;
      if (running == null) {
        return;
      }
      fired = true;
      try {
        running.cancel();
      } catch (SQLException failed) {
        LOG.warn("could not cancel a statement that exceeded its time limit", failed);
      }
    }

    /** Whether the time was up before the statement ended. */
    synchronized boolean fired() {
      return fired;
    }

    @Override
    public void close() {
      synchronized (this) {
        statement = null;
      }
      timeout.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
