package orm.test.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.swap.Counter_.COUNTER;
import static orm.test.swap.Receipt_.RECEIPT;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orm.api.Tx;
import orm.api.admin.DatabaseState;
import orm.api.admin.SwapInfo;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.DatabasePausedException;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.error.RetryableException;
import orm.api.error.TransactionException;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationEvent;
import orm.spi.listen.GenerationEvent.Kind;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** The rules of a swap, one by one; the container tests swap bundles under load. */
class SwapTest {
  private static final long PATIENCE = 30;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  private static <T> T end(Future<T> work) throws Exception {
    return work.get(PATIENCE, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE, TimeUnit.SECONDS), "in vain");
  }

  private static void until(BooleanSupplier state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in vain");
      Thread.onSpinWait();
    }
  }

  /** A transaction that has begun, and goes on when the latch says so. */
  private Future<Long> transaction(Line line, CountDownLatch goOn) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Long> running = start(() -> line.db().transaction(tx -> {
      tx.insert(RECEIPT, new Receipt(7, 7));
      begun.countDown();
      await(goOn);
      return tx.from(RECEIPT).count();
    }));
    await(begun);
    return running;
  }

  @EachDatabase
  void runningTransactionsEndWhereTheyBegan(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      line.replace(line.dialect());
      assertEquals(2, line.generations.generations().size());
      assertEquals(1, line.generations.generations().get(1).users());
      assertEquals(0, line.db().from(COUNTER).count(), "new calls are served beside it");
      goOn.countDown();
      assertEquals(1, end(running));
      assertEquals(1, line.db().from(RECEIPT).count());
      SwapInfo swap = drained(line);
      assertEquals(Duration.ZERO, swap.paused());
      assertEquals(0, swap.waited());
      assertEquals(List.of(Kind.SERVING, Kind.SERVING, Kind.DRAINED), line.kinds());
    }
  }

  /** The last swap, once its old generation is closed. */
  private static SwapInfo drained(Line line) {
    until(() -> line.generations.generations().size() == 1);
    SwapInfo swap = line.generations.swaps().get(0);
    assertTrue(swap.drained().isPresent(), swap.toString());
    return swap;
  }

  @EachDatabase
  void theNewPoolIsFilledBeforeItServes(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      CountDownLatch goOn = new CountDownLatch(1);
      CountDownLatch inside = new CountDownLatch(3);
      List<Future<Long>> readers = List.of(
          reader(line, inside, goOn), reader(line, inside, goOn), reader(line, inside, goOn));
      await(inside);
      line.replace(line.dialect());
      assertTrue(line.generations.pool().open() >= 3, line.generations.pool().toString());
      goOn.countDown();
      for (Future<Long> reader : readers) {
        assertEquals(0, end(reader));
      }
    }
  }

  private Future<Long> reader(Line line, CountDownLatch inside, CountDownLatch goOn) {
    return start(() -> line.db().transaction(Tx.readCommitted().readOnly(), tx -> {
      long found = tx.from(COUNTER).count();
      inside.countDown();
      await(goOn);
      return found;
    }));
  }

  @EachDatabase
  void badNewcomerNeverServes(TestDatabase database) {
    try (Line line = Line.serving(database)) {
      Dialect bad = (Dialect) Proxy.newProxyInstance(
          Dialect.class.getClassLoader(),
          new Class<?>[] {Dialect.class},
          (proxy, method, given) -> switch (method.getName()) {
            case "connector" -> throw new NoSuchMethodError("built for another API");
            case "soleDriver" -> Optional.empty();
            default -> "bad";
          });
      assertThrows(NoSuchMethodError.class, () -> line.replace(bad));
      assertEquals(DatabaseState.SERVING, line.generations.state());
      assertEquals(1, line.generations.generations().get(0).number());
      assertEquals(0, line.db().from(COUNTER).count());
      assertEquals(
          Optional.of("built for another API"), line.generations.swaps().get(0).error());
      assertEquals(List.of(Kind.SERVING, Kind.REFUSED), line.kinds());
    }
  }

  @EachDatabase
  void callsWaitWhileNoDialectIsThere(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      Dialect next = line.dialect();
      line.generations.withdraw(line.serves());
      assertEquals(DatabaseState.PAUSED, line.generations.state());
      Future<Long> waiting = start(() -> line.db().from(COUNTER).count());
      until(() -> line.generations.waiting() > 0);
      assertFalse(waiting.isDone());
      line.replace(next);
      assertEquals(0, end(waiting));
      SwapInfo swap = line.generations.swaps().get(0);
      assertEquals(1, swap.waited());
      assertTrue(swap.paused().toNanos() > 0);
      assertEquals(
          List.of(Kind.SERVING, Kind.PAUSED, Kind.DRAINED, Kind.SERVING, Kind.RESUMED),
          line.kinds());
    }
  }

  @EachDatabase
  void waitingIsBounded(TestDatabase database) {
    try (Line line = Line.serving(database, "swap.wait", "20ms")) {
      line.generations.withdraw(line.serves());
      DatabasePausedException error = assertThrows(
          DatabasePausedException.class, () -> line.db().from(COUNTER).count());
      assertEquals(ErrorCode.DATABASE_PAUSED, error.code());
      assertTrue(String.valueOf(error.getMessage())
          .contains("its dialect " + line.db().dialect() + " has left"));
      assertEquals(0, line.generations.waiting());
    }
  }

  @EachDatabase
  void withdrawingWaitsForThoseInside(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      CountDownLatch withdrawn = new CountDownLatch(1);
      Future<Boolean> leaving = start(() -> {
        line.generations.withdraw(line.serves());
        withdrawn.countDown();
        return true;
      });
      until(() -> line.generations.state() == DatabaseState.PAUSED);
      assertFalse(withdrawn.await(50, TimeUnit.MILLISECONDS), "somebody is inside");
      goOn.countDown();
      assertEquals(1, end(running));
      assertTrue(end(leaving));
    }
  }

  private static void awaitOverdue(Line line) {
    until(() -> line.kinds().contains(Kind.OVERDUE));
  }

  @EachDatabase
  void lateTransactionsGoOnWhereThePolicyKeepsThem(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database, "drain.timeout", "20ms")) {
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      line.generations.withdraw(line.serves());
      awaitOverdue(line);
      line.replace(line.dialect());
      goOn.countDown();
      assertEquals(1, end(running));
      assertEquals(1, line.db().from(RECEIPT).count());
    }
  }

  @EachDatabase
  void lateTransactionsAreRolledBackWhereThePolicyAbortsThem(TestDatabase database)
      throws Exception {
    try (Line line = Line.serving(database, "drain.timeout", "20ms", "drain.policy", "abort")) {
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      line.replace(line.dialect());
      awaitOverdue(line);
      goOn.countDown();
      Exception failed = assertThrows(Exception.class, () -> end(running));
      RetryableException error = assertInstanceOf(RetryableException.class, failed.getCause());
      assertEquals(ErrorCode.DRAIN_ABORTED, error.code());
      assertEquals(0, line.db().from(RECEIPT).count());
    }
  }

  @EachDatabase
  void aThreadInsideATransactionNeedNotWaitForItself(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      Dialect serving = line.serves();
      Future<Boolean> leaving = line.db()
          .transaction(Tx.readCommitted().readOnly().allowingOutsideCalls(), tx -> {
            Future<Boolean> withdrawal = start(() -> {
              line.generations.withdraw(serving);
              return true;
            });
            until(() -> line.generations.state() == DatabaseState.PAUSED);
            assertEquals(0, line.db().from(COUNTER).count());
            return withdrawal;
          });
      assertTrue(end(leaving));
    }
  }

  @EachDatabase
  void anotherCopyOfASoleDriverWaitsForTheFirstToEnd(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database)) {
      line.replace(line.dialect(Optional.of(String.class)));
      line.replace(line.dialect(Optional.of(SwapTest.class)));
      assertEquals(Duration.ZERO, drained(line).paused(), "two drivers get along");
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      // the name is the same in another loader only; nothing is opened beside it then
      Class<?> copy = Copies.another(SwapTest.class);
      Future<Boolean> swap = start(() -> {
        line.replace(line.dialect(Optional.of(copy)));
        return true;
      });
      until(() -> line.generations.state() == DatabaseState.PAUSED);
      assertFalse(swap.isDone(), "it waits for the one inside");
      goOn.countDown();
      assertEquals(1, end(running));
      assertTrue(end(swap));
      assertEquals(1, line.generations.generations().size());
      assertEquals(DatabaseState.SERVING, line.generations.state());
    }
  }

  @EachDatabase
  void quiescedDatabaseLetsNobodyInUntilItIsResumed(TestDatabase database) throws Exception {
    try (Line line = Line.serving(database, "swap.wait", "20ms")) {
      CountDownLatch goOn = new CountDownLatch(1);
      Future<Long> running = transaction(line, goOn);
      assertFalse(line.db().admin().quiesce(Duration.ofMillis(10)), "somebody is inside");
      assertEquals(DatabaseState.QUIESCED, line.db().admin().state());
      OrmException error = assertThrows(
          DatabasePausedException.class, () -> line.db().from(COUNTER).count());
      assertTrue(
          String.valueOf(error.getMessage()).contains("calls are told to wait"), error::getMessage);
      goOn.countDown();
      assertEquals(1, end(running));
      assertTrue(line.db().admin().quiesce(Duration.ofSeconds(PATIENCE)));
      line.replace(line.dialect());
      assertEquals(DatabaseState.QUIESCED, line.db().admin().state(), "a swap opens no gate");
      line.db().admin().resume();
      assertEquals(1, line.db().from(RECEIPT).count());
      assertEquals(
          List.of(Kind.PAUSED, Kind.RESUMED),
          line.events.stream()
              .map(GenerationEvent::kind)
              .filter(kind -> kind == Kind.PAUSED || kind == Kind.RESUMED)
              .toList());
    }
  }

  @EachDatabase
  void settingsChangeInPlaceWhereTheyCan(TestDatabase database) {
    try (Line line = Line.serving(database)) {
      DatabaseSettings live = line.settings().toBuilder()
          .set("pool.max", "3")
          .set("statement.timeout", "5s")
          .build();
      assertTrue(line.generations.adopt(live));
      assertEquals(1, line.generations.generations().get(0).number());
      assertEquals(Duration.ofSeconds(5), line.generations.settings().statementTimeout());
      DatabaseSettings other = live.toBuilder().set("naming", "upper_case").build();
      assertFalse(line.generations.adopt(other));
      assertEquals(live, line.generations.settings());
    }
  }

  @EachDatabase
  void theSizeOfThePoolChangesWhileItServes(TestDatabase database) {
    try (Line line = Line.serving(database)) {
      assertTrue(line.generations.adopt(line.settings().toBuilder().poolMax(3).build()));
      assertEquals(3, line.generations.pool().max());
    }
  }

  @EachDatabase
  void poolOfOneWithNestedTransactionIsAnError(TestDatabase database) {
    try (Line line = Line.serving(database, "pool.max", "1")) {
      Tx outside = Tx.readCommitted().readOnly().allowingOutsideCalls();
      TransactionException error = assertThrows(
          TransactionException.class,
          () -> line.db()
              .inTransaction(outside, tx -> line.db().inTransaction(outside, inner -> {})));
      assertEquals(ErrorCode.SELF_DEADLOCK, error.code());
      assertEquals(
          ErrorCode.SELF_DEADLOCK,
          assertThrows(
                  TransactionException.class,
                  () -> line.db()
                      .transaction(outside, tx -> line.db().from(COUNTER).count()))
              .code());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL has many writers")
  void writingOutsideTheWritingTransactionIsAnError(TestDatabase database) {
    try (Line line = Line.serving(database)) {
      TransactionException error = assertThrows(
          TransactionException.class,
          () -> line.db()
              .inTransaction(
                  Tx.readCommitted().allowingOutsideCalls(),
                  tx -> line.db().insert(RECEIPT, new Receipt(1, 1))));
      assertEquals(ErrorCode.SELF_DEADLOCK, error.code());
    }
  }

  @Test
  void databaseInMemoryIsNotReplaced() {
    try (Line line = new Line(DatabaseSettings.of("jdbc:sqlite::memory:"))) {
      line.replace(line.dialect());
      line.db().schema().create(List.of(COUNTER));
      line.db().insert(COUNTER, new Counter(1, 1, 0));
      ConfigurationException error =
          assertThrows(ConfigurationException.class, () -> line.replace(line.dialect()));
      assertTrue(String.valueOf(error.getMessage()).contains("lives in memory"), error::getMessage);
      assertEquals(1, line.db().from(COUNTER).count());
    }
  }
}
