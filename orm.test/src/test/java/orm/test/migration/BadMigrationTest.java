package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.error.DataLossException;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationException;
import orm.api.error.MigrationFailedException;
import orm.api.error.MigrationLockedException;
import orm.api.error.OrmException;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationEvent;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationState;
import orm.api.migration.Repair;
import orm.api.migration.Undo;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Each says what happened, in which state the database is, and what to do next. */
class BadMigrationTest {
  private static final MigrationOptions DEFAULTS = MigrationOptions.defaults();

  @TempDir
  private Path folder;

  private Application shop(TestDatabase test) {
    return new Application(test, folder)
        .file("shop", "0001_book.sql", "create table book (id integer);");
  }

  private static <X extends MigrationException> X refused(
      Class<X> type, ErrorCode code, Application shop, String... words) {
    X error = assertThrows(type, () -> shop.migrations().apply());
    assertEquals(code, error.code(), error::getMessage);
    String message = String.valueOf(error.getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
    return error;
  }

  @EachDatabase
  void anEditedFileIsShownWithWhatWasChanged(TestDatabase test) {
    Application shop = shop(test);
    shop.migrations().apply();
    shop.file("shop", "0001_book.sql", "create table book (\n  id integer, price integer);");
    SchemaVersionException edited = refused(
        SchemaVersionException.class,
        ErrorCode.MIGRATION_EDITED,
        shop,
        "was changed after it had run",
        "- create table book (id integer);",
        "+   id integer, price integer);",
        "write a new migration");
    assertEquals("shop", edited.module());
    assertEquals("1", edited.migration());
    assertEquals(MigrationState.EDITED, shop.info("shop", "1").state());
    shop.migrations().repair(new Repair(Repair.Kind.ACCEPT_EDIT, "shop", "1"));
    shop.migrations().validate();
  }

  @EachDatabase
  void aMissingFileIsNamed(TestDatabase test) {
    Application shop = shop(test).file("shop", "0002_more.sql", "create table more (id integer);");
    shop.migrations().apply();
    shop.without("shop", "0001_book.sql");
    refused(
        SchemaVersionException.class,
        ErrorCode.MIGRATION_MISSING,
        shop,
        "shop 1 (book)",
        "its file is gone",
        "Bring the file back");
    shop.migrations().repair(new Repair(Repair.Kind.FORGET, "shop", "1"));
    shop.migrations().validate();
  }

  @EachDatabase
  void twoHeadsOfOneNumberAreNamed(TestDatabase test) {
    Application shop = shop(test).file("shop", "0001_cd.sql", "create table cd (id integer);");
    refused(
        InvalidMigrationException.class,
        ErrorCode.DUPLICATE_MIGRATION,
        shop,
        "0001_book.sql",
        "0001_cd.sql",
        "next free number");
  }

  @EachDatabase
  void aFileForADialectThatNobodyKnowsIsNotSkipped(TestDatabase test) {
    refused(
        InvalidMigrationException.class,
        ErrorCode.INVALID_MIGRATION,
        shop(test).file("shop", "0002_cd.oracle.sql", "create table cd (id number);"),
        "0002_cd.oracle.sql",
        "it is for oracle",
        "The dialects are postgres and sqlite");
  }

  @EachDatabase
  void whatIsNumberedBelowOneThatRanIsAllowedByOptionOnly(TestDatabase test) {
    Application shop = shop(test).file("shop", "0003_cd.sql", "create table cd (id integer);");
    shop.migrations().apply();
    shop.file("shop", "0002_dvd.sql", "create table dvd (id integer);");
    refused(
        SchemaVersionException.class,
        ErrorCode.OUT_OF_ORDER,
        shop,
        "shop 2 (dvd)",
        "shop 3 has",
        "allow it");
    shop.migrations().apply(DEFAULTS.outOfOrder());
    shop.migrations().validate();
  }

  @EachDatabase
  void aCircleOfModulesIsShown(TestDatabase test) {
    Application shop = shop(test)
        .requires("shop", "stock")
        .file("stock", "0001_part.sql", "create table part (id integer);")
        .requires("stock", "shop");
    refused(
        InvalidMigrationException.class,
        ErrorCode.MIGRATION_CYCLE,
        shop,
        "shop 1 requires stock 1 requires shop 1",
        "Take one requirement away");
  }

  @EachDatabase
  void aRequirementThatNobodyFulfilsIsNamed(TestDatabase test) {
    Application shop = shop(test)
        .file("shop", "0002_x.sql", "-- orm: requires stock >= 2\ncreate table x (id integer);");
    refused(
        InvalidMigrationException.class,
        ErrorCode.MISSING_REQUIREMENT,
        shop,
        "stock >= 2",
        "nobody brings module stock");
    shop.file("stock", "0001_part.sql", "create table part (id integer);");
    refused(
        InvalidMigrationException.class,
        ErrorCode.MISSING_REQUIREMENT,
        shop,
        "goes no further than 1");
  }

  @EachDatabase
  void filesThatCannotBeReadAreNamedWithTheLine(TestDatabase test) {
    Application shop = shop(test);
    String[][] bad = {
      {"0002_empty.sql", "-- nothing\n", "ORM-6003", "no statement"},
      {"0002_down.sql", "-- orm: down\ndrop table book;", "ORM-6003", "no statement"},
      {"create_cd.sql", "select 1;", "ORM-6002", "0001_create_book.sql"},
      {"V2_cd.sql", "select 1;", "ORM-6002", "V1__create_book.sql"},
      {"0002_word.sql", "select 1;\n-- orm: need stock", "ORM-6002", "line 2"},
      {"0002_time.sql", "-- orm: lock timeout soon\nselect 1;", "ORM-6002", "500ms"},
      {"0002_quote.sql", "select 1;\nselect 'x;", "ORM-6002", "line 2, column 8"},
      {"0002_begin.sql", "select 1;\nbegin;\nselect 2;", "ORM-6007", "BEGIN"},
      {"0002_end.sql", "select 1;\ncommit", "ORM-6007", "line 2"},
      {"0002_psql.sql", "\\connect other\nselect 1;", "ORM-6002", "\\connect"},
      {"0002_own.sql", "delete from orm_migration;", "ORM-6007", "repair"},
      {"0002_vacuum.sql", "vacuum;", "ORM-6007", "transaction none"},
      {"0002_late.sql", "select 1;\n-- orm: up\nselect 2;", "ORM-6002", "line 2"},
      {"0002_replaces.sql", "-- orm: replaces 1..3\nselect 1;", "ORM-6002", "the number 7"},
    };
    for (String[] one : bad) {
      shop.file("shop", one[0], one[1]);
      InvalidMigrationException error =
          assertThrows(InvalidMigrationException.class, () -> shop.migrations().apply(), one[0]);
      String message = String.valueOf(error.getMessage());
      assertTrue(message.startsWith(one[2]), message);
      assertTrue(message.contains(one[3]), message);
      assertTrue(message.contains(one[0]), message);
      shop.without("shop", one[0]);
    }
    shop.migrations().apply();
  }

  @EachDatabase
  void aSyntaxErrorNamesFileLineStatementAndTheDatabasesWords(TestDatabase test)
      throws SQLException {
    StringBuilder seven = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      seven.append("create table t").append(i).append(" (\n  id integer);\n");
    }
    Application shop =
        shop(test).file("shop", "0002_seven.sql", seven + "\ncreate tabel t7 (id integer);");
    MigrationFailedException error = refused(
        MigrationFailedException.class,
        ErrorCode.MIGRATION_FAILED,
        shop,
        "shop 2 (seven)",
        "statement 7 of 7",
        "0002_seven.sql, line 14: create tabel t7",
        "near \"tabel\"",
        "was rolled back");
    assertEquals(14, error.line());
    assertEquals(7, error.statement());
    assertEquals(0, error.stepsDone());
    assertEquals(List.of("shop 1 APPLIED", "shop 2 PENDING"), shop.states());
    assertTrue(shop.objects().stream().noneMatch(one -> one.contains("t1")));
    shop.file("shop", "0002_seven.sql", seven.toString());
    shop.migrations().apply();
  }

