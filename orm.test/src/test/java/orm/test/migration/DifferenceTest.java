package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import orm.api.catalog.Catalog;
import orm.api.catalog.LintRule;
import orm.api.catalog.SchemaChange;
import orm.api.error.ErrorCode;
import orm.api.error.MigrationException;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationFindings;
import orm.api.migration.MigrationOptions;
import orm.api.migration.Migrations;
import orm.api.migration.Repair;
import orm.api.migration.SchemaDifference;
import orm.api.migration.Undo;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What differs between a database, its migrations and another database. */
class DifferenceTest {
  private static final String BOOK = """
      create table book (id integer primary key, title varchar(100) not null);
      create index book_title on book (title);
      insert into book values (1, 'Emma');
      -- orm: down
      drop table book;
      """;

  @TempDir
  private Path folder;

  private static List<String> texts(SchemaDifference difference) {
    return difference.changes().stream().map(SchemaChange::text).toList();
  }

  @EachDatabase
  void whatMigrationsMadeIsNoDriftAndWhatSomebodyAddedIs(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder).file("shop", "0001_book.sql", BOOK);
    shop.migrations().apply();
    assertEquals(List.of(), texts(shop.migrations().drift()));

    shop.execute("alter table book add column price integer");

    SchemaDifference drift = shop.migrations().drift();
    assertEquals(List.of("add column book.price"), texts(drift));

    // as a file it adopts the change
    shop.execute("alter table book drop column price");
    shop.file("shop", "0002_price.sql", drift.file()).migrations().apply();
    assertEquals(List.of(), texts(shop.migrations().drift()));
  }

  @EachDatabase
  void driftIsTakenOverWhereItHappened(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder).file("shop", "0001_book.sql", BOOK);
    shop.migrations().apply();
    List<String> before = shop.objects();
    shop.execute("alter table book add column price integer");
    shop.execute("create table shelf (id integer primary key, book integer references book (id))");
    shop.execute("insert into shelf values (1, 1)");
    List<String> drifted = shop.objects();
    shop.file("shop", "0002_by_hand.sql", shop.migrations().drift().file());

    shop.migrations().repair(new Repair(Repair.Kind.MARK_APPLIED, "shop", "2"));

    assertEquals(List.of("shop 1 APPLIED", "shop 2 APPLIED"), shop.states());
    assertEquals(drifted, shop.objects(), "nothing ran");
    assertEquals(List.of(), texts(shop.migrations().drift()));
    assertEquals(List.of(), shop.migrations().apply().ran());

    // from here on it is a migration like others
    shop.migrations().undo(Undo.last(1), MigrationOptions.defaults().accepting("table shelf"));
    assertEquals(before, shop.objects());
    shop.migrations().apply();
    assertEquals(List.of(), texts(shop.migrations().drift()));
  }

  @EachDatabase
  void onlyWhatIsNextIsNotedAsApplied(TestDatabase test) {
    Application shop = new Application(test, folder)
        .file("shop", "0001_book.sql", BOOK)
        .file("shop", "0002_price.sql", "alter table book add column price integer;")
        .file("shop", "0003_pages.sql", "alter table book add column pages integer;");
    shop.migrations().apply(MigrationOptions.defaults().upTo("shop", "1"));

    assertEquals("before it waits shop 2 (price), which must run first", refusal(shop, "3"));
    assertEquals("it does not wait, it is applied", refusal(shop, "1"));
    assertEquals("nobody brings it now", refusal(shop, "4"));
    assertEquals(List.of("shop 1 APPLIED", "shop 2 PENDING", "shop 3 PENDING"), shop.states());
  }

  private static String refusal(Application shop, String id) {
    Migrations migrations = shop.migrations();
    MigrationException refused = assertThrows(
        MigrationException.class,
        () -> migrations.repair(new Repair(Repair.Kind.MARK_APPLIED, "shop", id)));
    assertEquals(ErrorCode.UNKNOWN_MIGRATION, refused.code());
    String message = String.valueOf(refused.getMessage());
    return message.substring(
        message.indexOf("MARK_APPLIED: ") + "MARK_APPLIED: ".length(),
        message.indexOf(". status lists"));
  }

  @EachDatabase
  void driftIsRefusedWhereNobodyCanTell(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_book.sql", BOOK)
        .file("shop", "0002_price.sql", "alter table book add column price integer;");
    shop.execute("create table book (id integer primary key, title varchar(100) not null)");
    shop.migrations().baseline("shop", "1");
    shop.migrations().apply();

    SchemaVersionException refused =
        assertThrows(SchemaVersionException.class, () -> shop.migrations().drift());

    assertEquals(ErrorCode.DRIFT_UNKNOWN, refused.code());
  }

  @EachDatabase
  void aDifferenceIsAMigrationThereAndBack(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder).file("shop", "0001_book.sql", BOOK);
    shop.migrations().apply();
    Catalog wanted = shop.migrations().catalog();
    assertEquals(
        List.of("book"),
        wanted.tables().stream().map(table -> table.name().name()).toList());

    shop.execute("drop index book_title");
    SchemaDifference difference = shop.migrations().diff(wanted);
    assertEquals(List.of("create index book_title on book"), texts(difference));
    List<String> before = shop.objects();
    shop.file("shop", "0002_index.sql", difference.file());
    shop.migrations().apply();
    assertEquals(List.of(), texts(shop.migrations().diff(wanted)));
    shop.migrations().undo(Undo.last(1), MigrationOptions.defaults());
    assertEquals(before, shop.objects());
  }

  @EachDatabase
  void lintSeesWhatWaitsOnly(TestDatabase test) {
    Application shop = new Application(test, folder)
        .file("shop", "0001_book.sql", BOOK)
        .file("shop", "0002_gone.sql", "drop table book;");

    List<MigrationFindings> found = shop.migrations().lint(MigrationOptions.defaults());

    assertEquals(1, found.size());
    assertEquals("2", found.get(0).migration().id());
    assertTrue(
        found.get(0).findings().stream().anyMatch(one -> one.rule() == LintRule.DESTRUCTIVE));
  }
}
