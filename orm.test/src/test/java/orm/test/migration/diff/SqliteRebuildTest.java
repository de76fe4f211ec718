package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import orm.api.catalog.Catalog;
import orm.api.catalog.ObjectName;
import orm.api.error.ForeignKeyException;
import orm.api.error.RowCountException;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.StepGuard;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** A table that SQLite cannot change in place is made anew, and loses nothing by it. */
class SqliteRebuildTest {
  private static final String BECAUSE = "other databases change tables in place";

  private static final String PARENT =
      "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'old') STRICT";

  private static final String PARENT_AFTER = PARENT.replace("'old'", "'new'");

  /** Migrates, and sees that the table was made anew and nothing is left to do. */
  private static void rebuild(
      Bench bench, List<String> before, List<String> after, List<String> rows) throws SQLException {
    bench.run(before);
    bench.run(rows);
    Catalog wish = bench.wish(after);
    CatalogDiff diff = bench.diff(wish, DiffOptions.exact());
    List<ChangeStep> steps = bench.steps(diff);
    assertTrue(steps.get(0).guards().contains(new StepGuard.ForeignKeysOff()), diff::toString);
    new StepRunner(bench.connector).run(bench.connection, steps);
    assertEquals(List.of(), bench.diff(wish, DiffOptions.exact()).changes());
    assertEquals(Bench.picture(wish), Bench.picture(bench.read()));
    assertEquals("ok", bench.one("PRAGMA integrity_check"));
    assertEquals("0", bench.one("PRAGMA legacy_alter_table"));
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void childrenOfEveryKindStay(TestDatabase test) throws SQLException {
    List<String> actions = List.of(
        "ON DELETE CASCADE",
        "ON DELETE SET NULL",
        "ON DELETE RESTRICT",
        "ON DELETE SET DEFAULT",
        "ON UPDATE CASCADE",
        "DEFERRABLE INITIALLY DEFERRED",
        "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED");
    List<String> children = new ArrayList<>();
    List<String> rows = new ArrayList<>(List.of("INSERT INTO parent VALUES (1, 'a'), (2, 'b')"));
    for (int i = 0; i < actions.size(); i++) {
      children.add("CREATE TABLE child" + i + " (id INTEGER PRIMARY KEY, parent INTEGER DEFAULT 1"
          + " REFERENCES parent " + actions.get(i) + ") STRICT");
      rows.add("INSERT INTO child" + i + " VALUES (1, 1), (2, 2), (3, NULL)");
    }
    List<String> before = new ArrayList<>(children);
    before.add(0, PARENT);
    List<String> after = new ArrayList<>(children);
    after.add(0, PARENT_AFTER);
    try (Bench bench = Bench.open(test.settings())) {
      rebuild(bench, before, after, rows);
      assertEquals("1", bench.one("PRAGMA foreign_keys"));
      for (int i = 0; i < actions.size(); i++) {
        assertEquals(
            List.of("1|1", "2|2", "3|null"), bench.rows("SELECT id, parent FROM child" + i));
        String orphan = "INSERT INTO child" + i + " VALUES (4, 9)";
        assertThrows(SQLException.class, () -> bench.run(orphan), actions.get(i));
      }
      bench.run("DELETE FROM child2", "DELETE FROM child4", "DELETE FROM child5");
      bench.run("DELETE FROM parent WHERE id = 2");
      assertEquals("1", bench.one("SELECT count(*) FROM child0 WHERE parent IS NOT NULL"));
      assertEquals("2", bench.one("SELECT count(*) FROM child1 WHERE parent IS NULL"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void whereForeignKeysWereOffTheyStayOff(TestDatabase test) throws SQLException {
    String child = "CREATE TABLE child (parent INTEGER REFERENCES parent ON DELETE CASCADE) STRICT";
    try (Bench bench = Bench.open(test.settings())) {
      bench.run("PRAGMA foreign_keys=OFF");
      rebuild(
          bench,
          List.of(PARENT, child),
          List.of(PARENT_AFTER, child),
          // The second row is broken already, which is nobody's fault here.
          List.of("INSERT INTO parent VALUES (1, 'a')", "INSERT INTO child VALUES (1), (9)"));
      assertEquals("0", bench.one("PRAGMA foreign_keys"));
      assertEquals(List.of("1", "9"), bench.rows("SELECT parent FROM child"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void aTableThatRefersToItselfStaysWhole(TestDatabase test) throws SQLException {
    String tree = "CREATE TABLE tree (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " up INTEGER REFERENCES tree (id) ON DELETE CASCADE, name TEXT DEFAULT 'x') STRICT";
    try (Bench bench = Bench.open(test.settings())) {
      rebuild(
          bench,
          List.of(tree),
          List.of(tree.replace("'x'", "'y'")),
          List.of(
              "INSERT INTO tree (id, up) VALUES (1, NULL), (2, 1), (3, 2), (40, 3)",
              "DELETE FROM tree WHERE id = 40"));
      assertEquals(List.of("1|null", "2|1", "3|2"), bench.rows("SELECT id, up FROM tree"));
      // The number of the deleted row is not given again.
      bench.run("INSERT INTO tree (up) VALUES (1)");
      assertEquals("41", bench.one("SELECT max(id) FROM tree"));
      bench.run("DELETE FROM tree WHERE id = 1");
      assertEquals("0", bench.one("SELECT count(*) FROM tree"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void theCounterOfAnEmptyTableStays(TestDatabase test) throws SQLException {
    String note = "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT DEFAULT 'a')";
    try (Bench bench = Bench.open(test.settings())) {
      rebuild(
          bench,
          List.of(note),
          List.of(note.replace("'a'", "'b'")),
          List.of("INSERT INTO note VALUES (70, 'x')", "DELETE FROM note"));
      bench.run("INSERT INTO note (text) VALUES ('y')");
      assertEquals("71", bench.one("SELECT id FROM note"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void triggersViewsAndIndexesStay(TestDatabase test) throws SQLException {
    List<String> rest = List.of(
        "CREATE TABLE log (what TEXT)",
        "CREATE TRIGGER seen AFTER INSERT ON parent BEGIN INSERT INTO log VALUES (new.name); END",
        "CREATE TRIGGER heard AFTER INSERT ON log BEGIN UPDATE parent SET name = 'two'"
            + " WHERE name = 'one'; END",
        "CREATE VIEW names AS SELECT name FROM parent",
        "CREATE VIEW long_names AS SELECT name FROM names WHERE length(name) > 1",
        "CREATE TRIGGER into_names INSTEAD OF INSERT ON names BEGIN"
            + " INSERT INTO parent (name) VALUES (new.name); END",
        "CREATE UNIQUE INDEX one_name ON parent (lower(name)) WHERE name <> 'many'",
        "CREATE INDEX by_name ON parent (name COLLATE NOCASE DESC)");
    List<String> before = new ArrayList<>(rest);
    before.add(0, PARENT);
    List<String> after = new ArrayList<>(rest);
    after.add(0, PARENT_AFTER);
    try (Bench bench = Bench.open(test.settings())) {
      rebuild(bench, before, after, List.of("INSERT INTO parent VALUES (1, 'many'), (2, 'many')"));
      bench.run("INSERT INTO names VALUES ('one')");
      bench.run("INSERT INTO names VALUES ('ab')");
      assertEquals(List.of("many", "many", "two", "ab"), bench.rows("SELECT name FROM long_names"));
      assertEquals(List.of("many", "many", "one", "ab"), bench.rows("SELECT what FROM log"));
      assertThrows(SQLException.class, () -> bench.run("INSERT INTO names VALUES ('aB')"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void computedColumnsAndTablesWithoutRowidStay(TestDatabase test) throws SQLException {
    String sum = "CREATE TABLE sum (a INTEGER NOT NULL, b INTEGER DEFAULT 1,"
        + " c INTEGER AS (a + b) STORED, d INTEGER AS (a * b) VIRTUAL, PRIMARY KEY (a))";
    try (Bench bench = Bench.open(test.settings())) {
      rebuild(
          bench,
          List.of(sum + " STRICT, WITHOUT ROWID", "CREATE INDEX by_c ON sum (c)"),
          List.of(
              sum.replace("DEFAULT 1", "DEFAULT 2") + " STRICT, WITHOUT ROWID",
              "CREATE INDEX by_c ON sum (c)"),
          List.of("INSERT INTO sum (a, b) VALUES (3, 4), (5, 6)"));
      assertEquals(List.of("3|4|7|12", "5|6|11|30"), bench.rows("SELECT * FROM sum"));
      // With and without a row id, and strict, are changes of their own.
      Catalog loose = bench.wish(
          List.of(sum.replace("DEFAULT 1", "DEFAULT 2"), "CREATE INDEX by_c ON sum (c)"));
      bench.migrate(loose, DiffOptions.exact());
      assertEquals(List.of("3|4|7|12", "5|6|11|30"), bench.rows("SELECT * FROM sum"));
      assertEquals("0|0", bench.one("SELECT wr, strict FROM pragma_table_list('sum')"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void whatBreaksAReferenceIsUndone(TestDatabase test) throws SQLException {
    String child = "CREATE TABLE child (parent INTEGER REFERENCES parent (id)) STRICT";
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(PARENT, child.replace(" REFERENCES parent (id)", ""));
      bench.run("INSERT INTO parent VALUES (1, 'a')", "INSERT INTO child VALUES (1), (7)");
      Catalog before = bench.read();
      Catalog wish = bench.wish(List.of(PARENT, child));
      ForeignKeyException broken =
          assertThrows(ForeignKeyException.class, () -> bench.migrate(wish, DiffOptions.exact()));
      assertTrue(
          String.valueOf(broken.getMessage())
              .contains("1 rows of child refer to rows of parent that are not there"),
          broken::getMessage);
      assertEquals(before, bench.read());
      assertEquals("1", bench.one("PRAGMA foreign_keys"));
      assertEquals(List.of("1", "7"), bench.rows("SELECT parent FROM child"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void cutOffAtAnyStepNothingHasChanged(TestDatabase test) throws SQLException {
    String child = "CREATE TABLE child (parent INTEGER REFERENCES parent ON DELETE CASCADE) STRICT";
    String index = "CREATE INDEX by_name ON parent (name)";
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(PARENT, child, index);
      bench.run("INSERT INTO parent VALUES (1, 'a')", "INSERT INTO child VALUES (1)");
      Catalog before = bench.read();
      Catalog wish = bench.wish(List.of(PARENT_AFTER, child, index));
      List<ChangeStep> steps = bench.steps(bench.diff(wish, DiffOptions.exact()));
      for (int k = 1; k <= steps.size(); k++) {
        try (Bench cut = Bench.open(test.settings())) {
          cut.run("PRAGMA foreign_keys=OFF", "BEGIN IMMEDIATE");
          cut.run(steps.subList(0, k).stream().map(ChangeStep::sql).toList());
        } // the connection is gone before it commits
        assertEquals(before, bench.read());
        assertEquals("1", bench.one("SELECT count(*) FROM child JOIN parent ON parent = id"));
      }
      bench.migrate(wish, DiffOptions.exact());
      assertEquals("1", bench.one("SELECT count(*) FROM child JOIN parent ON parent = id"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void lostRowsOfChildrenAreNoticed(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(PARENT, "CREATE TABLE child (parent INTEGER REFERENCES parent) STRICT");
      bench.run("INSERT INTO parent VALUES (1, 'a')", "INSERT INTO child VALUES (1)");
      CatalogDiff diff = bench.diff(
          bench.wish(List.of(
              PARENT_AFTER, "CREATE TABLE child (parent INTEGER REFERENCES parent) STRICT")),
          DiffOptions.exact());
      List<ChangeStep> steps = new ArrayList<>(bench.steps(diff));
      steps.add(ChangeStep.of("DELETE FROM child"));
      RowCountException lost = assertThrows(
          RowCountException.class,
          () -> new StepRunner(bench.connector).run(bench.connection, steps));
      assertTrue(
          String.valueOf(lost.getMessage()).contains("table child has 0 rows instead of 1"),
          lost::getMessage);
      assertEquals("1", bench.one("SELECT count(*) FROM child"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = BECAUSE)
  void whatCanBeDoneInPlaceIsDoneThere(TestDatabase test) throws SQLException {
    String before = "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, pages INTEGER,"
        + " CONSTRAINT positive CHECK (pages > 0)) STRICT";
    String after = "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL, isbn TEXT,"
        + " stars INTEGER NOT NULL DEFAULT 3, sheets INTEGER,"
        + " CONSTRAINT rated CHECK (stars BETWEEN 1 AND 5)) STRICT";
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(before, "INSERT INTO book VALUES (1, 'Emma', 300)");
      CatalogDiff diff = bench.diff(
          bench.wish(List.of(after)),
          DiffOptions.exact().renamed(ObjectName.of("book"), "pages", "sheets"));
      List<String> sql = bench.steps(diff).stream().map(ChangeStep::sql).toList();
      assertEquals(
          List.of(
              "ALTER TABLE `book` RENAME COLUMN `pages` TO `sheets`",
              "ALTER TABLE `book` DROP CONSTRAINT `positive`",
              "ALTER TABLE `book` ADD COLUMN `isbn` TEXT",
              "ALTER TABLE `book` ADD COLUMN `stars` INTEGER NOT NULL DEFAULT (3)",
              "ALTER TABLE `book` ALTER COLUMN `title` SET NOT NULL",
              "ALTER TABLE `book` ADD CONSTRAINT `rated` CHECK (stars BETWEEN 1 AND 5)"),
          sql);
      new StepRunner(bench.connector).run(bench.connection, bench.steps(diff));
      assertEquals(
          List.of("1|Emma|300|null|3"),
          bench.rows("SELECT id, title, sheets, isbn, stars FROM book"));
      assertTrue(bench.diff(bench.wish(List.of(after)), DiffOptions.exact()).isEmpty());
    }
  }
}
