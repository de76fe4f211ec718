package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orm.dist.InstalledContainer.Run;

/** The databases that the files in {@code conf} configure. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class ConfigurationIT {

  @TempDir
  Path folder;

  private InstalledContainer container;

  @BeforeEach
  void install() throws IOException {
    container = new InstalledContainer(folder);
  }

  @Test
  void aNewContainerHasADatabase() throws Exception {
    Run databases = container.orm("databases");

    assertEquals("", databases.err());
    assertEquals(0, databases.code());
    assertTrue(listed(databases, "main", "sqlite"), databases.out());
    assertTrue(Files.exists(container.home().resolve("data/main.db")));
  }

  @Test
  void aScriptFindsTheDatabaseOpen() throws Exception {
    Run services = container.script("services Database");

    assertEquals("", services.err());
    assertTrue(services.out().contains("orm.database=main"), services.out());
  }

  @Test
  void theFilesOfDatabasesMayBeElsewhere() throws Exception {
    container.environment("ORM_DATA", folder.resolve("other place").toString());

    Run databases = container.orm("databases");

    assertTrue(listed(databases, "main", "sqlite"), databases.out());
    assertTrue(Files.exists(folder.resolve("other place/main.db")));
    assertFalse(Files.exists(container.home().resolve("data")));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    container.environment("ORM_DATA", file.resolve("data").toString());

    assertEquals(
        new Run(
            1,
            "",
            "Cannot make the folder " + file.resolve("data")
                + " for files of databases; ORM_DATA names another one.\n"),
        container.orm("databases"));
  }

  @Test
  void eachFileOpensADatabase() throws Exception {
    configure("""
        name = läden
        url = jdbc:sqlite:$[prop:orm.data]/shop.db
        pool.max = $[env:SHOP_CONNECTIONS]
        """);
    container.environment("SHOP_CONNECTIONS", "3");

    Run databases = container.orm("databases");

    assertEquals("", databases.err());
    assertTrue(listed(databases, "main", "sqlite"), databases.out());
    assertTrue(listed(databases, "l.{1,2}den", "sqlite"), databases.out());
    assertTrue(Files.exists(container.home().resolve("data/shop.db")));
  }

  @Test
  void aSecretIsNeverShownAndAServerThatDoesNotAnswerHoldsNobodyUp() throws Exception {
    configure("""
        name = shop
        url = jdbc:postgresql://127.0.0.1:1/shop
        user = ada
        .password = $[secret:shop]
        """);
    Files.createDirectory(container.home().resolve("conf/secrets"));
    Files.writeString(container.home().resolve("conf/secrets/shop"), "geheim");
    container.options("-Dorm.patience=1");

    Run services = container.orm("services");

    assertEquals(0, services.code());
    assertTrue(services.out().contains("orm.database=main"), services.out());
    assertTrue(
        services.err().contains("Database shop is configured, but is not open yet.\n"),
        services.err());
    assertTrue(services.err().contains("ORM-1005 "), services.err());
    assertFalse((services.out() + services.err()).contains("geheim"));
  }

  @Test
  void whatAPlaceholderStandsForIsNamedWhereItIsMissing() throws Exception {
    configure("""
        name = shop
        url = jdbc:postgresql://127.0.0.1:1/shop
        user = $[env:SHOP_USER;default=ada]
        .password = $[secret:nowhere]
        """);

    Run databases = container.orm("databases");

    assertTrue(
        databases
            .err()
            .contains("ORM-1003 Cannot use setting .password: there is nothing for its placeholder"
                + " $[secret:nowhere]. Put a file nowhere into the folder of secrets."),
        databases.err());
    assertTrue(listed(databases, "main", "sqlite"), databases.out());
  }

  /** The example of docs/container.md, with another server. */
  @Test
  void aBundleBringsConfigurationsForTheConfigurator() throws Exception {
    Path deploy = container.home().resolve("deploy");
    for (String bundle : List.of(
        "org.apache.felix.configurator",
        "org.apache.felix.cm.json",
        "jakarta.json-api",
        "parsson")) {
      Path jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(path -> path.getFileName().toString().startsWith(bundle + "-"))
          .findFirst()
          .orElseThrow();
      Files.copy(jar, deploy.resolve(jar.getFileName()));
    }
    String guide = Files.readString(Path.of("..", "docs", "container.md"));
    int start = guide.indexOf("```json\n") + "```json\n".length();
    String example = guide.substring(start, guide.indexOf("```", start));
    OddJars.configurations(
        deploy.resolve("shop.jar"), example.replace("localhost:5432", "127.0.0.1:1"));
    Files.createDirectory(container.home().resolve("conf/secrets"));
    Files.writeString(container.home().resolve("conf/secrets/shop"), "geheim");

    // The Configurator works on a thread of its own and says to nobody when it has done.
    try (RunningShell shell = container.start()) {
      shell.await("database shop[^\\n]* ORM-1005 |ORM-1005 [^\\n]*shop");
      shell.until("services DatabaseAdmin", "orm.database=shop");
      assertEquals(0, shell.end("exit"));
      assertFalse(shell.screen().contains("geheim"), shell.screen());
    }
  }

  @Test
  void aMistakeIsExplainedAndNotWaitedFor() throws Exception {
    configure("""
        name = shop
        url = jdbc:sqlite:shop.db
        pool.maximum = 3
        """);
    container.options("-Dorm.patience=3600");

    Run databases = container.orm("databases");

    assertTrue(listed(databases, "main", "sqlite"), databases.out());
    assertTrue(
        databases.err().contains("ORM-1003 Cannot use setting pool.maximum: "), databases.err());
  }

  private void configure(String text) throws IOException {
    Files.writeString(container.home().resolve("conf/orm.database-shop.cfg"), text);
  }

  private static boolean listed(Run run, String name, String dialect) {
    return run.out().lines().anyMatch(line -> line.matches(name + " +" + dialect + " .*"));
  }
}
