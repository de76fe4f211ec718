package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.api.error.DataLossException;
import orm.api.error.ErrorCode;
import orm.api.error.MigrationException;
import orm.api.error.SchemaVersionException;
import orm.api.migration.DataLoss;
import orm.api.migration.Migration;
import orm.api.migration.MigrationContext;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationReport;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationVersion;
import orm.api.migration.Migrations;
import orm.api.migration.SquashedFile;
import orm.api.migration.Undo;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** What migrations do when everything goes well. */
class MigrateTest {
  private static final MigrationOptions DEFAULTS = MigrationOptions.defaults();

  private static final String BOOK = """
      -- A shop needs books.
      -- orm: up
      create table book (id integer primary key, title varchar(100) not null);
      insert into book values (1, 'It''s; odd');
      -- orm: down
      drop table book;
      """;

  private static final String PRICE = """
      alter table book add column price integer;
      -- orm: down
      alter table book drop column price;
      """;

  @TempDir
  private Path folder;

  private static List<String> ran(MigrationReport report) {
    return report.ran().stream()
        .map(one -> one.direction() + " " + one.module() + " " + one.id())
        .toList();
  }

  @EachDatabase
  void whatWaitsRunsOnceAndInOrder(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0002_price.sql", PRICE)
        .file("shop", "0001_create_book.sql", BOOK);
    assertEquals(List.of("shop 1 PENDING", "shop 2 PENDING"), shop.states());
    assertEquals(List.of("UP shop 1", "UP shop 2"), ran(shop.migrations().apply()));
    assertEquals(List.of("shop 1 APPLIED", "shop 2 APPLIED"), shop.states());
    assertEquals(List.of(), ran(shop.migrations().apply()));
    assertEquals(List.of("It's; odd"), shop.strings("select title from book where price is null"));
    shop.migrations().validate();
    assertEquals(
        MigrationVersion.of("2"), shop.migrations().status().version("shop").orElseThrow());
  }

  @EachDatabase
  void aPlanHasTheExactSqlAndChangesNothing(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0002_price.sql", PRICE);
    MigrationPlan plan = shop.migrations().plan(DEFAULTS);
    String script = plan.script().replaceAll(", \\S*/shop/", ", ");
    assertEquals("""
        -- shop 1 (create book), 0001_create_book.sql, in one transaction
        create table book (id integer primary key, title varchar(100) not null);
        insert into book values (1, 'It''s; odd');

        -- shop 2 (price), 0002_price.sql, in one transaction
        alter table book add column price integer;

        """, script);
    assertEquals(3, plan.migrations().get(0).steps().get(0).line());
    assertEquals(List.of(), shop.objects());
  }

  @EachDatabase
  void undoTellsWhatItTakesAwayAndWantsThatAccepted(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0002_price.sql", PRICE);
    shop.migrations().apply();
    // the new column is empty: nothing is lost
    assertEquals(List.of("DOWN shop 2"), ran(shop.migrations().undo(Undo.last(1), DEFAULTS)));
    MigrationPlan plan = shop.migrations().planUndo(Undo.everything(), DEFAULTS);
    assertEquals(List.of(new DataLoss("table book", 1, false)), plan.unaccepted());
    DataLossException refused = assertThrows(
        DataLossException.class, () -> shop.migrations().undo(Undo.everything(), DEFAULTS));
    assertEquals(List.of("table book"), refused.losses());
    assertTrue(String.valueOf(refused.getMessage()).contains("table book (1 row) by shop 1"));
    assertEquals(List.of("It's; odd"), shop.strings("select title from book"));
    assertEquals(
        List.of("DOWN shop 1"),
        ran(shop.migrations().undo(Undo.everything(), DEFAULTS.accepting("table book"))));
    assertEquals(List.of("shop 1 UNDONE", "shop 2 UNDONE"), shop.states());
    assertEquals(List.of(), shop.objects());
    assertEquals(List.of("UP shop 1", "UP shop 2"), ran(shop.migrations().apply()));
    assertEquals(List.of("DOWN shop 2", "UP shop 2"), ran(shop.migrations().redo(DEFAULTS)));
  }

