package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import orm.api.Database;
import orm.api.admin.DatabaseAdmin;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;

/** Who looks on comes and goes as services do. */
class EyesIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  private Database open(String name) throws Exception {
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of("name", name, "url", "jdbc:sqlite::memory:"));
    return watch.come();
  }

  private static void ask(Database db) {
    db.inTransaction(tx -> tx.sql("SELECT 7").result(1));
  }

  @Test
  void listenersAreToldWhileTheyAreThere() throws Exception {
    String name = container.name("told");
    Database db = open(name);
    List<String> told = new CopyOnWriteArrayList<>();
    StatementListener statements = event -> {
      if (event.database().equals(name)) {
        told.add(event.sql());
      }
    };
    TransactionListener transactions = event -> {
      if (event.database().equals(name)) {
        told.add(event.kind().name());
      }
    };
    PoolListener pool = event -> {
      if (event.database().equals(name)) {
        told.add("taken");
      }
    };
    ask(db);
    assertEquals(List.of(), told);
    for (int i = 0; i < 2; i++) { // there, gone, and back
      List<ServiceRegistration<?>> registered = List.of(
          container.context().registerService(StatementListener.class, statements, null),
          container.context().registerService(TransactionListener.class, transactions, null),
          container.context().registerService(PoolListener.class, pool, null));
      ask(db);
      registered.forEach(ServiceRegistration::unregister);
      assertEquals(List.of("taken", "BEGUN", "SELECT 7", "COMMITTED"), told);
      told.clear();
      ask(db);
      assertEquals(List.of(), told);
    }
  }

  @Test
  void aConfigurationChangesWhatIsWatchedWhileItRuns() throws Exception {
    String name = container.name("focus");
    ServiceWatch<Database> watch = container.watch(name);
    Configuration configuration =
        container.configure(Map.of("name", name, "url", "jdbc:sqlite::memory:"));
    Database db = watch.come();
    DatabaseAdmin admin = db.admin();
    int generation = admin.generations().get(0).number();
    assertEquals("off", admin.watch().settings().get("statistics"));
    admin.watch().set("detect.nplusone", "7");

    TestContainer.update(
        configuration, Map.of("name", name, "url", "jdbc:sqlite::memory:", "pool.wait", "20s"));
    assertEquals("7", admin.watch().settings().get("detect.nplusone"), "was set by hand");
    TestContainer.update(
        configuration, Map.of("name", name, "url", "jdbc:sqlite::memory:", "statistics", "on"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!"on".equals(admin.watch().settings().get("statistics"))) {
      assertTrue(System.nanoTime() < end, "the settings do not come");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    assertEquals("0", admin.watch().settings().get("detect.nplusone"), "is as it is configured");
    ask(db);
    assertEquals(1, admin.watch().statements().size());
    assertEquals(generation, admin.generations().get(0).number(), "no other one was opened");
  }

  @Test
  void metersAreThereWhileThereIsARegistry() throws Exception {
    Database db = open(container.name("meters"));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    assertFalse(isOffered("orm.micrometer"));
    ServiceRegistration<MeterRegistry> registration =
        container.context().registerService(MeterRegistry.class, registry, null);
    try {
      assertTrue(isOffered("orm.micrometer"));
      ask(db);
      assertEquals(
          1,
          registry
              .get("orm.statements")
              .tags("database", db.name(), "kind", "select")
              .timer()
              .count());
      assertEquals(
          1,
          registry
              .get("orm.transactions")
              .tags("database", db.name(), "outcome", "committed")
              .timer()
              .count());
      assertTrue(
          registry.get("orm.pool.max").tags("database", db.name()).gauge().value() >= 1);
    } finally {
      registration.unregister();
    }
    assertFalse(isOffered("orm.micrometer"));
    assertEquals(List.of(), registry.getMeters());
    ask(db);
  }

  @Test
  void spansAreMadeWhileThereIsTelemetry() throws Exception {
    Database db = open(container.name("spans"));
    assertFalse(isOffered("orm.opentelemetry"));
    ServiceRegistration<OpenTelemetry> registration =
        container.context().registerService(OpenTelemetry.class, OpenTelemetry.noop(), null);
    try {
      assertTrue(isOffered("orm.opentelemetry"));
      ask(db);
    } finally {
      registration.unregister();
    }
    assertFalse(isOffered("orm.opentelemetry"));
    ask(db);
  }

  @Test
  void theFlightRecorderListensWhileSomethingRecords() throws Exception {
    Database db = open(container.name("recorded"));
    for (int i = 0; i < 2; i++) { // absent, there, gone, and back
      assertFalse(isOffered("orm.jfr"));
      try (Recording recording = new Recording();
          Recording another = new Recording()) {
        recording.start();
        assertTrue(isOffered("orm.jfr"));
        another.start();
        another.stop();
        assertTrue(isOffered("orm.jfr"), "one of them goes on");
        ask(db);
      }
      assertFalse(isOffered("orm.jfr"));
    }
  }

  private boolean isOffered(String bundle) throws Exception {
    for (ServiceReference<StatementListener> reference :
        container.context().getServiceReferences(StatementListener.class, null)) {
      if (reference.getBundle().getSymbolicName().equals(bundle)) {
        return true;
      }
    }
    return false;
  }
}
