package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import orm.api.Database;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationOptions;
import orm.api.migration.Migrations;
import orm.api.migration.Undo;

/** A database is offered once its schema is as its configuration wants it. */
class MigrationServiceIT {
  private static final String LOG = "orm.engine.osgi";
  private static final String WAITING = "waits for the modules [itest]";

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private @Nullable ServiceRegistration<MigrationModule> module;

  private void bringModule() {
    module = container
        .context()
        .registerService(
            MigrationModule.class, MigrationModule.of("itest", MigrationServiceIT.class), null);
  }

  @AfterEach
  void takeModuleAway() {
    if (module != null) {
      module.unregister();
    }
  }

  private Map<String, Object> sqlite(String name, String migrate) {
    return Map.of(
        "name",
        name,
        "url",
        "jdbc:sqlite:" + folder.resolve(name + ".db"),
        "migrate",
        migrate,
        "migrate.modules",
        "itest");
  }

  @Test
  void appliesWhatABundleBringsBeforeAnybodyGetsTheDatabase() throws Exception {
    String name = container.name("apply");
    ServiceWatch<Database> watch = container.watch(name);
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(sqlite(name, "apply"));
      log.line(name, WAITING);
    }
    watch.assertAbsent();
    bringModule();
    Database db = watch.come();
    assertEquals(new Version(1, 0, 0), watch.reference().getProperty("schema.itest"));
    db.script("INSERT INTO note VALUES (1)");
  }

  @Test
  void staysAwayWhileTheSchemaIsBehindAndSaysWhy() throws Exception {
    String name = container.name("validate");
    bringModule();
    ServiceWatch<Database> watch = container.watch(name);
    ServiceWatch<Migrations> migrations =
        container.watch(Migrations.class, "(orm.database=" + name + ")");
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(sqlite(name, "validate"));
      log.line(name, "ORM-6011");
    }
    watch.assertAbsent();
    Migrations service = migrations.come();
    assertEquals(1, service.status().pending().size());
    assertEquals(1, service.apply().ran().size());
    Database db = watch.come();
    assertEquals(new Version(1, 0, 0), watch.reference().getProperty("schema.itest"));
    // whoever undoes is not undone: nothing is applied behind the back
    assertEquals(
        1, service.undo(Undo.last(1), MigrationOptions.defaults()).ran().size());
    assertEquals(1, db.migrations().status().pending().size());
  }

  @Test
  void waitsForTheBundleThatRunsMigrations() throws Exception {
    String name = container.name("without");
    bringModule();
    Bundle migrator = container.bundle("orm.migration");
    migrator.stop();
    ServiceWatch<Database> watch = container.watch(name);
    try (LogWatch log = new LogWatch(LOG)) {
      container.configure(sqlite(name, "apply"));
      log.line(name, "waits for the bundle orm.migration");
    }
    watch.assertAbsent();
    migrator.start();
    Database db = watch.come();
    assertNotNull(db.migrations());
    migrator.stop();
    ConfigurationException error =
        assertThrows(ConfigurationException.class, () -> db.migrations());
    assertEquals(ErrorCode.NO_MIGRATOR, error.code());
  }
}
