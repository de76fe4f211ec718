package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection of the driver with the habits that it lacks: statements are compiled once and kept,
 * write transactions take the lock at once, commit sends one statement instead of three, and
 * read-only means read-only.
 *
 * <p>Map: opening; statements; transactions; the rest.
 */
final class SqliteConnection extends JDBC4Connection {
  private final StatementCache kept;
  private @Nullable KeptStatement begin;
  private @Nullable KeptStatement beginReading;
  private @Nullable KeptStatement commit;
  private @Nullable KeptStatement rollback;
  private boolean utf8;
  private boolean readOnly;
  private boolean queryOnly;
  private boolean begun;
  private boolean running;

  private SqliteConnection(SqliteAddress address, Properties properties) throws SQLException {
    super(SqliteAddress.PREFIX + address.target(), address.target(), properties);
    this.kept = new StatementCache(address.statements());
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
    utf8 = pragma("encoding").equals("UTF-8");
    if (!pragma("foreign_keys").equals("1")) {
      throw new SQLException("this build of SQLite does not enforce foreign keys");
    }
    CaseFold.register(this);
  }

  private String pragma(String name) throws SQLException {
    try (PreparedStatement statement = prepareOnce("PRAGMA " + name);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  boolean isUtf8() {
    return utf8;
  }

  // Statements

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    checkOpen();
    KeptStatement statement = kept.take(sql);
    return new SqlitePreparedStatement(this, statement != null ? statement : compile(sql));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkCursor(type, concurrency, holdability);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return prepareStatement(sql, type, concurrency, getHoldability());
  }

  /** Generated keys are the driver's: the last one of each statement, at the price of a query. */
  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    return keys == Statement.NO_GENERATED_KEYS ? prepareStatement(sql) : withKeys(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
    return withKeys(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
    return withKeys(sql);
  }

  private PreparedStatement withKeys(String sql) throws SQLException {
    checkOpen();
    return new JDBC4PreparedStatement(this, sql);
  }

  /** A statement that is closed with its only result. */
  PreparedStatement prepareOnce(String sql) throws SQLException {
    checkOpen();
    PreparedStatement statement = new SqlitePreparedStatement(this, compile(sql));
    statement.closeOnCompletion();
    return statement;
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, holdability);
    return new SqliteStatement(this);
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw new SQLException("the connection is closed", "08003");
    }
  }

  KeptStatement compile(String sql) throws SQLException {
    checkOpen();
    if (StatementText.isScript(sql)) {
      throw new SQLException("only one statement can be prepared at a time");
    }
    return new KeptStatement(this, sql);
  }

  void giveBack(KeptStatement statement, boolean forget) throws SQLException {
    DB database = getDatabase();
    synchronized (database) {
      if (forget && !statement.isGone()) {
        database.clear_bindings(statement.handle());
      }
      kept.giveBack(statement);
    }
  }

  /** Runs a statement up to its first row; tells whether there is one. */
  boolean run(KeptStatement statement, @Nullable Object @Nullable [] values) throws SQLException {
    beforeStatement(statement.onlyReads());
    return step(statement, values);
  }

  private boolean step(KeptStatement statement, @Nullable Object @Nullable [] values)
      throws SQLException {
    DB database = getDatabase();
    synchronized (database) {
      running = true;
      try {
        return database.execute(statement, values);
      } catch (SQLException failure) {
        if (!statement.isGone()) {
          database.reset(statement.handle());
        }
        throw failure;
      } finally {
        running = false;
      }
    }
  }

  long changes() throws SQLException {
    return getDatabase().changes();
  }

  int columns(KeptStatement statement) throws SQLException {
    DB database = getDatabase();
    synchronized (database) {
      statement.requireThere();
      return database.column_count(statement.handle());
    }
  }

  // Transactions

  /**
   * Tells the mode. While a statement runs it is never auto-commit: the driver would send a BEGIN
   * and a COMMIT after it, which do nothing.
   */
  @Override
  public boolean getAutoCommit() throws SQLException {
    return !running && super.getAutoCommit();
  }

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    if (on == getAutoCommit()) {
      return;
    }
    if (on) {
      commit();
      getConnectionConfig().setAutoCommit(true);
    } else {
      begin();
      getConnectionConfig().setAutoCommit(false);
    }
  }

  private void begin() throws SQLException {
    if (readOnly) {
      beginReading = step(beginReading, "BEGIN");
    } else {
      // Not deferred: one that reads first and writes later fails when another one wrote in
      // between.
      begin = step(begin, "BEGIN IMMEDIATE");
    }
    begun = true;
  }

  private KeptStatement step(@Nullable KeptStatement known, String sql) throws SQLException {
    KeptStatement statement = known == null || known.isGone() ? compile(sql) : known;
    step(statement, (Object[]) null);
    return statement;
  }

  /** Called by the driver before each statement of its own. */
  @Override
  public void tryEnforceTransactionMode() throws SQLException {
    beforeStatement(false);
  }

  /**
   * Begins the transaction that a commit without auto-commit mode leaves to the next statement.
   *
   * <p>Where only reading is allowed, SQLite is told so no sooner than a statement comes that may
   * write: it then compiles all statements anew.
   */
  void beforeStatement(boolean onlyReads) throws SQLException {
    if (readOnly && !onlyReads && !queryOnly) {
      getDatabase()._exec("PRAGMA query_only=ON");
      queryOnly = true;
    }
    if (!begun && !getAutoCommit()) {
      begin();
    }
  }

  @Override
  public void setReadOnly(boolean only) throws SQLException {
    checkOpen();
    if (!only && queryOnly) {
      getDatabase()._exec("PRAGMA query_only=OFF");
      queryOnly = false;
    }
    readOnly = only;
  }

  @Override
  public boolean isReadOnly() {
    return readOnly || super.isReadOnly();
  }

  @Override
  public void commit() throws SQLException {
    requireTransaction();
    if (begun) {
      commit = step(commit, "COMMIT");
      begun = false;
    }
  }

  @Override
  public void rollback() throws SQLException {
    requireTransaction();
    if (begun) {
      try {
        rollback = step(rollback, "ROLLBACK");
      } catch (SQLException failure) {
        // Some failures, such as a full disk, have rolled back already.
        String message = failure.getMessage();
        if (message == null || !message.contains("no transaction is active")) {
          throw failure;
        }
      }
      begun = false;
    }
  }

  private void requireTransaction() throws SQLException {
    checkOpen();
    if (getAutoCommit()) {
      throw new SQLException("the connection is in auto-commit mode");
    }
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    requireTransaction();
    beforeStatement(true);
    return super.setSavepoint();
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    requireTransaction();
    beforeStatement(true);
    return super.setSavepoint(name);
  }

  // The rest

  /** An open file stays valid; there is nobody to ask. */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    return !isClosed();
  }

  /** Ends what runs and closes. Whoever is inside a call keeps the lock until it has returned. */
  @Override
  public void abort(Executor executor) throws SQLException {
    if (!isClosed()) {
      getDatabase().interrupt();
      close();
    }
  }
}
