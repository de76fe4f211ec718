package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import orm.api.Database;
import orm.api.admin.PoolInfo;
import orm.api.admin.SwapInfo;

/**
 * Bundles of dialects and drivers are replaced while eight threads use the database: nobody
 * notices, nothing is lost, and nothing of the old ones stays. The short form; with the environment
 * variable {@code ORM_PROOF=full} a dialect is replaced 100 times and a driver 20 times, and the
 * times are printed.
 */
class SwapIT {
  private static final boolean FULL = "full".equals(System.getenv("ORM_PROOF"));
  private static final int DIALECT_SWAPS = FULL ? 100 : 6;
  private static final int DRIVER_SWAPS = FULL ? 20 : 2;

  /** Commits without a swap, to compare with. */
  private static final int CONTROL_WORK = FULL ? 20_000 : 200;

  /** Commits behind each swap of a driver: in full, as many in all as without a swap. */
  private static final int DRIVER_WORK = FULL ? CONTROL_WORK / DRIVER_SWAPS : 8;

  /**
   * How often it is looked for what is awaited: seldom enough to leave the processors to others.
   */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** The databases, and the bundles that serve them. */
  private enum Kind {
    SQLITE("orm.dialect.sqlite", "org.xerial.sqlite-jdbc"),
    POSTGRES("orm.dialect.postgres", "org.postgresql.jdbc");

    final String dialect;
    final String driver;

    Kind(String dialect, String driver) {
      this.dialect = dialect;
      this.driver = driver;
    }
  }

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final List<Bundle> installed = new ArrayList<>();

  @AfterEach
  void removeCopies() throws BundleException {
    for (Bundle copy : installed) {
      if (copy.getState() != Bundle.UNINSTALLED) {
        copy.uninstall();
      }
    }
  }

  private Map<String, Object> properties(Kind kind, String name) {
    Map<String, Object> properties = new HashMap<>(
        kind == Kind.POSTGRES
            ? container.postgres(name)
            : Map.of("name", name, "url", "jdbc:sqlite:" + folder.resolve(name + ".db")));
    properties.put("swap.wait", "30s");
    return properties;
  }

  private Database database(Map<String, Object> properties) throws Exception {
    String name = String.valueOf(properties.get("name"));
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(properties);
    Database db = watch.come();
    Load.prepare(db);
    return db;
  }

  @ParameterizedTest
  @EnumSource
  void dialectIsReplacedUnderLoad(Kind kind) throws Exception {
    String name = container.name("dialect");
    Database db = database(properties(kind, name));
    long[] control = control(db);
    Set<String> threads = threadKinds(name);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    Bundle original = container.bundle(kind.dialect);
    Bundle serving = original;
    try (Load load = Load.on(db)) {
      for (int i = 1; i <= DIALECT_SWAPS; i++) {
        Bundle next = install(BundleCopy.of(original, i), kind.dialect + "-" + i);
        int committed = load.committed();
        next.start();
        await(() -> isServedBy(db, next), "a swap to " + next);
        await(() -> load.committed() > committed + 8, "work behind the swap");
        loaders.add(leave(serving, original));
        serving = next;
      }
      report(kind + " dialect", db, control, load.end());
      verify(db, load, DIALECT_SWAPS + 1);
    }
    awaitOldConnectionsGone(kind, db);
    for (SwapInfo swap : db.admin().swaps()) {
      assertEquals(0, swap.waited(), swap::toString);
    }
    serving.uninstall();
    original.start();
    await(() -> isServedBy(db, original), "the return of the original");
    refresh(List.of());
    assertEquals(threads, threadKinds(name));
    assertCollected(loaders);
  }

