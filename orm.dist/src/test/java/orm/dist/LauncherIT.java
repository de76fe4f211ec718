package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orm.dist.InstalledContainer.Run;

/** The assembled container, started as a user starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class LauncherIT {

  @TempDir
  Path folder;

  private InstalledContainer container;

  @BeforeEach
  void install() throws IOException {
    container = new InstalledContainer(folder);
  }

  @Test
  void aCommandPrintsAndIsDone() throws Exception {
    Run help = container.orm("help");

    assertEquals("", help.err());
    assertEquals(0, help.code());
    assertTrue(help.out().contains("dialects"), help.out());
  }

  @Test
  void anUnknownCommandIsNotUnderstood() throws Exception {
    assertEquals(
        new Run(2, "", "There is no command dance; ./orm help lists those there are.\n"),
        container.orm("dance"));
  }

  @Test
  void tooManyArgumentsAreNotUnderstood() throws Exception {
    assertEquals(
        new Run(
            2, "", "These arguments do not fit the command; ./orm help <command> explains it.\n"),
        container.orm("dialects", "please"));
  }

  @Test
  void anArgumentReachesTheCommandAsItIs() throws Exception {
    String odd = "a b|c $PATH ${x} 'q' \"d\" \\n *? [x] {y} #;";

    assertEquals(
        new Run(2, "", "There is no command " + odd + "; help lists those there are.\n"),
        container.orm("help", odd));
  }

  @Test
  void aFailureIsOneLine() throws Exception {
    assertEquals(
        new Run(1, "", "Unable to cache bundle: nosuch:bundle\n"),
        container.script("${.context} installBundle 'nosuch:bundle'"));
  }

  @Test
  void theTraceOfAFailureIsThereForTheAsking() throws Exception {
    Run traced = container.orm("--debug", "help", "dance");

    assertTrue(traced.err().contains("\tat orm.shell.HelpCommand.help("), traced.err());
  }

  @Test
  void commandsAreReadFromStandardInput() throws Exception {
    assertEquals(
        new Run(0, "help [command]\n\nLists the commands, or explains one.\n", ""),
        container.script("orm:help help"));
    assertEquals(new Run(2, "", "Command not found: orm:dance\n"), container.script("orm:dance"));
  }

  @Test
  void theShellKnowsOurCommandsAndHowToLeave() throws Exception {
    Run shell = container.shell("help\nexit");

    assertEquals(0, shell.code());
    assertTrue(shell.out().contains("orm> "), shell.out());
    assertTrue(shell.out().contains("Lists the commands, or explains one."), shell.out());
    assertFalse((shell.out() + shell.err()).contains("not found"), shell.out() + shell.err());
  }
}
