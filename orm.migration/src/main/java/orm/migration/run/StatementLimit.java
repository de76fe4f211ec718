package orm.migration.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels a statement that runs for too long; not every driver does it by itself. */
final class StatementLimit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatementLimit.class);

  private final ScheduledThreadPoolExecutor timer;

  /** Guarded by this. */
  private @Nullable Statement running;

  /** Guarded by this. */
  private boolean fired;

  StatementLimit(String database) {
    timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "orm-migrate-timeout-" + database);
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Runs a statement for no longer than a time; zero is no limit. */
  void execute(Statement statement, String sql, Duration limit) throws SQLException {
    if (limit.isZero()) {
      statement.execute(sql);
      return;
    }
    synchronized (this) {
      running = statement;
      fired = false;
    }
    ScheduledFuture<?> end = timer.schedule(this::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      statement.execute(sql);
    } finally {
      synchronized (this) {
        running = null;
      }
      end.cancel(false);
    }
  }

  private synchronized void cancel() {
    Statement late = running;
    if (late == null) {
      return;
    }
    fired = true;
    try {
      late.cancel();
    } catch (SQLException failed) {
      LOG.warn("could not cancel a statement that exceeded its time limit", failed);
    }
  }

  synchronized boolean hasFired() {
    return fired;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
