package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orm.api.config.DatabaseSettings;
import orm.api.config.Isolation;
import orm.api.error.ConfigurationException;
import orm.spi.dialect.Connector;

class SqliteConnectorTest {
  @TempDir
  Path folder;

  private Connector connector;
  private Connection connection;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    connector = connector("jdbc:sqlite:" + folder.resolve("a.db"));
    connection = connector.dataSource().getConnection();
    other = connector.dataSource().getConnection();
    execute(connection, "CREATE TABLE t (x INTEGER) STRICT");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    other.close();
    connector.close();
  }

  private static Connector connector(String url) {
    return new SqliteDialect()
        .connector(DatabaseSettings.of(url).toBuilder().set("lock.timeout", "0").build());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String rows(Connection connection) throws SQLException {
    return one(connection, "SELECT count(*) FROM t");
  }

  @Test
  void connectionComesWithItsSettings() throws SQLException {
    assertTrue(connection.getAutoCommit());
    assertEquals("wal", one(connection, "PRAGMA journal_mode"));
    assertEquals("1", one(connection, "PRAGMA foreign_keys"));
    assertEquals("1", one(connection, "PRAGMA synchronous"));
    assertEquals("0", one(connection, "PRAGMA trusted_schema"));
    assertEquals("0", one(connection, "PRAGMA query_only"));
    assertEquals("0", one(connection, "PRAGMA busy_timeout"));
  }

  @Test
  void waitForLocksIsThatOfTheSettings() throws SQLException {
    try (Connector patient = new SqliteDialect()
            .connector(DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("a.db")).toBuilder()
                .set("lock.timeout", "1234ms")
                .build());
        Connection own = patient.dataSource().getConnection()) {
      assertEquals("1234", one(own, "PRAGMA busy_timeout"));
    }
  }

  @Test
  void optionsAreSet() throws SQLException {
    try (Connector full = connector("jdbc:sqlite:" + folder.resolve("b.db")
            + "?journal_mode=delete&synchronous=full&cache_size=-1000&temp_store=memory");
        Connection own = full.dataSource().getConnection()) {
      full.check(own);
      assertEquals("delete", one(own, "PRAGMA journal_mode"));
      assertEquals("2", one(own, "PRAGMA synchronous"));
      assertEquals("-1000", one(own, "PRAGMA cache_size"));
      assertEquals("2", one(own, "PRAGMA temp_store"));
    }
  }

  @Test
  void checkTellsProductAndVersion() throws SQLException {
    String product = connector.check(connection);
    assertTrue(product.matches("SQLite \\d+\\.\\d+\\.\\d+"), product);
  }

  @Test
  void checkRefusesAFileWhoseJournalModeStays() throws SQLException {
    try (Connector wal = connector("jdbc:sqlite:" + folder.resolve("a.db"));
        Connector delete =
            connector("jdbc:sqlite:" + folder.resolve("a.db") + "?journal_mode=delete")) {
      // While others use the file in WAL mode it cannot leave that.
      SQLException busy =
          assertThrows(SQLException.class, () -> delete.dataSource().getConnection());
      assertEquals("SQLITE_BUSY", delete.classify(busy).state());
      assertThrows(ConfigurationException.class, () -> delete.check(connection));
      wal.check(connection);
    }
  }

  @Test
  void databaseInMemoryIsReadyAsWell() throws SQLException {
    try (Connector memory = connector("jdbc:sqlite::memory:");
        Connection own = memory.dataSource().getConnection()) {
      memory.check(own);
      assertEquals("1", one(own, "PRAGMA foreign_keys"));
    }
  }

  @Test
  void fileInUtf16IsReadAsWell() throws SQLException {
    Path file = folder.resolve("utf16.db");
    try (Connection raw = new org.sqlite.SQLiteDataSource() {
      {
        setUrl("jdbc:sqlite:" + file);
      }
    }.getConnection()) {
      execute(
          raw, "PRAGMA encoding='UTF-16'; CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('é😀')");
    }
    try (Connector utf16 = connector("jdbc:sqlite:" + file);
        Connection own = utf16.dataSource().getConnection();
        Statement statement = own.createStatement();
        ResultSet rows = statement.executeQuery("SELECT x FROM t")) {
      rows.next();
      assertEquals("é😀", utf16.codec().getText(rows, 1));
    }
  }

  @Test
  void manyOpenANewFileAtOnce() throws Exception {
    Path file = folder.resolve("new.db");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connector one = new SqliteDialect().connector(DatabaseSettings.of("jdbc:sqlite:" + file));
        Connector two = new SqliteDialect().connector(DatabaseSettings.of("jdbc:sqlite:" + file))) {
      List<Callable<String>> opening = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Connector which = i % 2 == 0 ? one : two;
        opening.add(() -> {
          try (Connection own = which.dataSource().getConnection()) {
            return one(own, "PRAGMA journal_mode");
          }
        });
      }
      for (Future<String> mode : threads.invokeAll(opening)) {
        assertEquals("wal", mode.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void writeTransactionHasTheLockFromItsBegin(Isolation isolation) throws SQLException {
    connector.begin(connection, isolation, false);
    assertThrows(SQLException.class, () -> execute(other, "INSERT INTO t VALUES (1)"));
    connection.commit();
    execute(
        other, "INSERT INTO t VALUES (1)"); // before the connection is in auto-commit mode again
    connector.end(connection, false);
    assertTrue(connection.getAutoCommit());
    assertEquals("1", rows(connection));
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void readTransactionSeesOneStateAndKeepsNobodyFromWriting(Isolation isolation)
      throws SQLException {
    connector.begin(connection, isolation, true);
    assertTrue(connection.isReadOnly());
    assertEquals("0", rows(connection));
    execute(other, "INSERT INTO t VALUES (1)");
    assertEquals("0", rows(connection));
    connection.commit();
    connector.end(connection, true);
    assertFalse(connection.isReadOnly());
    assertEquals("1", rows(connection));
  }

  @Test
  void nothingWritesInAReadTransactionHoweverItIsSaid() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, true);
    for (String sql : List.of(
        "INSERT INTO t VALUES (1)",
        "/* a */ -- b\n delete FROM t",
        "WITH one AS (SELECT 1) INSERT INTO t SELECT * FROM one",
        "CREATE TABLE u (x)",
        "DROP TABLE t")) {
      assertThrows(SQLException.class, () -> execute(connection, sql), sql);
      assertThrows(SQLException.class, () -> connection.prepareStatement(sql).execute(), sql);
    }
    assertEquals("3", one(connection, "WITH n(x) AS (VALUES (1), (2)) SELECT sum(x) FROM n"));
    connection.rollback();
    connector.end(connection, true);
    execute(connection, "INSERT INTO t VALUES (1)");
    assertEquals("1", rows(other));
  }

  @Test
  void writingIsRefusedOutsideOfTransactionsTooWhileReadOnly() throws SQLException {
    connection.setReadOnly(true);
    assertThrows(SQLException.class, () -> execute(connection, "INSERT INTO t VALUES (1)"));
    connection.setReadOnly(false);
    execute(connection, "INSERT INTO t VALUES (1)");
  }

  @Test
  void rollbackUndoes() throws SQLException {
    connector.begin(connection, Isolation.SERIALIZABLE, false);
    execute(connection, "INSERT INTO t VALUES (1)");
    connection.rollback();
    connector.end(connection, false);
    assertEquals("0", rows(connection));
  }

  @Test
  void statementAfterACommitIsInATransactionOfItsOwn() throws SQLException {
    connection.setAutoCommit(false);
    Statement early = connection.createStatement();
    execute(connection, "INSERT INTO t VALUES (1)");
    connection.commit();
    early.executeUpdate("INSERT INTO t VALUES (2)");
    early.execute("INSERT INTO t VALUES (3)");
    early.addBatch("INSERT INTO t VALUES (4)");
    early.executeBatch();
    assertEquals("1", rows(other));
    connection.rollback();
    try (var prepared = connection.prepareStatement("INSERT INTO t VALUES (5)")) {
      prepared.executeUpdate();
    }
    connection.rollback();
    connection.setAutoCommit(true);
    assertEquals("1", rows(other));
    early.close();
  }

  @Test
  void autoCommitModeCommitsWhatIsOpen() throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "INSERT INTO t VALUES (1)");
    connection.setAutoCommit(true);
    assertEquals("1", rows(other));
    assertThrows(SQLException.class, connection::commit);
    assertThrows(SQLException.class, connection::rollback);
  }

  @Test
  void savepointUndoesItsPart() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    execute(connection, "INSERT INTO t VALUES (1)");
    Savepoint point = connection.setSavepoint();
    execute(connection, "INSERT INTO t VALUES (2)");
    connection.rollback(point);
    Savepoint named = connection.setSavepoint("named");
    execute(connection, "INSERT INTO t VALUES (3)");
    connection.releaseSavepoint(named);
    connection.commit();
    connector.end(connection, false);
    assertEquals("2", rows(other));
  }

  @Test
  void savepointAfterACommitBeginsATransaction() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    Savepoint point = connection.setSavepoint();
    execute(connection, "INSERT INTO t VALUES (1)");
    connection.releaseSavepoint(point);
    assertEquals("0", rows(other));
    connection.rollback();
    connection.setAutoCommit(true);
    assertEquals("0", rows(other));
    assertThrows(SQLException.class, connection::setSavepoint);
  }

  @Test
  void constraintInsideATransactionLeavesTheRest() throws SQLException {
    execute(connection, "CREATE UNIQUE INDEX only ON t (x)");
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    execute(connection, "INSERT INTO t VALUES (1)");
    assertThrows(SQLException.class, () -> execute(connection, "INSERT INTO t VALUES (1)"));
    execute(connection, "INSERT INTO t VALUES (2)");
    connection.commit();
    connector.end(connection, false);
    assertEquals("2", rows(other));
  }

  @Test
  void openTransactionGoesWithItsConnection() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    execute(connection, "INSERT INTO t VALUES (1)");
    connection.close();
    assertFalse(connection.isValid(1));
    assertEquals("0", rows(other));
    execute(other, "INSERT INTO t VALUES (1)");
  }

  @Test
  void lastConnectionLeavesOneFile() throws SQLException {
    execute(connection, "INSERT INTO t VALUES (1)");
    assertEquals("1", rows(other));
    assertTrue(Files.exists(folder.resolve("a.db-wal")));
    connection.close();
    other.close();
    assertFalse(Files.exists(folder.resolve("a.db-wal")));
  }

  @Test
  void connectionThatIsAbortedWhileItWorksEndsWithAnError() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> working = worker.submit(() -> {
        try (var statement = connection.prepareStatement(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
            ResultSet rows = statement.executeQuery()) {
          long sum = 0;
          while (rows.next()) {
            sum += rows.getLong(1);
          }
          return sum == 0;
        } catch (SQLException ended) {
          return true;
        }
      });
      connection.abort(Runnable::run);
      assertTrue(working.get());
      assertTrue(connection.isClosed());
      connection.abort(Runnable::run);
    } finally {
      worker.shutdownNow();
    }
  }
}
