package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orm.dist.InstalledContainer.Run;

/** Migrations of a database that nobody has configured, one command at a time. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class MigrationCommandsIT {
  @TempDir
  Path folder;

  private InstalledContainer container;
  private Path files;

  @BeforeEach
  void install() throws IOException {
    container = new InstalledContainer(folder);
    files = folder.resolve("shop");
  }

  private Run orm(String command, String... more) throws Exception {
    String[] args = new String[more.length + 5];
    args[0] = command;
    args[1] = "--url";
    args[2] = "jdbc:sqlite:" + folder.resolve("shop.db");
    args[3] = "--dir";
    args[4] = files.toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return container.orm(args);
  }

  @Test
  void fromANewFileToATableAndBack() throws Exception {
    assertEquals(
        0, container.orm("new", "create book", "--dir", files.toString()).code());
    Path file = files.resolve("0001_create_book.sql");
    assertTrue(Files.exists(file));
    Files.writeString(file, """
        -- orm: up
        CREATE TABLE book (id integer PRIMARY KEY) STRICT;
        INSERT INTO book VALUES (1);
        -- orm: down
        DROP TABLE book;
        """);

    Run plan = container.orm(
        "plan", "--check", "--url", "jdbc:sqlite::memory:", "--dir", files.toString());
    assertEquals(3, plan.code(), plan.err());
    assertTrue(plan.out().contains("CREATE TABLE book (id integer PRIMARY KEY) STRICT;"));
    assertEquals(0, orm("migrate").code());
    assertEquals(0, orm("status", "--check").code());
    assertEquals(new Run(0, orm("status").out(), ""), orm("status"), "asking changes nothing");

    Run refused = orm("undo");
    assertEquals(1, refused.code());
    assertTrue(refused.err().startsWith("ORM-6018 "), refused.err());
    assertTrue(refused.err().endsWith("--accept \"table book\"\n"), refused.err());
    assertEquals(0, orm("undo", "--accept", "table book").code());
  }

  @Test
  void whoeverReadsMakesNoDatabaseOfAMistypedName() throws Exception {
    Files.createDirectories(files);
    Files.writeString(files.resolve("0001_book.sql"), "CREATE TABLE book (id integer);");
    List<List<String>> reading = List.of(
        List.of("status"),
        List.of("plan"),
        List.of("migrate", "--dry-run"),
        List.of("undo"),
        List.of("schema"),
        List.of("diff"),
        List.of("sql", "SELECT 1"),
        List.of("diff", "--against-url", "jdbc:sqlite::memory:"));

    for (List<String> words : reading) {
      Run run = orm(words.get(0), words.subList(1, words.size()).toArray(String[]::new));

      assertEquals(1, run.code(), words::toString);
      assertTrue(run.err().contains("the file " + folder.resolve("shop.db")), run.err());
      assertTrue(run.err().contains("does not exist"), run.err());
      assertFalse(Files.exists(folder.resolve("shop.db")), words::toString);
    }

    assertEquals(0, orm("sql", "SELECT 1", "--write").code());
    assertTrue(Files.exists(folder.resolve("shop.db")), "who writes may make it");
  }

  @Test
  void whatFailsEndsWithOneAndWhatIsNotUnderstoodWithTwo() throws Exception {
    Files.createDirectories(files);
    Files.writeString(files.resolve("0001_wrong.sql"), "CREATE TABEL book (id integer);");

    Run failed = orm("migrate");
    assertEquals(1, failed.code());
    assertTrue(failed.err().startsWith("ORM-6014 "), failed.err());
    assertTrue(failed.err().contains("0001_wrong.sql"), failed.err());
    assertEquals(1, failed.err().lines().count(), "no trace");

    assertEquals(
        new Run(
            2,
            "",
            "Cannot understand migrate: there is no option --dry-rum; did you mean --dry-run?"
                + " help migrate explains it.\n"),
        orm("migrate", "--dry-rum"));
    assertEquals(2, container.orm("status", "--database", "nowhere").code());
  }

  @Test
  void thePasswordComesFromTheEnvironmentAndIsNeverShown() throws Exception {
    Files.createDirectories(files);
    container.environment("SHOP_PASSWORD", "geheim");

    Run run = container.orm(
        "status",
        "--url",
        "jdbc:postgresql://127.0.0.1:1/shop",
        "--user",
        "ada",
        "--password-env",
        "SHOP_PASSWORD");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("ORM-1005 "), run.err());
    assertTrue(!(run.out() + run.err()).contains("geheim"), run.err());
  }
}
