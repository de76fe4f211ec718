package orm.test.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import orm.api.Database;
import orm.api.Tx;
import orm.api.admin.Advice;
import orm.api.admin.DatabaseWatch;
import orm.api.admin.SlowStatement;
import orm.api.admin.StatementInfo;
import orm.api.admin.TransactionInfo;
import orm.api.error.ConfigurationException;
import orm.api.error.StatementException;
import orm.test.bookshop.Author;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * What goes wrong slowly is found, once, with the line that does it; and not where nobody looks.
 */
class DetectorTest {
  private static final String EVERYTHING = "PT0.000000001S";

  private static Database shop(TestDatabase test) {
    Database db = test.with(List.of(AUTHOR, BOOK));
    for (int i = 0; i < 12; i++) {
      db.insert(AUTHOR, new Author(null, "a" + i, null));
    }
    return db;
  }

  private static void findEach(Database db) {
    db.inTransaction(Tx.readCommitted().label("shelves"), tx -> {
      for (long id = 1; id <= 12; id++) {
        assertTrue(tx.find(AUTHOR, id).isPresent());
      }
    });
  }

  @EachDatabase
  void aStatementInALoopIsToldOnceWithItsLine(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    try (Heard log = new Heard("orm.advice", Level.WARN)) {
      findEach(db);
      assertEquals(List.of(), watch.advice());

      watch.set("detect.nplusone", "12");
      findEach(db); // as often as is allowed
      assertEquals(List.of(), watch.advice());

      watch.set("detect.nplusone", "5");
      findEach(db);
      findEach(db);
      Advice found = watch.advice().get(0);
      assertEquals(1, watch.advice().size());
      assertEquals(Advice.Kind.N_PLUS_ONE, found.kind());
      assertEquals(2, found.count());
      String line = found.callSite().orElseThrow();
      assertTrue(line.startsWith("orm.test.eyes.DetectorTest.findEach(DetectorTest.java:"), line);
      assertTrue(found.found().contains("\"shelves\""), found.found());
      assertTrue(found.sql().orElseThrow().startsWith("SELECT"));
      assertEquals(1, log.lines().size(), log.lines()::toString);
      assertTrue(log.lines().get(0).contains("Ask once for all"), log.lines()::toString);

      watch.clear();
      watch.set("detect.nplusone", "0");
      findEach(db);
      assertEquals(List.of(), watch.advice());
    }
  }

  @EachDatabase
  void differentLinesAreNoLoop(TestDatabase test) {
    Database db = shop(test);
    db.admin().watch().set("detect.nplusone", "2");
    db.inTransaction(tx -> {
      assertTrue(tx.find(AUTHOR, 1L).isPresent());
      assertTrue(tx.find(AUTHOR, 2L).isPresent());
      assertTrue(tx.find(AUTHOR, 3L).isPresent());
      assertTrue(tx.find(AUTHOR, 4L).isPresent());
    });
    assertEquals(List.of(), db.admin().watch().advice());
  }

  @EachDatabase
  void aSlowStatementIsKeptWithItsPlan(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    try (Heard log = new Heard("orm.sql.slow", Level.WARN)) {
      assertEquals(12, db.from(AUTHOR).where(AUTHOR.name.startsWith("a")).list().size());
      assertEquals(List.of(), watch.slow());
      watch.set("slow.threshold", EVERYTHING);
      assertEquals(12, db.from(AUTHOR).where(AUTHOR.name.startsWith("a")).list().size());
      SlowStatement outside = watch.slow().get(0);
      assertTrue(String.join("\n", outside.plan()).contains("author"), outside::toString);
      assertEquals(12, outside.rows());
      assertTrue(outside.callSite().orElseThrow().contains("DetectorTest.aSlow"));
      assertTrue(log.lines().get(0).contains(outside.plan().get(0)), log.lines()::toString);

      watch.clear();
      db.inTransaction(tx -> {
        tx.insert(AUTHOR, new Author(null, "inside", null));
        assertEquals(
            1,
            tx.update(AUTHOR).set(AUTHOR.country, "NL").where(AUTHOR.id.eq(1L)).execute());
      });
      assertEquals(2, watch.slow().size());
      watch.slow().forEach(slow -> assertFalse(slow.plan().isEmpty(), slow::toString));
      assertEquals(13, db.from(AUTHOR).count());
      watch.set("slow.threshold", "0");
      watch.clear();
      assertEquals(13, db.from(AUTHOR).count());
      assertEquals(List.of(), watch.slow());
    }
  }

  @EachDatabase
  void aFailedTransactionIsNotAskedForPlans(TestDatabase test) {
    Database db = shop(test);
    db.admin().watch().set("slow.threshold", EVERYTHING);
    try (Heard log = new Heard("orm.sql.slow", Level.WARN)) {
      assertThrows(
          StatementException.class,
          () -> db.inTransaction(tx -> tx.sql("select nowhere from author").execute()));
      // what the database will not explain does no harm to the transaction
      db.inTransaction(tx -> {
        tx.sql("create table plain (id integer)").execute();
        tx.insert(AUTHOR, new Author(null, "after", null));
      });
      assertEquals(13, db.from(AUTHOR).count());
      assertTrue(log.lines().get(0).contains("failed with ORM-"), log.lines()::toString);
    }
    SlowStatement failed = db.admin().watch().slow().stream()
        .filter(slow -> slow.sql().contains("nowhere"))
        .findFirst()
        .orElseThrow();
    assertEquals(List.of(), failed.plan());
  }

