package orm.dialect.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orm.spi.dialect.MigrationSupport;
import orm.spi.dialect.SqlFailure;

/** Locks, limits and statements of SQLite that matter when a schema is changed. */
final class SqliteMigrationSupport implements MigrationSupport {
  /** How long two who try at the same moment are patient with each other, in milliseconds. */
  private static final int POLITENESS = 100;

  /** Pragmas that do nothing, or are refused, inside a transaction. */
  private static final Set<String> ALONE_PRAGMAS =
      Set.of("foreign_keys", "journal_mode", "synchronous", "wal_checkpoint");

  private final SqliteAddress address;

  SqliteMigrationSupport(SqliteAddress address) {
    this.address = address;
  }

  private Path lockFile() {
    return Path.of(address.canonicalFile() + "-migration-lock");
  }

  /**
   * Holds the write lock of a small database beside the file. It ends with its process, and the
   * last committed holder can be read meanwhile.
   */
  @Override
  public Optional<Lock> tryLock(String holder) throws SQLException {
    if (address.inMemory()) {
      return Optional.of(new NoLock()); // nobody else sees the database
    }
    Connection session = null;
    boolean taken = false;
    try {
      session = open(); // which a writer at the same moment can refuse already
      try (Statement statement = session.createStatement()) {
        statement.execute("CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY, name TEXT)");
      }
      session.setAutoCommit(false);
      try (PreparedStatement write =
          session.prepareStatement("INSERT OR REPLACE INTO holder VALUES (1, ?)")) {
        write.setString(1, holder);
        write.executeUpdate();
      }
      session.setAutoCommit(true); // commits
      session.setAutoCommit(false); // takes the lock again, unless somebody was faster
      taken = true;
      return Optional.of(new FileLock(session));
    } catch (SQLException failed) {
      if (isBusy(failed)) {
        return Optional.empty();
      }
      throw failed;
    } finally {
      if (!taken && session != null) {
        session.close();
      }
    }
  }

  private static boolean isBusy(SQLException failed) {
    return SqliteErrors.classify(failed, () -> false).kind() == SqlFailure.Kind.LOCK_TIMEOUT;
  }

  private Connection open() throws SQLException {
    SqliteAddress beside = new SqliteAddress(
        lockFile(), SqliteAddress.Mode.CREATE, POLITENESS, "delete", "normal", Map.of(), 0, false);
    return new SqliteDataSource(beside).getConnection();
  }

  @Override
  public Optional<String> holder() throws SQLException {
    if (address.inMemory() || !Files.exists(lockFile())) {
      return Optional.empty();
    }
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT name FROM holder")) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    } catch (SQLException failed) {
      if (isBusy(failed)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** The open write transaction. */
  private record FileLock(Connection session) implements Lock {
    @Override
    public boolean isHeld() {
      try {
        return !session.isClosed();
      } catch (SQLException broken) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        session.rollback();
        session.close();
      } catch (SQLException broken) {
        // closing the file has given the lock back
      }
    }
  }

  /** Of a database that nobody else sees. */
  private record NoLock() implements Lock {
    @Override
    public boolean isHeld() {
      return true;
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  @Override
  public void lockTimeout(Connection connection, Duration limit) throws SQLException {
    long millis =
        limit.isZero() ? Integer.MAX_VALUE : Math.min(limit.toMillis(), Integer.MAX_VALUE);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + millis);
    }
  }

  @Override
  public boolean mustRunAlone(String sql) {
    return switch (StatementText.firstWord(sql)) {
      case "vacuum", "attach", "detach" -> true;
      case "pragma" -> {
        String text = sql.toLowerCase(Locale.ROOT);
        yield ALONE_PRAGMAS.stream().anyMatch(text::contains);
      }
      default -> false;
    };
  }

  /** All of them may be run again. */
  @Override
  public Outcome outcome(Connection connection, String sql) {
    return mustRunAlone(sql) ? Outcome.NOT_DONE : Outcome.UNKNOWN;
  }

  @Override
  public long copyIn(Connection connection, String sql, String data) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no COPY");
  }

  @Override
  public String qualified(Connection connection, String name) {
    return "main." + name;
  }

  @Override
  public boolean hasTable(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public String tableOptions() {
    return " STRICT";
  }
}
