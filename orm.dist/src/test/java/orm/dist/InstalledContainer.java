package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The assembled container in a folder of its own, started as a user starts it. */
final class InstalledContainer {

  /** What came of a run. */
  record Run(int code, String out, String err) {}

  private static final Path ASSEMBLED = Path.of("target/orm").toAbsolutePath();

  private final Path home;
  private final Path temp;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * Installs the container.
   *
   * @param folder an empty folder
   */
  InstalledContainer(Path folder) throws IOException {
    home = Files.createDirectory(folder.resolve("orm"));
    temp = Files.createDirectory(folder.resolve("tmp"));
    // Not everything: what somebody has stored there is none of our business.
    for (String name : List.of("bin", "bundles", "conf", "examples", "lib")) {
      copy(name);
    }
    Files.createDirectory(home.resolve("deploy"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    options("");
  }

  private void copy(String name) throws IOException {
    try (Stream<Path> files = Files.walk(ASSEMBLED.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve(ASSEMBLED.relativize(file).toString()));
      }
    }
  }

  Path home() {
    return home;
  }

  /** Sets an environment variable for the runs to come. */
  void environment(String name, String value) {
    environment.put(name, value);
  }

  /** Sets options of the JVM for the runs to come. */
  void options(String options) {
    environment.put("ORM_JAVA_OPTS", "-Djava.io.tmpdir=" + temp + " " + options);
  }

  /** Runs commands that stand on standard input. */
  Run script(String text) throws Exception {
    Path script = Files.writeString(home.resolve("script"), text + "\n");
    return run(builder().redirectInput(script.toFile()));
  }

  /** Types something into the shell, which believes that it has a terminal. */
  Run shell(String text) throws Exception {
    Path typed = Files.writeString(home.resolve("typed"), text + "\n");
    return run(terminal().redirectInput(typed.toFile()));
  }

  /** Starts a shell that goes on until it is told to end. */
  RunningShell start() throws IOException {
    return new RunningShell(terminal());
  }

  private ProcessBuilder terminal() {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + temp,
        "-Dorm.home=" + home,
        "-Dorm.terminal=true",
        "-cp",
        home.resolve("lib") + "/*",
        Launcher.class.getName());
  }

  /** Runs one command. */
  Run orm(String... args) throws Exception {
    return run(builder(args));
  }

  private ProcessBuilder builder(String... args) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/orm").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("ORM_DATA");
    builder.environment().putAll(environment);
    return builder;
  }

  private Run run(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    CompletableFuture<String> out = text(process.getInputStream());
    CompletableFuture<String> err = text(process.getErrorStream());
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the container does not end");
      CompletableFuture.allOf(out, err).get(60, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly(); // closes what is still being read
    }
    // What the JVM itself keeps there are files.
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(List.of(), left.filter(Files::isDirectory).toList(), "left behind");
    }
    return new Run(process.exitValue(), out.get(), err.get());
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try (stream) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
