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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled container, started as a user starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class LauncherIT {

  private record Run(int code, String out, String err) {}

  /** Where the container keeps what it deletes at its end. */
  @TempDir
  Path temp;

  @Test
  void aCommandPrintsAndIsDone() throws Exception {
    Run help = orm("help");

    assertEquals("", help.err());
    assertEquals(0, help.code());
    assertTrue(help.out().contains("dialects"), help.out());
  }

  @Test
  void anUnknownCommandIsNotUnderstood() throws Exception {
    assertEquals(
        new Run(2, "", "There is no command dance; ./orm help lists those there are.\n"),
        orm("dance"));
  }

  @Test
  void tooManyArgumentsAreNotUnderstood() throws Exception {
    assertEquals(
        new Run(
            2, "", "These arguments do not fit the command; ./orm help <command> explains it.\n"),
        orm("dialects", "please"));
  }

  @Test
  void anArgumentReachesTheCommandAsItIs() throws Exception {
    String odd = "a b|c $PATH ${x} 'q' \"d\" \\n *? [x] {y} #;";

    assertEquals(
        new Run(2, "", "There is no command " + odd + "; help lists those there are.\n"),
        orm("help", odd));
  }

  @Test
  void aFailureIsOneLine() throws Exception {
    assertEquals(
        new Run(1, "", "Unable to cache bundle: nosuch:bundle\n"),
        script("${.context} installBundle 'nosuch:bundle'"));
  }

  @Test
  void theTraceOfAFailureIsThereForTheAsking() throws Exception {
    Run traced = orm("--debug", "help", "dance");

    assertTrue(traced.err().contains("\tat orm.shell.HelpCommand.help("), traced.err());
  }

  @Test
  void commandsAreReadFromStandardInput() throws Exception {
    assertEquals(
        new Run(0, "help [command]\n\nLists the commands, or explains one.\n", ""),
        script("orm:help help"));
    assertEquals(new Run(2, "", "Command not found: orm:dance\n"), script("orm:dance"));
  }

  private Run script(String text) throws Exception {
    Path script = Files.writeString(temp.resolve("script"), text + "\n");
    return run(new ProcessBuilder(command()).redirectInput(script.toFile()));
  }

  private Run orm(String... args) throws Exception {
    return run(new ProcessBuilder(command(args)));
  }

  private static List<String> command(String... args) {
    List<String> command = new ArrayList<>(List.of("target/orm/bin/orm"));
    command.addAll(List.of(args));
    return command;
  }

  private Run run(ProcessBuilder builder) throws Exception {
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ORM_JAVA_OPTS", "-Djava.io.tmpdir=" + temp);
    Process process = builder.start();
    CompletableFuture<String> out = text(process.getInputStream());
    CompletableFuture<String> err = text(process.getErrorStream());
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the container does not end");
    } finally {
      process.destroyForcibly();
    }
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
