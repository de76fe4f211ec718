package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Apache Karaf as it is distributed, with our features. Runs with {@code -Pkaraf}, because Karaf is
 * a large download.
 */
class KarafIT {
  private static final Path UNPACKED = Path.of("target/karaf").toAbsolutePath();
  private static final Path FEATURES =
      Path.of("target/features/orm-features.xml").toAbsolutePath();
  private static final Pattern BUNDLE = Pattern.compile("mvn:([^/<]+)/([^/<]+)/([^/<]+)<");

  @TempDir
  Path folder;

  private Path home;
  private Path repository;

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("karaf");
    Path karaf;
    try (Stream<Path> folders = Files.list(UNPACKED)) {
      karaf = folders.findFirst().orElseThrow();
    }
    try (Stream<Path> files = Files.walk(karaf)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            home.resolve(karaf.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    repository = Files.createDirectory(folder.resolve("repository"));
    Matcher bundle = BUNDLE.matcher(Files.readString(FEATURES));
    while (bundle.find()) {
      publish(bundle.group(1), bundle.group(2), bundle.group(3));
    }
    // Nothing is looked for anywhere else: neither in a local repository nor in a remote one.
    Files.writeString(home.resolve("etc/org.ops4j.pax.url.mvn.cfg"), """
        org.ops4j.pax.url.mvn.localRepository = %s
        org.ops4j.pax.url.mvn.useFallbackRepositories = false
        org.ops4j.pax.url.mvn.defaultRepositories = ${karaf.home.uri}${karaf.default.repository}\
        @id=system.repository@snapshots, %s@id=orm@snapshots
        org.ops4j.pax.url.mvn.repositories =
        """.formatted(
            folder.resolve("local"), repository.toUri()));
    Files.writeString(home.resolve("etc/orm.database-main.cfg"), """
        name = main
        url = jdbc:sqlite:${karaf.data}/main.db
        migrate = apply
        """);
  }

  /** Puts a bundle that is shipped into the repository. */
  private void publish(String group, String artifact, String version) throws IOException {
    String name = artifact + "-" + version + ".jar";
    Path shipped;
    try (Stream<Path> files = Files.walk(Path.of("target/orm"))) {
      shipped = files
          .filter(file -> file.getFileName().toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + " is not shipped"));
    }
    Path place = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    Files.createDirectories(place);
    Files.copy(shipped, place.resolve(name));
  }

  private RunningShell karaf() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TERM", "dumb");
    return new RunningShell(builder);
  }

  @Test
  void theFeaturesAreInstalledAndTheCommandsRun() throws Exception {
    try (RunningShell shell = karaf()) {
      shell.await("karaf@root\\(\\)>");
      shell.type("feature:repo-add " + FEATURES.toUri());
      shell.type(
          "feature:install orm-sqlite orm-postgres orm-migration orm-shell orm-events orm-cache"
              + " orm-validation orm-jfr");
      shell.until("orm:databases", "main +sqlite");
      shell.until("orm:dialects", "postgres");
      shell.until("orm:sql 'SELECT 40 + 2 AS answer'", "\\b42\\b");
      shell.until("orm.shell:completer", "completes the arguments of the commands of orm");
      shell.until("orm.shell:candidates [orm:plan --] 1", "--out-of-order");
      assertTrue(Files.exists(home.resolve("data/main.db")));

      new ModuleBundle(Files.createDirectory(folder.resolve("module")))
          .migration("0001_note.sql", "CREATE TABLE note (id integer PRIMARY KEY) STRICT;")
          .build("1.0.0", home.resolve("deploy/notes.jar"));
      shell.until("orm:status", "notes +1 +note +applied");
      assertEquals(0, shell.end("system:shutdown -f"));
    }
  }
}
