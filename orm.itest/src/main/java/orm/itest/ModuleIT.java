package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import orm.api.Database;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationState;
import orm.api.migration.Migrations;

/** Bundles bring modules: their tables come with them, and what needs the tables waits for them. */
class ModuleIT {
  private static final String LOG = "orm.engine.osgi";
  private static final String CREATE = """
      CREATE TABLE depot (id integer PRIMARY KEY AUTOINCREMENT, name text NOT NULL);
      -- orm: down
      DROP TABLE depot;
      """;
  private static final String ADD = """
      ALTER TABLE depot ADD COLUMN city text;
      -- orm: down
      ALTER TABLE depot DROP COLUMN city;
      """;
  private static final String SALE = """
      CREATE TABLE sale (id integer PRIMARY KEY, depot bigint NOT NULL REFERENCES depot);
      -- orm: down
      DROP TABLE sale;
      """;

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final List<Bundle> installed = new ArrayList<>();

  @AfterEach
  void removeBundles() throws Exception {
    for (Bundle bundle : installed) {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        bundle.uninstall();
      }
    }
    refresh(installed);
  }

  private Map<String, Object> sqlite(String name) {
    return new HashMap<>(Map.of(
        "name", name, "url", "jdbc:sqlite:" + folder.resolve(name + ".db"), "migrate", "apply"));
  }

  private static ModuleBundle depot(String version) {
    return ModuleBundle.depot(version).file("0001_create_depot.sql", CREATE);
  }

  private Bundle start(ModuleBundle module, String location) throws Exception {
    Bundle bundle = container.context().installBundle(location, module.open());
    installed.add(bundle);
    bundle.start();
    return bundle;
  }

  private ServiceWatch<Database> schema(String database, String module, int version) {
    return container.watch(
        Database.class,
        "(&(orm.database=" + database + ")(schema." + module + ">=" + version + "))");
  }

  private static void update(Bundle bundle, ModuleBundle module) throws Exception {
    bundle.update(module.open());
  }

  @Test
  void tablesComeWithTheirBundleAndChangeWithItsUpdate() throws Exception {
    String name = container.name("module");
    ServiceWatch<Database> one = schema(name, "depot", 1);
    ServiceWatch<Database> two = schema(name, "depot", 2);
    container.configure(sqlite(name));
    Database db = container.watch(name).come();
    one.assertAbsent();

    Bundle bundle = start(depot("1.0.0"), "depot");
    assertEquals(db, one.come());
    two.assertAbsent();
    assertEquals(1L, work(bundle).apply(db));

    update(bundle, depot("2.0.0").file("0002_add_city.sql", ADD));
    assertEquals(db, two.come());
    assertEquals(new Version(2, 0, 0), two.reference().getProperty("schema.depot"));
    assertEquals(2L, work(bundle).apply(db));

    try (LogWatch log = new LogWatch(LOG)) {
      bundle.stop();
      one.gone();
      log.line(name, "module depot", "nobody brings");
    }
    bundle.start();
    assertEquals(db, two.come());
  }

  /**
   * What the bundle itself does with its tables; the component may come a little later than they.
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // this is how the component is registered
  private Function<Database, Long> work(Bundle bundle) throws Exception {
    String ofBundle = "(" + Constants.SERVICE_BUNDLEID + "=" + bundle.getBundleId() + ")";
    try (ServiceWatch<Function> watch =
        new ServiceWatch<>(container.context(), Function.class, ofBundle)) {
      return watch.come();
    }
  }

  @Test
  void moduleWaitsForWhatItRequiresAndStatusSaysSo() throws Exception {
    String name = container.name("order");
    ServiceWatch<Database> sales = schema(name, "sales", 1);
    container.configure(sqlite(name));
    Database db = container.watch(name).come();
    try (LogWatch log = new LogWatch(LOG)) {
      start(ModuleBundle.sales("1.0.0").file("0001_create_sale.sql", SALE), "sales");
      log.line(name, "module sales is not as it should be", "depot");
    }
    sales.assertAbsent();
    Migrations migrations = migrations(name);
    await(() -> problems(migrations, "sales").contains("nobody brings module depot"));
    assertEquals(db, container.watch(name).come(), "the database itself is there");

    start(depot("1.0.0"), "depot");
    assertEquals(db, sales.come());
    assertEquals("", problems(migrations, "sales"));
  }

  private Migrations migrations(String database) throws InterruptedException {
    return container.watch(Migrations.class, "(orm.database=" + database + ")").come();
  }

  private static String problems(Migrations migrations, String module) {
    StringBuilder problems = new StringBuilder();
    for (MigrationInfo info : migrations.status().migrations()) {
      if (info.module().equals(module) && info.problem() != null) {
        problems.append(info.problem());
      }
    }
    return problems.toString();
  }

  @Test
  void frameworkRefusesABundleWhosePrerequisitesAreAbsent() throws Exception {
    ModuleBundle sales = ModuleBundle.sales("1.0.0")
        .header(Constants.REQUIRE_CAPABILITY, "orm.module;filter:=\"(orm.module=depot)\"");
    BundleException refused = assertThrows(BundleException.class, () -> start(sales, "sales"));
    assertEquals(BundleException.RESOLVE_ERROR, refused.getType());
    assertTrue(String.valueOf(refused.getMessage()).contains("orm.module"), refused::getMessage);
    start(depot("1.0.0"), "depot");
    installed.get(0).start();
  }

  @Test
  void failedMigrationKeepsOnlyItsModuleAway() throws Exception {
    String name = container.name("failed");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    ServiceWatch<Database> sales = schema(name, "sales", 1);
    container.configure(sqlite(name));
    Database db = container.watch(name).come();
    Bundle broken;
    try (LogWatch log = new LogWatch(LOG)) {
      broken = start(
          ModuleBundle.sales("1.0.0")
              .file("0001_create_sale.sql", "CREATE TABEL sale (id integer);"),
          "sales");
      start(depot("1.0.0"), "depot");
      log.line(name, "module sales is not as it should be", "ORM-6014");
    }
    assertEquals(db, depot.come());
    sales.assertAbsent();
    Migrations migrations = migrations(name);
    await(() -> problems(migrations, "sales").contains("ORM-6014"));

    update(broken, ModuleBundle.sales("1.0.1").file("0001_create_sale.sql", SALE));
    assertEquals(db, sales.come());
    assertEquals("", problems(migrations, "sales"));
  }

  @Test
  void moduleThatCannotBeReadHindersNobodyElse() throws Exception {
    String name = container.name("unreadable");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    container.configure(sqlite(name));
    Database db = container.watch(name).come();
    try (LogWatch log = new LogWatch(LOG)) {
      start(ModuleBundle.sales("1.0.0").file("first.sql", SALE), "sales");
      log.line(name, "module sales is not as it should be", "first.sql");
    }
    start(depot("1.0.0"), "depot");
    assertEquals(db, depot.come());
    Migrations migrations = migrations(name);
    await(() -> problems(migrations, "sales").contains("first.sql"));
  }

  @Test
  void downgradeIsRefused() throws Exception {
    String name = container.name("refuse");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    container.configure(sqlite(name));
    Bundle bundle = start(depot("2.0.0").file("0002_add_city.sql", ADD), "depot");
    Database db = depot.come();
    try (LogWatch log = new LogWatch(LOG)) {
      update(bundle, depot("1.0.0"));
      log.line(name, "module depot is not as it should be", "ORM-6010");
    }
    depot.gone();
    assertEquals(db, container.watch(name).come());
    update(bundle, depot("2.0.0").file("0002_add_city.sql", ADD));
    assertEquals(db, depot.come());
  }

  @Test
  void downgradeIsUndoneWhereTheSettingsSaySo() throws Exception {
    String name = container.name("undo");
    ServiceWatch<Database> two = schema(name, "depot", 2);
    Map<String, Object> properties = sqlite(name);
    properties.put("migrate.downgrade", "undo");
    container.configure(properties);
    Bundle bundle = start(depot("2.0.0").file("0002_add_city.sql", ADD), "depot");
    Database db = two.come();
    update(bundle, depot("1.0.0"));
    two.gone();
    assertEquals(db, schema(name, "depot", 1).come());
    Migrations migrations = migrations(name);
    assertTrue(migrations.status().isCurrent(), () -> migrations.status().toString());
  }

  @Test
  void twoVersionsOfAModuleStandSideBySide() throws Exception {
    String name = container.name("two");
    ServiceWatch<Database> two = schema(name, "depot", 2);
    container.configure(sqlite(name));
    Bundle first = start(depot("1.0.0"), "depot");
    Database db = schema(name, "depot", 1).come();
    Bundle second = start(depot("2.0.0").file("0002_add_city.sql", ADD), "depot-2");
    assertEquals(db, two.come());
    assertEquals(1L, work(first).apply(db));
    assertEquals(2L, work(second).apply(db));
    first.uninstall();
    assertEquals(3L, work(second).apply(db));
    assertEquals(db, two.come());
  }

  @Test
  void contradictingModulesAreNamed() throws Exception {
    String name = container.name("contradiction");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    container.configure(sqlite(name));
    start(depot("1.0.0"), "depot");
    Database db = depot.come();
    Bundle other;
    try (LogWatch log = new LogWatch(LOG)) {
      other = start(
          ModuleBundle.depot("itest.other", "1.0.0")
              .file("0001_create_depot.sql", "CREATE TABLE depot (id integer PRIMARY KEY);"),
          "other");
      log.line(name, "ORM-6004", "itest.depot-1.0.0", "itest.other-1.0.0");
    }
    depot.gone();
    other.uninstall();
    assertEquals(db, depot.come());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void migrationBreaksNoRunningStatement(boolean postgres) throws Exception {
    String name = container.name("running");
    Map<String, Object> properties =
        postgres ? new HashMap<>(container.postgres(name)) : sqlite(name);
    properties.put("migrate", "apply");
    ServiceWatch<Database> depot = schema(name, "depot", 3);
    container.configure(properties);
    Database db = container.watch(name).come();
    Load.prepare(db);
    try (Load load = Load.on(db)) {
      await(() -> load.committed() > 100);
      start(
          ModuleBundle.depot("1.0.0")
              .file("0001_add_note.sql", "ALTER TABLE account ADD COLUMN note text;")
              .file("0002_add_index.sql", "CREATE INDEX receipt_account ON receipt (account);")
              .file("0003_drop_note.sql", """
                  -- orm: loses column account.note
                  ALTER TABLE account DROP COLUMN note;
                  """),
          "depot");
      assertEquals(db, depot.come());
      int committed = load.committed();
      await(() -> load.committed() > committed + 100);
      long[] unused = load.end();
      assertEquals(List.of(), List.copyOf(load.failures()));
      assertTrue(load.addsUp());
    }
  }

  /** Driver, dialect, engine, module, and who uses it, in any order: the short form tries some. */
  @Test
  void allOrdersOfStartReachTheSameState() throws Exception {
    String name = container.name("orders");
    container.configure(sqlite(name));
    Bundle module = start(depot("1.0.0"), "depot");
    List<Bundle> bundles = new ArrayList<>(List.of(
        container.bundle("org.xerial.sqlite-jdbc"),
        container.bundle("orm.dialect.sqlite"),
        container.bundle("orm.engine"),
        container.bundle("orm.migration"),
        module));
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    Database unused = depot.come();
    boolean full = "full".equals(System.getenv("ORM_PROOF"));
    List<List<Bundle>> orders = new ArrayList<>();
    permute(bundles, 0, orders);
    assertEquals(120, orders.size());
    Collections.shuffle(orders, new Random(42));
    for (List<Bundle> order : full ? orders : orders.subList(0, 8)) {
      for (Bundle bundle : order) {
        bundle.stop();
      }
      depot.assertAbsent();
      for (Bundle bundle : order) {
        bundle.start();
      }
      assertTrue(work(module).apply(depot.come()) > 0);
    }
  }

  private static void permute(List<Bundle> bundles, int from, List<List<Bundle>> orders) {
    if (from == bundles.size()) {
      orders.add(List.copyOf(bundles));
      return;
    }
    for (int i = from; i < bundles.size(); i++) {
      Collections.swap(bundles, from, i);
      permute(bundles, from + 1, orders);
      Collections.swap(bundles, from, i);
    }
  }

  @Test
  void fiftyUpdatesLeaveNoClassLoaderBehind() throws Exception {
    String name = container.name("loaders");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    container.configure(sqlite(name));
    Bundle bundle = start(depot("1.0.0"), "depot");
    Database db = depot.come();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 1; i <= 51; i++) {
      assertEquals(i, work(bundle).apply(db));
      loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      update(bundle, depot("1.0." + i));
      refresh(List.of(bundle));
      assertEquals(db, depot.come());
    }
    loaders.remove(50); // whoever holds the last one only remembers what it did last
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!alive(loaders).isEmpty() && System.nanoTime() < end) {
      System.gc();
    }
    assertEquals(List.of(), alive(loaders));
  }

  private static List<Integer> alive(List<WeakReference<ClassLoader>> loaders) {
    List<Integer> alive = new ArrayList<>();
    for (int i = 0; i < loaders.size(); i++) {
      if (loaders.get(i).get() != null) {
        alive.add(i);
      }
    }
    return alive;
  }

  @Test
  void orphanedModuleIsShown() throws Exception {
    String name = container.name("orphan");
    ServiceWatch<Database> depot = schema(name, "depot", 1);
    container.configure(sqlite(name));
    Bundle bundle = start(depot("1.0.0"), "depot");
    Database unused = depot.come();
    bundle.uninstall();
    depot.gone();
    Migrations migrations = migrations(name);
    assertEquals(MigrationState.ABSENT, migrations.status().migrations().get(0).state());
  }

  private void refresh(List<Bundle> bundles) throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    container.context().getBundle(0).adapt(FrameworkWiring.class).refreshBundles(bundles, event -> {
      if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
        refreshed.countDown();
      }
    });
    assertTrue(refreshed.await(60, TimeUnit.SECONDS));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.onSpinWait();
    }
  }
}
