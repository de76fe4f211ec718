package orm.engine.cache;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.spi.dialect.ChangeChannel;
import orm.spi.dialect.Connector;

/**
 * Hears what other processes write, on a connection of its own that begins with the first call that
 * could be served from memory. Nothing is served but for a time after the database has proved that
 * all messages have come: so a lost connection does not stay unnoticed. Safe for use by several
 * threads.
 */
public final class PeerLink {
  private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);

  /** How often the database is asked for a sign of life within the time that one lasts. */
  private static final int SIGNS = 4;

  private final DatabaseCache cache;
  private final Connector connector;
  private final @Nullable ChangeChannel channel;
  private final String origin = UUID.randomUUID().toString();
  private volatile boolean alive;
  private volatile long aliveUntil;
  private volatile boolean begun;
  private volatile boolean closed;
  private volatile @Nullable Connection listening;
  private @Nullable Thread thread;

  /**
   * Makes a link, which does nothing until it is needed.
   *
   * @param cache what is told of writes
   * @param connector reaches the database
   */
  public PeerLink(DatabaseCache cache, Connector connector) {
    this.cache = cache;
    this.connector = connector;
    this.channel = connector.changeChannel().orElse(null);
  }

  /** Whether all that others have written is known, but for the time that the settings allow. */
  boolean serves() {
    if (channel == null) {
      return !closed;
    }
    if (!begun) {
      begin(channel);
    }
    return alive && aliveUntil - System.nanoTime() > 0;
  }

  private synchronized void begin(ChangeChannel with) {
    if (begun || closed) {
      return;
    }
    begun = true;
    Thread made = newThread(with);
    made.setDaemon(true);
    made.setContextClassLoader(PeerLink.class.getClassLoader());
    thread = made;
    made.start();
  }

  /** A thread keeps the classes of those who make it; they must be able to leave. */
  @SuppressWarnings("removal") // there is no other way on the Java versions that keep them
  private Thread newThread(ChangeChannel with) {
    PrivilegedAction<Thread> make =
        () -> new Thread(() -> run(with), "orm-cache-" + cache.database());
    return AccessController.doPrivileged(make);
  }

  private void run(ChangeChannel with) {
    long pause = TimeUnit.MILLISECONDS.toNanos(50);
    boolean told = false;
    while (!closed) {
      try (Connection connection = connector.dataSource().getConnection()) {
        listening = connection;
        if (closed) {
          return;
        }
        with.listen(connection);
        cache.flush(); // what was written before is not heard
        told = false;
        pause = TimeUnit.MILLISECONDS.toNanos(50);
        hear(with, connection);
      } catch (SQLException | RuntimeException lost) {
        alive = false;
        if (!closed && !told) {
          told = true;
          LOG.warn(
              "database {} serves nothing from memory until it hears again what others write",
              cache.database(),
              lost);
        }
      }
      alive = false;
      if (!closed) {
        LockSupport.parkNanos(this, pause);
        pause = Math.min(pause * 2, TimeUnit.SECONDS.toNanos(2));
      }
    }
  }

  private void hear(ChangeChannel with, Connection connection) throws SQLException {
    while (!closed) {
      long staleness = cache.stalenessNanos();
      Duration part = Duration.ofNanos(staleness / SIGNS);
      long asked = System.nanoTime();
      with.ping(connection, part.multipliedBy(2));
      take(with, connection, Duration.ZERO);
      aliveUntil = asked + staleness;
      alive = true;
      take(with, connection, part);
    }
  }

  private void take(ChangeChannel with, Connection connection, Duration patience)
      throws SQLException {
    for (String message : with.receive(connection, patience)) {
      ChangeMessage.take(message, origin, cache);
    }
  }

  /**
   * {@return whether writes must be told to other processes, so that they belong into a
   * transaction}
   */
  public boolean tells() {
    return channel != null && cache.announces();
  }

  /**
   * Tells other processes what a transaction has written, when it commits.
   *
   * @param connection the connection of the transaction
   * @param writes what it has written
   * @throws SQLException if the database refuses
   */
  public void tell(Connection connection, Writes writes) throws SQLException {
    if (channel == null || !cache.announces()) {
      return;
    }
    Iterable<String> messages = writes.messages(origin, channel.maxLength());
    if (messages != null) {
      for (String message : messages) {
        channel.send(connection, message);
      }
    }
  }

  /**
   * Tells other processes what was written without a transaction. A crash just before it is not
   * noticed by them.
   *
   * @param connection a connection in auto-commit mode
   * @param writes what was written
   */
  public void tellBehind(Connection connection, Writes writes) {
    try {
      tell(connection, writes);
    } catch (SQLException failed) {
      LOG.warn("database {} could not tell other processes of a write", cache.database(), failed);
    }
  }

  /** Serves nothing any more. */
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      alive = false;
      running = thread;
    }
    if (running == null) {
      return;
    }
    Connection waits = listening;
    if (waits != null) {
      try {
        waits.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("the connection of database {} for messages was lost", cache.database(), gone);
      }
    }
    LockSupport.unpark(running);
  }
}
