package orm.engine.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/**
 * Tells logger {@code orm.sql} (level debug) and the listeners what ran. Costs nothing while nobody
 * listens. Safe for use by several threads.
 */
public final class StatementLog {
  private static final Logger LOG = LoggerFactory.getLogger("orm.sql");

  private final String database;
  private final List<StatementListener> listeners;

  /**
   * Makes a log.
   *
   * @param database the name of the database
   * @param listeners who listens, a list that may change at any time and is safe to read meanwhile
   */
  public StatementLog(String database, List<StatementListener> listeners) {
    this.database = database;
    this.listeners = listeners;
  }

  boolean active() {
    return !listeners.isEmpty() || LOG.isDebugEnabled();
  }

  void executed(String sql, long rows, long nanos, @Nullable Throwable error) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} [{} rows, {} µs, {}{}]",
          sql,
          rows,
          nanos / 1_000,
          database,
          error == null ? "" : ", failed");
    }
    if (listeners.isEmpty()) {
      return;
    }
    StatementEvent event = new StatementEvent(database, sql, rows, nanos, error);
    for (StatementListener listener : listeners) {
      try {
        listener.executed(event);
      } catch (RuntimeException failed) {
        LOG.warn("statement listener {} failed", listener.getClass().getName(), failed);
      }
    }
  }
}
