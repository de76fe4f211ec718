package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;
import static orm.test.relation.Course_.COURSE;
import static orm.test.relation.Mark_.MARK;
import static orm.test.relation.Student_.STUDENT;
import static orm.test.types.Everything_.EVERYTHING;

import java.sql.SQLException;
import java.util.List;
import orm.api.Database;
import orm.api.catalog.SchemaChange;
import orm.api.model.EntityTable;
import orm.migration.diff.DiffOptions;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A database that a model made is what the model wishes for. */
class ModelDiffTest {
  private static final List<EntityTable<?, ?>> TABLES =
      List.of(EVERYTHING, AUTHOR, BOOK, COURSE, STUDENT, MARK);

  @EachDatabase
  void nothingIsLeftToDoAfterCreation(TestDatabase test) throws SQLException {
    Database db = test.with(TABLES);
    try (Bench bench = Bench.open(test.settings())) {
      assertEquals(
          List.of(),
          bench
              .diff(bench.wish(db.schema().createStatements(TABLES)), DiffOptions.exact())
              .changes());
    }
  }

  @EachDatabase
  void anEmptyDatabaseBecomesWhatTheModelWishes(TestDatabase test) throws SQLException {
    List<String> wished = test.db().schema().createStatements(TABLES);
    try (Bench bench = Bench.open(test.settings())) {
      bench.migrate(bench.wish(wished), DiffOptions.model());
      assertEquals(
          List.of(),
          bench.diff(bench.wish(wished), DiffOptions.exact()).changes().stream()
              .map(SchemaChange::text)
              .toList());
      assertEquals(Bench.picture(bench.wish(wished)), Bench.picture(bench.read()));
    }
  }
}
