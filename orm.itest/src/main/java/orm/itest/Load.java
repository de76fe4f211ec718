package orm.itest;

import static orm.itest.store.Account_.ACCOUNT;
import static orm.itest.store.Receipt_.RECEIPT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import orm.api.Database;
import orm.api.Tx;
import orm.itest.store.Account;
import orm.itest.store.Account_;
import orm.itest.store.Receipt;

/**
 * Eight threads that read accounts and raise them, each time with a receipt in the same
 * transaction.
 */
final class Load implements AutoCloseable {
  private static final int WORKERS = 8;
  private static final int ACCOUNTS = 16;
  private static final int MAX_SAMPLES = 2_000_000;

  private final Database db;
  private final long before;
  private final AtomicLong receipts;
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

  /** How many are acknowledged: the queue would have to count them, each time it is asked. */
  private final AtomicInteger committed = new AtomicInteger();

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
  private final List<Future<long[]>> running = new ArrayList<>();
  private volatile boolean stopped;

  private Load(Database db) {
    this.db = db;
    this.before = db.from(RECEIPT).count();
    this.receipts = new AtomicLong(before);
  }

  /** Makes the tables, with the accounts all at nothing. */
  static void prepare(Database db) {
    db.schema().create(List.of(ACCOUNT, RECEIPT));
    for (int id = 0; id < ACCOUNTS; id++) {
      db.insert(ACCOUNT, new Account(id, 0, 0));
    }
  }

  static Load on(Database db) {
    Load load = new Load(db);
    for (int i = 0; i < WORKERS; i++) {
      load.running.add(load.threads.submit(load::work));
    }
    return load;
  }

  private long[] work() {
    long[] nanos = new long[1_024];
    int size = 0;
    while (!stopped) {
      long began = System.nanoTime();
      try {
        once();
      } catch (RuntimeException | LinkageError failed) {
        failures.add(failed);
      }
      if (size == nanos.length && size < MAX_SAMPLES) {
        nanos = Arrays.copyOf(nanos, size * 2);
      }
      if (size < nanos.length) {
        nanos[size++] = System.nanoTime() - began;
      }
    }
    return Arrays.copyOf(nanos, size);
  }

  private void once() {
    long id = ThreadLocalRandom.current().nextLong(ACCOUNTS);
    if (ThreadLocalRandom.current().nextBoolean()) {
      if (db.get(ACCOUNT, id).balance() < 0) {
        throw new IllegalStateException("an account was lowered");
      }
      return;
    }
    long receipt = receipts.incrementAndGet();
    db.inTransaction(Tx.readCommitted(), tx -> {
      Account account = tx.from(ACCOUNT).where(ACCOUNT.id.eq(id)).forUpdate().one();
      tx.update(ACCOUNT, Account_.edit(account).balance(account.balance() + 1).done());
      tx.insert(RECEIPT, new Receipt(receipt, id));
    });
    acknowledged.add(receipt);
    committed.incrementAndGet();
  }

  /** How many transactions were committed. */
  int committed() {
    return committed.get();
  }

  Queue<Throwable> failures() {
    return failures;
  }

  /** Ends the load, and gives how long each call took, the shortest first, in nanoseconds. */
  long[] end() throws Exception {
    stopped = true;
    List<long[]> all = new ArrayList<>();
    for (Future<long[]> one : running) {
      all.add(one.get(120, TimeUnit.SECONDS));
    }
    return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  /** The receipts that were acknowledged and are not there, or the other way round. */
  Set<Long> differences() {
    Set<Long> there = new HashSet<>(
        db.from(RECEIPT).where(RECEIPT.id.gt(before)).select(RECEIPT.id).list());
    Set<Long> differences = new HashSet<>(acknowledged);
    for (Long receipt : there) {
      if (!differences.remove(receipt)) {
        differences.add(receipt);
      }
    }
    return differences;
  }

  /** Whether every receipt has raised its account by one. */
  boolean addsUp() {
    long total = db.from(ACCOUNT).select(ACCOUNT.balance).list().stream()
        .mapToLong(Long::longValue)
        .sum();
    return total == db.from(RECEIPT).count();
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }
}
