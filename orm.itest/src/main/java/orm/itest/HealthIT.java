package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import orm.api.Database;
import orm.api.admin.DatabaseAdmin;
import orm.api.migration.MigrationModule;

/** How a database is, and its migrations are, for those who look after a container. */
class HealthIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private ServiceWatch<HealthCheck> check(String of, String name) {
    return container.watch(
        HealthCheck.class, "(hc.tags=orm-" + of + ")(orm.database=" + name + ")");
  }

  private static void assertSays(Status status, String words, HealthCheck check) {
    Result result = check.execute();
    assertEquals(status, result.getStatus(), result::toString);
    assertTrue(result.toString().contains(words), result::toString);
  }

  private Configuration configure(String name) {
    return container.configure(Map.<String, Object>of(
        "name",
        name,
        "url",
        "jdbc:sqlite:" + folder.resolve(name + ".db"),
        "pool.max",
        1,
        "migrate",
        "off"));
  }

  @Test
  void aDatabaseAnswersOrItsPoolIsExhaustedOrItIsQuiet() throws Exception {
    String name = container.name("well");
    ServiceWatch<Database> watch = container.watch(name);
    ServiceWatch<HealthCheck> checks = check("database", name);
    Configuration configuration = configure(name);
    Database db = watch.come();
    HealthCheck check = checks.come();
    assertEquals("orm database " + name, checks.reference().getProperty(HealthCheck.NAME));
    assertSays(Status.OK, name, check);

    db.inTransaction(tx -> {
      tx.script("SELECT 1");
      assertSays(Status.WARN, "all its 1 connections", check);
    });
    assertSays(Status.OK, name, check);

    DatabaseAdmin admin =
        container.watch(DatabaseAdmin.class, "(orm.database=" + name + ")").come();
    assertTrue(admin.quiesce(Duration.ofSeconds(30)));
    assertSays(Status.TEMPORARILY_UNAVAILABLE, "QUIESCED", check);
    admin.resume();
    assertSays(Status.OK, name, check);

    configuration.delete();
    checks.gone();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNoLongerWell() throws Exception {
    String name = container.name("ill");
    ServiceWatch<HealthCheck> checks = check("database", name);
    container.configure(Map.<String, Object>of(
        "name", name, "url", "jdbc:sqlite:" + folder.resolve("missing").resolve("shop.db")));
    assertNotOk(checks.come());
  }

  private static void assertNotOk(HealthCheck check) {
    Result result = check.execute();
    assertTrue(!result.isOk(), result::toString);
  }

  @Test
  void migrationsThatWaitAreNamed() throws Exception {
    String name = container.name("behind");
    ServiceWatch<Database> watch = container.watch(name);
    ServiceWatch<HealthCheck> checks = check("migrations", name);
    ServiceRegistration<MigrationModule> module = container
        .context()
        .registerService(MigrationModule.class, MigrationModule.of("itest", HealthIT.class), null);
    try {
      configure(name);
      Database db = watch.come();
      HealthCheck check = checks.come();
      assertSays(Status.WARN, "itest 1", check);
      assertEquals(1, db.migrations().apply().ran().size());
      assertSays(Status.OK, name, check);
    } finally {
      module.unregister();
    }
  }
}
