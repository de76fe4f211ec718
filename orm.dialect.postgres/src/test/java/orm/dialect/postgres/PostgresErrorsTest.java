package orm.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import orm.api.config.DatabaseSettings;
import orm.api.config.Isolation;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlFailure.Kind;

/** Every classification, provoked at a real server. */
class PostgresErrorsTest {
  private static String url;
  private static Connector connector;

  private Connection connection;

  @BeforeAll
  static void createTables() throws SQLException {
    url = TestServer.newDatabase();
    connector = TestServer.connector(url);
    try (Connection setUp = connector.dataSource().getConnection();
        Statement statement = setUp.createStatement()) {
      statement.execute("""
          CREATE TABLE a (id int PRIMARY KEY, k text CONSTRAINT "the key" UNIQUE,
            n int NOT NULL DEFAULT 0, c int CONSTRAINT c_check CHECK (c > 0), short varchar(3),
            small smallint, during int4range, EXCLUDE USING gist (during WITH &&));
          CREATE TABLE b (a_id int CONSTRAINT b_a REFERENCES a);
          INSERT INTO a (id, k, during) VALUES (1, 'secret', '[1,5)');
          INSERT INTO b VALUES (1)
          """);
    }
  }

  @AfterAll
  static void closeConnector() throws SQLException {
    try (Connection cleanUp = connector.dataSource().getConnection()) {
      execute(cleanUp, "DROP ROLE IF EXISTS no_login; DROP ROLE IF EXISTS nobody_special");
    }
    connector.close();
  }

