package orm.test.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import orm.api.Database;
import orm.api.Orm;
import orm.api.Tx;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConnectionException;
import orm.engine.eyes.Audience;
import orm.spi.listen.PoolEvent;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionEvent;
import orm.test.bookshop.Author;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Who listens is told what happens, and does no harm to it. */
class ListenerTest {
  private static Database authors(Database db) {
    db.schema().create(List.of(AUTHOR));
    db.insert(AUTHOR, new Author(null, "first", null));
    return db;
  }

  @EachDatabase
  void aStatementTellsWhatWhereAndFromWhichLine(TestDatabase test) {
    List<String> told = new ArrayList<>();
    List<StatementEvent> events = new ArrayList<>();
    Database db = authors(test.open(Orm.builder(test.settings()).listener(event -> {
      told.add(described(event));
      events.add(event);
    })));
    told.clear();
    assertEquals(1, db.from(AUTHOR).list().size());
    db.inTransaction(tx -> {
      assertEquals(1, tx.update(AUTHOR).set(AUTHOR.country, "NL").all().execute());
      tx.sql("select 1").execute();
    });
    String line = "aStatementTellsWhatWhereAndFromWhichLine";
    assertEquals(
        List.of(
            "SELECT Author 1 false " + line,
            "UPDATE Author 1 true " + line,
            "SELECT null 0 true " + line),
        told);
    StatementEvent late = events.get(events.size() - 1);
    assertTrue(late.nanos() > 0);
    assertNotNull(late.callSite(), "was asked in time");
    assertEquals(List.of(), late.binds(), "are asked too late");
    assertEquals(
        events.get(events.size() - 2).transaction(), late.transaction(), "one transaction");
  }

  /** A listener asks from a line of its own, which is not the one that called. */
  private static String described(StatementEvent event) {
    return event.kind() + " " + event.entity() + " " + event.rows() + " "
        + (event.transaction() > 0) + " "
        + Objects.requireNonNull(event.callSite()).method();
  }

