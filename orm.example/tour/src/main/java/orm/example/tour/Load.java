package orm.example.tour;

import static orm.example.catalog.Book_.BOOK;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import orm.api.Database;
import orm.api.Tx;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;

/** Threads that raise the prices of books without a break: read, add a cent, write. */
final class Load implements AutoCloseable {

  static final int THREADS = 4;
  static final BigDecimal STEP = new BigDecimal("0.01");

  private static final int PATIENCE_SECONDS = 30;

  private final Database database;
  private final AtomicInteger committed = new AtomicInteger();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean stopped;

  Load(Database database, List<Long> books) {
    this.database = database;
    for (int i = 0; i < THREADS; i++) {
      long book = books.get(i % books.size());
      running.add(threads.submit(() -> work(book)));
    }
  }

  private void work(long book) {
    while (!stopped) {
      long began = System.nanoTime();
      try {
        raise(book);
        committed.incrementAndGet();
      } catch (RuntimeException | LinkageError failed) {
        failures.add(failed);
      }
      longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
    }
  }

  private void raise(long id) {
    database.inTransaction(Tx.readCommitted(), tx -> {
      Book book = tx.from(BOOK).where(BOOK.id.eq(id)).forUpdate().one();
      tx.update(BOOK, Book_.edit(book).price(book.price().add(STEP)).done());
    });
  }

  /** How many transactions were committed. */
  int committed() {
    return committed.get();
  }

  Queue<Throwable> failures() {
    return failures;
  }

  /** How long the call took that took longest. */
  long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longestNanos.get());
  }

  /** Returns when the last transaction has ended. */
  void end() throws Exception {
    stopped = true;
    for (Future<?> one : running) {
      one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
  }
}