  @ParameterizedTest
  @EnumSource
  void driverIsReplacedUnderLoad(Kind kind) throws Exception {
    String name = container.name("driver");
    Database db = database(properties(kind, name));
    long[] control = control(db);
    Bundle driver = container.bundle(kind.driver);
    Bundle dialect = container.bundle(kind.dialect);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    assertEquals(Set.of(kind.dialect, kind.driver), closure(driver), "nobody else is refreshed");
    try (Load load = Load.on(db)) {
      for (int i = 1; i <= DRIVER_SWAPS; i++) {
        int generation = number(db);
        int committed = load.committed();
        if (i > 1) {
          // the first may have registered itself for good: who asks for a Driver does that
          loaders.add(loader(driver));
        }
        loaders.add(loader(dialect));
        update(driver, BundleCopy.of(driver, 1));
        await(() -> number(db) > generation, "a swap");
        await(() -> load.committed() > committed + DRIVER_WORK, "work behind the swap");
      }
      report(kind + " driver", db, control, load.end());
      verify(db, load, DRIVER_SWAPS + 1);
    }
    awaitOldConnectionsGone(kind, db);
    assertCollected(loaders);
  }

  /** Without this the others would prove nothing. */
  @ParameterizedTest
  @EnumSource
  void naiveSwapFailsCalls(Kind kind) throws Exception {
    Map<String, Object> properties = properties(kind, container.name("naive"));
    properties.put("swap.wait", "0");
    properties.put("drain.timeout", "0");
    Database db = database(properties);
    Bundle dialect = container.bundle(kind.dialect);
    try (Load load = Load.on(db)) {
      for (int i = 0; i < 20 && load.failures().isEmpty(); i++) {
        int committed = load.committed();
        await(() -> load.committed() > committed, "work before the swap");
        dialect.stop();
        dialect.start();
      }
      assertFalse(load.failures().isEmpty(), "calls should have failed");
      long[] unused = load.end();
    }
  }

  @ParameterizedTest
  @EnumSource
  void badNewcomerNeverServes(Kind kind) throws Exception {
    String name = container.name("bad");
    Database db = database(properties(kind, name));
    Bundle original = container.bundle(kind.dialect);
    int generation = number(db);
    try (Load load = Load.on(db)) {
      Bundle broken = install(BundleCopy.broken(original), kind.dialect + "-broken");
      broken.start();
      await(() -> db.admin().swaps().get(0).error().isPresent(), "the refusal");
      int committed = load.committed();
      await(() -> load.committed() > committed + 8, "work");
      assertEquals(generation, number(db));
      broken.uninstall();
      long[] unused = load.end();
      verify(db, load, generation);
    }
  }

  @Test
  void theBetterRankedServesAndTheOlderOfEquals() throws Exception {
    String name = container.name("equal");
    Database db = database(properties(Kind.SQLITE, name));
    Bundle original = container.bundle(Kind.SQLITE.dialect);
    try (LogWatch log = new LogWatch("orm.engine.osgi")) {
      // a bundle of another name and the same version; the one that was there first serves
      Bundle twin = install(BundleCopy.twin(original), "twin");
      twin.start();
      log.line(name, "has the same version and ranking");
      assertTrue(isServedBy(db, original));
    }
  }

  /** How long calls take without a swap. */
  private static long[] control(Database db) throws Exception {
    try (Load load = Load.on(db)) {
      await(() -> load.committed() > CONTROL_WORK, "work without a swap");
      return load.end();
    }
  }

  private static void verify(Database db, Load load, int generations) {
    assertEquals(List.of(), List.copyOf(load.failures()));
    assertEquals(Set.of(), load.differences());
    assertTrue(load.addsUp());
    assertTrue(number(db) >= generations, () -> db.admin().generations().toString());
  }