  @EachDatabase
  void transactionsAreToldFromBeginToEnd(TestDatabase test) {
    List<TransactionEvent> told = new ArrayList<>();
    Database db = authors(test.open(Orm.builder(test.settings()).transactionListener(told::add)));
    told.clear();
    db.inTransaction(Tx.readCommitted().label("two"), tx -> {
      tx.insert(AUTHOR, new Author(null, "a", null));
      assertEquals(2, tx.from(AUTHOR).list().size());
    });
    IllegalStateException wrong = assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(Tx.readCommitted().readOnly(), tx -> {
          throw new IllegalStateException("mine");
        }));
    assertEquals(
        List.of(
            TransactionEvent.Kind.BEGUN,
            TransactionEvent.Kind.COMMITTED,
            TransactionEvent.Kind.BEGUN,
            TransactionEvent.Kind.ROLLED_BACK),
        told.stream().map(TransactionEvent::kind).toList());
    TransactionEvent committed = told.get(1);
    assertEquals("two", committed.label());
    assertEquals(2, committed.statements());
    assertEquals(3, committed.rows());
    assertEquals(told.get(0).transaction(), committed.transaction());
    assertTrue(committed.nanos() > 0);
    assertNull(committed.error());
    assertEquals(wrong, told.get(3).error());
    assertTrue(told.get(3).readOnly());
  }

  @Only(value = DatabaseKind.SQLITE, because = "the pool is the same everywhere")
  @EachDatabase
  void waitingForAConnectionIsTold(TestDatabase test) throws Exception {
    List<PoolEvent> told = new CopyOnWriteArrayList<>();
    DatabaseSettings one =
        test.settings().toBuilder().poolMax(1).set("pool.wait", "250ms").build();
    Database db = authors(test.open(Orm.builder(one).poolListener(told::add)));
    told.clear();
    db.inTransaction(Tx.readCommitted().readOnly(), tx -> {
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        Future<?> refused = other.submit(
            () -> assertThrows(ConnectionException.class, () -> db.from(AUTHOR).count()));
        refused.get(20, TimeUnit.SECONDS);
      } finally {
        other.shutdownNow();
      }
    });
    assertEquals(2, told.size());
    assertNull(told.get(0).error());
    assertTrue(told.get(1).error() instanceof ConnectionException);
    assertTrue(told.get(1).nanos() >= TimeUnit.MILLISECONDS.toNanos(200));
  }

  @EachDatabase
  void aListenerThatThrowsHindersNobodyAndIsLeftOutInTheEnd(TestDatabase test) {
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    StatementListener broken = event -> {
      if (bad.incrementAndGet() % 2 == 0) {
        throw new AssertionError("broken");
      }
      throw new IllegalStateException("broken");
    };
    try (Heard log = new Heard("orm.engine.eyes.Audience", Level.WARN)) {
      Database db = authors(test.open(
          Orm.builder(test.settings()).listener(broken).listener(event -> good.incrementAndGet())));
      for (int i = 0; i < 20; i++) {
        assertEquals(1, db.from(AUTHOR).count());
      }
      assertEquals(10, bad.get());
      assertTrue(good.get() > 20);
      assertEquals(11, log.lines().size());
      assertTrue(log.lines().get(10).contains("is told no more"), log.lines()::toString);
      assertTrue(log.lines().get(0).contains(broken.getClass().getName()));
    }
  }

  @Only(value = DatabaseKind.SQLITE, because = "the pool is the same everywhere")
  @EachDatabase
  void whoThrowsWhileAConnectionIsTakenOrATransactionEndsLosesNone(TestDatabase test) {
    DatabaseSettings one =
        test.settings().toBuilder().poolMax(1).set("pool.wait", "5s").build();
    try (Heard log = new Heard("orm.engine.eyes.Audience", Level.ERROR)) {
      Database db = authors(test.open(Orm.builder(one)
          .poolListener(event -> {
            throw new AssertionError("broken");
          })
          .transactionListener(event -> {
            throw new IllegalStateException("broken");
          })));
      for (int i = 0; i < 10; i++) {
        db.inTransaction(tx -> assertEquals(1, tx.from(AUTHOR).count()));
      }
      assertEquals(2, log.lines().size(), log.lines()::toString);
      assertEquals(0, db.admin().pool().inUse());
    }
  }

  @Only(value = DatabaseKind.POSTGRES, because = "SQLite does not tell what it was sent")
  @EachDatabase
  void commentsNameTheLineAndNothingElseSeesThem(TestDatabase test) {
    List<String> told = new ArrayList<>();
    Database db = test.open(Orm.builder(test.settings()).listener(event -> told.add(event.sql())));
    String now = "select query from pg_stat_activity where pid = pg_backend_pid() -- mine";
    assertFalse(text(db, now).contains("/*"));
    db.admin().watch().set("sql.comments", "callsite");
    String sent = text(db, now);
    assertTrue(sent.contains("/* orm.test.eyes.ListenerTest.text(ListenerTest.java:"), sent);
    assertFalse(String.join("", told).contains("/*"), told::toString);
  }

  private static String text(Database db, String sql) {
    return db.sql(sql).result(1).rows().get(0).get(0).orElseThrow().toString();
  }

  @EachDatabase
  void whatIsSentWithACommentRunsAsWithout(TestDatabase test) {
    Database db = authors(
        test.open(test.settings().toBuilder().set("sql.comments", "callsite").build()));
    db.insertAll(AUTHOR, List.of(new Author(null, "b", null), new Author(null, "c", null)));
    assertEquals(1, db.from(AUTHOR).where(AUTHOR.name.eq("first")).count());
    assertEquals(3, db.update(AUTHOR).set(AUTHOR.country, "NL").all().execute());
    assertEquals(0, db.sql("select 1 where 1 = 0 ; -- nothing").result(1).rows().size());
  }

  @EachDatabase
  void listenersComeAndGoWhileStatementsRun(TestDatabase test) throws Exception {
    Audience<StatementListener> audience = new Audience<>();
    AtomicLong told = new AtomicLong();
    StatementListener listener = event -> told.incrementAndGet();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Watched watched = new Watched(test, audience)) {
      Database db = authors(watched.db());
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        running.add(threads.submit(() -> {
          for (int i = 0; i < 500; i++) {
            assertEquals(1, db.from(AUTHOR).count());
          }
        }));
      }
      for (int i = 0; i < 200; i++) {
        audience.add(listener);
        audience.remove(listener);
      }
      for (Future<?> each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
      long before = told.get();
      assertEquals(1, db.from(AUTHOR).count());
      assertEquals(before, told.get(), "it has left");
      audience.add(listener);
      assertEquals(1, db.from(AUTHOR).count());
      assertEquals(before + 1, told.get(), "it is back");
    } finally {
      threads.shutdownNow();
    }
  }
}
