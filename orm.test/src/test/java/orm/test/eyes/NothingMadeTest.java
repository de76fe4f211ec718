package orm.test.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import orm.api.Database;
import orm.api.Orm;
import orm.api.admin.DatabaseWatch;
import orm.api.config.DatabaseSettings;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.Listeners;
import orm.spi.listen.TransactionEvent;
import orm.test.bookshop.Author;

/** While nobody looks, looking makes no object. */
class NothingMadeTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Runs of one measurement; what is left of a compilation in between is divided by it. */
  private static final int RUNS = 500;

  @Test
  void noStatementTransactionOrConnectionCostsAByte() {
    Eyes eyes = new Eyes(DatabaseSettings.of("jdbc:sqlite::memory:"), new Listeners());
    Runnable unseen = () -> {
      assertNull(eyes.statement("SELECT 1", "query", null, null));
      eyes.ended(eyes.begun("", false), TransactionEvent.Kind.COMMITTED, null);
      assertEquals(false, eyes.watchPool());
    };
    long bytes = more(unseen, () -> {});
    eyes.close();
    assertEquals(0, bytes);
  }

  @Test
  void aThreadLooksOnlyAtWhatIsOpen() {
    DatabaseSettings settings = DatabaseSettings.of("jdbc:sqlite::memory:").toBuilder()
        .name("unopened")
        .set("pool.leak", "1h")
        .build();
    Eyes eyes = new Eyes(settings, new Listeners());
    assertEquals(0, watching());
    eyes.servedBy(settings, "sqlite");
    assertEquals(1, watching());
    eyes.close();
  }

  private static long watching() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("orm-watch-unopened"))
        .count();
  }

  /** Compared with one that never was: the same code, however it happens to be compiled. */
  @Test
  void aFindCostsNoMoreAfterEverythingWasSwitchedOnAndOff() {
    try (Database plain = withOneAuthor();
        Database watched = withOneAuthor()) {
      DatabaseWatch watch = watched.admin().watch();
      watch.set("statistics", "on");
      watch.set("slow.threshold", "1h");
      watch.set("detect.nplusone", "10");
      assertTrue(more(find(watched), find(plain)) > 0, "the count tells");
      watch.set("statistics", "off");
      watch.set("slow.threshold", "0");
      watch.set("detect.nplusone", "0");
      assertEquals(0, more(find(watched), find(plain)));
    }
  }

  private static Database withOneAuthor() {
    Database db = Orm.open("jdbc:sqlite::memory:");
    db.schema().create(List.of(AUTHOR));
    db.insert(AUTHOR, new Author(null, "a", null));
    return db;
  }

  private static Runnable find(Database db) {
    return () -> assertTrue(db.find(AUTHOR, 1L).isPresent());
  }

  /**
   * How many bytes a run makes more than another one, in the middle of many measurements of both in
   * turn: what the JVM makes besides, and compiles meanwhile, is left out.
   */
  private static long more(Runnable run, Runnable other) {
    for (int i = 0; i < 5_000; i++) {
      run.run();
      other.run();
    }
    return LongStream.generate(() -> (bytes(run) - bytes(other)) / RUNS)
        .limit(41)
        .sorted()
        .skip(20)
        .findFirst()
        .orElseThrow();
  }

  private static long bytes(Runnable run) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int k = 0; k < RUNS; k++) {
      run.run();
    }
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }
}
