package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static orm.test.fulltext.Anew_.ANEW;
import static orm.test.fulltext.Changed_.CHANGED;
import static orm.test.fulltext.Headed_.HEADED;
import static orm.test.fulltext.Indexed_.INDEXED;
import static orm.test.fulltext.Moved_.MOVED;
import static orm.test.fulltext.Odd_.ODD;
import static orm.test.fulltext.Plain_.PLAIN;
import static orm.test.fulltext.Renamed_.RENAMED;

import java.sql.SQLException;
import java.util.List;
import orm.api.Database;
import orm.api.catalog.Catalog;
import orm.api.catalog.SchemaChange;
import orm.api.expression.Condition;
import orm.api.model.EntityTable;
import orm.api.schema.Naming;
import orm.api.schema.TableSchema;
import orm.migration.diff.DiffOptions;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;
import orm.test.fulltext.Notes;

/** An index of words comes, changes and goes with migrations, and knows the rows that are there. */
class TextIndexDiffTest {
  private static DiffOptions options(EntityTable<?, ?> table) {
    TableSchema schema = TableSchema.parse(table.mapping().schema());
    return DiffOptions.model(List.of(schema), Naming.AS_WRITTEN);
  }

  private static List<String> changes(Bench bench, Database db, EntityTable<?, ?> table)
      throws SQLException {
    Catalog wish = bench.wish(db.schema().createStatements(List.of(table)));
    DiffOptions options = options(table).notYetMade(bench.read());
    return bench.diff(wish, options).changes().stream().map(SchemaChange::text).toList();
  }

