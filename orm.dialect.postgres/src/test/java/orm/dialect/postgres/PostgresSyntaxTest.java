package orm.dialect.postgres;

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
import orm.api.error.InvalidQueryException;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlSyntax;

class PostgresSyntaxTest {
  private static final ColumnType TEXT = ColumnType.text(0);

  private static Connector connector;
  private static Connection connection;
  private static SqlSyntax syntax;

  @BeforeAll
  static void open() throws SQLException {
    connector = TestServer.connector(TestServer.newDatabase());
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
  void caseOfAllLettersIsFoldedWhateverTheCollationOfTheDatabase() throws SQLException {
    try (Connector inC = TestServer.connector(
            TestServer.newDatabase("TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'"));
        Connection c = inC.dataSource().getConnection()) {
      inC.check(c);
      assertTrue(matches(inC, c, "ÉCOLE", Operator.CONTAINS_IGNORE_CASE, "école"));
      assertFalse(matches(inC, c, "ÉCOLE", Operator.CONTAINS, "école"));
    }
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
    assertEquals("\"t\" LIKE ? ESCAPE '\\'", like.toString());

    TestWriter in = new TestWriter(syntax);
    syntax.in(
        in, false, part -> part.name("id"), in.value(ColumnType.of(Kind.BIGINT), List.of(1L)));
    assertEquals("\"id\" = ANY (?::bigint[])", in.toString());

    TestWriter notIn = new TestWriter(syntax);
    syntax.in(notIn, true, part -> part.name("id"), in.value(ColumnType.of(Kind.UUID), List.of()));
    assertEquals("\"id\" <> ALL (?::uuid[])", notIn.toString());
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
    assertEquals(" OFFSET ?", offset.toString());
  }

  @Test
  void limitAndOffsetCut() throws SQLException {
    TestWriter out = new TestWriter(syntax);
    out.sql("SELECT n FROM generate_series(1, 9) n ORDER BY n");
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
        "\"; DROP TABLE x; --",
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
  void identifiersHaveTheLengthOfTheServer() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW max_identifier_length")) {
      rows.next();
      assertEquals(rows.getInt(1), syntax.maxIdentifierBytes());
    }
  }

  @Test
  void arraysTravelAsParameters() {
    assertTrue(syntax.hasArrayParameters());
    assertEquals("?::text[]", syntax.arrayParameter(ColumnType.text(10)));
    assertEquals("?::numeric[]", syntax.arrayParameter(ColumnType.decimal(10, 2)));
    ColumnType list = ColumnType.list(ColumnType.of(Kind.BIGINT));
    assertEquals("?::text[]", syntax.arrayParameter(list));
    assertEquals("s.c0::bigint[]", syntax.arrayElement("s.c0", list));
  }

  @Test
  void orderIsThatOfValues() {
    assertTrue(syntax.isOrdered(ColumnType.decimal(38, 10)));
    assertTrue(syntax.isOrdered(ColumnType.of(Kind.INSTANT)));
    assertFalse(syntax.isOrdered(ColumnType.of(Kind.JSON)));
    assertFalse(syntax.isOrdered(ColumnType.enumeration("mood", List.of("A"))));
  }
}
