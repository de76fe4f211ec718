package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.itest.store.Shelf_.SHELF;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.itest.store.Shelf;
import orm.itest.store.ShelfCounter;

/** The Database service comes and goes with its configuration and its dialect. */
class DatabaseServiceIT {
  private static final String LOG = "orm.engine.osgi";

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private Map<String, Object> sqlite(String name) {
    return Map.of("name", name, "url", "jdbc:sqlite:" + folder.resolve(name + ".db"));
  }

  /** Does not wait for another dialect when the one that serves has left. */
  private Map<String, Object> impatient(String name) {
    Map<String, Object> properties = new HashMap<>(sqlite(name));
    properties.put("swap.wait", "0");
    return properties;
  }

  @Test
  void isAbsentWithoutConfiguration() {
    assertNull(container.context().getServiceReference(Database.class));
  }

  @Test
  void saysWhatItIsAndNothingElse() throws Exception {
    String name = container.name("plain");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(sqlite(name));
    Database db = watch.come();
    ServiceReference<Database> reference = watch.reference();

    assertEquals(name, db.name());
    assertEquals("sqlite", db.dialect());
    assertEquals(name, reference.getProperty("orm.database"));
    assertEquals("sqlite", reference.getProperty("orm.dialect"));
    assertEquals(
        container.bundle("orm.dialect.sqlite").getVersion().toString(),
        reference.getProperty("orm.dialect.version"));
    String product = String.valueOf(reference.getProperty("orm.product"));
    assertTrue(product.startsWith("SQLite 3."), product);
    assertEquals("orm.engine", reference.getBundle().getSymbolicName());

    Set<String> further = new TreeSet<>(Set.of(reference.getPropertyKeys()));
    further.removeIf(key -> key.startsWith("service.") || key.equals(Constants.OBJECTCLASS));
    assertEquals(
        Set.of("orm.database", "orm.dialect", "orm.dialect.version", "orm.product"), further);
  }

  @Test
  void publishesNoSecret() throws Exception {
    String name = container.name("secret");
    Map<String, Object> properties = container.postgres(name);
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(properties);
    Database ignored = watch.come();

    String product = String.valueOf(watch.reference().getProperty("orm.product"));
    assertTrue(product.startsWith("PostgreSQL "), product);
    String password = String.valueOf(properties.get(".password"));
    for (ServiceReference<?> reference : container.bundle("orm.engine").getRegisteredServices()) {
      for (String key : reference.getPropertyKeys()) {
        assertFalse(key.contains("password"), key);
        assertFalse(String.valueOf(reference.getProperty(key)).contains(password), key);
      }
    }
  }

  @Test
  void waitsForItsDialect() throws Exception {
    String name = container.name("early");
    Bundle dialect = container.bundle("orm.dialect.sqlite");
    dialect.stop();
    ServiceWatch<Database> watch = container.watch(name);
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(sqlite(name));
      log.line(name, "waits for a dialect");
    }
    watch.assertAbsent();

