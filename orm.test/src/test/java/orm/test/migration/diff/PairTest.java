package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import orm.api.catalog.Catalog;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.ChangeWriter.Option;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** One database becomes another one, keeps its rows, and comes back. */
class PairTest {
  private static final String OWN_SQL = "the SQL is this database's own";

  /** There, back and there again; after each way nothing is left to do. */
  private static void thereAndBack(
      Bench bench, List<String> a, List<String> b, DiffOptions options, DiffOptions back)
      throws SQLException {
    Catalog wishA = bench.wish(a);
    Catalog wishB = bench.wish(b);
    become(bench, wishB, options);
    become(bench, wishA, back);
    become(bench, wishB, options);
  }

  private static void become(Bench bench, Catalog wish, DiffOptions options) throws SQLException {
    bench.migrate(wish, options);
    assertEquals(
        List.of(),
        bench.diff(wish, DiffOptions.exact()).changes().stream()
            .map(SchemaChange::text)
            .toList());
    assertEquals(Bench.picture(wish), Bench.picture(bench.read()));
  }

  @EachDatabase
  void tablesAndColumnsChangePlaces(TestDatabase test) throws SQLException {
    List<String> a = List.of(
        "CREATE TABLE cat (id integer PRIMARY KEY, one text, two text, three text)",
        "CREATE TABLE dog (id integer PRIMARY KEY, cat integer REFERENCES cat (id))",
        "CREATE INDEX cat_one ON cat (one)",
        "CREATE INDEX dog_cat ON dog (cat)");
    List<String> b = List.of(
        "CREATE TABLE dog (id integer PRIMARY KEY, two text, three text, one text)",
        "CREATE TABLE cat (id integer PRIMARY KEY, cat integer REFERENCES dog (id))",
        "CREATE INDEX dog_cat ON dog (two)",
        "CREATE INDEX cat_one ON cat (cat)");
    ObjectName cat = ObjectName.of("cat");
    ObjectName dog = ObjectName.of("dog");
    DiffOptions tables = DiffOptions.exact().renamed(cat, dog).renamed(dog, cat);
    DiffOptions there =
        tables.renamed(dog, "one", "two").renamed(dog, "two", "three").renamed(dog, "three", "one");
    DiffOptions back =
        tables.renamed(cat, "two", "one").renamed(cat, "three", "two").renamed(cat, "one", "three");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(a);
      bench.run("INSERT INTO cat VALUES (1, 'I', 'II', 'III')", "INSERT INTO dog VALUES (5, 1)");
      thereAndBack(bench, a, b, there, back);
      assertEquals(List.of("1|I|II|III"), bench.rows("SELECT id, two, three, one FROM dog"));
      assertEquals(List.of("5|1"), bench.rows("SELECT id, cat FROM cat"));
    }
  }

  @EachDatabase
  void tablesThatReferToEachOtherComeAndGo(TestDatabase test) throws SQLException {
    boolean postgres = test.kind() == DatabaseKind.POSTGRES;
    List<String> ring = postgres
        ? List.of(
            "CREATE TABLE a (id int PRIMARY KEY, b int)",
            "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a (id), b int REFERENCES b (id))",
            "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b (id)",
            "CREATE TABLE keep (id int PRIMARY KEY, a int REFERENCES a (id))")
        : List.of(
            "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b (id))",
            "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a (id), b int REFERENCES b (id))",
            "CREATE TABLE keep (id int PRIMARY KEY, a int REFERENCES a (id))");
    List<String> less = List.of("CREATE TABLE keep (id int PRIMARY KEY, a int)");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(less);
      bench.run("INSERT INTO keep VALUES (1, NULL)");
      thereAndBack(bench, less, ring, DiffOptions.exact(), DiffOptions.exact());
      assertEquals("1", bench.one("SELECT id FROM keep"));
    }
  }

  @EachDatabase
  void aReferenceLeansOnAUniqueIndexToo(TestDatabase test) throws SQLException {
    List<String> a = List.of(
        "CREATE TABLE author (id integer PRIMARY KEY, name text)",
        "CREATE UNIQUE INDEX one_name ON author (name)",
        "CREATE TABLE book (id integer PRIMARY KEY, author text REFERENCES author (name))");
    List<String> b = List.of(
        "CREATE TABLE author (id integer PRIMARY KEY, name text UNIQUE)",
        "CREATE TABLE book (id integer PRIMARY KEY, author text REFERENCES author (name))");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(a);
      bench.run("INSERT INTO author VALUES (1, 'x')", "INSERT INTO book VALUES (1, 'x')");
      assertEquals(List.of(), bench.diff(bench.wish(a), DiffOptions.exact()).changes());
      thereAndBack(bench, a, b, DiffOptions.exact(), DiffOptions.exact());
      assertEquals("x", bench.one("SELECT author FROM book"));
    }
  }

  @EachDatabase
  void aNameThatIsTakenIsFreedFirst(TestDatabase test) throws SQLException {
    List<String> a = List.of(
        "CREATE TABLE old (id integer PRIMARY KEY, was text, is_now text)",
        "CREATE TABLE fresh (id integer PRIMARY KEY, other integer)");
    List<String> b = List.of("CREATE TABLE fresh (id integer PRIMARY KEY, is_now text)");
    DiffOptions options = DiffOptions.exact()
        .renamed(ObjectName.of("old"), ObjectName.of("fresh"))
        .renamed(ObjectName.of("fresh"), "was", "is_now");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(a);
      bench.run("INSERT INTO old VALUES (1, 'kept', 'gone')", "INSERT INTO fresh VALUES (1, 1)");
      become(bench, bench.wish(b), options);
      assertEquals(List.of("1|kept"), bench.rows("SELECT id, is_now FROM fresh"));
      // The wish stays in the program, but it has come true.
      CatalogDiff again = bench.diff(bench.wish(b), options.notYetMade(bench.read()));
      assertTrue(again.isEmpty(), again::toString);
    }
  }

  @EachDatabase
  void aModelLeavesAloneWhatItDoesNotKnow(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(
          "CREATE TABLE other (id integer PRIMARY KEY)",
          "CREATE TABLE book (id integer PRIMARY KEY, title text, kind text)",
          "CREATE VIEW titles AS SELECT title FROM book",
          "CREATE VIEW long_titles AS SELECT title FROM titles WHERE length(title) > 3",
          "INSERT INTO book VALUES (1, 'Emma', 'novel')");
      Catalog wish = bench.wish(List.of("CREATE TABLE book (id integer PRIMARY KEY, name text)"));
      DiffOptions options = DiffOptions.model().renamed(ObjectName.of("book"), "title", "name");
      CatalogDiff diff = bench.migrate(wish, options);
      assertTrue(
          diff.changes().stream()
              .map(SchemaChange::text)
              .toList()
              .contains("drop column book.kind"),
          diff::toString);
      assertEquals("Emma", bench.one("SELECT * FROM long_titles"));
      assertEquals("0", bench.one("SELECT count(*) FROM other"));
      assertTrue(bench.diff(wish, options.notYetMade(bench.read())).isEmpty());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "only it keeps what was typed")
  void whatIsTypedOtherwiseIsTheSame(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(
          "create table book(id integer primary key,`pages` int default(5),\n"
              + " check( Pages>0 /* not none */ AND [pages] < 9000 ), unique (pages))",
          "create index BYPAGES on book(lower(Pages)) where pages is  not null");
      Catalog wish = bench.wish(List.of(
          "CREATE TABLE \"book\" (\"id\" INTEGER, \"pages\" INT DEFAULT 5,"
              + " CONSTRAINT \"book_pkey\" PRIMARY KEY (\"id\"),"
              + " CONSTRAINT \"book_pages_key\" UNIQUE (\"pages\"),"
              + " CONSTRAINT \"some\" CHECK ((\"pages\" > 0 and \"pages\" < 9000)))",
          "CREATE INDEX BYPAGES ON book (LOWER(\"pages\")) WHERE \"pages\" IS NOT NULL"));
      CatalogDiff diff = bench.diff(wish, DiffOptions.exact());
      assertEquals(List.of(), diff.changes());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = OWN_SQL)
  void typesOfPostgresChange(TestDatabase test) throws SQLException {
    List<String> a = List.of(
        "CREATE TYPE mood AS ENUM ('ok', 'sad', 'glad')",
        "CREATE DOMAIN grade AS integer CHECK (VALUE > 0)",
        "CREATE SEQUENCE ticket START 10",
        "CREATE TABLE person (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood"
            + " DEFAULT 'ok' CHECK (mood <> 'glad'), moods mood[], grade grade, no bigint DEFAULT"
            + " nextval('ticket'), at timestamptz, size numeric(10,2) DEFAULT 1, tag varchar(10))",
        "CREATE INDEX person_mood ON person (id) WHERE mood = 'sad'",
        "CREATE VIEW moody AS SELECT id, mood FROM person WHERE mood = 'sad'",
        "CREATE MATERIALIZED VIEW counted AS SELECT mood, count(*) AS n FROM moody GROUP BY mood",
        "COMMENT ON TABLE person IS 'it''s all'",
        "COMMENT ON COLUMN person.mood IS 'today'");
    List<String> b = List.of(
        "CREATE TYPE mood AS ENUM ('sad', 'fine', 'ok')",
        "CREATE DOMAIN grade AS integer DEFAULT 3 CHECK (VALUE > -1)",
        "CREATE SEQUENCE ticket START 10 INCREMENT 5",
        "CREATE TABLE person (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, mood mood"
            + " DEFAULT 'fine' CHECK (mood <> 'fine'), moods mood[], grade grade, no bigint DEFAULT"
            + " nextval('ticket'), at timestamp, size double precision DEFAULT 2, tag text NOT NULL"
            + " COLLATE \"C\")",
        "CREATE INDEX person_mood ON person (id) WHERE mood = 'sad'",
        "CREATE VIEW moody AS SELECT id, mood FROM person WHERE mood = 'sad'",
        "CREATE MATERIALIZED VIEW counted AS SELECT mood, count(*) AS n FROM moody GROUP BY mood",
        "COMMENT ON COLUMN person.mood IS 'now'",
        "COMMENT ON VIEW moody IS 'few'");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(a);
      bench.run("INSERT INTO person (mood, moods, grade, at, tag) VALUES"
          + " ('sad', '{ok,sad}', 4, '2024-05-06 07:08:09Z', 'x')");
      thereAndBack(bench, a, b, DiffOptions.exact(), DiffOptions.exact());
      assertEquals(
          "1|sad|{ok,sad}|4|10|2024-05-06 07:08:09|1|x", bench.one("SELECT * FROM person"));
      bench.run("INSERT INTO person (tag, mood) VALUES ('y', 'ok')");
      assertEquals("2|15", bench.one("SELECT id, no FROM person WHERE tag = 'y'"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = OWN_SQL)
  void aNewLabelCanBeUsedAtOnce(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      bench.run("CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE person (mood mood)");
      become(
          bench,
          bench.wish(List.of(
              "CREATE TYPE mood AS ENUM ('bad', 'ok', 'glad', 'best')",
              "CREATE TABLE person (mood mood DEFAULT 'glad' CHECK (mood <> 'bad'))")),
          DiffOptions.exact());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "only it builds indexes beside transactions")
  void onlineChangesMakeTheSame(TestDatabase test) throws SQLException {
    List<String> wished = List.of(
        "CREATE TABLE author (id int PRIMARY KEY)",
        "CREATE TABLE book (id int PRIMARY KEY, author int REFERENCES author (id) CHECK (author > 0))",
        "CREATE INDEX book_author ON book (author)");
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(
          "CREATE TABLE author (id int PRIMARY KEY)",
          "CREATE TABLE book (id int PRIMARY KEY, author int)");
      CatalogDiff diff = bench.diff(bench.wish(wished), DiffOptions.exact());
      List<ChangeStep> steps = bench
          .connector
          .changeWriter()
          .write(diff.before(), diff.changes(), diff.after(), List.of(Option.ONLINE));
      assertEquals(
          List.of(
              "ALTER TABLE \"book\" VALIDATE CONSTRAINT \"book_author_check\"",
              "CREATE INDEX CONCURRENTLY \"book_author\" ON \"book\" (\"author\")",
              "ALTER TABLE \"book\" VALIDATE CONSTRAINT \"book_author_fkey\""),
          steps.stream()
              .filter(step -> !step.transactional())
              .map(ChangeStep::sql)
              .toList());
      new StepRunner(bench.connector).run(bench.connection, steps);
      assertEquals(
          List.of(), bench.diff(bench.wish(wished), DiffOptions.exact()).changes());
    }
  }
}
