package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.cache.Item_.ITEM;
import static orm.test.cache.Shelf_.SHELF;
import static orm.test.cache.Tag_.TAG;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.test.cache.HistoryWorkers.Worker;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Sixteen threads, on PostgreSQL in two JVMs, do anything at random. What they read must have been
 * committed, and not replaced for longer than the bound. {@code -Dorm.cache.operations=100000} is
 * the full form.
 */
class HistoryTest {
  private static final int OPERATIONS = Integer.getInteger("orm.cache.operations", 8_000);
  private static final int THREADS = 16;

  /** The setting, and what the machine may need to wake a thread. */
  private static final long BOUND = TimeUnit.MILLISECONDS.toNanos(1_000 + 500);

  private final History history = new History();

  private void fill(Database db) {
    db.schema().create(List.of(SHELF, ITEM, TAG));
    for (long id = 1; id <= HistoryWorkers.ROWS; id++) {
      long begin = System.nanoTime();
      Item item = db.insert(ITEM, Item.of(id, "first"));
      history.committed(0, id, item.version(), item.name(), begin);
    }
    Served.await(() -> db.get(ITEM, 1L));
  }

  @EachDatabase
  void whatIsReadWasCommittedAndNotReplacedLongAgo(TestDatabase database, @TempDir Path folder)
      throws Exception {
    long hits;
    try (Database db = HistoryWorkers.open(database.settings())) {
      fill(db);
      HistoryWorkers workers = new HistoryWorkers(0, db, history);
      if (database.kind() == DatabaseKind.POSTGRES) {
        hits = inTwoProcesses(database, workers, folder);
      } else {
        workers.run(THREADS, OPERATIONS / THREADS, Worker::step);
        hits = 0;
      }
      hits += HistoryWorkers.hits(db);
    }
    assertEquals(List.of(), history.wrong(BOUND).stream().limit(10).toList());
    assertTrue(hits > OPERATIONS / 400, hits + " hits tell nothing");
    System.out.println("PROOF cache " + database.kind() + ": " + OPERATIONS + " operations, "
        + history.reads() + " rows read, " + hits + " answers from memory");
  }

  /** Runs half of the threads in another JVM; gives its hits. */
  private long inTwoProcesses(TestDatabase database, HistoryWorkers mine, Path folder)
      throws Exception {
    Path file = folder.resolve("history");
    int steps = OPERATIONS / THREADS;
    Process other = HistoryWorkers.start(database.settings(), THREADS / 2, steps, file);
    try (BufferedReader said = other.inputReader()) {
      assertEquals("ready", said.readLine());
      other.getOutputStream().write('\n');
      other.getOutputStream().flush();
      mine.run(THREADS / 2, steps, Worker::step);
      String hits = said.readLine();
      assertTrue(hits != null && hits.startsWith("hits "), hits);
      assertTrue(other.waitFor(60, TimeUnit.SECONDS), "the other process hangs");
      assertEquals(0, other.exitValue());
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        history.read(lines);
      }
      return Long.parseLong(hits.substring(5));
    } finally {
      other.destroyForcibly();
    }
  }

  /** What it would be to take rows out before the write, and to keep what was read meanwhile. */
  @EachDatabase
  void aNaiveCacheIsFoundOut(TestDatabase database) throws Exception {
    try (Database plain = HistoryWorkers.open(database.settings())) {
      fill(plain);
      Map<Long, Item> kept = new ConcurrentHashMap<>();
      new HistoryWorkers(0, plain, history).run(THREADS, OPERATIONS / THREADS, worker -> {
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
    }
    assertFalse(history.wrong(BOUND).isEmpty(), "of " + history.reads());
  }
}
