package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import orm.api.config.DatabaseSettings;
import orm.api.config.Isolation;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlFailure.Kind;

/** Every classification, provoked at a real database. */
class SqliteErrorsTest {
  @TempDir
  Path folder;

  private Path file;
  private Connector connector;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    file = folder.resolve("a.db");
    connector = connector("");
    connection = connector.dataSource().getConnection();
    execute(connection, """
        CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, k TEXT UNIQUE, n INTEGER NOT NULL
          DEFAULT 0, c INTEGER CONSTRAINT c_positive CHECK (c > 0), d INTEGER CHECK (d > 1),
          x TEXT, y TEXT, e TEXT, UNIQUE (x, y)) STRICT;
        CREATE UNIQUE INDEX by_lower ON a (lower(e));
        CREATE TABLE b (a_id INTEGER REFERENCES a DEFERRABLE INITIALLY IMMEDIATE) STRICT;
        CREATE TABLE late (a_id INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED) STRICT;
        CREATE TABLE loud (x TEXT) STRICT;
        CREATE TRIGGER shout BEFORE INSERT ON loud BEGIN SELECT RAISE(ABORT, 'secret'); END;
        INSERT INTO a (id, k, x, y, e) VALUES (1, 'secret', 'x', 'y', 'secret');
        INSERT INTO b VALUES (1)
        """);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    connector.close();
  }

  /** With a wait for locks that is over at once. */
  private Connector connector(String query) {
    DatabaseSettings settings = DatabaseSettings.of("jdbc:sqlite:" + file + query).toBuilder()
        .set("lock.timeout", "0")
        .build();
    return new SqliteDialect().connector(settings);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private SqlFailure failure(String sql) {
    return connector.classify(assertThrows(SQLException.class, () -> execute(connection, sql)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          SQLITE_CONSTRAINT_PRIMARYKEY | DUPLICATE_KEY   | a |  id  |            | INSERT INTO a (id) VALUES (1)
          SQLITE_CONSTRAINT_UNIQUE     | DUPLICATE_KEY   | a |  k   |            | INSERT INTO a (k) VALUES ('secret')
          SQLITE_CONSTRAINT_UNIQUE     | DUPLICATE_KEY   | a |  x y |            | INSERT INTO a (x, y) VALUES ('x', 'y')
          SQLITE_CONSTRAINT_UNIQUE     | DUPLICATE_KEY   |   |      | by_lower   | INSERT INTO a (e) VALUES ('SECRET')
          SQLITE_CONSTRAINT_NOTNULL    | NOT_NULL        | a |  n   |            | INSERT INTO a (n) VALUES (NULL)
          SQLITE_CONSTRAINT_CHECK      | CHECK           |   |      | c_positive | INSERT INTO a (c) VALUES (-1)
          SQLITE_CONSTRAINT_CHECK      | CHECK           |   |      |            | INSERT INTO a (d) VALUES (-1)
          SQLITE_CONSTRAINT_DATATYPE   | CHECK           | a |  n   |            | INSERT INTO a (n) VALUES ('secret')
          SQLITE_MISMATCH              | CHECK           |   |      |            | INSERT INTO a (id) VALUES ('secret')
          SQLITE_CONSTRAINT_FOREIGNKEY | FOREIGN_KEY     |   |      |            | INSERT INTO b VALUES (99)
          SQLITE_CONSTRAINT_FOREIGNKEY | FOREIGN_KEY     |   |      |            | DELETE FROM a
          SQLITE_CONSTRAINT_TRIGGER    | OTHER           |   |      |            | INSERT INTO loud VALUES ('x')
          SQLITE_ERROR                 | SCHEMA_MISMATCH |   |      |            | INSERT INTO missing VALUES (1)
          SQLITE_ERROR                 | SCHEMA_MISMATCH |   |      |            | UPDATE a SET missing = 1
          SQLITE_ERROR                 | SCHEMA_MISMATCH |   |      |            | INSERT INTO a (missing) VALUES (1)
          SQLITE_ERROR                 | OTHER           |   |      |            | UPDAT a
          SQLITE_ERROR                 | OUT_OF_RANGE    |   |      |            | UPDATE a SET n = abs(-9223372036854775807 - 1)
          SQLITE_TOOBIG                | UNSTORABLE_VALUE |  |      |            | UPDATE a SET x = zeroblob(2147483640)
          """)
  void codeTellsTheKindAndTheWordsThePlace(
      String state, Kind kind, String table, String columns, String constraint, String sql) {
    SqlFailure failure = failure(sql);
    assertEquals(kind, failure.kind());
    assertEquals(state, failure.state());
    assertEquals(table, failure.table());
    assertEquals(columns == null ? List.of() : List.of(columns.split(" ")), failure.columns());
    assertEquals(constraint, failure.constraint());
    assertFalse(String.valueOf(failure.detail()).contains("secret"), failure.toString());
  }

  @Test
  void placesWithOddNamesAreFound() throws SQLException {
    execute(
        connection,
        "CREATE TABLE \"my table\" (\"a b\" TEXT UNIQUE NOT NULL, \"ü\" TEXT,"
            + " UNIQUE (\"a b\", \"ü\")) STRICT; INSERT INTO \"my table\" VALUES ('x', 'y')");
    SqlFailure failure = failure("INSERT INTO \"my table\" VALUES ('x', 'z')");
    assertEquals("my table", failure.table());
    assertEquals(List.of("a b"), failure.columns());
  }

  @Test
  void failureOfAPreparedStatementIsTheSame() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO a (k) VALUES (?)")) {
      statement.setString(1, "secret");
      SQLException thrown = assertThrows(SQLException.class, statement::executeUpdate);
      SqlFailure failure = connector.classify(thrown);
      assertEquals(Kind.DUPLICATE_KEY, failure.kind());
      assertEquals(List.of("k"), failure.columns());
      statement.setString(1, "another");
      assertEquals(1, statement.executeUpdate());
    }
  }

  @Test
  void failureInsideABatchIsFound() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO a (k) VALUES (?)")) {
      for (String key : List.of("new", "secret")) {
        statement.setString(1, key);
        statement.addBatch();
      }
      BatchUpdateException thrown =
          assertThrows(BatchUpdateException.class, statement::executeBatch);
      assertEquals(1, thrown.getUpdateCounts().length);
      assertEquals(Kind.DUPLICATE_KEY, connector.classify(thrown).kind());
    }
  }

  @Test
  void failureThatAPoolHasWrappedIsFound() {
    SQLException thrown =
        assertThrows(SQLException.class, () -> execute(connection, "UPDATE missing SET x = 1"));
    assertEquals(
        Kind.SCHEMA_MISMATCH,
        connector.classify(new SQLException("no connection", thrown)).kind());
  }

  @Test
  void strangerIsOfNoKind() {
    SqlFailure failure = connector.classify(new SQLException("secret"));
    assertEquals(Kind.OTHER, failure.kind());
    assertNull(failure.detail());
  }

  @Test
  void lateCheckOfAReferenceFailsAtCommitAndCanBeRolledBack() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    execute(connection, "INSERT INTO late VALUES (99)");
    SQLException thrown = assertThrows(SQLException.class, connection::commit);
    assertEquals(Kind.FOREIGN_KEY, connector.classify(thrown).kind());
    connection.rollback();
    connector.end(connection, false);
    assertEquals(0, count("late"));
  }

  @Test
  void lateCheckOfAStatementThatIsNotReadToItsEndFailsWhenItIsClosed() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO late VALUES (99) RETURNING a_id")) {
      ResultSet rows = statement.executeQuery();
      assertTrue(rows.next());
      SQLException thrown = assertThrows(SQLException.class, rows::close);
      assertEquals(Kind.FOREIGN_KEY, connector.classify(thrown).kind());
    }
    assertEquals(0, count("late"));
  }

  private long count(String table) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM " + table);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void secondWriterWaitsInVain() throws SQLException {
    try (Connection other = connector.dataSource().getConnection()) {
      connector.begin(other, Isolation.READ_COMMITTED, false);
      SQLException thrown = assertThrows(
          SQLException.class, () -> connector.begin(connection, Isolation.READ_COMMITTED, false));
      SqlFailure failure = connector.classify(thrown);
      assertEquals(Kind.LOCK_TIMEOUT, failure.kind());
      assertEquals("SQLITE_BUSY", failure.state());
      assertTrue(connection.getAutoCommit());
      connector.end(connection, false);
      assertEquals(Kind.LOCK_TIMEOUT, failure("DELETE FROM b").kind());
      other.rollback();
      connector.end(other, false);
      execute(connection, "DELETE FROM b");
    }
  }

  @Test
  void writeAfterAnotherOneWroteSinceTheReadIsAConflict() throws SQLException {
    try (Connection other = connector.dataSource().getConnection()) {
      execute(other, "BEGIN"); // as nobody does who asks the connector
      try (Statement statement = other.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM a")) {
        assertTrue(rows.next());
      }
      execute(connection, "INSERT INTO a (k) VALUES ('in between')");
      SQLException thrown = assertThrows(
          SQLException.class, () -> execute(other, "INSERT INTO a (k) VALUES ('too late')"));
      assertEquals(Kind.CONFLICT, connector.classify(thrown).kind());
      assertEquals("SQLITE_BUSY_SNAPSHOT", connector.classify(thrown).state());
      execute(other, "ROLLBACK");
    }
  }

  @Test
  void writeInReadOnlyTransaction() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, true);
    assertEquals(Kind.READ_ONLY_TRANSACTION, failure("DELETE FROM b").kind());
    try (PreparedStatement statement = connection.prepareStatement("DELETE FROM b")) {
      SQLException thrown = assertThrows(SQLException.class, statement::executeUpdate);
      assertEquals(Kind.READ_ONLY_TRANSACTION, connector.classify(thrown).kind());
    }
    connection.rollback();
    connector.end(connection, true);
    execute(connection, "DELETE FROM b");
  }

  @Test
  void fileOpenedForReading() throws SQLException {
    try (Connector reading = connector("?mode=ro");
        Connection own = reading.dataSource().getConnection()) {
      reading.check(own);
      SQLException thrown = assertThrows(SQLException.class, () -> execute(own, "DELETE FROM b"));
      assertEquals(Kind.DATABASE_READ_ONLY, reading.classify(thrown).kind());
    }
  }

  @Test
  void fileThatIsNoDatabase() throws IOException {
    Path text = Files.writeString(folder.resolve("text.db"), "This is no database. ".repeat(100));
    file = text;
    Connector other = connector("");
    SQLException thrown =
        assertThrows(SQLException.class, () -> other.dataSource().getConnection());
    SqlFailure failure = other.classify(thrown);
    assertEquals(Kind.DATABASE_CORRUPT, failure.kind());
    assertEquals("SQLITE_NOTADB", failure.state());
    other.close();
  }

  @Test
  void damagedFile() throws Exception {
    execute(
        connection,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
            + " 2000) INSERT INTO a (k) SELECT 'a long enough text ' || i FROM n");
    close();
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at = 8192; at < raw.length(); at += 512) {
        raw.seek(at);
        raw.write(new byte[256]);
      }
    }
    connector = connector("");
    connection = connector.dataSource().getConnection();
    SQLException thrown = assertThrows(SQLException.class, () -> {
      try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM a");
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          assertNotNull(rows.getObject(1));
        }
      }
    });
    assertEquals(Kind.DATABASE_CORRUPT, connector.classify(thrown).kind());
  }

  @Test
  void fileThatSomebodyElseHasLocked() throws SQLException {
    file = folder.resolve("locked.db");
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    Connector late = connector("");
    try (Connection stranger = source.getConnection()) {
      execute(stranger, "CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)");
      SQLException thrown =
          assertThrows(SQLException.class, () -> late.dataSource().getConnection());
      assertEquals(Kind.LOCK_TIMEOUT, late.classify(thrown).kind());
      execute(stranger, "COMMIT");
    }
    late.dataSource().getConnection().close();
    late.close();
  }

  @Test
  void wordsOfAFunctionAreNotRepeated() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_extract('{}', ?)")) {
      statement.setString(1, "secret");
      SQLException thrown = assertThrows(SQLException.class, statement::executeQuery);
      assertTrue(String.valueOf(thrown.getMessage()).contains("secret"), "else no test");
      assertNull(connector.classify(thrown).detail());
    }
  }

  @Test
  void missingFolder() {
    file = folder.resolve("missing").resolve("a.db");
    assertCannotOpen("does not exist");
  }

  @Test
  void folderInsteadOfFile() {
    file = folder;
    assertCannotOpen("is a folder");
  }

  @Test
  void missingFileThatMustNotBeMade() {
    file = folder.resolve("missing.db");
    Connector other = connector("?mode=rw");
    SQLException thrown =
        assertThrows(SQLException.class, () -> other.dataSource().getConnection());
    assertEquals(Kind.CONNECTION_FAILED, other.classify(thrown).kind());
    assertFalse(Files.exists(file));
  }

  private void assertCannotOpen(String why) {
    Connector other = connector("");
    SQLException thrown =
        assertThrows(SQLException.class, () -> other.dataSource().getConnection());
    SqlFailure failure = other.classify(thrown);
    assertEquals(Kind.CONNECTION_FAILED, failure.kind());
    assertEquals("SQLITE_CANTOPEN", failure.state());
    assertTrue(String.valueOf(failure.detail()).contains(why), failure.toString());
  }

  @Test
  void fullStorage() throws SQLException {
    execute(connection, "PRAGMA max_page_count = 20");
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    SqlFailure failure = failure("INSERT INTO a (k) SELECT hex(randomblob(200000))");
    assertEquals(Kind.STORAGE_FULL, failure.kind());
    connection.rollback(); // SQLite may have done so already
    connector.end(connection, false);
    assertTrue(connection.getAutoCommit());
    assertEquals(1, count("a"));
  }

  @Test
  void cancelledStatement() throws Exception {
    ExecutorService canceller = Executors.newSingleThreadExecutor();
    try (PreparedStatement statement = connection.prepareStatement(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")) {
      Thread runner = Thread.currentThread();
      Future<?> cancelling = canceller.submit(() -> {
        while (!runner.isInterrupted() && !Thread.currentThread().isInterrupted()) {
          statement.cancel(); // in vain until it runs
          Thread.onSpinWait();
        }
        return true;
      });
      SQLException thrown = assertThrows(SQLException.class, statement::executeQuery);
      assertEquals(Kind.CANCELLED, connector.classify(thrown).kind());
      cancelling.cancel(true);
      canceller.shutdown();
      assertTrue(canceller.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS));
    } finally {
      canceller.shutdownNow();
    }
    assertEquals(1, count("a"));
  }

  @Test
  void closedConnection() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM a");
    ResultSet rows = statement.executeQuery();
    assertTrue(rows.next());
    connection.close();
    for (SQLException thrown : List.of(
        assertThrows(SQLException.class, rows::next),
        assertThrows(SQLException.class, () -> rows.getLong(1)),
        assertThrows(SQLException.class, statement::executeQuery),
        assertThrows(SQLException.class, () -> connection.prepareStatement("SELECT 1")))) {
      assertEquals(Kind.CONNECTION_FAILED, connector.classify(thrown).kind(), thrown.toString());
    }
    rows.close();
    statement.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_CONSTRAINT_ROWID, DUPLICATE_KEY",
    "SQLITE_LOCKED, LOCK_TIMEOUT",
    "SQLITE_BUSY_RECOVERY, LOCK_TIMEOUT",
    "SQLITE_PROTOCOL, LOCK_TIMEOUT",
    "SQLITE_SCHEMA, CONFLICT",
    "SQLITE_READONLY_DBMOVED, DATABASE_READ_ONLY",
    "SQLITE_READONLY_DIRECTORY, DATABASE_READ_ONLY",
    "SQLITE_CORRUPT_INDEX, DATABASE_CORRUPT",
    "SQLITE_NOMEM, STORAGE_FULL",
    "SQLITE_IOERR_NOMEM, STORAGE_FULL",
    "SQLITE_AUTH, PERMISSION_DENIED",
    "SQLITE_PERM, PERMISSION_DENIED",
    "SQLITE_CANTOPEN_ISDIR, CONNECTION_FAILED",
    "SQLITE_IOERR_WRITE, CONNECTION_FAILED",
    "SQLITE_RANGE, OTHER"
  })
  void codeThatIsHardToProvokeIsKnown(SQLiteErrorCode code, Kind kind) {
    SqlFailure failure = connector.classify(new SQLiteException("x", code));
    assertEquals(kind, failure.kind());
    assertEquals(code.name(), failure.state());
  }
}