    dialect.start();
    assertEquals("sqlite", watch.come().dialect());
  }

  @Test
  void saysThatItWaitsAlsoWithoutAnyDialect() throws Exception {
    String name = container.name("alone");
    container.bundle("orm.dialect.sqlite").stop();
    container.bundle("orm.dialect.postgres").stop();
    ServiceWatch<Database> watch = container.watch(name);
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(sqlite(name));
      log.line(name, "waits for a dialect");
    }
    container.bundle("orm.dialect.sqlite").start();
    Database ignored = watch.come();
  }

  @Test
  void goesWithItsDialectAndComesBack() throws Exception {
    String name = container.name("swap");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(impatient(name));
    Database first = watch.come();
    first.schema().create(List.of(SHELF));
    Shelf shelf = first.insert(SHELF, new Shelf(null, "A"));
    Path log = folder.resolve(name + ".db-wal");
    assertTrue(Files.exists(log));

    Bundle dialect = container.bundle("orm.dialect.sqlite");
    dialect.stop();
    // All of it has happened when stop returns: the classes of the bundle may go now.
    watch.assertAbsent();
    assertFalse(Files.exists(log), "SQLite removes it with the last connection");
    OrmException e = assertThrows(OrmException.class, () -> first.find(SHELF, 1L));
    assertEquals(ErrorCode.DATABASE_PAUSED, e.code());

    dialect.start();
    Database second = watch.come();
    assertEquals(shelf, second.follow(SHELF.refTo(shelf)));
    assertEquals(shelf, first.follow(SHELF.refTo(shelf)), "who kept the handle is served again");
  }

  @Test
  void staysForAWhileWhenItsDialectLeaves() throws Exception {
    String name = container.name("patient");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(sqlite(name));
    Database db = watch.come();
    db.schema().create(List.of(SHELF));
    Bundle dialect = container.bundle("orm.dialect.sqlite");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      dialect.stop();
      assertFalse(Files.exists(folder.resolve(name + ".db-wal")), "all connections are closed");
      Future<Shelf> waiting = threads.submit(() -> db.insert(SHELF, new Shelf(null, "A")));
      await(() -> db.admin().waiting() == 1);
      dialect.start();
      assertEquals("A", waiting.get(60, TimeUnit.SECONDS).label());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(db, watch.come());
  }

  @Test
  void goesWhenNoDialectComesInTime() throws Exception {
    String name = container.name("bounded");
    ServiceWatch<Database> watch = container.watch(name);
    Map<String, Object> properties = new HashMap<>(sqlite(name));
    properties.put("swap.wait", "100ms");
    container.configure(properties);
    Database db = watch.come();
    container.bundle("orm.dialect.sqlite").stop();
    OrmException e = assertThrows(OrmException.class, () -> db.find(SHELF, 1L));
    assertEquals(ErrorCode.DATABASE_PAUSED, e.code());
    watch.gone();
  }

  @Test
  void leavesADialectAloneThatItDoesNotUse() throws Exception {
    String name = container.name("calm");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(sqlite(name));
    Database db = watch.come();
    Bundle other = container.bundle("orm.dialect.postgres");
    other.stop();
    other.start();
    other.stop();
    assertEquals(db, watch.come());
    db.schema().create(List.of(SHELF));
  }

  @Test
  void goesWithTheEngineAndComesBack() throws Exception {
    String name = container.name("engine");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(sqlite(name));
    Database first = watch.come();
    Bundle engine = container.bundle("orm.engine");
    engine.stop();
    watch.assertAbsent();
    assertEquals(List.of(), TestContainer.threads(name));
    engine.start();
    assertNotSame(first, watch.come());
  }

  @Test
  void goesWithItsConfiguration() throws Exception {
    String name = container.name("deleted");
    ServiceWatch<Database> watch = container.watch(name);
    Configuration configuration = container.configure(sqlite(name));
    Database db = watch.come();
    db.schema().create(List.of(SHELF));
    assertFalse(TestContainer.threads(name).isEmpty());

    configuration.delete();
    watch.gone();
    await(() -> TestContainer.threads(name).isEmpty());
    assertThrows(OrmException.class, () -> db.find(SHELF, 1L));
  }

  @Test
  void goesOnWithAnotherConfiguration() throws Exception {
    String name = container.name("changed");
    ServiceWatch<Database> watch = container.watch(name);
    Map<String, Object> properties = new HashMap<>(sqlite(name));
    Configuration configuration = container.configure(properties);
    Database db = watch.come();
    db.schema().create(List.of(SHELF));

    properties.put("pool.max", 3);
    TestContainer.update(configuration, properties);
    await(() -> db.admin().pool().max() == 3);
    assertEquals(1, db.admin().generations().get(0).number(), "the pool itself was changed");

    properties.put("url", "jdbc:sqlite:" + folder.resolve("other.db"));
    TestContainer.update(configuration, properties);
    await(() -> db.admin().generations().get(0).number() == 2);
    db.schema().create(List.of(SHELF));
    assertEquals("the settings url have changed", db.admin().swaps().get(0).reason());

    try (LogWatch log = new LogWatch(LOG)) {
      properties.put("pool.max", 0);
      TestContainer.update(configuration, properties);
      log.line(name, "goes on with the settings that it has");
    }
    assertEquals(3, db.admin().pool().max());
    assertEquals(db, watch.come());
  }

  @Test
  void isAnotherServiceWithAnotherName() throws Exception {
    String name = container.name("named");
    String later = name + "-later";
    ServiceWatch<Database> watch = container.watch(name);
    ServiceWatch<Database> laterWatch = container.watch(later);
    Map<String, Object> properties = new HashMap<>(sqlite(name));
    Configuration configuration = container.configure(properties);
    Database first = watch.come();
    first.schema().create(List.of(SHELF));

    properties.put("name", later);
    TestContainer.update(configuration, properties);
    Database second = laterWatch.come();
    watch.assertAbsent();
    assertEquals(0, second.from(SHELF).count());
    OrmException e = assertThrows(OrmException.class, () -> first.find(SHELF, 1L));
    assertEquals(ErrorCode.DATABASE_CLOSED, e.code());
  }

  @Test
  void oneConfigurationIsOneService() throws Exception {
    String one = container.name("one");
    String two = container.name("two");
    ServiceWatch<Database> first = container.watch(one);
    ServiceWatch<Database> second = container.watch(two);
    Configuration configuration = container.configure(sqlite(one));
    container.configure(sqlite(two));
    first.come().schema().create(List.of(SHELF));
    second.come().schema().create(List.of(SHELF));
    first.come().insert(SHELF, new Shelf(null, "A"));
    assertEquals(0, second.come().from(SHELF).count());

    configuration.delete();
    first.gone();
    assertEquals(0, second.come().from(SHELF).count());
  }

  @Test
  void aWrongConfigurationHurtsNobodyElse() throws Exception {
    String good = container.name("good");
    ServiceWatch<Database> goodWatch = container.watch(good);
    container.configure(sqlite(good));
    Database db = goodWatch.come();

    String bad = container.name("bad");
    ServiceWatch<Database> badWatch = container.watch(bad);
    Map<String, Object> properties = new HashMap<>(sqlite(bad));
    properties.put("pool.maximum", 3);
    try (LogWatch log = new LogWatch(LOG)) {
      Configuration configuration = container.configure(properties);
      log.line("ERROR", "ORM-1003", "Cannot use setting pool.maximum");
      badWatch.assertAbsent();

      properties.remove("pool.maximum");
      properties.put("pool.wait", "soon");
      TestContainer.update(configuration, properties);
      log.line("ERROR", "ORM-1003", "Cannot use setting pool.wait");
      badWatch.assertAbsent();

      properties.remove("pool.wait");
      properties.put("host", "localhost");
      TestContainer.update(configuration, properties);
      log.line("ERROR", bad, "ORM-1003", "host");
      badWatch.assertAbsent();

      properties.remove("host");
      properties.put("dialect", "cuneiform");
      TestContainer.update(configuration, properties);
      log.line(bad, "waits for a dialect");
      badWatch.assertAbsent();

      assertEquals(db, goodWatch.come());
      db.schema().create(List.of(SHELF));

      properties.remove("dialect");
      TestContainer.update(configuration, properties);
      badWatch.come().schema().create(List.of(SHELF));
    }
  }

  @Test
  void comesWhenItsDatabaseCanBeReached() throws Exception {
    String name = container.name("later");
    Path missing = folder.resolve("missing");
    ServiceWatch<Database> watch = container.watch(name);
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(Map.of("name", name, "url", "jdbc:sqlite:" + missing.resolve("shop.db")));
      log.line("WARN", "Trying again", missing.toString());
    }
    watch.assertAbsent();
    Files.createDirectory(missing);
    watch.come().schema().create(List.of(SHELF));
  }

  @Test
  void stoppingWaitsForARunningTransaction() throws Exception {
    String name = container.name("drain");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(impatient(name));
    Database db = watch.come();
    db.schema().create(List.of(SHELF));
    Bundle dialect = container.bundle("orm.dialect.sqlite");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch running = new CountDownLatch(1);
      CountDownLatch mayGoOn = new CountDownLatch(1);
      Future<Shelf> sale = threads.submit(() -> db.transaction(tx -> {
        Shelf ignored = tx.insert(SHELF, new Shelf(null, "A"));
        running.countDown();
        assertTrue(mayGoOn.await(60, TimeUnit.SECONDS));
        return tx.insert(SHELF, new Shelf(null, "B"));
      }));
      assertTrue(running.await(60, TimeUnit.SECONDS));
      Future<?> stop = threads.submit(() -> {
        dialect.stop();
        return null;
      });
      watch.gone();
      assertFalse(stop.isDone());
      mayGoOn.countDown();
      assertEquals("B", sale.get(60, TimeUnit.SECONDS).label());
      stop.get(60, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    dialect.start();
    assertEquals(2, watch.come().from(SHELF).count());
  }

  @Test
  void manyRestartsLeaveNothingBehind() throws Exception {
    String name = "restless"; // the target of the component
    String url = "jdbc:sqlite:" + folder.resolve("restless.db");
    ServiceWatch<Database> watch = container.watch(name);
    ServiceWatch<ShelfCounter> component = container.watch(ShelfCounter.class, "(objectClass=*)");
    String before = container.name("before");
    container.configure(Map.of("name", before, "url", url));
    container.watch(before).come().schema().create(List.of(SHELF));
    Configuration configuration =
        container.configure(Map.of("name", name, "url", url, "swap.wait", "0"));
    Bundle dialect = container.bundle("orm.dialect.sqlite");
    for (int i = 0; i < 20; i++) {
      ShelfCounter counter = component.come();
      watch.come().insert(SHELF, new Shelf(null, "shelf " + i));
      assertEquals(1, counter.added());
      dialect.stop();
      watch.assertAbsent();
      component.assertAbsent();
      dialect.start();
      if (i % 3 == 0) { // also while it is being opened
        dialect.stop();
        dialect.start();
      }
    }
    assertEquals(20, watch.come().from(SHELF).count());
    assertEquals(0, component.come().added());
    configuration.delete();
    component.gone();
    await(() -> TestContainer.threads(name).isEmpty());
  }

  @Test
  void ormOpenSaysThatThereAreServices() {
    ConfigurationException e = assertThrows(
        ConfigurationException.class,
        () -> Orm.open("jdbc:sqlite:" + folder.resolve("x.db")).close());
    assertEquals(ErrorCode.NO_ENGINE, e.code());
    assertInstanceOf(String.class, e.fix());
    assertTrue(String.valueOf(e.fix()).contains("Database service"), e::getMessage);
  }

  /** Threads end a moment after whom they worked for. */
  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.onSpinWait();
    }
  }
}