  @BeforeEach
  void open() throws SQLException {
    connection = connector.dataSource().getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private SqlFailure failure(String sql) {
    SQLException thrown = assertThrows(SQLException.class, () -> execute(connection, sql));
    return connector.classify(thrown);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          23505 | DUPLICATE_KEY         | INSERT INTO a (id) VALUES (1)
          23P01 | DUPLICATE_KEY         | INSERT INTO a (id, during) VALUES (2, '[2,3)')
          23503 | FOREIGN_KEY           | INSERT INTO b VALUES (99)
          23503 | FOREIGN_KEY           | DELETE FROM a
          23502 | NOT_NULL              | INSERT INTO a (id, n) VALUES (2, NULL)
          23514 | CHECK                 | INSERT INTO a (id, c) VALUES (2, -1)
          22001 | TEXT_TOO_LONG         | INSERT INTO a (id, short) VALUES (2, 'long')
          22003 | OUT_OF_RANGE          | INSERT INTO a (id, small) VALUES (2, 40000)
          22008 | OUT_OF_RANGE          | SELECT '2026-02-30'::date
          22P02 | UNSTORABLE_VALUE      | SELECT 'secret'::int
          22007 | UNSTORABLE_VALUE      | SELECT 'secret'::date
          22P05 | UNSTORABLE_VALUE      | SELECT '"\\u0000"'::jsonb ->> 0
          42P01 | SCHEMA_MISMATCH       | SELECT * FROM missing
          42703 | SCHEMA_MISMATCH       | SELECT missing FROM a
          3F000 | SCHEMA_MISMATCH       | CREATE TABLE missing.t (x int)
          42704 | SCHEMA_MISMATCH       | SELECT NULL::missing
          42601 | OTHER                 | SELEC 1
          22012 | OUT_OF_RANGE          | SELECT 1/0
          P0001 | OTHER                 | DO 'BEGIN RAISE EXCEPTION ''secret''; END'
          """)
  void stateTellsTheKind(String state, Kind kind, String sql) {
    SqlFailure failure = failure(sql);
    assertEquals(kind, failure.kind());
    assertEquals(state, failure.state());
    assertFalse(String.valueOf(failure.detail()).contains("secret"), failure.toString());
  }

  @Test
  void placeOfAConstraintIsTold() {
    SqlFailure unique = failure("INSERT INTO a (id, k) VALUES (2, 'secret')");
    assertEquals("the key", unique.constraint());
    assertEquals("a", unique.table());
    SqlFailure reference = failure("INSERT INTO b VALUES (99)");
    assertEquals("b_a", reference.constraint());
    assertEquals("b", reference.table());
    SqlFailure required = failure("INSERT INTO a (id, n) VALUES (2, NULL)");
    assertEquals("a", required.table());
    assertEquals(List.of("n"), required.columns());
    assertEquals("c_check", failure("INSERT INTO a (id, c) VALUES (2, -1)").constraint());
  }

  @Test
  void exceptionOfTheDriverHidesValuesToo() {
    SQLException thrown = assertThrows(
        SQLException.class,
        () -> execute(connection, "INSERT INTO a (id, k) VALUES (2, 'secret')"));
    assertFalse(String.valueOf(thrown.getMessage()).contains("secret"), thrown.getMessage());
  }

  @Test
  void nulInTextIsUnstorable() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      statement.setString(1, "a\0");
      SQLException thrown = assertThrows(SQLException.class, statement::executeQuery);
      assertEquals(Kind.UNSTORABLE_VALUE, connector.classify(thrown).kind());
    }
  }

  @Test
  void failureInsideABatchIsFound() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO a (id) VALUES (?)")) {
      statement.setInt(1, 1);
      statement.addBatch();
      BatchUpdateException thrown =
          assertThrows(BatchUpdateException.class, statement::executeBatch);
      assertEquals(Kind.DUPLICATE_KEY, connector.classify(thrown).kind());
    }
  }

  @Test
  void failureThatAPoolHasWrappedIsFound() {
    SQLException thrown =
        assertThrows(SQLException.class, () -> execute(connection, "SELECT missing"));
    assertEquals(
        Kind.SCHEMA_MISMATCH,
        connector.classify(new SQLException("no connection", thrown)).kind());
  }

  @Test
  void strangerIsOfNoKind() {
    SqlFailure failure = connector.classify(new SQLException("secret"));
    assertEquals(Kind.OTHER, failure.kind());
    assertNull(failure.detail());
    assertNull(failure.state());
  }

  @Test
  void lateCheckOfAReferenceIsTheSameKind() throws SQLException {
    execute(
        connection,
        "CREATE TEMPORARY TABLE p (id int PRIMARY KEY); CREATE TEMPORARY TABLE late"
            + " (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED)");
    connector.begin(connection, Isolation.READ_COMMITTED, false);
    execute(connection, "INSERT INTO late VALUES (1)");
    SQLException thrown = assertThrows(SQLException.class, connection::commit);
    assertEquals(Kind.FOREIGN_KEY, connector.classify(thrown).kind());
  }

  @Test
  void writeInReadOnlyTransaction() throws SQLException {
    connector.begin(connection, Isolation.READ_COMMITTED, true);
    SqlFailure failure = failure("INSERT INTO a (id) VALUES (3)");
    assertEquals(Kind.READ_ONLY_TRANSACTION, failure.kind());
    connection.rollback();
  }

  @Test
  void writeSkewIsAConflict() throws SQLException {
    execute(
        connection,
        "DROP TABLE IF EXISTS skew; CREATE TABLE skew AS SELECT 1 AS who, true AS on_call"
            + " UNION ALL SELECT 2, true");
    try (Connection other = connector.dataSource().getConnection()) {
      SQLException thrown = assertThrows(SQLException.class, () -> {
        connector.begin(connection, Isolation.SERIALIZABLE, false);
        connector.begin(other, Isolation.SERIALIZABLE, false);
        execute(connection, "SELECT count(*) FROM skew WHERE on_call");
        execute(other, "SELECT count(*) FROM skew WHERE on_call");
        execute(connection, "UPDATE skew SET on_call = false WHERE who = 1");
        execute(other, "UPDATE skew SET on_call = false WHERE who = 2");
        connection.commit();
        other.commit();
      });
      assertEquals(Kind.CONFLICT, connector.classify(thrown).kind());
      assertEquals("40001", connector.classify(thrown).state());
    }
  }

  @Test
  void deadlockIsAConflict() throws Exception {
    execute(
        connection,
        "DROP TABLE IF EXISTS two; CREATE TABLE two AS SELECT 1 AS id UNION ALL SELECT 2");
    ExecutorService both = Executors.newFixedThreadPool(2);
    CyclicBarrier locked = new CyclicBarrier(2);
    try (Connection other = connector.dataSource().getConnection()) {
      Future<Object> first = both.submit(() -> crossLock(connection, locked, 1, 2));
      Future<Object> second = both.submit(() -> crossLock(other, locked, 2, 1));
      List<SqlFailure> failures = Stream.of(first.get(), second.get())
          .filter(SQLException.class::isInstance)
          .map(failure -> connector.classify((SQLException) failure))
          .toList();
      assertEquals(1, failures.size());
      assertEquals("40P01", failures.get(0).state());
      assertEquals(Kind.CONFLICT, failures.get(0).kind());
    } finally {
      both.shutdownNow();
    }
  }

  /** Locks one row, waits for the other side to have done so too, and wants the other's row. */
  private static Object crossLock(Connection own, CyclicBarrier locked, int mine, int others)
      throws Exception {
    connector.begin(own, Isolation.READ_COMMITTED, false);
    try {
      execute(own, "SELECT id FROM two WHERE id = " + mine + " FOR UPDATE");
      locked.await();
      execute(own, "SELECT id FROM two WHERE id = " + others + " FOR UPDATE");
      return "granted";
    } catch (SQLException givenUp) {
      return givenUp;
    } finally {
      own.rollback();
    }
  }

  @Test
  void lockNotGrantedInTime() throws SQLException {
    try (Connection other = connector.dataSource().getConnection()) {
      connector.begin(other, Isolation.READ_COMMITTED, false);
      execute(other, "LOCK TABLE b");
      assertEquals(Kind.LOCK_TIMEOUT, failure("BEGIN; LOCK TABLE b NOWAIT").kind());
      execute(connection, "ROLLBACK");
      assertEquals(
          Kind.LOCK_TIMEOUT, failure("SET lock_timeout = 1; SELECT * FROM b").kind());
      other.rollback();
    }
  }

  @Test
  void statementTimeoutIsACancellation() {
    assertEquals(
        Kind.CANCELLED,
        failure("SET statement_timeout = 1; SELECT pg_sleep(10)").kind());
  }

  @Test
  void tableChangedUnderAPreparedStatementIsAConflict() throws SQLException {
    execute(connection, "DROP TABLE IF EXISTS shape; CREATE TABLE shape (x int)");
    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM shape");
        Connection other = connector.dataSource().getConnection()) {
      for (int i = 0; i < 6; i++) { // until the driver prepares it on the server
        statement.executeQuery().close();
      }
      connector.begin(connection, Isolation.READ_COMMITTED, false);
      execute(connection, "SELECT 1");
      execute(other, "ALTER TABLE shape ALTER x TYPE text");
      SQLException thrown = assertThrows(SQLException.class, statement::executeQuery);
      SqlFailure failure = connector.classify(thrown);
      assertEquals("0A000", failure.state());
      assertEquals(Kind.CONFLICT, failure.kind());
      connection.rollback();
    }
  }

  @Test
  void otherUnsupportedFeatureIsNoConflict() {
    SqlFailure failure = failure("SELECT 1 FROM a FOR UPDATE OF a; CREATE TABLE x.y.z.t (a int)");
    assertTrue(failure.kind() == Kind.OTHER, failure.toString());
  }

  @Test
  void lostConnection() throws SQLException {
    int backend = connection.unwrap(PGConnection.class).getBackendPID();
    try (Connection other = connector.dataSource().getConnection();
        PreparedStatement kill = other.prepareStatement("SELECT pg_terminate_backend(?, 10000)")) {
      kill.setInt(1, backend);
      try (ResultSet rows = kill.executeQuery()) {
        assertTrue(rows.next());
      }
    }
    assertEquals(Kind.CONNECTION_FAILED, failure("SELECT 1").kind());
    assertEquals(Kind.CONNECTION_FAILED, failure("SELECT 1").kind());
  }

  @Test
  void missingDatabase() {
    Connector wrong = TestServer.connector(url.replaceFirst("/[^/?]*(\\?|$)", "/no_such$1"));
    SQLException thrown =
        assertThrows(SQLException.class, () -> wrong.dataSource().getConnection());
    SqlFailure failure = wrong.classify(thrown);
    assertEquals("3D000", failure.state());
    assertEquals(Kind.CONNECTION_FAILED, failure.kind());
  }

  @Test
  void roleThatMayNotLogIn() throws SQLException {
    execute(
        connection,
        "DO 'BEGIN CREATE ROLE no_login; EXCEPTION WHEN duplicate_object THEN NULL; END'");
    DatabaseSettings settings =
        DatabaseSettings.of(url).toBuilder().user("no_login").password("secret").build();
    Connector wrong = new PostgresDialect().connector(settings);
    SQLException thrown =
        assertThrows(SQLException.class, () -> wrong.dataSource().getConnection());
    SqlFailure failure = wrong.classify(thrown);
    assertEquals(Kind.AUTHENTICATION_FAILED, failure.kind());
    assertFalse(String.valueOf(failure.detail()).contains("secret"));
  }

  @Test
  void missingPermission() throws SQLException {
    execute(
        connection,
        "DO 'BEGIN CREATE ROLE nobody_special; EXCEPTION WHEN duplicate_object THEN NULL; END'");
    assertEquals(
        Kind.PERMISSION_DENIED,
        failure("SET ROLE nobody_special; SELECT * FROM a").kind());
  }

  @ParameterizedTest
  @CsvSource({
    "28P01, AUTHENTICATION_FAILED",
    "53100, STORAGE_FULL",
    "53200, STORAGE_FULL",
    "53300, CONNECTION_FAILED",
    "57P03, CONNECTION_FAILED",
    "08006, CONNECTION_FAILED",
    "XX001, DATABASE_CORRUPT",
    "22021, UNSTORABLE_VALUE",
    "23001, FOREIGN_KEY",
    "25P02, OTHER"
  })
  void stateThatIsHardToProvokeIsKnown(String state, Kind kind) {
    assertEquals(kind, connector.classify(new SQLException("x", state)).kind());
  }
}
