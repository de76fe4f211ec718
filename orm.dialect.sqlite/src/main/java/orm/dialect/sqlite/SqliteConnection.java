package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection of the driver with the habits that it lacks: write transactions take the lock at
 * once, commit sends one statement instead of three, and read-only transactions are enforced.
 */
final class SqliteConnection extends JDBC4Connection {
  private boolean readOnly;
  private boolean begun;

  private SqliteConnection(SqliteAddress address, Properties properties) throws SQLException {
    super(SqliteAddress.PREFIX + address.target(), address.target(), properties);
  }

  static Connection open(SqliteAddress address) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    switch (address.mode()) {
      case READ_ONLY -> config.setReadOnly(true);
      case READ_WRITE -> config.resetOpenMode(SQLiteOpenMode.CREATE);
      case CREATE -> {}
    }
    // The driver locks each call itself; SQLite need not do it once more.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(address.lockWait());
    SqliteConnection connection = new SqliteConnection(address, config.toProperties());
    try {
      connection.setUp(address);
      return connection;
    } catch (SQLException | RuntimeException | Error failure) {
      try {
        connection.close();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  private void setUp(SqliteAddress address) throws SQLException {
    StringBuilder pragmas = new StringBuilder();
    if (!address.inMemory() && address.mode() != SqliteAddress.Mode.READ_ONLY) {
      pragmas.append("PRAGMA journal_mode=").append(address.journal()).append(';');
    }
    pragmas.append("PRAGMA synchronous=").append(address.synchronous());
    pragmas.append(";PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF");
    for (Map.Entry<String, String> pragma : address.pragmas().entrySet()) {
      pragmas.append(";PRAGMA ").append(pragma.getKey()).append('=').append(pragma.getValue());
    }
    getDatabase()._exec(pragmas.toString());
    try (var statement = createStatement();
        var row = statement.executeQuery("PRAGMA foreign_keys")) {
      if (!row.next() || row.getInt(1) != 1) {
        throw new SQLException("this build of SQLite does not enforce foreign keys");
      }
    }
    CaseFold.register(this);
  }

  /** Decides how the next transactions begin. */
  void readOnlyTransactions(boolean only) {
    readOnly = only;
  }

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    if (on == getAutoCommit()) {
      return;
    }
    if (on) {
      if (begun) {
        commit();
      }
      getConnectionConfig().setAutoCommit(true);
    } else {
      begin();
      getConnectionConfig().setAutoCommit(false);
    }
  }

  private void begin() throws SQLException {
    if (readOnly) {
      getDatabase()._exec("PRAGMA query_only=ON;BEGIN");
    } else {
      // Not deferred: one that reads first and writes later fails when another one wrote in
      // between.
      getDatabase()._exec("BEGIN IMMEDIATE");
    }
    begun = true;
  }

  /** Called by the driver before each statement. */
  @Override
  public void tryEnforceTransactionMode() throws SQLException {
    beforeStatement();
  }

  void beforeStatement() throws SQLException {
    if (!begun && !getAutoCommit()) {
      begin();
    }
  }

  @Override
  public void commit() throws SQLException {
    requireTransaction();
    if (begun) {
      getDatabase()._exec("COMMIT");
      ended();
    }
  }

  @Override
  public void rollback() throws SQLException {
    requireTransaction();
    if (begun) {
      try {
        getDatabase()._exec("ROLLBACK");
      } catch (SQLException failure) {
        // Some failures, such as a full disk, have rolled back already.
        String message = failure.getMessage();
        if (message == null || !message.contains("no transaction is active")) {
          throw failure;
        }
      }
      ended();
    }
  }

  private void ended() throws SQLException {
    begun = false;
    if (readOnly) {
      getDatabase()._exec("PRAGMA query_only=OFF");
    }
  }

  private void requireTransaction() throws SQLException {
    if (getAutoCommit()) {
      throw new SQLException("database in auto-commit mode");
    }
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    beforeStatement();
    return super.setSavepoint();
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    beforeStatement();
    return super.setSavepoint(name);
  }

  /** An open file stays valid; there is nobody to ask. */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    return !isClosed();
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (!isClosed()) {
      getDatabase().interrupt();
      close();
    }
  }
}