  @EachDatabase
  void aTransactionThatStaysIsToldWithTheLineThatBeganIt(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    try (Heard log = new Heard("orm.advice", Level.WARN)) {
      watch.set("pool.leak", "100ms");
      watch.set("detect.idle", "100ms");
      Optional<Object> done = db.transaction(Tx.readCommitted().label("lunch"), tx -> {
        tx.insert(AUTHOR, new Author(null, "held", null));
        await(() -> log.lines().size() == 2); // it is kept before it is told
        TransactionInfo running = watch.transactions().get(0);
        assertEquals("lunch", running.label());
        assertEquals(1, running.statements());
        return Optional.empty();
      });
      assertTrue(done.isEmpty());
      assertEquals(List.of(), watch.transactions());
      for (Advice found : watch.advice()) {
        assertTrue(
            found.callSite().orElseThrow().startsWith("orm.test.eyes.DetectorTest.aTransaction"),
            found::toString);
        assertTrue(found.found().contains("\"lunch\""), found::toString);
        assertTrue(found.found().contains(" is at orm.test.eyes.DetectorTest"), found::toString);
      }
      assertEquals(
          List.of(Advice.Kind.LEAK, Advice.Kind.IDLE_IN_TRANSACTION).stream()
              .sorted()
              .toList(),
          watch.advice().stream().map(Advice::kind).sorted().toList());
      assertEquals(2, log.lines().size(), log.lines()::toString);
    }
  }

  @EachDatabase
  void aStreamThatIsReadForLongIsTold(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    watch.set("pool.leak", "50ms");
    try (Heard log = new Heard("orm.advice", Level.WARN)) {
      long read = db.from(AUTHOR).stream(rows -> {
        await(() -> !log.lines().isEmpty());
        return rows.count();
      });
      assertEquals(12, read);
      Advice found = watch.advice().get(0);
      assertEquals(Advice.Kind.LEAK, found.kind());
      assertTrue(found.callSite().orElseThrow().contains("DetectorTest.aStream"), found::toString);
      assertEquals(1, log.lines().size(), log.lines()::toString);
    }
  }

  @EachDatabase
  void foreignKeysWithoutIndexAreFound(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    try (Heard log = new Heard("orm.advice", Level.WARN)) {
      assertEquals(2, watch.inspect().size());
      assertEquals(2, log.lines().size(), log.lines()::toString);
      watch.clear();
      log.lines().clear();
      db.sql("create index of_author on book (author_id, title)").execute();
      db.sql("create index of_editor on book (editor_id) where editor_id > 5").execute();
      watch.set("detect.index", "on");
      watch.set("slow.threshold", EVERYTHING);
      assertEquals(0, db.from(BOOK).count());
      assertEquals(0, db.from(BOOK).count());
      await(() -> !log.lines().isEmpty());
      Advice found = watch.advice().get(0);
      assertEquals(Advice.Kind.MISSING_INDEX, found.kind());
      assertTrue(found.found().startsWith("no index of book begins with editor_id"), found::found);
      assertEquals(1, log.lines().size(), log.lines()::toString);
      assertEquals(1, watch.inspect().size());
    }
  }

  @EachDatabase
  void statisticsCountWhatRan(TestDatabase test) {
    Database db = shop(test);
    DatabaseWatch watch = db.admin().watch();
    assertEquals(12, db.from(AUTHOR).count());
    assertEquals(List.of(), watch.statements());
    watch.set("statistics", "on");
    for (int i = 0; i < 3; i++) {
      assertEquals(12, db.from(AUTHOR).list().size());
    }
    assertThrows(
        StatementException.class, () -> db.sql("select nowhere from author").execute());
    StatementInfo read = watch.statements().stream()
        .filter(info -> info.errors() == 0)
        .findFirst()
        .orElseThrow();
    assertEquals(3, read.count());
    assertEquals(36, read.rows());
    assertTrue(read.max().compareTo(read.mean()) >= 0 && !read.mean().isZero());
    assertEquals(
        1, watch.statements().stream().filter(info -> info.errors() == 1).count());
    for (int i = 0; i < 1_010; i++) {
      db.sql("select " + i).execute();
    }
    assertEquals(1_000, watch.statements().size());
  }

  @EachDatabase
  void settingsAreCheckedAndShown(TestDatabase test) {
    DatabaseWatch watch = test.db().admin().watch();
    watch.set("slow.threshold", "1s");
    assertEquals("1000ms", watch.settings().get("slow.threshold"));
    ConfigurationException foreign =
        assertThrows(ConfigurationException.class, () -> watch.set("url", "jdbc:sqlite:x"));
    assertTrue(String.valueOf(foreign.getMessage()).contains("detect.nplusone"));
    assertThrows(ConfigurationException.class, () -> watch.set("statistics", "perhaps"));
    assertEquals("1000ms", watch.settings().get("slow.threshold"));
  }

  /** Waits for another thread, which is bound to come. */
  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "nothing came");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
