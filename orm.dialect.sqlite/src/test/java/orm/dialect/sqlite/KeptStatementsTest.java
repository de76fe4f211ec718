package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orm.api.config.DatabaseSettings;
import orm.dialect.sqlite.KeptStatement.Verb;
import orm.spi.dialect.Connector;

/** Statements are kept below JDBC, and nobody above can tell but by the time it takes. */
class KeptStatementsTest {
  private static final String FIND = "SELECT x, t FROM a WHERE x = ?";

  @TempDir
  Path folder;

  private Connector connector;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    open("?statements=2");
    execute("CREATE TABLE a (x INTEGER, t TEXT) STRICT;"
        + " INSERT INTO a VALUES (1, 'one'), (2, 'two'), (3, NULL)");
  }

  private void open(String query) throws SQLException {
    connector = new SqliteDialect()
        .connector(DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("a.db") + query));
    connection = connector.dataSource().getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    connector.close();
  }

  private void execute(String sql) throws SQLException {
    execute(connection, sql);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What SQLite has compiled: the driver's description of the parameters is that object. */
  private static KeptStatement kept(PreparedStatement statement) throws SQLException {
    return (KeptStatement) statement.getParameterMetaData();
  }

  private KeptStatement used(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return kept(statement);
    }
  }

  private static String find(PreparedStatement statement, int x) throws SQLException {
    statement.setInt(1, x);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString("t") : "nothing";
    }
  }

  @Test
  void statementIsCompiledOnce() throws SQLException {
    KeptStatement first = used(FIND);
    assertSame(first, used(FIND));
    assertSame(
        first,
        kept(connection.prepareStatement(
            FIND, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)));
  }

  @Test
  void nothingIsKeptOnAnothersBehalf() throws SQLException {
    try (Connection other = connector.dataSource().getConnection();
        PreparedStatement statement = other.prepareStatement(FIND)) {
      assertNotSame(used(FIND), kept(statement));
    }
  }

  @Test
  void valuesGoWithTheirUse() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      assertEquals("one", find(statement, 1));
      assertEquals("one", find(statement, 1));
    }
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      SQLException unset = assertThrows(SQLException.class, statement::executeQuery);
      assertTrue(String.valueOf(unset.getMessage()).contains("parameter 1"), unset.getMessage());
      assertEquals("two", find(statement, 2));
      statement.clearParameters();
      assertThrows(SQLException.class, statement::executeQuery);
    }
  }

  @Test
  void limitsGoWithTheirUse() throws SQLException {
    String all = "SELECT x FROM a";
    try (PreparedStatement statement = connection.prepareStatement(all)) {
      statement.setMaxRows(2);
      assertEquals(2, rows(statement));
    }
    try (PreparedStatement statement = connection.prepareStatement(all)) {
      assertEquals(0, statement.getMaxRows());
      assertEquals(3, rows(statement));
    }
  }

  private static int rows(PreparedStatement statement) throws SQLException {
    int count = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        count++;
      }
      assertFalse(rows.next());
    }
    return count;
  }

  @Test
  void twoUsesAtOnceAreTwoStatements() throws SQLException {
    try (PreparedStatement outer = connection.prepareStatement(FIND);
        PreparedStatement inner = connection.prepareStatement(FIND)) {
      assertNotSame(kept(outer), kept(inner));
      outer.setInt(1, 1);
      try (ResultSet rows = outer.executeQuery()) {
        assertTrue(rows.next());
        assertEquals("two", find(inner, 2));
        assertEquals("one", rows.getString(2));
      }
    }
    KeptStatement first;
    KeptStatement second;
    try (PreparedStatement one = connection.prepareStatement(FIND);
        PreparedStatement two = connection.prepareStatement(FIND)) {
      first = kept(one);
      second = kept(two);
    }
    assertTrue(first.isGone() != second.isGone(), "one is kept, the other one closed");
  }

  @Test
  void theOneUsedLongestAgoIsClosedFirst() throws SQLException {
    KeptStatement one = used("SELECT 1");
    KeptStatement two = used("SELECT 2");
    assertSame(one, used("SELECT 1"));
    KeptStatement three = used("SELECT 3");
    assertTrue(two.isGone());
    assertFalse(one.isGone());
    assertFalse(three.isGone());
    assertSame(one, used("SELECT 1"));
  }

  @Test
  void noneIsKeptWhereNoneIsWanted() throws SQLException {
    close();
    open("?statements=0");
    assertTrue(used(FIND).isGone());
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      assertEquals("one", find(statement, 1));
    }
  }

  @Test
  void statementsAreClosedWithTheirConnection() throws SQLException {
    KeptStatement free = used(FIND);
    PreparedStatement leaked = connection.prepareStatement("SELECT 1");
    KeptStatement inUse = kept(leaked);
    connection.close();
    assertTrue(free.isGone());
    assertTrue(inUse.isGone());
    leaked.close();
  }

  @Test
  void oneThatIsClosedReachesNothingAnyMore() throws SQLException {
    PreparedStatement first = connection.prepareStatement(FIND);
    first.setInt(1, 1);
    ResultSet old = first.executeQuery();
    assertTrue(old.next());
    first.close();
    assertTrue(old.isClosed());
    try (PreparedStatement second = connection.prepareStatement(FIND)) {
      second.setInt(1, 2);
      try (ResultSet rows = second.executeQuery()) {
        assertTrue(rows.next());
        first.close();
        old.close();
        assertThrows(SQLException.class, old::next);
        assertThrows(SQLException.class, () -> old.getString(2));
        assertThrows(SQLException.class, first::executeQuery);
        first.cancel();
        assertEquals("two", rows.getString(2));
        assertFalse(rows.next());
      }
    }
    assertTrue(first.isClosed());
  }

  @Test
  void nextExecutionEndsTheRowsOfTheLast() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM a ORDER BY x")) {
      ResultSet first = statement.executeQuery();
      assertTrue(first.next());
      ResultSet second = statement.executeQuery();
      assertTrue(first.isClosed());
      assertThrows(SQLException.class, first::next);
      assertTrue(second.next());
      assertEquals(1, second.getInt(1));
      assertSame(statement, second.getStatement());
    }
  }

  @Test
  void columnThatAnotherConnectionAddsIsThere() throws SQLException {
    try (Connection other = connector.dataSource().getConnection();
        PreparedStatement star = connection.prepareStatement("SELECT * FROM a ORDER BY x");
        PreparedStatement named = connection.prepareStatement(FIND)) {
      assertEquals(2, columns(star));
      assertEquals("one", find(named, 1));
      execute(other, "ALTER TABLE a ADD COLUMN z TEXT DEFAULT 'new'");
      assertEquals("one", find(named, 1));
      try (ResultSet rows = star.executeQuery()) {
        rows.next();
        assertEquals("new", rows.getString(3));
        assertEquals("new", rows.getString("z"));
        assertEquals(3, rows.getMetaData().getColumnCount());
      }
      execute(other, "ALTER TABLE a RENAME COLUMN z TO zz");
      try (ResultSet rows = star.executeQuery()) {
        rows.next();
        assertEquals("new", rows.getString("zz"));
        assertThrows(SQLException.class, () -> rows.getString("z"));
      }
      execute(other, "ALTER TABLE a DROP COLUMN zz");
      assertEquals(2, columns(star));
      try (ResultSet rows = star.executeQuery()) {
        rows.next();
        assertThrows(SQLException.class, () -> rows.getString(3));
      }
    }
  }

  private static int columns(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getMetaData().getColumnCount();
    }
  }

  @Test
  void tableThatIsMadeAnewIsFound() throws SQLException {
    try (Connection other = connector.dataSource().getConnection()) {
      try (PreparedStatement statement = connection.prepareStatement(FIND)) {
        assertEquals("one", find(statement, 1));
      }
      execute(other, "DROP TABLE a");
      try (PreparedStatement statement = connection.prepareStatement(FIND)) {
        SQLException missing = assertThrows(SQLException.class, () -> find(statement, 1));
        assertEquals(
            orm.spi.dialect.SqlFailure.Kind.SCHEMA_MISMATCH,
            connector.classify(missing).kind());
      }
      execute(other, "CREATE TABLE a (t TEXT, x INTEGER) STRICT; INSERT INTO a VALUES ('uno', 1)");
      try (PreparedStatement statement = connection.prepareStatement(FIND)) {
        assertEquals("uno", find(statement, 1));
      }
    }
  }

  @Test
  void keptStatementsKeepNobodyFromChangingTables() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM a")) {
      ResultSet half = statement.executeQuery();
      assertTrue(half.next());
    }
    execute("DROP TABLE a; VACUUM");
  }

  @Test
  void readerThatIsDoneHoldsNoLock() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM a");
        ResultSet rows = statement.executeQuery();
        Connection other = connector.dataSource().getConnection()) {
      while (rows.next()) {
        assertFalse(rows.isAfterLast());
      }
      execute(other, "INSERT INTO a VALUES (4, 'four'); PRAGMA wal_checkpoint(TRUNCATE)");
      assertEquals(4, rows(statement));
    }
  }

  @Test
  void failedStatementCanBeUsedAgain() throws SQLException {
    execute("CREATE UNIQUE INDEX only ON a (x)");
    String insert = "INSERT INTO a (x) VALUES (?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setInt(1, 1);
      assertThrows(SQLException.class, statement::executeUpdate);
      statement.setInt(1, 9);
      assertEquals(1, statement.executeUpdate());
    }
    String odd = "SELECT abs(?)"; // fails for the least number, so badly that the driver frees it
    try (PreparedStatement statement = connection.prepareStatement(odd)) {
      statement.setLong(1, Long.MIN_VALUE);
      assertThrows(SQLException.class, statement::executeQuery);
      statement.setLong(1, -5);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals(5, rows.getLong(1));
      }
    }
    assertFalse(used(odd).isGone());
  }

  @Test
  void rowsOfAnInsertNeedNotBeReadToTheEnd() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("INSERT INTO a VALUES (?, ?), (6, 'six') RETURNING x");
        Connection other = connector.dataSource().getConnection()) {
      statement.setInt(1, 5);
      statement.setString(2, "five");
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
        assertEquals(5, rows.getInt(1));
      }
      try (PreparedStatement count = other.prepareStatement("SELECT x FROM a")) {
        assertEquals(5, rows(count));
      }
    }
  }

  @Test
  void updateTellsHowManyRowsAndDefinitionTellsNone() throws SQLException {
    assertEquals(3, update("UPDATE a SET t = 'x'"));
    assertEquals(1, update("WITH two AS (SELECT 2 AS n) DELETE FROM a WHERE x IN two"));
    assertEquals(0, update("CREATE TABLE b (x)"));
    assertEquals(0, update("DELETE FROM a WHERE x = 99"));
    assertEquals(2, update("REPLACE INTO a VALUES (7, 'seven'), (8, 'eight')"));
  }

  private int update(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int updated = statement.executeUpdate();
      assertEquals(updated, statement.getUpdateCount());
      assertFalse(statement.getMoreResults());
      assertEquals(-1, statement.getUpdateCount());
      return updated;
    }
  }

  @Test
  void batchRunsInOrder() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE a SET t = ? WHERE x >= ?")) {
      for (int x = 1; x <= 3; x++) {
        statement.setString(1, "from " + x);
        statement.setInt(2, x);
        statement.addBatch();
      }
      assertArrayEquals(new int[] {3, 2, 1}, statement.executeBatch());
      assertArrayEquals(new int[0], statement.executeBatch());
      statement.addBatch();
      statement.clearBatch();
      assertArrayEquals(new int[0], statement.executeBatch());
    }
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      assertEquals("from 2", find(statement, 2));
      statement.addBatch();
      assertThrows(SQLException.class, statement::executeBatch);
    }
  }

  @Test
  void queryAndUpdateAreToldApart() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT x FROM a");
        PreparedStatement update = connection.prepareStatement("DELETE FROM a")) {
      assertThrows(SQLException.class, query::executeUpdate);
      assertThrows(SQLException.class, update::executeQuery);
      assertTrue(query.execute());
      assertTrue(query.getResultSet().next());
      assertFalse(update.execute());
      assertNull(update.getResultSet());
    }
  }

  @Test
  void columnsAreDescribed() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT x AS key, t FROM a ORDER BY x")) {
      ResultSetMetaData before = statement.getMetaData();
      assertEquals("key", before.getColumnLabel(1));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals(2, rows.getMetaData().getColumnCount());
        assertEquals("key", rows.getMetaData().getColumnName(1));
        assertEquals("a", rows.getMetaData().getTableName(1));
        assertEquals(2, rows.findColumn("T"));
        assertEquals(1, rows.getRow());
        assertFalse(rows.isClosed());
      }
      assertEquals(0, statement.getParameterMetaData().getParameterCount());
    }
    try (PreparedStatement update = connection.prepareStatement("DELETE FROM a")) {
      assertNull(update.getMetaData());
    }
  }

  @Test
  void everyGetterTellsNullAndKind() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT NULL, 7, 1.5, 'text', x'0102', 300, '12.50'");
        ResultSet rows = statement.executeQuery()) {
      assertThrows(SQLException.class, () -> rows.getInt(1));
      rows.next();
      assertEquals(0, rows.getLong(1));
      assertTrue(rows.wasNull());
      assertEquals(7, rows.getLong(2));
      assertFalse(rows.wasNull());
      assertEquals(7, rows.getByte(2));
      assertEquals(7, rows.getShort(2));
      assertEquals(7, rows.getInt(2));
      assertEquals(7d, rows.getDouble(2));
      assertEquals(1.5f, rows.getFloat(3));
      assertEquals("1.5", rows.getString(3));
      assertEquals("text", rows.getObject(4));
      assertEquals("text", rows.getString(4));
      assertArrayEquals(new byte[] {1, 2}, rows.getBytes(5));
      assertArrayEquals("text".getBytes(java.nio.charset.StandardCharsets.UTF_8), rows.getBytes(4));
      assertEquals(new BigDecimal("12.50"), rows.getBigDecimal(7));
      assertEquals(7L, rows.getObject(2));
      assertEquals(1.5, rows.getObject(3));
      assertNull(rows.getObject(1));
      assertNull(rows.getString(1));
      assertNull(rows.getBytes(1));
      assertNull(rows.getBigDecimal(1));
      assertEquals(0d, rows.getDouble(1));
      assertFalse(rows.getBoolean(1));
      assertThrows(SQLException.class, () -> rows.getByte(6));
      assertThrows(SQLException.class, () -> rows.getBoolean(2));
      assertThrows(SQLException.class, () -> rows.getInt(4));
      assertThrows(SQLException.class, () -> rows.getDouble(4));
      assertThrows(SQLException.class, () -> rows.getBytes(2));
      assertThrows(SQLException.class, () -> rows.getBigDecimal(4));
      assertThrows(SQLException.class, () -> rows.getInt(0));
      assertThrows(SQLException.class, () -> rows.getInt(8));
      assertFalse(rows.next());
      assertThrows(SQLException.class, () -> rows.getInt(2));
    }
  }

  @Test
  void everySetterSendsItsKind() throws SQLException {
    Object[] values = {
      true, (byte) 1, (short) 2, 3, 4L, 0.5f, 0.25, "text", new byte[] {1}, new BigDecimal("1.50")
    };
    String[] stored = {
      "1 integer",
      "1 integer",
      "2 integer",
      "3 integer",
      "4 integer",
      "0.5 real",
      "0.25 real",
      "text text",
      "\u0001 blob",
      "1.50 text"
    };
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ?1 || ' ' || typeof(?1)")) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(1, values[i]);
        assertEquals(stored[i], one(statement));
        statement.setObject(1, values[i], Types.OTHER);
        assertEquals(stored[i], one(statement));
      }
      statement.setObject(1, null);
      assertNull(one(statement));
      statement.setNull(1, Types.INTEGER);
      assertNull(one(statement));
      statement.setNull(1, Types.OTHER, "any");
      assertNull(one(statement));
      statement.setBoolean(1, true);
      assertEquals("1 integer", one(statement));
      statement.setByte(1, (byte) 1);
      assertEquals("1 integer", one(statement));
      statement.setShort(1, (short) 1);
      assertEquals("1 integer", one(statement));
      statement.setFloat(1, 0.5f);
      assertEquals("0.5 real", one(statement));
      statement.setBigDecimal(1, new BigDecimal("1E+2"));
      assertEquals("100 text", one(statement));
      statement.setNString(1, "n");
      assertEquals("n text", one(statement));
      assertThrows(SQLException.class, () -> statement.setInt(0, 1));
      assertThrows(SQLException.class, () -> statement.setInt(2, 1));
    }
  }

  private static @org.jspecify.annotations.Nullable String one(PreparedStatement statement)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void largeValuesComeBackToo() throws SQLException {
    String text = "é".repeat(100_000);
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int round = 0; round < 2; round++) {
      try (PreparedStatement statement = connection.prepareStatement("SELECT ?, ?")) {
        statement.setString(1, text);
        statement.setBytes(2, bytes);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          assertEquals(text, rows.getString(1));
          assertArrayEquals(bytes, rows.getBytes(2));
        }
      }
    }
  }

  @Test
  void whatSqliteHasNotIsSaidSo() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThrows(
          SQLFeatureNotSupportedException.class,
          () -> statement.setObject(1, java.time.LocalDate.EPOCH));
      assertThrows(
          SQLFeatureNotSupportedException.class,
          () -> statement.setTimestamp(1, new java.sql.Timestamp(0)));
      assertThrows(SQLFeatureNotSupportedException.class, () -> statement.setQueryTimeout(1));
      statement.setQueryTimeout(0);
      assertThrows(SQLException.class, () -> statement.executeQuery("SELECT 1"));
      assertThrows(SQLFeatureNotSupportedException.class, statement::getGeneratedKeys);
      assertThrows(SQLException.class, () -> statement.setFetchSize(-1));
      assertThrows(SQLException.class, () -> statement.setMaxRows(-1));
      assertThrows(SQLException.class, () -> statement.unwrap(String.class));
      assertSame(statement, statement.unwrap(PreparedStatement.class));
      assertTrue(statement.isWrapperFor(PreparedStatement.class));
      assertSame(connection, statement.getConnection());
    }
    assertThrows(
        SQLException.class,
        () -> connection.prepareStatement(
            "SELECT 1", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY));
  }

  @Test
  void generatedKeysAreThoseOfTheDriver() throws SQLException {
    execute("CREATE TABLE keyed (id INTEGER PRIMARY KEY, x TEXT) STRICT");
    try (PreparedStatement statement = connection.prepareStatement(
        "INSERT INTO keyed (x) VALUES ('a')", Statement.RETURN_GENERATED_KEYS)) {
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertTrue(keys.next());
        assertEquals(1, keys.getLong(1));
      }
    }
  }

  @Test
  void statementWithoutParametersGivesTheSameRows() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("SELECT x FROM a ORDER BY x");
      assertTrue(first.next());
      assertThrows(SQLException.class, () -> first.getBoolean("y"));
      ResultSet second = statement.executeQuery("SELECT t FROM a ORDER BY x");
      assertTrue(first.isClosed());
      assertTrue(second.next());
      assertEquals("one", second.getString(1));
      assertThrows(SQLException.class, () -> second.getLong(1));
      assertThrows(SQLException.class, () -> statement.executeQuery("DELETE FROM a"));
    }
  }

  @Test
  void statementClosesOnCompletion() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("SELECT x FROM a");
    statement.closeOnCompletion();
    assertTrue(statement.isCloseOnCompletion());
    ResultSet first = statement.executeQuery();
    ResultSet second = statement.executeQuery();
    assertTrue(first.isClosed());
    assertFalse(statement.isClosed());
    second.close();
    assertTrue(statement.isClosed());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          SELECT 1                                   | READS
            select 1                                 | READS
          -- a comment\\n SELECT 1                   | READS
          /* a */ /* b */ values (1)                 | READS
          WITH n AS (SELECT 1) SELECT * FROM n       | READS
          WITH n AS (SELECT 1) INSERT INTO t SELECT 1 | CHANGES_ROWS
          INSERT INTO t VALUES (1)                   | CHANGES_ROWS
          update t SET x = 1                         | CHANGES_ROWS
          DELETE FROM t                              | CHANGES_ROWS
          REPLACE INTO t VALUES (1)                  | CHANGES_ROWS
          PRAGMA query_only                          | OTHER
          EXPLAIN SELECT 1                           | OTHER
          VACUUM                                     | OTHER
          (SELECT 1)                                 | OTHER
          /* no end SELECT                           | OTHER
          -- no end SELECT                           | OTHER
          ~~                                         | OTHER
          """)
  void firstWordTellsWhetherAStatementWrites(String sql, Verb verb) {
    assertEquals(verb, KeptStatement.verb(sql.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          SELECT 1                                              | false
          SELECT 1;                                             | false
          SELECT 1; -- the end                                  | false
          SELECT ';', ";", `;`, [;] /* ; */ -- ;          | false
          SELECT 'it''s; one'                                   | false
          SELECT 1; SELECT 2                                    | true
          SELECT ';'; DELETE FROM a                             | true
          ; SELECT 1                                            | true
          CREATE TRIGGER t INSERT ON a BEGIN SELECT 1; END      | false
          CREATE TEMP TRIGGER t INSERT ON a BEGIN SELECT 1; END | false
          CREATE TABLE a (x); CREATE TRIGGER t                  | true
          SELECT 'no end; x                                     | false
          """)
  void scriptIsKnown(String sql, boolean script) {
    assertEquals(script, StatementText.isScript(sql));
  }

  @Test
  void noStatementOfAScriptIsDropped() throws SQLException {
    assertThrows(
        SQLException.class, () -> connection.prepareStatement("DELETE FROM a; DELETE FROM a"));
    try (Statement statement = connection.createStatement()) {
      assertFalse(statement.execute("CREATE TABLE b (x); INSERT INTO b VALUES (1); -- done"));
      assertThrows(SQLException.class, () -> statement.executeQuery("SELECT 1; SELECT 2"));
    }
    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM b;")) {
      assertEquals(1, rows(statement));
    }
  }
}
