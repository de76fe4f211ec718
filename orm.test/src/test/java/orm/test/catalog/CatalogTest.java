package orm.test.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
import orm.test.chinook.Chinook;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.types.Everything_;

/** What is the same of every database. */
class CatalogTest {
  @EachDatabase
  void anEmptyDatabaseHoldsNothing(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      assertEquals(Catalog.empty(), catalogs.read());
    }
  }

  @EachDatabase
  void theNumberOfQueriesDoesNotGrow(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      addTables(catalogs, 0, 1);
      int few = queries(catalogs, 1);
      addTables(catalogs, 1, 200);
      assertEquals(few, queries(catalogs, 200));
      assertTrue(few > 0 && few < 15, () -> few + " queries");
    }
  }

  private static void addTables(Catalogs catalogs, int from, int to) throws SQLException {
    for (int i = from; i < to; i++) {
      catalogs.run(
          "CREATE TABLE t" + i + " (a integer PRIMARY KEY, b integer UNIQUE CHECK (b > 0)"
              + " REFERENCES t0 (a))",
          "CREATE INDEX i" + i + " ON t" + i + " (b, a)",
          "CREATE VIEW v" + i + " AS SELECT a FROM t" + i);
    }
  }

  /** Reads through a connection that counts what is asked of it, and checks what comes. */
  private static int queries(Catalogs catalogs, int tables) throws SQLException {
    AtomicInteger queries = new AtomicInteger();
    Connection counting = (Connection) Proxy.newProxyInstance(
        CatalogTest.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              || method.getName().equals("createStatement")) {
            queries.incrementAndGet();
          }
          try {
            return method.invoke(catalogs.connection(), arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
    Catalog catalog = catalogs.reader().read(counting, List.of());
    assertEquals(tables, catalog.tables().size());
    assertEquals(tables, catalog.views().size());
    for (CatalogTable table : catalog.tables()) {
      assertEquals(1, table.indexes().size());
      assertEquals(1, table.foreignKeys().size());
    }
    return queries.get();
  }

  @EachDatabase
  void anyNameComesBackAsItIs(TestDatabase test) throws SQLException {
    List<String> names = List.of(
        "select",
        "class",
        "a b",
        " ",
        "it's",
        "say \"x\"",
        "back`tick",
        "[box]",
        "Tür 表 😀",
        "a.b",
        "x--y",
        "x/*y",
        "x*/y",
        ";",
        ":p",
        "$1$",
        "?",
        "%s",
        "\\u002a",
        "CHECK",
        "(",
        "),(",
        "a,b",
        "Case",
        "case",
        "new\nline",
        "COLLATE \"C\"",
        "DESC",
        "x)::text[]");
    UnaryOperator<String> quote = name -> "\"" + name.replace("\"", "\"\"") + "\"";
    try (Catalogs catalogs = Catalogs.of(test)) {
      for (String name : names) {
        // SQLite does not tell the cases of letters apart.
        String table = name.equals("Case") ? "Case 2" : name;
        String q = quote.apply(name);
        String qt = quote.apply(table);
        catalogs.run(
            "CREATE TABLE " + qt + " (" + q + " integer NOT NULL CONSTRAINT "
                + quote.apply(table + " check") + " CHECK (" + q
                + " > 0), \"other\" integer, CONSTRAINT "
                + quote.apply(table + " key") + " UNIQUE (" + q + "), CONSTRAINT "
                + quote.apply(table + " fk") + " FOREIGN KEY (\"other\") REFERENCES " + qt + " ("
                + q
                + "))",
            "CREATE INDEX " + quote.apply(table + " index") + " ON " + qt + " (" + q + " DESC, ("
                + q + " + 1)) WHERE " + q + " > 1",
            "CREATE VIEW " + quote.apply(table + " view") + " AS SELECT " + q + " FROM " + qt);
      }
      Catalog catalog = catalogs.read();
      assertEquals(List.of(), catalog.others());
      for (String name : names) {
        String table = name.equals("Case") ? "Case 2" : name;
        expectNames(catalog, table, name);
      }
      // What was read can be written again, in the order in which it comes.
      catalogs.run(catalog.views().stream()
          .map(view -> "DROP VIEW " + quote.apply(view.name().name()))
          .toArray(String[]::new));
      catalogs.run(catalog.views().stream()
          .map(view -> "CREATE VIEW " + quote.apply(view.name().name()) + " AS " + view.sql())
          .toArray(String[]::new));
      assertEquals(catalog, catalogs.read());
    }
  }

  private static void expectNames(Catalog catalog, String tableName, String name) {
    CatalogTable table = catalog.table(ObjectName.of(tableName)).orElseThrow();
    CatalogForeignKey key = table.foreignKeys().get(0);
    CatalogIndex index = table.indexes().get(0);
    assertEquals(
        List.of(name, "other"),
        table.columns().stream().map(CatalogColumn::name).toList());
    assertEquals(
        List.of(List.of(name)),
        table.uniques().stream().map(CatalogKey::columns).toList());
    assertEquals(tableName + " key", table.uniques().get(0).name());
    assertEquals(tableName + " fk", key.name());
    assertEquals(ObjectName.of(tableName), key.target());
    assertEquals(List.of(name), key.targetColumns());
    assertEquals(tableName + " check", table.checks().get(0).name());
    assertEquals(tableName + " index", index.name());
    assertEquals(name, index.parts().get(0).column());
    @Nullable String expression = index.parts().get(1).sql();
    assertTrue(expression != null && expression.endsWith(" + 1"), () -> "" + expression);
    assertEquals(
        List.of(name),
        catalog.views().stream()
            .filter(view -> view.name().name().equals(tableName + " view"))
            .flatMap(view -> view.columns().stream())
            .map(CatalogColumn::name)
            .toList());
  }

  @EachDatabase
  void viewsComeBehindThoseThatTheyRead(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      catalogs.run(
          "CREATE TABLE t (a integer)",
          "CREATE VIEW z AS SELECT a FROM t",
          "CREATE VIEW y AS SELECT a FROM z",
          "CREATE VIEW b AS SELECT a FROM t",
          "CREATE VIEW a AS SELECT y.a FROM y, b");
      assertEquals(
          List.of("b", "z", "y", "a"),
          catalogs.read().views().stream().map(view -> view.name().name()).toList());
    }
  }

  @EachDatabase
  void namesOfOtherSchemasSaySo(TestDatabase test) throws SQLException {
    boolean postgres = test.kind() == DatabaseKind.POSTGRES;
    try (Catalogs catalogs = Catalogs.of(test)) {
      catalogs.run(
          postgres ? "CREATE SCHEMA \"far off\"" : "ATTACH ':memory:' AS \"far off\"",
          "CREATE TABLE here (a integer PRIMARY KEY)",
          "CREATE TABLE \"far off\".there (b integer PRIMARY KEY)");
      if (postgres) {
        catalogs.run("ALTER TABLE here ADD FOREIGN KEY (a) REFERENCES \"far off\".there (b)");
      }
      Catalog near = catalogs.read();
      assertEquals(
          List.of(ObjectName.of("here")),
          near.tables().stream().map(CatalogTable::name).toList());
      String main = postgres ? "public" : "main";
      assertEquals(
          List.of(new ObjectName("far off", "there"), new ObjectName(main, "here")),
          catalogs.read(main, "far off").tables().stream()
              .map(CatalogTable::name)
              .toList());
      assertEquals(
          postgres ? List.of(new ObjectName("far off", "there")) : List.of(),
          near.tables().get(0).foreignKeys().stream()
              .map(CatalogForeignKey::target)
              .toList());
    }
  }

  /** Behind the line what SQLite tells, where that is less. */
  private static final String EVERYTHING = """
      id uuid | text
      yes boolean
      maybe boolean
      small smallint
      small_or_null smallint
      medium smallint
      medium_or_null smallint
      number int
      number_or_null int
      big bigint
      big_or_null bigint
      real real | double
      real_or_null real | double
      precise double
      precise_or_null double
      letter text(1)
      letter_or_null text(1)
      text text
      text_or_null text
      money decimal(18,4) | bigint
      vast decimal(38,10) | text
      unbounded decimal | text
      bytes bytes
      uuid uuid | text
      date date | text
      time time | text
      date_time datetime | text
      instant instant | text
      offset instant | text
      duration bigint
      colour enum(RED, GREEN, Blue)
      native_colour enum native everything_colour(RED, GREEN, Blue) | enum(RED, GREEN, Blue)
      words list(text) | json
      numbers list(int) | json
      days list(date) | json
      document json
      note json
      perhaps text
      place_street text
      place_number int
      place_extra text
      other_place_street text
      other_place_number int
      other_place_extra text
      """;

  @EachDatabase
  void ourOwnTablesTellTheirTypes(TestDatabase test) throws SQLException {
    test.with(List.of(Everything_.EVERYTHING));
    try (Catalogs catalogs = Catalogs.of(test)) {
      boolean postgres = test.kind() == DatabaseKind.POSTGRES;
      String expected = EVERYTHING
          .lines()
          .map(line -> line.contains(" | ") && !postgres
              ? line.substring(0, line.indexOf(' ')) + line.substring(line.indexOf(" | ") + 2)
              : line.replaceFirst(" \\| .*", ""))
          .collect(Collectors.joining("\n", "", "\n"));
      assertEquals(expected, catalogs.types("everything"));
    }
  }

  @EachDatabase
  void chinookIsFoundAsItsScriptMakesIt(TestDatabase test) throws Exception {
    Chinook.load(test);
    String file = "/chinook/catalog." + test.kind().name().toLowerCase(Locale.ROOT) + ".txt";
    try (Catalogs catalogs = Catalogs.of(test);
        InputStream expected = CatalogTest.class.getResourceAsStream(file)) {
      assertEquals(
          new String(Objects.requireNonNull(expected, file).readAllBytes(), StandardCharsets.UTF_8),
          catalogs.print());
    }
  }
}