  @EachDatabase
  void downToZeroAndUpAgainLeavesNothingBehind(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0002_price.sql", PRICE)
        .file("shop", "0003_index.sql", """
            create index book_title on book (title);
            -- orm: down
            drop index book_title;
            """)
        .file("shop", "R__cheap.sql", """
            -- orm: up
            create view cheap as select * from book;
            -- orm: down
            drop view cheap;
            """);
    Migrations migrations = shop.migrations();
    migrations.apply();
    List<String> objects = shop.objects();
    for (int round = 0; round < 20; round++) {
      migrations.undo(Undo.everything(), DEFAULTS.accepting("table book"));
      assertEquals(List.of(), shop.objects());
      migrations.apply();
      assertEquals(objects, shop.objects());
    }
  }

  @EachDatabase
  void modulesRunBehindWhatTheyRequire(TestDatabase test) {
    Application shop = new Application(test, folder)
        .file("accounts", "0001_order.sql", """
            -- orm: requires stock >= 2
            create table account (part integer references part (id));
            -- orm: down
            drop table account;
            """)
        .file("stock", "0001_part.sql", "create table part (id integer primary key);")
        .file("stock", "0002_size.sql", """
            alter table part add column size integer;
            -- orm: down
            alter table part drop column size;
            """)
        .file("stock", "0003_more.sql", """
            -- orm: requires accounts
            alter table part add column more integer;
            -- orm: down
            alter table part drop column more;
            """);
    assertEquals(
        List.of("UP stock 1", "UP stock 2", "UP accounts 1"),
        ran(shop.migrations().apply(DEFAULTS.modules("accounts"))));
    assertEquals(List.of("UP stock 3"), ran(shop.migrations().apply()));
    MigrationException needed = assertThrows(
        MigrationException.class,
        () -> shop.migrations().undo(Undo.downTo("stock", "1"), DEFAULTS));
    assertTrue(String.valueOf(needed.getMessage()).contains("accounts 1 (order) requires it"));
    assertEquals(
        List.of("DOWN stock 3", "DOWN accounts 1", "DOWN stock 2"),
        ran(shop.migrations().undo(Undo.last(3), DEFAULTS)));
  }

  @EachDatabase
  void repeatableOnesRunAgainWhenTheyChange(TestDatabase test) throws SQLException {
    String cheap = """
        drop view if exists cheap;
        create view cheap as select 1 as one;
        """;
    Application shop = new Application(test, folder)
        .file("shop", "V1__create_book.sql", "create table book (id integer);")
        .file("shop", "U1__create_book.sql", "drop table book;")
        .file("shop", "R__cheap.sql", cheap);
    assertEquals(List.of("UP shop 1", "UP shop R cheap"), ran(shop.migrations().apply()));
    shop.file("shop", "R__cheap.sql", "\uFEFF" + cheap.replace("\n", "  \r\n") + "\r\n");
    assertEquals(List.of(), ran(shop.migrations().apply()));
    shop.file("shop", "R__cheap.sql", cheap.replace('1', '2'));
    assertEquals(MigrationState.CHANGED, shop.info("shop", "R cheap").state());
    assertEquals(List.of("UP shop R cheap"), ran(shop.migrations().apply()));
    assertEquals(List.of("2"), shop.strings("select one from cheap"));
    assertEquals(List.of("DOWN shop 1"), ran(shop.migrations().undo(Undo.last(1), DEFAULTS)));
  }