  @EachDatabase
  void withoutATransactionItGoesOnWhereItFailed(TestDatabase test) throws SQLException {
    String head = "-- orm: transaction none\ncreate table t1 (id integer);\n";
    Application shop =
        shop(test).file("shop", "0002_steps.sql", head + "create tabel t2 (id integer);");
    MigrationFailedException error = refused(
        MigrationFailedException.class,
        ErrorCode.MIGRATION_FAILED,
        shop,
        "Its statements up to 1 are stored",
        "goes on at statement 2");
    assertEquals(1, error.stepsDone());
    assertEquals(MigrationState.INTERRUPTED, shop.info("shop", "2").state());
    shop.file("shop", "0002_steps.sql", head.replace("t1", "t9") + "create table t2 (id integer);");
    refused(SchemaVersionException.class, ErrorCode.MIGRATION_EDITED, shop, "t9");
    // it goes on as it began, even if the file wants one transaction now
    String rest = head.lines().skip(1).findFirst().orElseThrow();
    shop.file("shop", "0002_steps.sql", rest + "\ncreate table t2 (id integer);");
    shop.migrations().apply();
    assertTrue(String.join(" ", shop.objects()).contains("t2"));
    shop.migrations().validate();
  }

  @EachDatabase
  void aLockHeldTooLongNamesItsHolder(TestDatabase test) throws Exception {
    Application shop = shop(test);
    Application other = shop(test).file("shop", "0002_cd.sql", "create table cd (id integer);");
    MigrationOptions hold = DEFAULTS.listener(event -> {
      if (event.step() == 1
          && event.type() == MigrationEvent.Type.STEP_RAN
          && "1".equals(event.id())) {
        MigrationLockedException locked = assertThrows(
            MigrationLockedException.class,
            () -> other.migrations().apply(DEFAULTS.waiting(Duration.ofMillis(100))));
        String message = String.valueOf(locked.getMessage());
        assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
        assertTrue(message.contains("migrate.wait"), message);
      }
    });
    shop.migrations().apply(hold);
    other.migrations().apply();
  }

