package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orm.dist.InstalledContainer.Run;

/** What is put into the folder {@code deploy}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class DeployIT {
  private static final String NOTE = "CREATE TABLE note (id integer PRIMARY KEY) STRICT;";
  private static final String TEXT = "ALTER TABLE note ADD COLUMN text text;";

  @TempDir
  Path folder;

  private InstalledContainer container;
  private Path deploy;
  private ModuleBundle module;

  @BeforeEach
  void install() throws Exception {
    container = new InstalledContainer(folder);
    deploy = container.home().resolve("deploy");
    module = new ModuleBundle(Files.createDirectory(folder.resolve("module")));
  }

  @Test
  void aBundleBringsItsTablesAndANewerOneTheirChanges() throws Exception {
    Path jar = deploy.resolve("notes.jar");
    try (RunningShell shell = container.start()) {
      shell.await("orm> ");
      module.migration("0001_note.sql", NOTE).build("1.0.0", jar);
      shell.until("status", "notes +1 +note +applied");

      module.migration("0002_text.sql", TEXT).build("1.1.0", jar);
      shell.until("status", "notes +2 +text +applied");

      Files.delete(jar);
      shell.until("status", "notes +2 +text +absent");
      assertEquals(0, shell.end("exit"));
    }
  }

  @Test
  void whatWasThereBeforeTheStartIsThereForASingleCommand() throws Exception {
    module.migration("0001_note.sql", NOTE).build("1.0.0", deploy.resolve("notes.jar"));

    Run tables = container.orm("sql", "SELECT count(*) AS notes FROM note");

    assertEquals("", tables.err());
    assertEquals(0, tables.code(), tables.out());
  }

  @Test
  void aNewerDialectTakesOver() throws Exception {
    Path shipped = ModuleBundle.shipped(container.home(), "orm.dialect.sqlite-");
    try (RunningShell shell = container.start()) {
      shell.until("services Database", "orm.dialect.version=0.1.0");
      OddJars.version(shipped, "0.2.0", deploy.resolve("orm.dialect.sqlite.jar"));
      shell.until("services Database", "orm.dialect.version=0.2.0");
      shell.until("sql 'SELECT 40 + 2 AS answer'", "\\b42\\b");
      assertEquals(0, shell.end("exit"));
    }
  }

  @Test
  void aJarThatIsNoBundleIsReportedAndDoesNoHarm() throws Exception {
    Files.writeString(deploy.resolve("broken.jar"), "no jar");
    OddJars.plain(deploy.resolve("plain.jar"));
    module.migration("0001_note.sql", NOTE).build("1.0.0", deploy.resolve("notes.jar"));

    Run count = container.orm("sql", "SELECT count(*) AS notes FROM note");

    assertEquals(0, count.code(), count.out() + count.err());
    assertTrue(count.err().contains("broken.jar"), count.err());
    assertTrue(count.err().contains("plain.jar"), count.err());
    assertFalse(count.err().contains("\tat "), count.err());
  }

  @Test
  void aJarThatComesLaterIsReportedUntilItIsABundle() throws Exception {
    Path jar = deploy.resolve("notes.jar");
    try (RunningShell shell = container.start()) {
      shell.await("orm> ");
      OddJars.plain(jar);
      shell.await("notes.jar is not installed: it is a jar but no bundle");

      module.migration("0001_note.sql", NOTE).build("1.0.0", jar);
      shell.until("status", "notes +1 +note +applied");
      assertEquals(0, shell.end("exit"));
    }
  }
}