  @EachDatabase
  void seedsRunWhenAskedFor(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "seed/demo.sql", "insert into book values (2, 'Demo');");
    assertEquals(List.of("UP shop 1"), ran(shop.migrations().apply()));
    shop.migrations().validate();
    assertEquals(List.of("UP shop S demo"), ran(shop.migrations().seed(DEFAULTS)));
    assertEquals(List.of(), ran(shop.migrations().seed(DEFAULTS)));
    assertEquals(List.of("2"), shop.strings("select count(*) from book"));
  }

  @EachDatabase
  void ofSeveralDialectsTheOneThatFitsIsTaken(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_which.sql", "create table which (name varchar(9) default 'any');")
        .file("shop", "0001_which.postgres.sql", "create table which (name text default 'pg');")
        .file("shop", "0002_row.sql", "insert into which default values;");
    shop.migrations().apply();
    String expected = test.kind() == DatabaseKind.POSTGRES ? "pg" : "any";
    assertEquals(List.of(expected), shop.strings("select name from which"));
  }

  /** Fills a column by Java. */
  private static final class Initials implements Migration {
    @Override
    public String module() {
      return "shop";
    }

    @Override
    public String version() {
      return "2";
    }

    @Override
    public String name() {
      return "initials";
    }

    @Override
    public boolean reversible() {
      return true;
    }

    @Override
    public void up(MigrationContext context) throws SQLException {
      assertFalse(context.connection().getAutoCommit());
      assertEquals(1, context.execute("update book set title = substr(title, 1, 1)"));
    }

    @Override
    public void down(MigrationContext context) throws SQLException {
      context.execute("update book set title = 'again'");
    }
  }

  @EachDatabase
  void aMigrationInJavaStandsInLine(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0003_price.sql", PRICE)
        .with(new Initials());
    assertEquals(
        List.of("UP shop 1", "UP shop 2", "UP shop 3"), ran(shop.migrations().apply()));
    assertEquals(List.of("I"), shop.strings("select title from book"));
    shop.migrations().undo(Undo.last("shop", 2), DEFAULTS);
    assertEquals(List.of("again"), shop.strings("select title from book"));
  }

  @EachDatabase
  void aBaselineAdoptsWhatIsThere(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "V1__create_book.sql", "create table book (id integer);")
        .file("shop", "V1_1__more.sql", "create table more (id integer);")
        .file("shop", "V2__price.sql", "alter table book add column price integer;");
    shop.execute("create table book (id integer)");
    shop.execute("create table flyway_schema_history"
        + " (installed_rank integer, version varchar(50), success boolean)");
    shop.execute("insert into flyway_schema_history values (1, '1', true), (2, '1.1', true),"
        + " (3, null, true)");
    assertEquals(MigrationVersion.of("1.1"), shop.migrations().adoptFlyway("shop"));
    assertEquals(List.of("shop 1 COVERED", "shop 1.1 COVERED", "shop 2 PENDING"), shop.states());
    assertEquals(List.of("UP shop 2"), ran(shop.migrations().apply()));
    SchemaVersionException twice =
        assertThrows(SchemaVersionException.class, () -> shop.migrations().baseline("shop", "2"));
    assertEquals(ErrorCode.HISTORY_EXISTS, twice.code());
  }

  @EachDatabase
  void aSquashedFileStandsForThoseThatItReplaces(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0002_price.sql", PRICE)
        .file("shop", "0003_more.sql", """
            create table more (id integer);
            -- orm: down
            drop table more;
            """);
    SquashedFile squashed = shop.migrations().squash("shop", "1", "2");
    assertEquals("0002_squashed.sql", squashed.name());
    shop.file("shop", squashed.name(), squashed.text());
    assertEquals(List.of("UP shop 2", "UP shop 3"), ran(shop.migrations().apply()));
    List<String> objects = shop.objects();
    shop.without("shop", "0001_create_book.sql").without("shop", "0002_price.sql");
    assertEquals(List.of(), ran(shop.migrations().apply()));
    shop.migrations().undo(Undo.everything(), DEFAULTS.accepting("table book"));
    assertEquals(List.of(), shop.objects());
    shop.migrations().apply();
    assertEquals(objects, shop.objects());
  }

  @EachDatabase
  void whereTheSingleOnesRanTheSquashedOneHasNothingToDo(TestDatabase test) {
    Application shop = new Application(test, folder)
        .file("shop", "0001_create_book.sql", BOOK)
        .file("shop", "0002_price.sql", PRICE);
    SquashedFile squashed = shop.migrations().squash("shop", "1", "2");
    shop.migrations().apply(DEFAULTS.upTo("shop", "1"));
    shop.without("shop", "0001_create_book.sql")
        .without("shop", "0002_price.sql")
        .file("shop", squashed.name(), squashed.text());
    SchemaVersionException partly =
        assertThrows(SchemaVersionException.class, () -> shop.migrations().apply());
    assertEquals(ErrorCode.PARTLY_SQUASHED, partly.code());
    shop.file("shop", "0001_create_book.sql", BOOK).file("shop", "0002_price.sql", PRICE);
    assertEquals(List.of("UP shop 2"), ran(shop.migrations().apply()));
    shop.without("shop", "0001_create_book.sql").without("shop", "0002_price.sql");
    assertEquals(List.of(), ran(shop.migrations().apply()));
    shop.migrations().validate();
  }

  @EachDatabase
  void progressIsToldInOrder(TestDatabase test) {
    List<String> events = new ArrayList<>();
    Application shop = new Application(test, folder).file("shop", "0001_create_book.sql", BOOK);
    shop.migrations()
        .apply(DEFAULTS.listener(
            event -> events.add(event.type() + " " + event.step() + "/" + event.steps())));
    assertEquals(
        List.of(
            "BEGIN 0/2",
            "STEP 1/2",
            "STEP_RAN 1/2",
            "STEP 2/2",
            "STEP_RAN 2/2",
            "RECORDED 2/2",
            "DONE 0/2"),
        events);
  }

  @EachDatabase
  void theSettingMigratesWhenTheDatabaseIsOpened(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder).file("shop", "0001_create_book.sql", BOOK);
    DatabaseSettings validate =
        test.settings().toBuilder().set("migrate", "validate").build();
    SchemaVersionException behind =
        assertThrows(SchemaVersionException.class, () -> test.open(shop.builder(validate)));
    assertEquals(ErrorCode.SCHEMA_BEHIND, behind.code());
    Database database = test.open(
        shop.builder(test.settings().toBuilder().set("migrate", "apply").build()));
    assertEquals(List.of("It's; odd"), shop.strings("select title from book"));
    database.close();
    test.open(shop.builder(validate)).close();
    // a module of another database is left alone
    test.open(shop.file("other", "0001_x.sql", "nonsense")
            .builder(validate.toBuilder().set("migrate.modules", "shop").build()))
        .close();
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has neither")
  void dataBehindCopyAndIndexesMadeConcurrently(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_book.sql", """
            create table book (id integer, title text);
            copy book (id, title) from stdin;
            1\tIt's; a 'quote
            2\t\\N
            \\.
            create function one() returns integer language sql begin atomic select 1; end;
            """)
        .file("shop", "0002_index.sql", """
            -- orm: transaction none
            create index concurrently book_title on book (title);
            select set_config('search_path', '', false);
            """)
        .file("shop", "V3__plain.sql", "drop index concurrently book_title;");
    shop.migrations().apply();
    assertEquals(
        List.of("It's; a 'quote"), shop.strings("select title from book where title is not null"));
    assertEquals(List.of("shop 1 APPLIED", "shop 2 APPLIED", "shop 3 APPLIED"), shop.states());
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL has no such switch")
  void aRebuiltTableKeepsItsChildren(TestDatabase test) throws SQLException {
    Application shop = new Application(test, folder)
        .file("shop", "0001_tables.sql", """
            create table author (id integer primary key, name text);
            create table book (id integer, author integer references author (id) on delete cascade);
            insert into author values (1, 'A');
            insert into book values (1, 1);
            create trigger named after update on author begin
              update book set id = case when 1 then 7 else 8 end; select 1;
            end;
            """)
        .file("shop", "0002_rebuild.sql", """
            -- orm: foreign keys off
            -- orm: keeps rows of author
            create table author_new (id integer primary key, name text not null);
            insert into author_new select * from author;
            drop table author;
            alter table author_new rename to author;
            """)
        .file("shop", "0003_break.sql", """
            -- orm: foreign keys off
            -- orm: loses rows of author
            delete from author;
            """);
    shop.migrations().apply(DEFAULTS.upTo("shop", "2"));
    assertEquals(List.of("1"), shop.strings("select count(*) from book"));
    MigrationException broken =
        assertThrows(MigrationException.class, () -> shop.migrations().apply());
    assertTrue(
        String.valueOf(broken.getMessage()).contains("1 rows of book refer to rows of author"),
        broken::getMessage);
    assertEquals(List.of("1"), shop.strings("select count(*) from author"));
    shop.file("shop", "0003_break.sql", """
            -- orm: keeps rows of book
            -- orm: loses rows of book
            delete from book;
            """);
    broken = assertThrows(MigrationException.class, () -> shop.migrations().apply());
    assertTrue(
        String.valueOf(broken.getMessage()).contains("has 0 rows instead of 1"),
        broken::getMessage);
    assertEquals(List.of("1"), shop.strings("select count(*) from book"));
  }
}
