package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectService;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationModule;
import orm.api.migration.Migrations;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.itest.store.Shelf_;

/** The commands for migrations, run through Gogo on services and on a database of their own. */
class MigrationCommandsIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @InjectService
  CommandProcessor processor;

  @TempDir
  Path folder;

  private ServiceRegistration<MigrationModule> module;

  @BeforeEach
  void bringModule() {
    module = container
        .context()
        .registerService(
            MigrationModule.class, MigrationModule.of("itest", MigrationCommandsIT.class), null);
  }

  @AfterEach
  void takeModuleAway() {
    module.unregister();
  }

  private static String on(CommandSession session, ByteArrayOutputStream bytes, String command)
      throws Exception {
    bytes.reset();
    session.execute(command);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDatabaseThatStaysAwayIsMigratedFromTheShell() throws Exception {
    String name = container.name("shell");
    String url = "jdbc:sqlite:" + folder.resolve("shell.db");
    configure(name, url);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (CommandSession session =
        processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
      String target = " --database " + name;
      String status = on(session, bytes, "orm:status --check" + target);
      assertTrue(status.contains("pending"), status);
      assertEquals(3, session.get("orm.exit"));
      assertThrows(SchemaVersionException.class, () -> on(session, bytes, "orm:validate" + target));

      String plan = on(session, bytes, "orm:plan" + target);
      assertTrue(plan.contains("CREATE TABLE note"), plan);

      String run = on(session, bytes, "orm:migrate" + target);
      assertTrue(run.contains("applied"), run);
      on(session, bytes, "orm:status --check" + target);
      assertNull(session.get("orm.exit"));

      String drift = on(session, bytes, "orm:drift --check" + target);
      assertTrue(drift.startsWith("Nothing differs"), drift);

      String schema = on(session, bytes, "orm:schema --url " + url);
      assertTrue(schema.contains("note"), schema);

      assertEquals(
          List.of("note"),
          session.execute("orm.shell:candidates [schema --url '" + url + "' --table ''] 4"));
      List<?> modules = (List<?>) session.execute("orm.shell:candidates [repair ''] 1");
      assertTrue(modules.contains("itest"), modules::toString);

      String undone = on(session, bytes, "orm:undo" + target);
      assertTrue(undone.contains("undone"), undone);
    }
  }

  @Test
  void aDatabaseIsComparedWithTheEntitiesOfBundles() throws Exception {
    EntityModule store = new EntityModule() {
      @Override
      public String name() {
        return "store";
      }

      @Override
      public List<EntityTable<?, ?>> tables() {
        return List.of(Shelf_.SHELF);
      }
    };
    ServiceRegistration<EntityModule> entities =
        container.context().registerService(EntityModule.class, store, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (CommandSession session =
        processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
      Path file = Files.createFile(folder.resolve("model.db"));
      String url = "jdbc:sqlite:" + file;
      String wish =
          on(session, bytes, "orm:diff --check --url " + url + " --out " + folder + "/store");
      assertTrue(wish.contains("create table shelf"), wish);
      assertEquals(3, session.get("orm.exit"));

      on(session, bytes, "orm:migrate --url " + url + " --dir " + folder + "/store");

      String done = on(session, bytes, "orm:diff --check --url " + url);
      assertTrue(done.startsWith("Nothing differs"), done);
    } finally {
      entities.unregister();
    }
  }

  /** A database that is not offered before somebody migrates it. */
  private void configure(String name, String url) throws Exception {
    ServiceWatch<Migrations> migrations =
        container.watch(Migrations.class, "(orm.database=" + name + ")");
    container.configure(
        Map.of("name", name, "url", url, "migrate", "validate", "migrate.modules", "itest"));
    assertEquals(name, migrations.come().database());
  }
}