  /** Migrates, and sees that something was to be done and nothing is left. */
  private static void migrate(TestDatabase test, Database db, EntityTable<?, ?> table)
      throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      assertFalse(changes(bench, db, table).isEmpty());
      Catalog wish = bench.wish(db.schema().createStatements(List.of(table)));
      bench.migrate(wish, options(table).notYetMade(bench.read()));
      assertEquals(List.of(), changes(bench, db, table));
      assertEquals(List.of(), bench.read().others());
      assertEquals(Bench.picture(wish), Bench.picture(bench.read()));
    }
  }

  private static <E> long found(Database db, EntityTable<E, ?> table, Condition condition) {
    return db.from(table).where(condition).count();
  }

  @EachDatabase
  void nothingIsLeftToDoAfterCreation(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(INDEXED));
    try (Bench bench = Bench.open(test.settings())) {
      assertEquals(List.of(), changes(bench, db, INDEXED));
      Catalog wish = bench.wish(db.schema().createStatements(List.of(INDEXED)));
      assertEquals(List.of(), bench.diff(wish, DiffOptions.exact()).changes());
      assertEquals(List.of(), bench.read().others());
    }
  }

  @EachDatabase
  void anyNameWillDo(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(ODD));
    db.insert(ODD, new Notes.Odd(1, "red", "wine", null));
    db.update(ODD).set(ODD.text, "from France").all().execute();
    assertEquals(1, found(db, ODD, ODD.oddWords.matches("wine france")));
    try (Bench bench = Bench.open(test.settings())) {
      assertEquals(List.of(), changes(bench, db, ODD));
      bench.migrate(bench.wish(List.of()), DiffOptions.exact());
      assertEquals(List.of(), bench.read().others());
    }
    migrate(test, db, ODD);
  }

  @EachDatabase
  void itComesAndChangesAndGoes(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(PLAIN));
    db.insertAll(
        PLAIN,
        List.of(
            new Notes.Plain(null, "Red wine", "from France", 1),
            new Notes.Plain(null, "Cheese", "goes with wine", 2)));
    migrate(test, db, INDEXED);
    assertEquals(2, found(db, INDEXED, INDEXED.noteText.matches("wine")));
    db.insert(INDEXED, new Notes.Indexed(null, "Bread", "and wine", 3));
    assertEquals(3, found(db, INDEXED, INDEXED.noteText.matches("wine")));
    migrate(test, db, CHANGED);
    assertEquals(2, found(db, CHANGED, CHANGED.noteText.matches("wine")));
    migrate(test, db, INDEXED);
    migrate(test, db, RENAMED);
    assertEquals(3, found(db, RENAMED, RENAMED.noteWords.matches("wine")));
    migrate(test, db, PLAIN);
    db.insert(PLAIN, new Notes.Plain(null, "Water", "no wine", 4));
    migrate(test, db, INDEXED);
    assertEquals(4, found(db, INDEXED, INDEXED.noteText.matches("wine")));
  }

  @EachDatabase
  void itStaysRightWhenTheTableIsRenamedOrMadeAnew(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(INDEXED));
    db.insert(INDEXED, new Notes.Indexed(null, "Red wine", "from France", 1));
    db.insert(INDEXED, new Notes.Indexed(null, "Beer", "from Belgium", 2));
    db.deleteFrom(INDEXED).where(INDEXED.title.eq("Red wine")).execute();
    migrate(test, db, ANEW);
    assertEquals(0, found(db, ANEW, ANEW.noteText.matches("wine")));
    assertEquals(1, found(db, ANEW, ANEW.noteText.matches("beer")));
    db.insert(ANEW, new Notes.Anew(null, "Gin", "from London", 3));
    assertEquals(1, found(db, ANEW, ANEW.noteText.matches("gin london")));
    migrate(test, db, INDEXED);
    migrate(test, db, HEADED);
    db.update(HEADED)
        .set(HEADED.heading, "Ale")
        .where(HEADED.heading.eq("Beer"))
        .execute();
    assertEquals(1, found(db, HEADED, HEADED.noteText.matches("ale")));
    assertEquals(0, found(db, HEADED, HEADED.noteText.matches("beer")));
  }

  @EachDatabase
  void itGoesWithTheTableAndUnderItsNewName(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(INDEXED));
    db.insert(INDEXED, new Notes.Indexed(null, "Red wine", "from France", 1));
    migrate(test, db, MOVED);
    db.insert(MOVED, new Notes.Moved(null, "White wine", "from Spain", 1));
    assertEquals(2, found(db, MOVED, MOVED.noteText.matches("wine")));
    try (Bench bench = Bench.open(test.settings())) {
      bench.migrate(bench.wish(List.of()), DiffOptions.exact());
      assertEquals(List.of(), bench.read().tables());
      assertEquals(List.of(), bench.read().others());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "elsewhere an index needs no triggers")
  void oneThatLostATriggerIsMadeAnew(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(INDEXED));
    for (String lost : List.of("insert", "update", "delete")) {
      db.sql("drop trigger note_text_" + lost).execute();
      migrate(test, db, INDEXED);
    }
    db.sql("drop trigger note_text_insert").execute();
    db.sql("drop trigger note_text_update").execute();
    migrate(test, db, INDEXED);
    db.sql("drop trigger note_text_update").execute();
    db.insert(INDEXED, new Notes.Indexed(null, "Red wine", "from France", 1));
    db.update(INDEXED).set(INDEXED.title, "Beer").all().execute();
    assertEquals(0, found(db, INDEXED, INDEXED.noteText.matches("beer")));
    migrate(test, db, INDEXED);
    assertEquals(1, found(db, INDEXED, INDEXED.noteText.matches("beer")));
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "elsewhere there are no other changes")
  void rowsThatOthersReplaceAreFoundAsTheyAre(TestDatabase test) throws SQLException {
    Database db = test.with(List.of(ANEW));
    db.insert(ANEW, new Notes.Anew(null, "Red wine", "from France", 1));
    db.insert(ANEW, new Notes.Anew(null, "Beer", "from Belgium", 2));
    db.sql("insert or replace into note (id, title, body, pages) values (1, 'Gin', '', 2)")
        .execute();
    db.sql("insert or ignore into note (id, title, body, pages) values (2, 'Rum', '', 3)")
        .execute();
    assertEquals(0, found(db, ANEW, ANEW.noteText.matches("wine OR beer")));
    assertEquals(1, found(db, ANEW, ANEW.noteText.matches("gin")));
    assertEquals(1, found(db, ANEW, ANEW.noteText.matches("rum")));
  }
}
