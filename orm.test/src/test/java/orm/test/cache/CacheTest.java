package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.cache.Item_.ITEM;
import static orm.test.cache.Moment_.MOMENT;
import static orm.test.cache.Photo_.PHOTO;
import static orm.test.cache.Shelf_.SHELF;
import static orm.test.cache.Tag_.TAG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import orm.api.Database;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.Tx;
import orm.api.admin.CacheInfo;
import orm.api.config.DatabaseSettings;
import orm.api.error.InvalidQueryException;
import orm.api.model.Graph;
import orm.api.query.Select;
import orm.cache.CaffeineProvider;
import orm.spi.cache.CacheProvider;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What is served from memory, and what each kind of write takes away. */
class CacheTest {
  private static final Select<Item> ITEMS =
      Select.from(ITEM).orderBy(ITEM.id.asc()).cached(Duration.ofHours(1));

  private static final Duration HOUR = Duration.ofHours(1);

  /** A database with three items on shelf 1, and a cache. */
  private static Database open(TestDatabase database, CacheProvider provider) {
    DatabaseSettings settings = database.settings();
    Database db = database.open(Orm.builder(settings).cache(provider));
    db.schema().create(List.of(SHELF, ITEM, TAG, PHOTO, MOMENT));
    Shelf shelf = db.insert(SHELF, new Shelf(1, "cellar"));
    db.insertAll(
        ITEM,
        List.of(Item.of(1, "one").on(shelf), Item.of(2, "two").on(shelf), Item.of(3, "three")));
    db.insert(TAG, new Tag(1, "old"));
    until(() -> isServed(database, db));
    return db;
  }

  private static Database open(TestDatabase database) {
    return open(database, new CaffeineProvider());
  }

