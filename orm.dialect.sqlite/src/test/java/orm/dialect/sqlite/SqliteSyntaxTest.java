package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orm.api.config.DatabaseSettings;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlSyntax;

class SqliteSyntaxTest {
  private static final ColumnType TEXT = ColumnType.text(0);

  private static Connector connector;
  private static Connection connection;
  private static SqlSyntax syntax;

  @BeforeAll
  static void open() throws SQLException {
    connector = new SqliteDialect().connector(DatabaseSettings.of("jdbc:sqlite::memory:"));
    connection = connector.dataSource().getConnection();
    connector.check(connection);
    syntax = connector.syntax();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    connector.close();
  }

  static boolean matches(
      Connector connector, Connection connection, String text, Operator operator, String pattern)
      throws SQLException {
    TestWriter out = new TestWriter(connector.syntax());
    out.sql("SELECT ");
    var operand = out.value(TEXT, text);
    connector
        .syntax()
        .textMatch(out, operator, part -> part.bind(operand), out.value(TEXT, pattern));
    try (PreparedStatement statement = out.prepare(connection, connector.codec());
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          LIKE                 | abc      | a%     | true
          LIKE                 | abc      | A%     | false
          LIKE                 | abc      | a_c    | true
          LIKE                 | a%c      | a\\%c  | true
          LIKE                 | abc      | a\\%c  | false
          LIKE                 | a\\      | a\\    | true
          LIKE                 | a\\      | a\\\\  | true
          LIKE                 | a*c      | a*c    | true
          LIKE                 | abc      | a*c    | false
          LIKE                 | a[b]c    | a[b]c  | true
          LIKE                 | abc      | a[b]c  | false
          LIKE                 | a😀c     | a_c    | true
          LIKE                 | a?c      | a?c    | true
          LIKE                 | axc      | a\\xc  | true
          LIKE_IGNORE_CASE     | ÉCOLE    | é%     | true
          LIKE_IGNORE_CASE     | école    | É_OLE  | true
          LIKE_IGNORE_CASE     | a%c      | A\\%C  | true
          LIKE_IGNORE_CASE     | abc      | A\\%C  | false
          CONTAINS             | 100% ok  | %      | true
          CONTAINS             | 100 ok   | %      | false
          CONTAINS             | a_b      | _      | true
          CONTAINS             | ab       | _      | false
          CONTAINS             | a\\b     | \\     | true
          CONTAINS             | abc      | B      | false
          CONTAINS             | abc      | ~~     | true
          CONTAINS_IGNORE_CASE | Überéé   | ÜBER   | true
          CONTAINS_IGNORE_CASE | 100%     | 0%     | true
          CONTAINS_IGNORE_CASE | 1000     | 0%     | false
          CONTAINS_IGNORE_CASE | ЖУК      | жу     | true
          STARTS_WITH          | abc      | ab     | true
          STARTS_WITH          | abc      | bc     | false
          STARTS_WITH          | %bc      | %      | true
          STARTS_WITH          | abc      | %      | false
          STARTS_WITH          | Abc      | a      | false
          STARTS_WITH          | abc      | ~~     | true
          STARTS_WITH          | ab       | abc    | false
          ENDS_WITH            | abc      | bc     | true
          ENDS_WITH            | abc      | ab     | false
          ENDS_WITH            | abc      | ~~     | true
          ENDS_WITH            | ab_      | _      | true
          ENDS_WITH            | abc      | _      | false
          ENDS_WITH            | c        | abc    | false
          """)
  void textMatchMeansWhatItSays(Operator operator, String text, String pattern, boolean expected)
      throws SQLException {
    assertEquals(expected, matches(connector, connection, text, operator, pattern));
  }

  @Test
  void textMatchTakesNoOtherOperator() {
    TestWriter out = new TestWriter(syntax);
    var pattern = out.value(TEXT, "x");
    assertThrows(
        IllegalArgumentException.class,
        () -> syntax.textMatch(out, Operator.EQ, part -> part.sql("x"), pattern));
  }

  @Test
  void statementsReadLikeThis() {
    TestWriter like = new TestWriter(syntax);
    syntax.textMatch(like, Operator.LIKE, part -> part.name("t"), like.value(TEXT, "x"));
    assertEquals("`t` GLOB ?", like.toString());

    TestWriter in = new TestWriter(syntax);
    syntax.in(
        in, false, part -> part.name("id"), in.value(ColumnType.of(Kind.BIGINT), List.of(1L)));
    assertEquals("`id` IN (SELECT value FROM json_each(?))", in.toString());

    TestWriter notIn = new TestWriter(syntax);
    syntax.in(notIn, true, part -> part.name("id"), in.value(ColumnType.of(Kind.BYTES), List.of()));
    assertEquals("`id` NOT IN (SELECT unhex(value) FROM json_each(?))", notIn.toString());
  }

  @Test
  void limitIsLiteralAndOffsetIsBound() {
    TestWriter none = new TestWriter(syntax);
    syntax.limit(none, Long.MAX_VALUE, null);
    assertEquals("", none.toString());
    TestWriter limit = new TestWriter(syntax);
    syntax.limit(limit, 20, null);
    assertEquals(" LIMIT 20", limit.toString());
    TestWriter offset = new TestWriter(syntax);
    syntax.limit(offset, Long.MAX_VALUE, offset.value(ColumnType.of(Kind.BIGINT), 5L));
    assertEquals(" LIMIT -1 OFFSET ?", offset.toString());
  }

  @Test
  void limitAndOffsetCut() throws SQLException {
    TestWriter out = new TestWriter(syntax);
    out.sql("SELECT value FROM json_each('[1,2,3,4,5,6,7,8,9]') ORDER BY value");
    syntax.limit(out, 2, out.value(ColumnType.of(Kind.BIGINT), 3L));
    try (PreparedStatement statement = out.prepare(connection, connector.codec());
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertEquals(4, rows.getInt(1));
      rows.next();
      assertEquals(5, rows.getInt(1));
      assertFalse(rows.next());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simple",
        "CamelCase",
        "select",
        "sélect \"x\" 表",
        "`; DROP TABLE x; --",
        "a.b",
        "'",
        "?",
        "$1",
        "\\",
        " "
      })
  void quotedNameIsItself(String name) throws SQLException {
    String table = syntax.quote(name);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE " + table + " (" + table + " int)");
      statement.execute("INSERT INTO " + table + " (" + table + ") VALUES (7)");
      try (ResultSet rows =
          statement.executeQuery("SELECT " + table + "." + table + " FROM " + table)) {
        rows.next();
        assertEquals(7, rows.getInt(1));
        assertEquals(name, rows.getMetaData().getColumnName(1));
      }
      statement.execute("DROP TABLE " + table);
    }
  }

  @Test
  void nameWithNulIsRefused() {
    assertThrows(InvalidQueryException.class, () -> syntax.quote("a\0b"));
  }

  @Test
  void unknownNameIsAnErrorAndNoText() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      SQLException unknown = assertThrows(
          SQLException.class, () -> statement.executeQuery("SELECT " + syntax.quote("typo")));
      assertEquals(SqlFailure.Kind.SCHEMA_MISMATCH, connector.classify(unknown).kind());
    }
  }

  @Test
  void prefixIsFoundThroughAnIndex() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE indexed (t TEXT) STRICT; CREATE INDEX by_t ON indexed (t)");
    }
    TestWriter out = new TestWriter(syntax);
    out.sql("EXPLAIN QUERY PLAN SELECT t FROM indexed WHERE ");
    syntax.textMatch(
        out, Operator.STARTS_WITH, part -> part.sql("indexed.t"), out.value(TEXT, "ab"));
    try (PreparedStatement statement = out.prepare(connection, connector.codec());
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertTrue(rows.getString("detail").startsWith("SEARCH"), rows.getString("detail"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ab, ac",
    "a\uD7FF, a\uE000",
    "a\uDBFF\uDFFF, b",
    "\uDBFF\uDFFF, ''",
    "'', ''",
    "a\uD83D\uDE00, a\uD83D\uDE01"
  })
  void successorIsTheNextTextThatBeginsOtherwise(String prefix, String successor) {
    assertEquals(unescape(successor), TextRange.successor(unescape(prefix)));
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\\uD7FF", "\\uE000", "\\uDBFF\\uDFFF", "\\uDBFF\\uDFFE", ""})
  void everyTextWithThePrefixIsInItsRange(String escaped) throws SQLException {
    String prefix = unescape(escaped);
    for (String rest : List.of("", "a", "\uDBFF\uDFFF", "\uFFFF")) {
      assertTrue(matches(connector, connection, prefix + rest, Operator.STARTS_WITH, prefix));
    }
    assertFalse(matches(connector, connection, "y" + prefix, Operator.STARTS_WITH, prefix + "x"));
  }

  @Test
  void foldedCaseIsThatOfEachCodePoint() {
    assertEquals("éß😀straße", CaseFold.fold("Éß😀STRAßE"));
    assertEquals("abc", CaseFold.fold("abc"));
    assertEquals("i", CaseFold.fold("İ"));
    assertEquals("σ", CaseFold.fold("Σ"));
    assertEquals("𐐨", CaseFold.fold("𐐀"));
  }

  @Test
  void nullStaysNullWhenFolded() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT orm_lower(NULL)")) {
      rows.next();
      assertEquals(null, rows.getString(1));
    }
  }

  @Test
  void arraysAreNoParameters() {
    assertFalse(syntax.hasArrayParameters());
    assertThrows(
        UnsupportedOperationException.class, () -> syntax.arrayParameter(ColumnType.of(Kind.INT)));
  }

  @Test
  void orderIsThatOfValues() {
    assertTrue(syntax.isOrdered(ColumnType.decimal(18, 2)));
    assertFalse(syntax.isOrdered(ColumnType.decimal(19, 2)));
    assertFalse(syntax.isOrdered(ColumnType.of(Kind.DECIMAL)));
    assertTrue(syntax.isOrdered(ColumnType.of(Kind.INSTANT)));
    assertFalse(syntax.isOrdered(ColumnType.of(Kind.JSON)));
    SqlSyntax natively = new SqliteSyntax(new DecimalForm(true));
    assertTrue(natively.isOrdered(ColumnType.decimal(19, 2)));
    assertEquals("CAST(? AS NUMERIC)", natively.parameter(ColumnType.decimal(19, 2)));
  }
}
