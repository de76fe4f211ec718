package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orm.api.config.DatabaseSettings;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Origin;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.SqlFailure.Kind;

class SqliteSchemaTest {
  private Connector connector;
  private Connection connection;
  private SchemaSyntax schema;

  @BeforeEach
  void open() throws SQLException {
    connector = new SqliteDialect().connector(DatabaseSettings.of("jdbc:sqlite::memory:"));
    connection = connector.dataSource().getConnection();
    schema = connector.schemaSyntax();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    connector.close();
  }

  private static ColumnSchema column(String type, Origin origin) {
    return new ColumnSchema(
        "id",
        "id",
        ColumnType.parse(type),
        false,
        origin,
        origin == Origin.SEQUENCE ? "s" : null,
        null,
        Role.NONE,
        false,
        List.of(),
        null);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private Object one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          boolean        | INTEGER | 0              | 1                 | 2
          smallint       | INTEGER | -32768         | 32767             | 32768
          smallint       | INTEGER | 0              | 1                 | -32769
          int            | INTEGER | -2147483648    | 2147483647        | 2147483648
          bigint         | INTEGER | 0              | 9223372036854775807 | 'abc'
          real           | REAL    | 0              | 1.5               | 'abc'
          double         | REAL    | 0              | 1.5               | x'00'
          decimal(4,2)   | INTEGER | -9999          | 9999              | 10000
          decimal(4,2)   | INTEGER | 0              | 1                 | 1.5
          decimal(19,2)  | TEXT    | '1.00'         | '2.00'            | x'00'
          decimal        | TEXT    | '1.00'         | '2.00'            | x'00'
          text           | TEXT    | ''             | 'any length'      | x'00'
          text(3)        | TEXT    | ''             | '😀😀😀'            | '1234'
          bytes          | BLOB    | x''            | x'00'             | 'abc'
          uuid           | TEXT    | 'x'            | 'y'               | x'00'
          date           | TEXT    | '2026-11-22'   | '0001-01-01'      | x'00'
          time           | TEXT    | '10:00:00'     | '10:00:00.000001' | x'00'
          datetime       | TEXT    | 'x'            | 'y'               | x'00'
          instant        | TEXT    | 'x'            | 'y'               | x'00'
          duration       | INTEGER | 0              | -1                | 'abc'
          json           | TEXT    | '{"a": [1]}'   | 'null'            | 'abc'
          list(int)      | TEXT    | '[]'           | '[1,2]'           | '{}'
          list(int)      | TEXT    | '[]'           | '[1,2]'           | '[1'
          list(int)      | TEXT    | '[]'           | '[1,2]'           | 'abc'
          """)
  void strictTableTakesWhatFitsAndNothingElse(
      String text, String name, String one, String other, String wrong) throws SQLException {
    ColumnType type = ColumnType.parse(text);
    assertEquals(name, schema.typeName(type));
    String check = schema.typeCheck("`c`", type);
    execute("CREATE TABLE v (`c` " + name + (check.isEmpty() ? "" : " CHECK (" + check + ")") + ")"
        + schema.tableSuffix());
    execute("INSERT INTO v VALUES (" + one + "), (" + other + "), (NULL)");
    SQLException refused =
        assertThrows(SQLException.class, () -> execute("INSERT INTO v VALUES (" + wrong + ")"));
    Kind kind = text.startsWith("text(") ? Kind.TEXT_TOO_LONG : Kind.CHECK;
    assertEquals(kind, connector.classify(refused).kind());
  }

  @Test
  void enumTakesOnlyItsLabels() throws SQLException {
    ColumnType type = ColumnType.enumeration("ignored", List.of("A", "it's"));
    execute("CREATE TABLE v (c TEXT CHECK (" + schema.typeCheck("c", type) + ")) STRICT");
    execute("INSERT INTO v VALUES ('A'), ('it''s'), (NULL)");
    assertThrows(SQLException.class, () -> execute("INSERT INTO v VALUES ('a')"));
    assertEquals(List.of(), schema.prepareType(type));
  }

  @Test
  void identityIsNeverGivenTwice() throws SQLException {
    execute("CREATE TABLE v (id INTEGER"
        + schema.generation(column("bigint", Origin.IDENTITY), "", true)
        + ", x INTEGER) STRICT");
    assertEquals(1L, one("INSERT INTO v (x) VALUES (0) RETURNING id"));
    assertEquals(9L, one("INSERT INTO v (id) VALUES (9) RETURNING id"));
    execute("DELETE FROM v WHERE id = 9");
    assertEquals(10L, one("INSERT INTO v (x) VALUES (0) RETURNING id"));
  }

  @Test
  void identityThatSqliteCannotCountIsRefused() {
    assertThrows(
        UnsupportedQueryException.class,
        () -> schema.generation(column("bigint", Origin.IDENTITY), "", false));
    assertThrows(
        UnsupportedQueryException.class,
        () -> schema.generation(column("smallint", Origin.IDENTITY), "", true));
  }

  @Test
  void sequenceIsRefusedWithTheWayOut() {
    UnsupportedQueryException refused = assertThrows(
        UnsupportedQueryException.class,
        () -> schema.generation(column("bigint", Origin.SEQUENCE), "`s`", true));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("@Generated(IDENTITY)"), message);
    assertTrue(message.contains("@Generated(UUID)"), message);
  }

  @Test
  void givenValuesNeedNothing() {
    assertEquals("", schema.generation(column("uuid", Origin.UUID), "", true));
    assertEquals("", schema.generation(column("int", Origin.GIVEN), "", true));
    assertTrue(schema.referencesMayLookAhead());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          decimal(10,2) | 1250    | 12.5
          decimal(10,0) | 12      | 12
          decimal(38,2) | '12.50' | 12.5
          decimal       | '12.50' | 12.5
          int           | 7       | 7
          """)
  void columnComparesWithLiteralsOfItsLogicalType(String type, String stored, String literal)
      throws SQLException {
    String value = schema.logicalValue("c", ColumnType.parse(type));
    assertEquals(
        1L, one("SELECT " + value + " = " + literal + " FROM (SELECT " + stored + " AS c)"));
    assertEquals(
        0L, one("SELECT " + value + " > " + literal + " FROM (SELECT " + stored + " AS c)"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          decimal(10,2) | 5           | 500
          decimal(10,2) | 9.99        | 999
          decimal(10,2) | -0.5        | -50
          decimal(10,2) | 1 + 1.5     | 250
          decimal(10,2) | 0.125       | 13
          decimal(38,2) | 5           | '5.00'
          decimal       | 9.99        | '9.99'
          int           | 7           | 7
          text          | 'it''s'     | 'it''s'
          """)
  void defaultIsKeptInTheFormOfTheColumn(String type, String sql, String stored)
      throws SQLException {
    ColumnType logical = ColumnType.parse(type);
    execute("CREATE TABLE v (x INTEGER, c " + schema.typeName(logical) + " DEFAULT ("
        + schema.storedValue(sql, logical) + ")) STRICT");
    assertEquals(one("SELECT " + stored), one("INSERT INTO v (x) VALUES (1) RETURNING c"));
  }

  @Test
  void nativeDecimalsAreColumnsThatKeepTheirDigits() throws SQLException {
    Connector natively =
        new SqliteDialect().connector(DatabaseSettings.of("jdbc:sqlite::memory:?decimals=native"));
    SchemaSyntax other = natively.schemaSyntax();
    assertEquals("REAL", other.typeName(ColumnType.decimal(15, 2)));
    assertEquals("", other.typeCheck("c", ColumnType.decimal(15, 2)));
    assertEquals("c", other.logicalValue("c", ColumnType.decimal(15, 2)));
    assertEquals("9.99", other.storedValue("9.99", ColumnType.decimal(15, 2)));
    assertThrows(UnsupportedQueryException.class, () -> other.typeName(ColumnType.decimal(16, 2)));
    assertThrows(
        UnsupportedQueryException.class, () -> other.typeName(ColumnType.parse("decimal")));
    natively.close();
  }
}