  private static void until(BooleanSupplier state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in vain");
      Thread.onSpinWait();
    }
  }

  /** The link between processes needs a moment to begin. */
  private static boolean isServed(TestDatabase database, Database db) {
    Object first = db.get(SHELF, 1L);
    database.statements();
    return db.get(SHELF, 1L) == first;
  }

  private static int selects(TestDatabase database) {
    return (int) database.statements().stream()
        .filter(sql -> sql.startsWith("SELECT") && !sql.contains("pg_notify"))
        .count();
  }

  private static List<String> names(Operations db) {
    return db.query(ITEMS).list().stream().map(Item::name).toList();
  }

  @EachDatabase
  void rowsAreReadOnceByEachKey(TestDatabase database) {
    Database db = open(database);
    Item first = db.get(ITEM, 1L);
    assertSame(first, db.get(ITEM, 1L));
    assertEquals(1, selects(database));
    assertSame(first, db.follow(ITEM.ref(1L)));
    assertEquals(first, db.get(ITEM.byCode, "c1"));
    assertEquals(first, db.get(ITEM.byCode, "c1"));
    assertEquals(1, selects(database), "where the other key leads to is known then");
    assertEquals(Optional.empty(), db.find(ITEM, 9L));
    assertEquals(Optional.empty(), db.find(ITEM, 9L));
    assertEquals(2, selects(database), "what is not there is not kept");
  }

  @EachDatabase
  void resultsAreReadOnceForTheSameValues(TestDatabase database) {
    Database db = open(database);
    assertEquals(List.of("one", "two", "three"), names(db));
    assertSame(db.query(ITEMS).list(), db.query(ITEMS).list());
    assertEquals(1, selects(database));
    assertEquals(3, db.query(ITEMS).count());
    assertEquals(3, db.query(ITEMS).count());
    assertTrue(db.query(ITEMS).exists());
    assertEquals(2, selects(database));
    assertEquals(1, db.from(ITEM).where(ITEM.name.eq("one")).cached(HOUR).list().size());
    assertEquals(0, db.from(ITEM).where(ITEM.name.eq("ten")).cached(HOUR).list().size());
    assertEquals(1, db.from(ITEM).where(ITEM.name.eq("one")).cached(HOUR).list().size());
    assertEquals(2, selects(database));
    assertThrows(
        UnsupportedOperationException.class, () -> db.query(ITEMS).list().remove(0));
  }

  /** What is done, and whether items 1 and 2, and lists of items, must be read again. */
  private record Write(
      String what, boolean one, boolean two, boolean list, Consumer<Database> run) {}

  private static final List<Write> WRITES = List.of(
      new Write(
          "update", true, false, true, db -> db.update(ITEM, db.get(ITEM, 1L).named("x"))),
      new Write(
          "updateAll",
          true,
          false,
          true,
          db -> db.updateAll(ITEM, List.of(db.get(ITEM, 1L).named("x")))),
      new Write("delete", true, false, true, db -> db.delete(ITEM, db.get(ITEM, 1L))),
      new Write(
          "upsert", true, false, true, db -> db.upsert(ITEM, db.get(ITEM, 1L).named("x"))),
      new Write(
          "upsertAll",
          true,
          false,
          true,
          db -> db.upsertAll(ITEM, List.of(db.get(ITEM, 1L).named("x")))),
      new Write("insert", false, false, true, db -> db.insert(ITEM, Item.of(7, "seven"))),
      new Write(
          "insertAll",
          false,
          false,
          true,
          db -> db.insertAll(ITEM, List.of(Item.of(7, "seven"), Item.of(8, "eight")))),
      new Write(
          "insert of values",
          false,
          false,
          true,
          db -> db.insertInto(ITEM).values(Item.of(7, "seven")).execute()),
      new Write("graph", false, false, true, db -> {
        Graph graph = new Graph();
        var unused = graph.add(ITEM, Item.of(7, "seven"));
        db.insert(graph);
      }),
      new Write(
          "bulk update",
          true,
          true,
          true,
          db -> db.update(ITEM).set(ITEM.name, "x").where(ITEM.id.eq(1L)).execute()),
      new Write(
          "bulk delete",
          true,
          true,
          true,
          db -> db.deleteFrom(ITEM).where(ITEM.id.eq(1L)).execute()),
      new Write("cascade", true, true, true, db -> db.delete(SHELF, db.get(SHELF, 1L))),
      new Write(
          "update of the other table",
          false,
          false,
          false,
          db -> db.update(SHELF, new Shelf(1, "attic"))),
      new Write("insert elsewhere", false, false, false, db -> db.insert(TAG, new Tag(2, "new"))),
      new Write(
          "link",
          false,
          false,
          false,
          db -> db.link(ITEM.tags, ITEM.ref(1L), List.of(TAG.ref(1L)))),
      new Write(
          "declared text",
          true,
          true,
          true,
          db -> db.sql("update item set name = 'x' where id = 1").touching(ITEM).execute()),
      new Write(
          "declared text elsewhere",
          false,
          false,
          false,
          db -> db.sql("update tag set word = 'x'").touching(TAG).execute()),
      new Write(
          "text", true, true, true, db -> db.sql("update tag set word = 'x'").execute()),
      new Write(
          "select",
          false,
          false,
          false,
          db -> db.sql("select count(*) from item").map(row -> row.nextLong()).one()),
      new Write(
          "select of a function",
          true,
          true,
          true,
          db -> db.sql("select quote('x')").map(row -> row.nextText()).list()),
      new Write("script", true, true, true, db -> db.script("update tag set word = 'x';")));

  @EachDatabase
  void eachWriteTakesAwayWhatItMayChangeAndNothingElse(TestDatabase database) {
    Database db = open(database);
    if (database.settings().url().orElseThrow().contains("postgres")) {
      db.script("create function quote(t text) returns text language sql as 'select t';");
    }
    for (Write write : WRITES) {
      db.script("update item set name = code, version = version + 1 where id in (1, 2);");
      db.upsert(SHELF, new Shelf(1, "cellar"));
      db.deleteFrom(ITEM).all().execute();
      db.insertAll(
          ITEM,
          List.of(
              Item.of(1, "one").on(new Shelf(1, "cellar")),
              Item.of(2, "two").on(new Shelf(1, "cellar")),
              Item.of(3, "three")));
      for (int tables = 0; tables < 2; tables++) {
        names(db);
        db.get(SHELF, 1L);
        db.get(ITEM, 1L);
        db.get(ITEM, 2L);
        db.get(ITEM.byCode, "c1");
      }
      write.run().accept(db);
      database.statements();
      check(database, write, "item 1", write.one(), () -> db.find(ITEM, 1L));
      check(database, write, "item 2", write.two(), () -> db.find(ITEM, 2L));
      check(database, write, "the list", write.list(), () -> names(db));
      Optional<String> stored = db.sql("select name from item where id = 1")
          .map(row -> row.nextText())
          .first();
      assertEquals(stored, db.find(ITEM, 1L).map(Item::name), write.what());
      assertEquals(stored, db.find(ITEM.byCode, "c1").map(Item::name), write.what());
    }
  }

  private static void check(
      TestDatabase database, Write write, String what, boolean again, Runnable read) {
    read.run();
    assertEquals(again ? 1 : 0, selects(database), what + " after " + write.what());
  }

  @EachDatabase
  void aChangedUniqueValueLeadsNowhere(TestDatabase database) {
    Database db = open(database);
    db.get(ITEM.byCode, "c1");
    Item moved = db.update(ITEM, db.get(ITEM, 1L).coded("other"));
    assertEquals(Optional.empty(), db.find(ITEM.byCode, "c1"));
    assertEquals(moved, db.get(ITEM.byCode, "other"));
    db.update(ITEM, db.get(ITEM, 2L).coded("c1"));
    assertEquals(2, db.get(ITEM.byCode, "c1").id());
  }

  @EachDatabase
  void linksBelongToTheResultsThatReadThem(TestDatabase database) {
    Database db = open(database);
    var tagged = Select.from(ITEM).where(ITEM.tags().any()).cached(HOUR);
    assertEquals(0, db.query(tagged).list().size());
    db.link(ITEM.tags, ITEM.ref(1L), List.of(TAG.ref(1L)));
    assertEquals(1, db.query(tagged).list().size());
    db.delete(TAG, new Tag(1, "old"));
    assertEquals(0, db.query(tagged).list().size(), "the link went with its tag");
  }

  @EachDatabase
  void aTransactionSeesItsOwnWritesAndOthersOnlyCommittedOnes(TestDatabase database) {
    Database db = open(database);
    Item before = db.get(ITEM, 1L);
    names(db);
    assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(tx -> {
          assertSame(before, tx.get(ITEM, 1L), "served inside as well");
          tx.update(ITEM, before.named("x"));
          assertEquals("x", tx.get(ITEM, 1L).name());
          assertEquals("x", names(tx).get(0));
          tx.inNested(inner -> inner.delete(ITEM, inner.get(ITEM, 2L)));
          assertEquals(Optional.empty(), tx.find(ITEM, 2L));
          assertEquals(before, elsewhere(() -> db.get(ITEM, 1L)));
          assertEquals(List.of("one", "two", "three"), elsewhere(() -> names(db)));
          throw new IllegalStateException("the test wants it");
        }));
    assertEquals(before, db.get(ITEM, 1L), "a rollback publishes nothing");
    assertEquals(List.of("one", "two", "three"), names(db));
    db.inTransaction(tx -> tx.update(ITEM, before.named("y")));
    assertEquals("y", db.get(ITEM, 1L).name());
    assertEquals("y", names(db).get(0));
  }

  private static <T> T elsewhere(java.util.concurrent.Callable<T> work) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      return other.submit(work).get(30, TimeUnit.SECONDS);
    } finally {
      other.shutdown();
    }
  }

  @EachDatabase
  void higherIsolationReadsTheDatabase(TestDatabase database) {
    Database db = open(database);
    db.get(ITEM, 1L);
    names(db);
    database.statements();
    for (Tx isolation : List.of(Tx.repeatableRead(), Tx.serializable())) {
      db.inTransaction(isolation, tx -> {
        tx.get(ITEM, 1L);
        names(tx);
      });
      assertEquals(2, selects(database), isolation.isolation().name());
    }
  }

  @EachDatabase
  void manyThatMissTheSameAskOnce(TestDatabase database) throws Exception {
    Database db = open(database);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      for (int round = 0; round < 20; round++) {
        db.update(ITEM, db.get(ITEM, 1L).named("round " + round));
        database.statements();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Item>> found = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          found.add(threads.submit(() -> {
            start.await();
            return db.get(ITEM, 1L);
          }));
        }
        start.countDown();
        for (Future<Item> one : found) {
          assertEquals("round " + round, one.get(30, TimeUnit.SECONDS).name());
        }
        assertEquals(1, selects(database));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @EachDatabase
  void rowsGrowTooOld(TestDatabase database) {
    Database db = open(database);
    db.insert(MOMENT, new Moment(1, "now"));
    db.get(MOMENT, 1L);
    try (var connection = database.plainConnection();
        var statement = connection.createStatement()) {
      statement.execute("update moment set what = 'later'");
    } catch (java.sql.SQLException impossible) {
      throw new AssertionError(impossible);
    }
    until(() -> db.get(MOMENT, 1L).what().equals("later"));
  }

  @EachDatabase
  void aStoreThatForgetsNothingChangesNothing(TestDatabase database) {
    Database db = open(database, new MapProvider(() -> false));
    Item before = db.get(ITEM, 1L);
    db.update(ITEM, before.named("x"));
    assertEquals("x", db.get(ITEM, 1L).name());
    assertTrue(db.admin().clearCaches(""));
    database.statements();
    db.get(ITEM, 1L);
    assertEquals(1, selects(database), "what it kept must not be served");
  }

  @EachDatabase
  void aStoreThatFailsIsSwitchedOffAndNamed(TestDatabase database) {
    AtomicBoolean fails = new AtomicBoolean();
    Database db = open(database, new MapProvider(fails::get));
    db.get(ITEM, 1L);
    names(db);
    fails.set(true);
    assertEquals("one", db.get(ITEM, 1L).name());
    assertEquals(3, names(db).size());
    fails.set(false);
    database.statements();
    db.get(ITEM, 1L);
    assertEquals(1, selects(database));
    List<CacheInfo> caches = db.admin().caches();
    assertEquals(
        List.of("Item", "Shelf", "queries"),
        caches.stream().map(CacheInfo::name).toList());
    assertTrue(caches.get(0).failed().contains("MapProvider"), caches.toString());
    CacheProvider broken = new CacheProvider() {
      @Override
      public <K, V> orm.spi.cache.CacheStore<K, V> store(String name, long limit) {
        throw new IllegalStateException("no room");
      }
    };
    try (Database other = Orm.builder(database.settings()).cache(broken).open()) {
      assertEquals("one", other.get(ITEM, 1L).name());
    }
  }

  @EachDatabase
  void whatCannotBeKeptIsRead(TestDatabase database) {
    Database db = open(database);
    db.insert(PHOTO, new Photo(1, new byte[] {1}));
    db.get(PHOTO, 1L).pixels()[0] = 2;
    assertEquals(1, db.get(PHOTO, 1L).pixels()[0]);
    db.from(PHOTO).cached(HOUR).list().get(0).pixels()[0] = 2;
    assertEquals(1, db.from(PHOTO).cached(HOUR).list().get(0).pixels()[0]);
    db.inTransaction(tx -> assertThrows(
        InvalidQueryException.class, () -> tx.query(ITEMS).forUpdate().list()));
    database.statements();
    for (int i = 0; i < 2; i++) {
      long unused = db.query(ITEMS).stream(rows -> rows.count());
    }
    assertEquals(2, selects(database), "a stream");
  }

  @EachDatabase
  void statisticsTellWhatHappened(TestDatabase database) {
    Database db = open(database);
    db.get(ITEM, 1L);
    db.get(ITEM, 1L);
    db.get(ITEM, 1L);
    db.update(ITEM, db.get(ITEM, 1L).named("x"));
    db.get(ITEM, 1L);
    CacheInfo item = db.admin().caches().get(0);
    assertEquals("Item", item.name());
    assertEquals(3, item.hits());
    assertEquals(2, item.misses());
    assertEquals(1, item.invalidations());
    assertEquals(1, item.entries());
    assertNotEquals(true, db.admin().clearCaches("Nobody"));
    assertTrue(db.admin().clearCaches("Item"));
    assertEquals(0, db.admin().caches().get(0).entries());
  }

  @EachDatabase
  void offAndAbsentKeepNothing(TestDatabase database) {
    Database on = open(database);
    Database off = database.open(
        Orm.builder(database.settings().toBuilder().set("cache", "off").build())
            .cache(new CaffeineProvider()));
    off.get(ITEM, 1L);
    off.query(ITEMS).list();
    database.statements();
    off.get(ITEM, 1L);
    off.query(ITEMS).list();
    assertEquals(2, selects(database));
    assertEquals(List.of(), off.admin().caches());
    assertEquals("one", on.get(ITEM, 1L).name());
  }
}
