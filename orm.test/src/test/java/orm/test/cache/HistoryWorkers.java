package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.test.cache.Item_.ITEM;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.error.RetryableException;
import orm.api.error.StaleRowException;
import orm.api.query.Select;
import orm.cache.CaffeineProvider;

/**
 * The threads of one process, which read, write, roll back, update in bulk and by text at random,
 * and write down what they saw and committed. Also a program, for a process of its own.
 */
final class HistoryWorkers {
  static final int ROWS = 64;
  private static final Select<Item> ALL = Select.from(ITEM).cached(Duration.ofHours(1));

  private final int process;
  private final Database db;
  private final History history;

  HistoryWorkers(int process, Database db, History history) {
    this.process = process;
    this.db = db;
    this.history = history;
  }

  /** Opens a database with a cache that may be a second behind other processes. */
  static Database open(DatabaseSettings settings) {
    return Orm.builder(settings.toBuilder().set("cache.staleness", "1s").build())
        .cache(new CaffeineProvider())
        .open();
  }

  /** {@return how often a database answered from memory} */
  static long hits(Database db) {
    return db.admin().caches().stream().mapToLong(cache -> cache.hits()).sum();
  }

  /** Runs a number of steps in each of some threads. */
  void run(int threads, int steps, Consumer<Worker> step) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Worker worker = new Worker(new Random(20_261_123L + seed(thread)), thread);
        work.add(pool.submit(() -> {
          for (int i = 0; i < steps; i++) {
            step.accept(worker);
          }
          return true;
        }));
      }
      for (Future<Boolean> one : work) {
        boolean unused = one.get(10, TimeUnit.MINUTES);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private long seed(int thread) {
    return 1_000L * process + thread;
  }

  /**
   * Runs as process 1: says that it is ready, waits for a line, works, and leaves its history in a
   * file.
   *
   * @param arguments URL, number of threads, steps of each, file
   */
  public static void main(String[] arguments) throws Exception {
    History history = new History();
    try (Database db = open(DatabaseSettings.of(arguments[0]))) {
      Served.await(() -> db.get(ITEM, 1L));
      System.out.println("ready");
      int unused = System.in.read();
      new HistoryWorkers(1, db, history)
          .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Worker::step);
      System.out.println("hits " + hits(db));
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[3])))) {
      history.write(out);
    }
  }

  /** Starts it in a JVM of its own. */
  static Process start(DatabaseSettings settings, int threads, int steps, Path file)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HistoryWorkers.class.getName(),
            settings.url().orElseThrow(),
            String.valueOf(threads),
            String.valueOf(steps),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** One thread. */
  final class Worker {
    final Random random;
    private final int thread;
    private int writes;

    private Worker(Random random, int thread) {
      this.random = random;
      this.thread = thread;
    }

    long id() {
      return 1L + random.nextInt(ROWS);
    }

    private String name() {
      return process + "." + thread + "." + ++writes;
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

    private void read(Supplier<List<Item>> read) {
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
