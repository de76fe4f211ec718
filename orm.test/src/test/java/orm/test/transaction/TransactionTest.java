package orm.test.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import orm.api.Database;
import orm.api.Transaction;
import orm.api.Tx;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.error.OutcomeUnknownException;
import orm.api.error.RetryableException;
import orm.api.error.TimeoutException;
import orm.api.error.TransactionException;
import orm.api.error.TransactionFailedException;
import orm.api.model.EntityTable;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.PostgresServer;
import orm.test.database.TestDatabase;

/** All of a transaction counts or nothing, on every database alike. */
class TransactionTest {
  private static final List<EntityTable<?, ?>> TABLES = List.of(BOOK, AUTHOR);

  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() throws InterruptedException {
    others.shutdownNow();
    assertTrue(others.awaitTermination(10, TimeUnit.SECONDS));
  }

  private static Author named(String name) {
    return new Author(null, name, null);
  }

  private static List<String> names(Database db) {
    return db.from(AUTHOR).orderBy(AUTHOR.name.asc()).select(AUTHOR.name).list();
  }

  @EachDatabase
  void workThatReturnsIsCommittedAndSeesItsOwnWrites(TestDatabase test) {
    Database db = test.with(TABLES);
    Author saved = db.transaction(tx -> {
      Author author = tx.insert(AUTHOR, named("a"));
      assertEquals(author, tx.get(AUTHOR, AUTHOR.keyOf(author)));
      return author;
    });
    assertEquals(saved, db.get(AUTHOR, AUTHOR.keyOf(saved)));
  }

  @EachDatabase
  void workThatThrowsIsRolledBackAndItsExceptionComesOutAsItIs(TestDatabase test) {
    Database db = test.with(TABLES);
    IOException reason = new IOException("no paper");
    IOException thrown = assertThrows(
        IOException.class,
        () -> db.transaction(tx -> {
          tx.insert(AUTHOR, named("a"));
          throw reason;
        }));
    assertSame(reason, thrown);
    assertEquals(List.of(), names(db));
  }

  @EachDatabase
  void aCaughtFailureMakesTheCommitFailWithTheFirstCause(TestDatabase test) {
    Database db = test.with(TABLES);
    Author kept = db.insert(AUTHOR, named("kept"));
    AtomicReference<OrmException> first = new AtomicReference<>();
    TransactionFailedException failed = assertThrows(
        TransactionFailedException.class,
        () -> db.inTransaction(tx -> {
          tx.insert(AUTHOR, named("lost"));
          first.set(assertThrows(
              OrmException.class, () -> tx.insertAll(BOOK, TestBooks.twoWithOneIsbn(kept))));
        }));
    assertInstanceOf(DuplicateKeyException.class, first.get());
    assertSame(first.get(), failed.getCause());
    assertEquals(ErrorCode.TRANSACTION_FAILED, failed.code());
    assertEquals(List.of("kept"), names(db));
  }

  @EachDatabase
  void afterAFailureEveryFurtherStatementIsRefused(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = db.insert(AUTHOR, named("a"));
    assertThrows(
        TransactionFailedException.class,
        () -> db.inTransaction(tx -> {
          try {
            tx.insertAll(BOOK, TestBooks.twoWithOneIsbn(author));
          } catch (DuplicateKeyException expected) {
            tx.insert(AUTHOR, named("never"));
          }
        }));
    assertEquals(List.of("a"), names(db));
  }

  @EachDatabase
  void aFailureInsideNestedUndoesOnlyThat(TestDatabase test) {
    Database db = test.with(TABLES);
    List<String> actions = new ArrayList<>();
    db.inTransaction(tx -> {
      Author author = tx.insert(AUTHOR, named("outer"));
      assertThrows(
          DuplicateKeyException.class,
          () -> tx.inNested(inner -> {
            inner.insert(AUTHOR, named("inner"));
            inner.afterCommit(() -> actions.add("never"));
            inner.insertAll(BOOK, TestBooks.twoWithOneIsbn(author));
          }));
      tx.inNested(inner -> {
        inner.insert(AUTHOR, named("second"));
        inner.afterCommit(() -> actions.add("nested"));
      });
      tx.afterCommit(() -> actions.add("outer"));
    });
    assertEquals(List.of("outer", "second"), names(db));
    assertEquals(List.of("nested", "outer"), actions);
  }

