package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.Orm;
import orm.api.catalog.Catalog;
import orm.api.catalog.ObjectName;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationOptions;
import orm.api.migration.Undo;
import orm.migration.diff.DiffOptions;
import orm.migration.step.StepScript;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A difference is written as a migration file, which runs like any other. */
class ScriptFileTest {
  private static final DiffOptions WITHOUT_HISTORY =
      DiffOptions.exact().ignoring(Set.of(ObjectName.of("orm_migration")));

  @TempDir
  Path folder;

  @EachDatabase
  void aDifferenceRunsAsAFile(TestDatabase test) throws SQLException, IOException {
    boolean postgres = test.kind() == DatabaseKind.POSTGRES;
    String mood = postgres ? "mood" : "text";
    String child = "CREATE TABLE child (parent integer REFERENCES parent (id) ON DELETE CASCADE)";
    String type = postgres ? "CREATE TYPE mood AS ENUM ('ok')" : "CREATE TABLE mood (id integer)";
    List<String> a = List.of(
        type,
        "CREATE TABLE parent (id integer PRIMARY KEY, name varchar(9) DEFAULT 'a', mood " + mood
            + ")",
        child);
    List<String> b = List.of(
        type.replace("('ok')", "('bad', 'ok')"),
        "CREATE TABLE parent (id integer PRIMARY KEY, name text DEFAULT 'b;' NOT NULL, mood " + mood
            + " DEFAULT 'bad')",
        child);
    try (Bench bench = Bench.open(test.settings())) {
      bench.run(a);
      bench.run("INSERT INTO parent VALUES (1, 'x', 'ok')", "INSERT INTO child VALUES (1)");
      Catalog wishA = bench.wish(a);
      Catalog wishB = bench.wish(b);
      String up = StepScript.of(bench.steps(bench.diff(wishB, DiffOptions.exact())));
      String down =
          StepScript.of(bench.steps(bench.differ.compare(wishB, wishA, DiffOptions.exact())));
      if (!postgres) {
        assertEquals(
            List.of(
                "-- orm: foreign keys off",
                "-- orm: keeps rows of child",
                "-- orm: keeps rows of parent"),
            up.lines().filter(line -> line.startsWith("--")).sorted().toList());
      }
      Path module = Files.createDirectories(folder.resolve("shop"));
      Files.writeString(
          module.resolve("0001_parent.sql"), "-- orm: up\n" + up + "\n-- orm: down\n" + down);
      Database db =
          test.open(Orm.builder(test.settings()).migrations(MigrationModule.in(module, "shop")));
      db.migrations().apply();
      assertEquals(List.of(), bench.diff(wishB, WITHOUT_HISTORY).changes());
      assertEquals("1|x|ok", bench.one("SELECT parent.* FROM parent JOIN child ON parent = id"));
      db.migrations().undo(Undo.last(1), MigrationOptions.defaults());
      assertEquals(List.of(), bench.diff(wishA, WITHOUT_HISTORY).changes());
      assertEquals("1|x|ok", bench.one("SELECT parent.* FROM parent JOIN child ON parent = id"));
    }
  }
}
