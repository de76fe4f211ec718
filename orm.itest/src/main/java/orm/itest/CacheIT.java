package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.itest.store.Page_.PAGE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import orm.api.Database;
import orm.itest.store.Page;
import orm.spi.cache.CacheProvider;
import orm.spi.cache.CacheStore;

/** What makes stores comes, goes and is outranked while the database stays. */
class CacheIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private Database open() throws Exception {
    String name = container.name("cached");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of("name", name, "url", "jdbc:sqlite:" + folder.resolve("cached.db")));
    Database db = watch.come();
    db.schema().create(List.of(PAGE));
    db.insert(PAGE, new Page(1, "first"));
    return db;
  }

  private ServiceRegistration<CacheProvider> own(CacheProvider provider, int ranking) {
    return container
        .context()
        .registerService(
            CacheProvider.class,
            provider,
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking)));
  }

  private static boolean keeps(Database db) {
    Object first = db.get(PAGE, 1L);
    Object second = db.get(PAGE, 1L);
    return first == second;
  }

  @Test
  void absentPresentOutrankedGoneAndBack() throws Exception {
    Bundle bundle = container.bundle("orm.cache");
    bundle.stop();
    try {
      Database db = open();
      assertNotSame(db.get(PAGE, 1L), db.get(PAGE, 1L));
      assertEquals(List.of(), db.admin().caches());

      bundle.start();
      assertSame(db.get(PAGE, 1L), db.get(PAGE, 1L));

      Counting counting = new Counting();
      ServiceRegistration<CacheProvider> registered = own(counting, 10);
      assertTrue(keeps(db));
      assertTrue(counting.puts.get() > 0);
      bundle.stop(); // what is outranked may leave
      db.update(PAGE, new Page(1, "second"));
      assertEquals("second", db.get(PAGE, 1L).text());
      bundle.start();
      registered.unregister();
      assertTrue(keeps(db));
      db.update(PAGE, new Page(1, "third"));
      registered = own(counting, 10); // it has kept what it had before
      assertEquals("third", db.get(PAGE, 1L).text());
      registered.unregister();

      bundle.stop();
      assertNotSame(db.get(PAGE, 1L), db.get(PAGE, 1L));
      db.update(PAGE, new Page(1, "fourth"));
      bundle.start();
      assertEquals("fourth", db.get(PAGE, 1L).text());
      assertTrue(keeps(db));
    } finally {
      bundle.start();
    }
  }

  /** Nobody reads less than what he has written or read before, whatever comes and goes. */
  @Test
  void comesAndGoesUnderLoad() throws Exception {
    Bundle bundle = container.bundle("orm.cache");
    Database db = open();
    db.update(PAGE, new Page(1, "0"));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong committed = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    List<Future<Long>> work = new ArrayList<>();
    try {
      work.add(threads.submit(() -> {
        long last = 0;
        while (!stop.get()) {
          last++;
          db.update(PAGE, new Page(1, String.valueOf(last)));
          committed.set(last);
        }
        return last;
      }));
      for (int reader = 0; reader < 4; reader++) {
        work.add(threads.submit(() -> {
          long reads = 0;
          while (!stop.get()) {
            long least = committed.get();
            long seen = Long.parseLong(db.get(PAGE, 1L).text());
            assertTrue(seen >= least, seen + " was read after " + least + " was committed");
            reads++;
          }
          return reads;
        }));
      }
      for (int round = 0; round < 10; round++) {
        bundle.stop();
        bundle.start();
        ServiceRegistration<CacheProvider> other = own(new Counting(), 10);
        other.unregister();
      }
    } finally {
      stop.set(true);
      for (Future<Long> one : work) {
        assertTrue(one.get(30, TimeUnit.SECONDS) > 0);
      }
      threads.shutdown();
      bundle.start();
    }
    assertEquals(String.valueOf(committed.get()), db.get(PAGE, 1L).text());
  }

  /** Keeps everything for ever, across all stores that it makes. */
  private static final class Counting implements CacheProvider {
    final AtomicLong puts = new AtomicLong();
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    @Override
    public <K, V> CacheStore<K, V> store(String name, long limit) {
      return new CacheStore<>() {
        @Override
        @SuppressWarnings("unchecked") // one store for each name
        public @Nullable V get(K key) {
          return (V) kept.get(List.of(name, key));
        }

        @Override
        public void put(K key, V value, int weight, long ttlNanos) {
          kept.put(List.of(name, key), value);
          puts.incrementAndGet();
        }

        @Override
        public void clear() {}

        @Override
        public long size() {
          return kept.size();
        }

        @Override
        public long evictions() {
          return 0;
        }
      };
    }
  }
}