  @EachDatabase
  void actionsRunAfterTheCommitAndOnlyThen(TestDatabase test) {
    Database db = test.with(TABLES);
    List<List<String>> seen = new ArrayList<>();
    db.inTransaction(tx -> {
      tx.afterCommit(() -> seen.add(names(db)));
      tx.afterCommit(() -> {
        throw new IllegalStateException("logged, and the next one runs");
      });
      tx.afterCommit(() -> seen.add(List.of("last")));
      tx.insert(AUTHOR, named("a"));
    });
    assertEquals(List.of(List.of("a"), List.of("last")), seen);
    assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(tx -> {
          tx.afterCommit(() -> seen.add(List.of("never")));
          throw new IllegalStateException();
        }));
    assertEquals(2, seen.size());
  }

  @EachDatabase
  void aHandleIsRefusedOutsideItsBlockAndInOtherThreads(TestDatabase test) {
    Database db = test.with(TABLES);
    AtomicReference<Transaction> kept = new AtomicReference<>();
    db.inTransaction(tx -> {
      kept.set(tx);
      Future<Author> other = others.submit(() -> tx.insert(AUTHOR, named("other")));
      ExecutionException refused = assertThrows(ExecutionException.class, other::get);
      assertEquals(
          ErrorCode.WRONG_THREAD,
          assertInstanceOf(OrmException.class, refused.getCause()).code());
      tx.inNested(inner -> assertEquals(
          ErrorCode.TRANSACTION_ENDED,
          assertThrows(TransactionException.class, () -> tx.insert(AUTHOR, named("x")))
              .code()));
    });
    assertEquals(
        ErrorCode.TRANSACTION_ENDED,
        assertThrows(TransactionException.class, () -> kept.get().insert(AUTHOR, named("late")))
            .code());
    assertEquals(List.of(), names(db));
  }

  @EachDatabase
  void theDatabaseHandleIsRefusedInsideItsOwnTransactionUnlessAskedFor(TestDatabase test) {
    Database db = test.with(TABLES);
    db.inTransaction(tx -> {
      OrmException refused =
          assertThrows(TransactionException.class, () -> db.insert(AUTHOR, named("x")));
      assertEquals(ErrorCode.OUTSIDE_TRANSACTION, refused.code());
      assertThrows(TransactionException.class, () -> db.inTransaction(inner -> {}));
    });
    db.inTransaction(Tx.readCommitted().allowingOutsideCalls(), tx -> {
      tx.insert(AUTHOR, named("a"));
      assertEquals(List.of(), names(db));
      db.inTransaction(
          Tx.readCommitted().readOnly(),
          other -> assertEquals(0, other.from(AUTHOR).count()));
      tx.insert(AUTHOR, named("b"));
    });
    assertEquals(List.of("a", "b"), names(db));
  }

  @EachDatabase
  void aReadOnlyTransactionRefusesWrites(TestDatabase test) {
    Database db = test.with(TABLES);
    OrmException refused = assertThrows(
        TransactionException.class,
        () -> db.inTransaction(Tx.repeatableRead().readOnly(), tx -> {
          assertEquals(0, tx.from(AUTHOR).count());
          tx.insert(AUTHOR, named("x"));
        }));
    assertEquals(ErrorCode.READ_ONLY_TRANSACTION, refused.code());
    db.insert(AUTHOR, named("afterwards")); // the connection is as good as before
    assertEquals(List.of("afterwards"), names(db));
  }

  @EachDatabase
  void aWriterThatWaitsTooLongIsStoppedAndUndone(TestDatabase test) throws Exception {
    Database db = test.with(TABLES);
    Author author = db.insert(AUTHOR, named("a"));
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<?> holder = others.submit(() -> db.transaction(tx -> {
      tx.update(AUTHOR, Author_.edit(author).name("holder").done());
      locked.countDown();
      return release.await(30, TimeUnit.SECONDS);
    }));
    assertTrue(locked.await(10, TimeUnit.SECONDS));
    assertThrows(
        TimeoutException.class,
        () -> db.inTransaction(Tx.readCommitted().timeout(Duration.ofMillis(200)), tx -> {
          tx.insert(AUTHOR, named("lost"));
          tx.update(AUTHOR, Author_.edit(author).name("waiter").done());
        }));
    release.countDown();
    holder.get(10, TimeUnit.SECONDS);
    assertEquals(List.of("holder"), names(db));
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has one writer, so nothing conflicts")
  void aSerializationFailureIsRepeated(TestDatabase test) throws Exception {
    Database db = test.with(TABLES);
    AtomicInteger attempts = new AtomicInteger();
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    List<Future<Author>> writers = new ArrayList<>();
    for (String name : List.of("left", "right")) {
      writers.add(others.submit(() -> {
        AtomicInteger own = new AtomicInteger();
        return db.transaction(Tx.serializable().retries(5), tx -> {
          attempts.incrementAndGet();
          long seen = tx.from(AUTHOR).count();
          if (own.getAndIncrement() == 0) {
            bothHaveRead.await(10, TimeUnit.SECONDS);
          }
          return tx.insert(AUTHOR, named(name + seen));
        });
      }));
    }
    for (Future<Author> writer : writers) {
      writer.get(20, TimeUnit.SECONDS);
    }
    assertEquals(3, attempts.get());
    assertEquals(1, names(db).stream().filter(name -> name.endsWith("0")).count());
    assertEquals(1, names(db).stream().filter(name -> name.endsWith("1")).count());
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has one writer, so nothing conflicts")
  void withoutRetriesASerializationFailureComesOut(TestDatabase test) {
    Database db = test.with(TABLES);
    assertThrows(
        RetryableException.class,
        () -> db.inTransaction(Tx.serializable(), tx -> {
          long seen = tx.from(AUTHOR).count();
          others
              .submit(() -> db.transaction(
                  Tx.serializable(),
                  other ->
                      other.insert(AUTHOR, named("other" + other.from(AUTHOR).count()))))
              .get(10, TimeUnit.SECONDS);
          tx.insert(AUTHOR, named("mine" + seen));
        }));
    assertEquals(List.of("other0"), names(db));
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no server that can be lost")
  void aConnectionLostAtCommitIsAnUnknownOutcome(TestDatabase test) {
    Database db = test.with(TABLES);
    OrmException unknown = assertThrows(
        OutcomeUnknownException.class,
        () -> db.inTransaction(tx -> {
          tx.insert(AUTHOR, named("a"));
          killIdleTransactions(test);
        }));
    assertEquals(ErrorCode.OUTCOME_UNKNOWN, unknown.code());
    assertEquals(List.of(), names(db)); // and the pool goes on with another connection
  }

  private static void killIdleTransactions(TestDatabase test) throws SQLException {
    try (Connection connection =
            PostgresServer.dataSource(test.settings().url().orElseThrow()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND state = 'idle in transaction'");
    }
  }

  @EachDatabase
  void outsideATransactionOneCallIsOneStatement(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = db.insert(AUTHOR, named("a"));
    db.update(AUTHOR, Author_.edit(author).name("b").done());
    db.find(AUTHOR, AUTHOR.keyOf(author));
    db.findAll(AUTHOR, List.of(1L, 2L, 3L));
    assertEquals(1, db.from(AUTHOR).count());
    db.upsert(AUTHOR, Author_.edit(author).name("c").done());
    db.delete(AUTHOR, author);
    assertEquals(7, test.statements().size());
  }
}
