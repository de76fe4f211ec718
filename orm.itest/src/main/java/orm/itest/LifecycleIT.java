package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.itest.store.Parcel_.PARCEL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import orm.api.Database;
import orm.api.error.FilteredRowException;
import orm.api.error.GenerationException;
import orm.api.model.EntityTable;
import orm.itest.store.Parcel;
import orm.itest.store.Parcel_;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.spi.validation.WriteKind;

/** Filters, listeners, actors and generators come and go while the database stays. */
class LifecycleIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private Database open() throws Exception {
    String name = container.name("parcels");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of("name", name, "url", "jdbc:sqlite:" + folder.resolve("parcels.db")));
    Database db = watch.come();
    db.schema().create(List.of(PARCEL));
    return db;
  }

  private <S> ServiceRegistration<S> register(Class<S> type, S service, int ranking) {
    return container
        .context()
        .registerService(
            type, service, FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking)));
  }

  private static RowFilter only(String tenant) {
    return RowFilter.byColumn("tenant", "tenant", String.class, () -> Optional.of(tenant));
  }

  /** Makes keys that begin with a text. */
  private record Counting(String prefix, AtomicLong last) implements KeyGenerator<String> {
    @Override
    public String name() {
      return "parcel";
    }

    @Override
    public List<String> next(int count) {
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        keys.add(prefix + last.incrementAndGet());
      }
      return keys;
    }
  }

  /** Adds a letter to each text that is written. */
  private record Adding(String letter) implements RowListener<Parcel> {
    @Override
    public EntityTable<Parcel, ?> table() {
      return PARCEL;
    }

    @Override
    public Parcel beforeWrite(Parcel row, WriteKind kind) {
      return Parcel_.edit(row).text(row.text() + letter).done();
    }
  }

  private static Parcel parcel(String tenant) {
    return new Parcel(null, tenant, "p", "");
  }

  @Test
  void absentPresentOutrankedGoneAndBack() throws Exception {
    Database db = open();
    assertThrows(GenerationException.class, () -> db.insert(PARCEL, parcel("red")));
    ServiceRegistration<?> keys =
        register(KeyGenerator.class, new Counting("k", new AtomicLong()), 0);
    assertThrows(GenerationException.class, () -> db.insert(PARCEL, parcel("red")));
    ServiceRegistration<ActorSource> ann = register(ActorSource.class, () -> Optional.of("ann"), 0);
    // k1 went to the row that had nobody to write it
    assertEquals(new Parcel("k2", "red", "p", "ann"), db.insert(PARCEL, parcel("red")));

    ServiceRegistration<ActorSource> bob =
        register(ActorSource.class, () -> Optional.of("bob"), 10);
    ServiceRegistration<?> better =
        register(KeyGenerator.class, new Counting("b", new AtomicLong()), 10);
    ServiceRegistration<?> later = register(RowListener.class, new Adding("y"), -1);
    ServiceRegistration<?> first = register(RowListener.class, new Adding("x"), 5);
    assertEquals(new Parcel("b1", "blue", "pxy", "bob"), db.insert(PARCEL, parcel("blue")));
    bob.unregister();
    better.unregister();
    first.unregister();
    assertEquals(new Parcel("k3", "blue", "py", "ann"), db.insert(PARCEL, parcel("blue")));
    later.unregister();

    ServiceRegistration<RowFilter> red = register(RowFilter.class, only("red"), 0);
    assertEquals(1, db.from(PARCEL).count());
    assertEquals(Optional.empty(), db.find(PARCEL, "b1"));
    assertThrows(FilteredRowException.class, () -> db.insert(PARCEL, parcel("blue")));
    ServiceRegistration<RowFilter> blue = register(RowFilter.class, only("blue"), 10);
    assertEquals(0, db.from(PARCEL).count(), "all filters apply");
    red.unregister();
    assertEquals(2, db.from(PARCEL).count());
    blue.unregister();
    assertEquals(3, db.from(PARCEL).count());
    assertEquals("bob", db.get(PARCEL, "b1").sender());
    ServiceRegistration<RowFilter> back = register(RowFilter.class, only("red"), 0);
    assertEquals(1, db.from(PARCEL).count());
    back.unregister();
    ann.unregister();
    keys.unregister();
    assertThrows(GenerationException.class, () -> db.insert(PARCEL, parcel("red")));
  }

  /** A statement sees the rows of the filters it began with, whatever comes and goes. */
  @Test
  void filtersComeAndGoUnderLoad() throws Exception {
    Database db = open();
    ServiceRegistration<?> ann = register(ActorSource.class, () -> Optional.of("ann"), 0);
    db.insertAll(
        PARCEL,
        List.of(
            new Parcel("1", "red", "p", "x"),
            new Parcel("2", "blue", "p", "x"),
            new Parcel("3", "blue", "p", "x")));
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(threads.submit(() -> {
          int asked = 0;
          for (; !ended.get(); asked++) {
            List<String> seen = db.from(PARCEL).select(PARCEL.tenant).list();
            assertTrue(seen.size() == 3 || seen.equals(List.of("red")), () -> "seen was " + seen);
            int found = db.findAll(PARCEL, List.of("1", "2")).size();
            assertTrue(found == 1 || found == 2);
          }
          return asked;
        }));
      }
      for (int i = 0; i < 100; i++) {
        register(RowFilter.class, only("red"), 0).unregister();
      }
      ended.set(true);
      for (Future<Integer> reader : readers) {
        assertTrue(reader.get(30, TimeUnit.SECONDS) > 0);
      }
    } finally {
      ended.set(true);
      threads.shutdownNow();
    }
    assertEquals(3, db.from(PARCEL).count());
    ann.unregister();
  }
}
