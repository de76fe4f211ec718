package orm.test.migration.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceOptions;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Whatever a database calls its things, the records compile without a warning and hold its rows.
 */
class HostileNamesTest {
  private static final SourceOptions OPTIONS = SourceOptions.of("made.hostile");

  private static final String READ = """
      package made.hostile;

      public final class ViewReading {
        private ViewReading() {}

        public static int read(orm.api.Database db) {
          return db.sql(ViewOfAll.SELECT).into(ViewOfAll_::new).list().size();
        }
      }
      """;

  /** Words of Java, types that every file uses, members of generated classes, and worse. */
  private static final List<String> NAMES = List.of(
      "class",
      "Class ",
      "getClass",
      "hashCode",
      "toString",
      "equals",
      "wait",
      "notify",
      "clone",
      "finalize",
      "record",
      "var",
      "yield",
      "sealed",
      "enum",
      "true",
      "null",
      "_",
      "__",
      "$",
      "1st",
      "Object",
      "String",
      "Integer",
      "Long",
      "Record",
      "Override",
      "Deprecated",
      "Ref",
      "List",
      "Optional",
      "Nullable",
      "NullMarked",
      "Entity",
      "Id",
      "Column",
      "Check",
      "Index",
      "Unique",
      "Version",
      "Module",
      "Generated",
      "Table",
      "Row",
      "Source",
      "Key",
      "Edit",
      "Mapping",
      "Binder",
      "Projection",
      "Numeric",
      "ForeignKey",
      "BigDecimal",
      "Json",
      "Instant",
      "orm",
      "java",
      "made",
      "hostile",
      "hostile_module",
      "HostileModule",
      "name",
      "schema",
      "mapping",
      "reader",
      "source",
      "table",
      "keyColumns",
      "as",
      "ref",
      "refTo",
      "in",
      "any",
      "none",
      "every",
      "key",
      "done",
      "edit",
      "row",
      "accept",
      "target",
      "target_",
      "byId",
      "by id",
      "id_",
      "SELECT",
      "read",
      "write",
      "columns",
      "invoice_line",
      "InvoiceLine",
      "invoiceLine",
      "invoice line",
      "INVOICE-LINE",
      "INVOICELINE",
      "a b",
      "a\"b",
      "a'b",
      "a\\b",
      "a`b",
      "{a}",
      "${a}",
      ":a",
      "a?b",
      "größe",
      "große",
      "книга",
      "表",
      "\uD83D\uDE00",
      "\u202Eevil",
      "*/",
      "x */ y",
      "\\u002a/",
      "\\u0022",
      "\"); System.exit(1); //",
      "@Deprecated",
      "{@link Foo}",
      "<script>",
      "&amp;",
      "x\" + System.getenv() + \"",
      "%s",
      "--",
      "/*",
      ";",
      "package-info",
      "con",
      "Aux",
      "Main");

  @EachDatabase
  void everyNameMakesARecordThatHoldsItsRows(TestDatabase test, @TempDir Path folder)
      throws Exception {
    boolean postgres = test.kind() == DatabaseKind.POSTGRES;
    List<String> tables = folded(NAMES, postgres);
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE wide " + wide());
      statement.execute(
          "INSERT INTO wide VALUES (1" + ", 7".repeat(folded(NAMES, false).size()) + ")");
      for (String name : tables) {
        statement.execute("CREATE TABLE " + quote(name + (name.equals("wide") ? "2" : ""))
            + " (id integer PRIMARY KEY, " + quote(name + " is") + " "
            + "text DEFAULT " + literal(name) + " CHECK (" + quote(name + " is") + " <> "
            + literal("*/ \\u002a/ " + name.replace("{", "")) + "), "
            + quote(name + "_id") + " integer REFERENCES wide ON DELETE CASCADE, "
            + "other integer UNIQUE REFERENCES " + quote(name) + ")");
        statement.execute(
            "INSERT INTO " + quote(name) + " VALUES (1, " + literal(name) + ", 1, 1)");
        if (postgres) {
          String evil =
              literal(name + " */ } static { throw new Error(); } \\u002a/ \\u007b \n@see");
          statement.execute("COMMENT ON TABLE " + quote(name) + " IS " + evil);
          statement.execute(
              "COMMENT ON COLUMN " + quote(name) + "." + quote(name + " is") + " IS " + evil);
        }
      }
      statement.execute("CREATE VIEW " + quote("view of */ all") + " AS SELECT * FROM wide");
    }
    GeneratedSources sources = Generated.sources(test, OPTIONS);
    sources
        .files()
        .forEach(file -> assertTrue(
            StandardCharsets.US_ASCII.newEncoder().canEncode(file.path())
                && file.path().matches("[A-Za-z0-9_./-]+"),
            file::path));
    TestDatabase copy = TestDatabase.create(test.kind());
    boolean failed = true;
    try (Generated generated = Generated.compile(
        sources, OPTIONS, folder, Map.of("made/hostile/ViewReading.java", READ))) {
      assertEquals(tables.size() + 1, generated.tables().size(), sources::text);
      Database to = copy.db();
      to.script(generated.baseline());
      generated.copy(test.db(), to);
      for (String name : tables) {
        assertEquals(rows(test, name), rows(copy, name), name);
      }
      assertEquals(rows(test, "wide"), rows(copy, "wide"));
      Object read = generated
          .type("made.hostile.ViewReading")
          .getMethod("read", Database.class)
          .invoke(null, to);
      assertEquals(1, read);
      failed = false;
    } finally {
      copy.finish(failed);
    }
  }

  /** All names as columns of one table. */
  private static String wide() {
    StringJoiner columns = new StringJoiner(", ", "(id integer PRIMARY KEY, ", ")");
    for (String name : folded(NAMES, false)) {
      columns.add(quote(name) + " integer NOT NULL DEFAULT 7");
    }
    return columns.toString();
  }

  /** SQLite does not tell names apart by case; nor do columns of a record. */
  private static List<String> folded(List<String> names, boolean byCase) {
    List<String> kept = new ArrayList<>();
    for (String name : names) {
      if (byCase || kept.stream().noneMatch(name::equalsIgnoreCase)) {
        kept.add(name);
      }
    }
    if (!byCase) {
      kept.removeIf("id"::equalsIgnoreCase);
    }
    return Collections.unmodifiableList(kept);
  }

  private static List<String> rows(TestDatabase test, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + quote(table))) {
      while (result.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