  private static void report(String what, Database db, long[] control, long[] load) {
    if (FULL) {
      long paused = db.admin().swaps().stream()
          .mapToLong(swap -> swap.paused().toNanos())
          .max()
          .orElse(0);
      System.out.printf(
          Locale.ROOT,
          "PROOF %s on %s: %,d calls; p99 %.1f ms (%.1f without swaps), longest %.1f ms (%.1f), longest"
              + " pause %.1f ms%n",
          what,
          System.getProperty("orm.itest.framework"),
          load.length,
          millis(load[load.length * 99 / 100]),
          millis(control[control.length * 99 / 100]),
          millis(load[load.length - 1]),
          millis(control[control.length - 1]),
          millis(paused));
    }
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static int number(Database db) {
    return db.admin().generations().isEmpty()
        ? 0
        : db.admin().generations().get(0).number();
  }

  private static boolean isServedBy(Database db, Bundle dialect) {
    return db.admin().generations().stream()
        .anyMatch(generation -> generation.serving()
            && generation
                .provider()
                .equals(dialect.getSymbolicName() + " " + dialect.getVersion()));
  }

  private Bundle install(BundleCopy copy, String location) throws Exception {
    Bundle bundle = container.context().installBundle(location, copy.open());
    installed.add(bundle);
    return bundle;
  }

  /** Stops what was replaced, and takes it away; the original stays for the tests to come. */
  private WeakReference<ClassLoader> leave(Bundle leaving, Bundle original) throws Exception {
    WeakReference<ClassLoader> loader = loader(leaving);
    if (leaving.equals(original)) {
      leaving.stop();
      return new WeakReference<>(null);
    }
    leaving.uninstall();
    refresh(List.of(leaving));
    return loader;
  }

  private static WeakReference<ClassLoader> loader(Bundle bundle) {
    return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
  }

  /** What is refreshed together with a bundle. */
  private Set<String> closure(Bundle bundle) {
    return container
        .context()
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .getDependencyClosure(List.of(bundle))
        .stream()
        .map(Bundle::getSymbolicName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As an administrator does it: the new content, and then the bundles wired to the old one. */
  private void update(Bundle driver, BundleCopy copy) throws Exception {
    driver.stop();
    driver.update(copy.open());
    refresh(List.of(driver));
    driver.start();
  }

  private void refresh(List<Bundle> bundles) throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    container
        .context()
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(bundles.isEmpty() ? null : bundles, event -> {
          if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            refreshed.countDown();
          }
        });
    assertTrue(refreshed.await(60, TimeUnit.SECONDS));
  }

  /**
   * The server's sessions are those of the pool that serves. SQLite may keep the file of a
   * connection that was closed open as long as others lock it, and gives it to the next one: there
   * are never more than two generations had together.
   */
  private void awaitOldConnectionsGone(Kind kind, Database db) {
    await(
        () -> {
          PoolInfo pool = db.admin().generations().get(0).pool();
          return kind == Kind.POSTGRES
              ? sessions(db) == pool.open()
              : openFiles(db.name() + ".db") <= 2L * pool.max();
        },
        "the connections of old generations to go");
  }

  private static long sessions(Database db) {
    return db.sql("select count(*) from pg_stat_activity where datname = current_database()")
        .map(row -> row.nextLong())
        .one();
  }

  private long openFiles(String name) {
    Path file = folder.resolve(name);
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(handle -> isOf(handle, file)).count();
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private static boolean isOf(Path handle, Path file) {
    try {
      return Files.readSymbolicLink(handle).equals(file);
    } catch (IOException gone) { // it was closed meanwhile
      return false;
    }
  }

  /** The threads of a database without their numbers, and without those that end by themselves. */
  private static Set<String> threadKinds(String database) {
    return TestContainer.threads(database).stream()
        .map(thread -> thread.replaceAll("\\d+$", ""))
        .filter(thread -> !thread.contains("drain") && !thread.contains("connection-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertCollected(List<WeakReference<ClassLoader>> loaders) {
    await(
        () -> {
          System.gc();
          return loaders.stream().allMatch(loader -> loader.get() == null);
        },
        "the end of the old class loaders");
    for (WeakReference<ClassLoader> loader : loaders) {
      assertNull(loader.get());
    }
  }

  private static void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "waited in vain for " + what);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
