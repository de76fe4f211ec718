package orm.migration.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationLockedException;
import orm.api.error.MigrationPlace;
import orm.api.migration.MigrationEvent;
import orm.api.migration.MigrationListener;
import orm.spi.dialect.MigrationSupport;
import orm.spi.dialect.MigrationSupport.Lock;

/** Waits until this run alone migrates the database, asking again and again. */
final class LockWait {
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;
  private static final long TELL_MILLIS = 1_000;

  private final String database;
  private final MigrationSupport support;
  private final List<MigrationListener> listeners;

  LockWait(String database, MigrationSupport support, List<MigrationListener> listeners) {
    this.database = database;
    this.support = support;
    this.listeners = listeners;
  }

  /** Who runs here, for others to read. */
  static String self() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      host = "localhost";
    }
    return System.getProperty("user.name", "unknown") + "@" + host;
  }

  Lock take(Duration patience) throws SQLException {
    String holder = self() + ", process " + ProcessHandle.current().pid();
    long begin = System.nanoTime();
    long told = 0;
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Optional<Lock> lock = support.tryLock(holder);
      if (lock.isPresent()) {
        return lock.get();
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      long left = patience.minus(waited).toMillis();
      if (left <= 0) {
        throw locked(patience, "somebody else migrates it: " + holder());
      }
      if (waited.toMillis() - told >= TELL_MILLIS) {
        told = waited.toMillis();
        MigrationEvent event = new MigrationEvent(
            MigrationEvent.Type.WAITING, database, null, null, null, null, 0, 0, holder(), waited);
        listeners.forEach(listener -> listener.on(event));
      }
      try {
        Thread.sleep(Math.min(pause, left));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw locked(patience, "the thread was interrupted while it waited for " + holder());
      }
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  private String holder() throws SQLException {
    return support.holder().orElse("a session that has just ended");
  }

  private MigrationLockedException locked(Duration patience, String why) {
    return new MigrationLockedException(
        Failure.of(ErrorCode.MIGRATION_LOCKED, "Cannot migrate database " + database)
            .because(why + "; waited " + patience.toMillis() + " ms")
            .fix("Let that one end, or end it: its lock ends with it. migrate.wait sets how long to"
                + " wait."),
        MigrationPlace.NONE);
  }
}
