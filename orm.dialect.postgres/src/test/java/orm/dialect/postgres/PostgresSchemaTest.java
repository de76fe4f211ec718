package orm.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Origin;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SchemaSyntax;

class PostgresSchemaTest {
  private static Connector connector;
  private static Connection connection;
  private static SchemaSyntax schema;

  @BeforeAll
  static void open() throws SQLException {
    connector = TestServer.connector(TestServer.newDatabase());
    connection = connector.dataSource().getConnection();
    schema = connector.schemaSyntax();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    connector.close();
  }

  private static ColumnSchema column(ColumnType type, Origin origin) {
    return new ColumnSchema(
        "id",
        "id",
        type,
        false,
        origin,
        origin == Origin.SEQUENCE ? "s" : null,
        null,
        Role.NONE,
        false,
        List.of(),
        null);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          boolean        | boolean
          smallint       | smallint
          int            | integer
          bigint         | bigint
          real           | real
          double         | double precision
          decimal(12,2)  | numeric(12,2)
          decimal        | numeric
          text           | text COLLATE "C"
          text(20)       | varchar(20) COLLATE "C"
          text(20000000) | text COLLATE "C"
          bytes          | bytea
          uuid           | uuid
          date           | date
          time           | time
          datetime       | timestamp
          instant        | timestamptz
          duration       | bigint
          json           | jsonb
          list(text(5))  | varchar(5)[]
          list(bigint)   | bigint[]
          """)
  void typeNamesAreThoseOfTheServer(String type, String name) throws SQLException {
    assertEquals(name, schema.typeName(ColumnType.parse(type)));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT NULL::" + name);
    }
  }

  @Test
  void identityCountsUpAndTakesGivenValues() throws SQLException {
    ColumnSchema id = column(ColumnType.parse("bigint"), Origin.IDENTITY);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE counted (id bigint"
          + schema.generation(id, "", true)
          + ", x int)");
      assertEquals(1, one(statement, "INSERT INTO counted (x) VALUES (0) RETURNING id"));
      assertEquals(9, one(statement, "INSERT INTO counted (id) VALUES (9) RETURNING id"));
      assertEquals(2, one(statement, "INSERT INTO counted (x) VALUES (0) RETURNING id"));
    }
  }

  @Test
  void sequenceWithAnyNameIsUsed() throws SQLException {
    String name = connector.syntax().quote("It's \"my\" Seq");
    ColumnSchema id = column(ColumnType.parse("bigint"), Origin.SEQUENCE);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SEQUENCE " + name + " START 100");
      statement.execute("CREATE TEMPORARY TABLE numbered (id bigint"
          + schema.generation(id, name, true)
          + ", x int)");
      assertEquals(100, one(statement, "INSERT INTO numbered (x) VALUES (0) RETURNING id"));
    }
  }

  @Test
  void givenValuesNeedNothing() {
    assertEquals("", schema.generation(column(ColumnType.parse("uuid"), Origin.UUID), "", true));
    assertEquals("", schema.generation(column(ColumnType.parse("int"), Origin.GIVEN), "", true));
    assertEquals("", schema.tableSuffix());
    assertEquals("\"c\"", schema.logicalValue("\"c\"", ColumnType.parse("decimal(10,2)")));
    assertEquals("9.99", schema.storedValue("9.99", ColumnType.parse("decimal(10,2)")));
    assertFalse(schema.referencesMayLookAhead());
  }

  private static long one(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void enumAsTextTakesOnlyItsLabels() throws SQLException {
    ColumnType type = ColumnType.enumeration(null, List.of("A", "it's"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE labelled (c text CHECK ("
          + schema.typeCheck("c", type)
          + "), l text[] CHECK ("
          + schema.typeCheck("l", ColumnType.list(type))
          + "))");
      statement.execute("INSERT INTO labelled VALUES ('it''s', ARRAY['A', 'A']), (NULL, NULL)");
      assertFails(statement, "INSERT INTO labelled (c) VALUES ('B')", "23514");
      assertFails(statement, "INSERT INTO labelled (l) VALUES (ARRAY['A', 'B'])", "23514");
      assertFails(statement, "INSERT INTO labelled (l) VALUES (ARRAY['A', NULL])", "23514");
    }
  }

  @Test
  void listTakesNoNullElement() throws SQLException {
    ColumnType type = ColumnType.parse("list(int)");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE listed (c int[] CHECK (" + schema.typeCheck("c", type) + "))");
      statement.execute("INSERT INTO listed VALUES (ARRAY[1, 2]), ('{}'), (NULL)");
      assertFails(statement, "INSERT INTO listed VALUES (ARRAY[1, NULL])", "23514");
    }
  }

  private static void assertFails(Statement statement, String sql, String state) {
    SQLException failure = assertThrows(SQLException.class, () -> statement.execute(sql));
    assertEquals(state, failure.getSQLState());
  }

  @Test
  void nativeEnumIsMadeOnceWhoeverAsksFirst() throws Exception {
    ColumnType type =
        ColumnType.enumeration("Mood's \"type\"", List.of("a", "it's", "$orm$", "?", "\\"));
    List<String> statements = schema.prepareType(type);
    assertEquals(1, statements.size());
    assertEquals(statements, schema.prepareType(ColumnType.list(type)));
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> make = () -> {
        try (Connection own = connector.dataSource().getConnection();
            Statement statement = own.createStatement()) {
          for (int i = 0; i < 5; i++) {
            statement.execute(statements.get(0));
          }
          return 1;
        }
      };
      for (Future<Integer> done : both.invokeAll(List.of(make, make))) {
        assertEquals(1, done.get());
      }
    } finally {
      both.shutdownNow();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT array_agg(e::text) FROM unnest(enum_range(NULL::\"Mood's \"\"type\"\"\")) e")) {
      rows.next();
      assertEquals(type.labels(), connector.codec().getList(rows, 1, ColumnType.text(0)));
    }
  }
}
