package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.cache.Item_.ITEM;
import static orm.test.cache.Shelf_.SHELF;
import static orm.test.cache.Tag_.TAG;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import orm.api.Database;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.error.OrmException;
import orm.cache.CaffeineProvider;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Two processes with a cache each, as far as the database can tell. */
class PeersTest {
  private static final String BECAUSE = "only PostgreSQL tells other processes of writes";

  private static Database open(TestDatabase database, String cache) {
    return database.open(Orm.builder(database.settings().toBuilder()
            .set("cache", cache)
            .set("cache.staleness", "1s")
            .build())
        .cache(new CaffeineProvider()));
  }

  private static Database opened(TestDatabase database) {
    Database db = open(database, "on");
    db.schema().create(List.of(SHELF, ITEM, TAG));
    db.insertAll(ITEM, List.of(Item.of(1, "one"), Item.of(2, "two")));
    return db;
  }

  /** Within the bound, and without asking the writer's process. */
  private static void until(BooleanSupplier state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in vain");
      Thread.onSpinWait();
    }
  }

  private static void untilServed(Database db) {
    Served.await(() -> db.get(ITEM, 1L));
  }

  private static final List<Consumer<Database>> WRITES = List.of(
      db -> db.update(ITEM, current(db).named("a")),
      db -> db.inTransaction(tx -> tx.update(ITEM, current(tx).named("b"))),
      db -> db.update(ITEM).set(ITEM.name, "c").where(ITEM.id.eq(1L)).execute(),
      db -> db.sql("update item set name = 'd' where id = 1").touching(ITEM).execute(),
      db -> db.sql("update item set name = 'e' where id = 1").execute(),
      db -> db.script("update item set name = 'f' where id = 1;"),
      db -> db.upsert(ITEM, current(db).named("g")));

  private static Item current(Operations db) {
    return db.from(ITEM).where(ITEM.id.eq(1L)).one();
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = BECAUSE)
  void whatOneWritesTheOtherServesNoLonger(TestDatabase database) {
    Database reader = opened(database);
    for (String use : List.of("on", "announce")) {
      Database writer = open(database, use);
      for (Consumer<Database> write : WRITES) {
        untilServed(reader);
        var names = reader.from(ITEM).orderBy(ITEM.id.asc()).cached(Duration.ofHours(1));
        names.list();
        write.accept(writer);
        String stored = current(writer).name();
        long committed = System.nanoTime();
        until(() -> reader.get(ITEM, 1L).name().equals(stored)
            && names.list().get(0).name().equals(stored));
        long late = System.nanoTime() - committed;
        assertTrue(late < TimeUnit.SECONDS.toNanos(2), "after " + late + " ns");
      }
      Item other = reader.get(ITEM, 2L);
      untilServed(reader);
      writer.update(ITEM, current(writer).named("one key"));
      until(() -> reader.get(ITEM, 1L).name().equals("one key"));
      assertEquals(other, reader.get(ITEM, 2L));
      writer.update(ITEM, current(writer).named("again"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = BECAUSE)
  void whatAProcedureCommitsBeforeItFailsIsTold(TestDatabase database) {
    Database reader = opened(database);
    Database writer = open(database, "announce");
    writer
        .sql("create procedure half_done() language plpgsql as $$ begin"
            + " update item set name = 'kept' where id = 1; commit;"
            + " raise exception 'and then it fails'; end $$")
        .execute();
    untilServed(reader);
    assertThrows(OrmException.class, () -> writer.sql("call half_done()").execute());
    assertEquals("kept", current(writer).name());
    until(() -> reader.get(ITEM, 1L).name().equals("kept"));
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = BECAUSE)
  void aLostChannelServesNothingUntilItIsBack(TestDatabase database) throws SQLException {
    Database reader = opened(database);
    untilServed(reader);
    Item before = reader.get(ITEM, 1L);
    try (Connection connection = database.plainConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update item set name = 'unheard' where id = 1"); // nobody is told
      assertEquals("one", reader.get(ITEM, 1L).name(), "as documented");
      statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
          + " where query like 'LISTEN%' or query = '' and datname = current_database()"
          + " and pid <> pg_backend_pid()");
    }
    until(() -> reader.get(ITEM, 1L).name().equals("unheard"));
    untilServed(reader);
    assertNotSame(before, reader.get(ITEM, 1L));
  }
}
