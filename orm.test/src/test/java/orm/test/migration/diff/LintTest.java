package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import orm.api.catalog.LintFinding;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.migration.lint.ChangeLint;
import orm.migration.lint.SqlLint;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What a change may lose, lock or break is said before it runs. */
class LintTest {
  private static List<String> rules(List<LintFinding> findings) {
    List<String> rules = new ArrayList<>();
    findings.forEach(finding -> rules.add(finding.rule() + " " + finding.place()));
    return rules;
  }

  @EachDatabase
  void riskyChangesAreFound(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(
          "CREATE TABLE author (id integer PRIMARY KEY, name text)",
          "CREATE TABLE book (id integer PRIMARY KEY, author integer, kind text)");
      CatalogDiff diff = bench.diff(
          bench.wish(List.of(
              "CREATE TABLE author (id integer PRIMARY KEY, name text NOT NULL)",
              "CREATE TABLE book (id integer PRIMARY KEY, author integer REFERENCES author (id))",
              "CREATE TABLE page (id integer PRIMARY KEY, book integer REFERENCES book (id))",
              "CREATE INDEX page_book ON page (book)")),
          DiffOptions.exact());
      List<String> found = rules(
          new ChangeLint(bench.connector.changeWriter()).findings(diff.changes(), diff.after()));
      String require = "alter column author.name, required";
      String refer = "add foreign key [author] to book";
      String drop = "drop column book.kind";
      boolean postgres = test.kind() == DatabaseKind.POSTGRES;
      List<String> expected = new ArrayList<>(List.of(
          "DATA_DEPENDENT " + require,
          "INCOMPATIBLE " + require,
          (postgres ? "LONG_LOCK " : "REWRITE ") + require,
          "DATA_DEPENDENT " + refer,
          "MISSING_INDEX " + refer,
          (postgres ? "LONG_LOCK " : "REWRITE ") + refer,
          "DESTRUCTIVE " + drop,
          "IRREVERSIBLE " + drop,
          "INCOMPATIBLE " + drop));
      if (!postgres) {
        expected.add("REWRITE " + drop);
      }
      assertEquals(expected, found);
    }
  }

  @EachDatabase
  void riskyStatementsAreFound(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      SqlLexer lexer = new SqlLexer(bench.connector.syntax().lexicalFeatures());
      String script = """
          CREATE TABLE fresh (id int);
          CREATE INDEX fresh_id ON fresh (id);
          DROP TABLE fresh;
          /* harmless */ DELETE FROM a WHERE x = 'DROP TABLE';
          DROP TABLE IF EXISTS "b";
          delete from a;
          ALTER TABLE a ADD COLUMN c int NOT NULL;
          ALTER TABLE a RENAME COLUMN c TO d;
          CREATE UNIQUE INDEX i ON a (c);
          """;
      List<String> found = new ArrayList<>();
      new SqlLint(lexer)
          .findings(SqlScript.split(script, lexer))
          .forEach(finding ->
              found.add(finding.rule() + " " + finding.place().replaceAll(" \\(.*", "")));
      List<String> expected = new ArrayList<>(List.of(
          "DESTRUCTIVE line 5",
          "INCOMPATIBLE line 5",
          "IRREVERSIBLE line 5",
          "DESTRUCTIVE line 6",
          "IRREVERSIBLE line 6",
          "DATA_DEPENDENT line 7",
          "INCOMPATIBLE line 7",
          "INCOMPATIBLE line 8",
          "DATA_DEPENDENT line 9"));
      if (test.kind() == DatabaseKind.POSTGRES) {
        expected.add(8, "LONG_LOCK line 9");
        String more = """
            ALTER TABLE a ALTER c TYPE text, ADD CHECK (f(c, 1) > 0), ALTER COLUMN c SET NOT NULL;
            ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES b NOT VALID;
            CREATE INDEX CONCURRENTLY j ON a (c)""";
        List<String> postgres = new ArrayList<>();
        new SqlLint(lexer)
            .findings(SqlScript.split(more, lexer))
            .forEach(finding ->
                postgres.add(finding.rule() + " " + finding.place().replaceAll(" \\(.*", "")));
        assertEquals(
            List.of(
                "REWRITE line 1",
                "DESTRUCTIVE line 1",
                "INCOMPATIBLE line 1",
                "DATA_DEPENDENT line 1",
                "LONG_LOCK line 1",
                "DATA_DEPENDENT line 1",
                "LONG_LOCK line 1"),
            postgres);
      }
      assertEquals(expected, found);
    }
  }
}
