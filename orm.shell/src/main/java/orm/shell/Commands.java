package orm.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import orm.api.error.DataLossException;

/** The commands of one component: reads what is typed as their help tells it, and runs them. */
final class Commands {
  /** The variable of a session with the exit code; see the package. */
  static final String EXIT = "orm.exit";

  private final Object help;
  private final boolean terminal;

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    void run(Call call) throws IOException;
  }

  Commands(BundleContext context, Map<String, Object> properties) {
    this(properties.get("orm.command.help"), Style.isTerminal(context));
  }

  Commands(@Nullable Object help, boolean terminal) {
    this.help = help == null ? List.of() : help;
    this.terminal = terminal;
  }

  void run(String command, CommandSession session, String[] words, Work work) throws IOException {
    CommandHelp explained = CommandHelp.of(help, command);
    if (List.of(words).contains("--help")) {
      explained.print(session.getConsole());
      return;
    }
    session.put(EXIT, null);
    Options options = new Syntax(explained).parse(List.of(words));
    try {
      work.run(new Call(session, options, terminal));
    } catch (DataLossException loss) {
      String accept = loss.losses().stream()
          .map(name -> "--accept \"" + name + "\"")
          .collect(Collectors.joining(" "));
      throw new IllegalStateException(loss.getMessage() + " In the shell: " + accept, loss);
    } finally {
      if (terminal) {
        session.getConsole().print(Progress.CLEAR); // what failed did not end its line
      }
    }
  }
}