  @EachDatabase
  void aTableLockedByOthersEndsInTime(TestDatabase test) throws SQLException {
    Application shop = shop(test);
    shop.migrations().apply();
    shop.file(
        "shop",
        "0002_price.sql",
        "-- orm: lock timeout 200ms\nalter table book add column price integer;");
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate("insert into book values (1)");
      refused(
          MigrationFailedException.class,
          ErrorCode.MIGRATION_FAILED,
          shop,
          "a lock was not granted within 200 ms",
          "End the transaction",
          "rolled back");
      connection.rollback();
    }
    shop.migrations().apply();
  }

  @EachDatabase
  void aStatementThatRunsTooLongIsCancelled(TestDatabase test) {
    String endless = test.kind() == DatabaseKind.POSTGRES
        ? "select pg_sleep(60)"
        : "create table n as with recursive n(i) as (select 1 union all select i + 1 from n)"
            + " select max(i) as i from n";
    Application shop =
        shop(test).file("shop", "0002_slow.sql", "-- orm: statement timeout 300ms\n" + endless);
    refused(
        MigrationFailedException.class,
        ErrorCode.MIGRATION_FAILED,
        shop,
        "longer than its time limit");
  }

  @EachDatabase
  void aDatabaseNewerThanTheApplicationIsRefusedAndCanBeUndone(TestDatabase test)
      throws SQLException {
    Application shop = shop(test)
        .file(
            "shop",
            "0002_price.sql",
            "alter table book add column price integer;\n"
                + "-- orm: down\nalter table book drop column price;");
    shop.migrations().apply();
    shop.without("shop", "0002_price.sql");
    refused(
        SchemaVersionException.class,
        ErrorCode.SCHEMA_AHEAD,
        shop,
        "shop 2 (price)",
        "goes no further than 1",
        "newer");
    shop.migrations().apply(DEFAULTS.allowingNewerDatabase());
    // the downgrade: the history keeps how the newer one is undone
    shop.migrations().undo(Undo.last(1), DEFAULTS);
    shop.migrations().validate();
    assertThrows(SQLException.class, () -> shop.strings("select price from book"));
  }

  @EachDatabase
  void whatCannotBeUndoneIsSaidBeforeAnythingRuns(TestDatabase test) throws SQLException {
    Application shop = shop(test)
        .file(
            "shop",
            "0002_price.sql",
            "alter table book add column price integer;\n"
                + "-- orm: down\nalter table book drop column price;");
    shop.migrations().apply();
    MigrationException error = assertThrows(
        MigrationException.class, () -> shop.migrations().undo(Undo.everything(), DEFAULTS));
    assertEquals(ErrorCode.IRREVERSIBLE_MIGRATION, error.code());
    assertEquals(List.of(), shop.strings("select price from book"));
  }

  @EachDatabase
  void rowsAreLostOnlyWhenTheFileNamesThem(TestDatabase test) throws SQLException {
    Application shop = shop(test)
        .file("shop", "0002_fill.sql", "insert into book values (1), (2);")
        .file("shop", "0003_drop.sql", "drop table book;");
    DataLossException loss =
        assertThrows(DataLossException.class, () -> shop.migrations().apply());
    assertTrue(String.valueOf(loss.getMessage()).contains("table book (2 rows) by shop 3"));
    assertEquals(List.of("2"), shop.strings("select count(*) from book"));
    shop.file("shop", "0003_drop.sql", "-- orm: loses table book\ndrop table book;");
    shop.migrations().apply();
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no users")
  void aMissingRightIsNamed(TestDatabase test) throws SQLException {
    Application shop = shop(test);
    String user = "reader_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    shop.execute("create role " + user + " login password 'hunter2'");
    shop.execute("revoke create on schema public from public");
    try {
      DatabaseSettings settings =
          test.settings().toBuilder().user(user).password("hunter2").build();
      MigrationException error = assertThrows(
          MigrationException.class,
          () -> test.open(shop.builder(settings)).migrations().apply());
      assertTrue(String.valueOf(error.getMessage()).contains("may not do this"), error::getMessage);
      assertTrue(String.valueOf(error.getMessage()).contains("Grant the right"));
    } finally {
      shop.execute("drop role " + user);
    }
  }

  @EachDatabase
  void aDatabaseThatOnlyReadsSaysSo(TestDatabase test) throws SQLException {
    Application shop = shop(test);
    DatabaseSettings settings = test.settings();
    if (test.kind() == DatabaseKind.SQLITE) {
      shop.execute("create table x (id integer)");
      settings = settings.toBuilder().set("option.mode", "ro").build();
    } else {
      String name = shop.strings("select current_database()").get(0);
      shop.execute("alter database " + name + " set default_transaction_read_only = on");
    }
    DatabaseSettings reading = settings;
    MigrationException error = assertThrows(
        MigrationException.class,
        () -> test.open(shop.builder(reading)).migrations().apply());
    assertTrue(String.valueOf(error.getMessage()).contains("can only be read"), error::getMessage);
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "a server's disk cannot be filled for a test")
  void aFullDiskLeavesWhatTheHistoryTells(TestDatabase test) throws SQLException {
    Application shop = shop(test).file("shop", "0002_big.sql", """
            pragma max_page_count = 30;
            create table big (text text);
            insert into big with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)
              select hex(randomblob(1000)) from n;
            """);
    refused(
        MigrationFailedException.class,
        ErrorCode.MIGRATION_FAILED,
        shop,
        "statement 3 of 3",
        "is full",
        "Make room",
        "rolled back");
    assertEquals(List.of("shop 1 APPLIED", "shop 2 PENDING"), shop.states());
    assertTrue(shop.objects().stream().noneMatch(one -> one.contains("big")));
  }

  @EachDatabase
  void aModuleThatNobodyKnowsIsNamed(TestDatabase test) {
    Application shop = shop(test);
    for (Executable call : List.<Executable>of(
        () -> shop.migrations().apply(DEFAULTS.modules("shpo")),
        () -> shop.migrations().undo(Undo.last("shpo", 1), DEFAULTS))) {
      MigrationException error = assertThrows(MigrationException.class, call);
      assertEquals(ErrorCode.UNKNOWN_MIGRATION, error.code());
      assertTrue(String.valueOf(error.getMessage()).contains("There are the modules shop"));
    }
  }

  @EachDatabase
  void insideATransactionNobodyMigrates(TestDatabase test) {
    Database database = shop(test).open();
    OrmException error = assertThrows(
        OrmException.class,
        () -> database.inTransaction(tx -> database.migrations().apply()));
    assertEquals(ErrorCode.OUTSIDE_TRANSACTION, error.code());
  }

  @EachDatabase
  void withoutFilesAModuleIsNoModule(TestDatabase test) {
    InvalidMigrationException error = assertThrows(
        InvalidMigrationException.class,
        () -> test.open(
                Orm.builder(test.settings()).migrations(MigrationModule.of("nowhere", getClass())))
            .migrations()
            .status());
    assertTrue(String.valueOf(error.getMessage()).contains("orm/migrations/nowhere"));
  }
}
