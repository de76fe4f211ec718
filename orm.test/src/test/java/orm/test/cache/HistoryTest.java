package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.cache.Item_.ITEM;
import static orm.test.cache.Shelf_.SHELF;
import static orm.test.cache.Tag_.TAG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.RetryableException;
import orm.api.error.StaleRowException;
import orm.api.query.Select;
import orm.cache.CaffeineProvider;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Sixteen threads read, write, roll back, update in bulk and by text at random, on PostgreSQL in two
 * processes as far as the database can tell. {@code -Dorm.cache.operations=100000} is the full form.
 */
class HistoryTest {
  private static final int OPERATIONS = Integer.getInteger("orm.cache.operations", 8_000);
  private static final int THREADS = 16;
  private static final int ROWS = 64;
  private static final Select<Item> ALL = Select.from(ITEM).cached(Duration.ofHours(1));

  /** The setting, and what the machine may need to wake a thread. */
  private static final long BOUND = TimeUnit.MILLISECONDS.toNanos(1_000 + 500);

  private final History history = new History();

  private static Database open(TestDatabase database) {
    return database.open(Orm.builder(
            database.settings().toBuilder().set("cache.staleness", "1s").build())
        .cache(new CaffeineProvider()));
  }

  private Database first(TestDatabase database) {
    Database db = open(database);
    db.schema().create(List.of(SHELF, ITEM, TAG));
    for (long id = 1; id <= ROWS; id++) {
      long begin = System.nanoTime();
      Item item = db.insert(ITEM, Item.of(id, "first"));
      history.committed(0, id, item.version(), item.name(), begin);
    }
    return db;
  }

  private void run(List<Database> processes, LongFunction<Consumer<Worker>> seeded)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int process = thread % processes.size();
        Worker worker =
            new Worker(process, processes.get(process), new Random(20261123L + thread), thread);
        Consumer<Worker> step = seeded.apply(thread);
        work.add(threads.submit(() -> {
          for (int i = 0; i < OPERATIONS / THREADS; i++) {
            step.accept(worker);
          }
          return true;
        }));
      }
      for (Future<Boolean> one : work) {
        assertTrue(one.get(10, TimeUnit.MINUTES));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @EachDatabase
  void whatIsReadWasCommittedAndNotReplacedLongAgo(TestDatabase database) throws Exception {
    List<Database> processes = new ArrayList<>();
    processes.add(first(database));
    if (database.kind() == DatabaseKind.POSTGRES) {
      processes.add(open(database));
    }
    run(processes, thread -> Worker::step);
    assertEquals(List.of(), history.wrong(BOUND).stream().limit(10).toList());
    long hits = processes.stream()
        .flatMap(db -> db.admin().caches().stream())
        .mapToLong(cache -> cache.hits())
        .sum();
    assertTrue(hits > OPERATIONS / 20, hits + " hits tell nothing");
  }

  /** What it would be to take rows out before the write, and to keep what was read meanwhile. */
  @EachDatabase
  void aNaiveCacheIsFoundOut(TestDatabase database) throws Exception {
    Database plain = first(database);
    Map<Long, Item> kept = new ConcurrentHashMap<>();
    run(List.of(plain), thread -> worker -> {
      long id = worker.id();
      if (worker.random.nextInt(10) < 7) {
        long begin = System.nanoTime();
        Item item = Optional.ofNullable(kept.get(id))
            .orElseGet(() -> plain.from(ITEM).where(ITEM.id.eq(id)).one());
        kept.put(id, item);
        history.seen(0, List.of(item), begin);
      } else {
        kept.remove(id);
        worker.text(id, true);
      }
    });
    assertFalse(history.wrong(BOUND).isEmpty(), "of " + history.reads());
  }

  /** One thread of one process. */
  private final class Worker {
    final Random random;
    private final int process;
    private final Database db;
    private final int thread;
    private int writes;

    Worker(int process, Database db, Random random, int thread) {
      this.process = process;
      this.db = db;
      this.random = random;
      this.thread = thread;
    }

    long id() {
      return 1 + random.nextInt(ROWS);
    }

    private String name() {
      return thread + "." + ++writes;
    }

    void step() {
      int dice = random.nextInt(100);
      long id = id();
      try {
        if (dice < 60) {
          read(() -> List.of(db.get(ITEM, id)));
        } else if (dice < 75) {
          read(() -> List.of(db.get(ITEM.byCode, "c" + id)));
        } else if (dice < 85) {
          read(() -> db.query(ALL).list());
        } else if (dice < 90) {
          update(id);
        } else if (dice < 93) {
          rollBack(id);
        } else if (dice < 95) {
          transaction(id);
        } else if (dice < 97) {
          bulk(id);
        } else {
          text(id, dice < 99);
        }
      } catch (StaleRowException | RetryableException somebodyWasFirst) {
        // as it should be; nothing was committed
      }
    }

    private void read(java.util.function.Supplier<List<Item>> read) {
      long begin = System.nanoTime();
      history.seen(process, read.get(), begin);
    }

    private void update(long id) {
      Item wanted = db.get(ITEM, id).named(name());
      long begin = System.nanoTime();
      committed(db.update(ITEM, wanted), begin);
    }

    private void committed(Item item, long begin) {
      history.committed(process, item.id(), item.version(), item.name(), begin);
    }

    private void transaction(long id) {
      long begin = System.nanoTime();
      Item stored = db.transaction(tx -> {
        Item changed = tx.update(ITEM, tx.from(ITEM).where(ITEM.id.eq(id)).one().named(name()));
        assertEquals(changed, tx.get(ITEM, id), "its own write");
        return changed;
      });
      committed(stored, begin);
    }

    private void rollBack(long id) {
      try {
        db.inTransaction(tx -> {
          Item changed =
              tx.update(ITEM, tx.from(ITEM).where(ITEM.id.eq(id)).one().named("never"));
          assertEquals(changed, tx.get(ITEM, id), "its own write");
          throw new IllegalStateException("the test wants it");
        });
      } catch (IllegalStateException wanted) {
        // nothing was committed
      }
    }

    private void bulk(long id) {
      long begin = System.nanoTime();
      db.update(ITEM)
          .set(ITEM.name, name())
          .where(ITEM.id.eq(id))
          .returning(ITEM)
          .list()
          .forEach(item -> committed(item, begin));
    }

    void text(long id, boolean declared) {
      String name = name();
      long begin = System.nanoTime();
      var statement = db.sql("update item set name = :name, version = version + 1 where id = :id"
              + " returning version")
          .bind("name", name)
          .bind("id", id);
      long version = (declared ? statement.touching(ITEM) : statement)
          .map(row -> row.nextLong())
          .one();
      history.committed(process, id, version, name, begin);
    }
  }
}
