package orm.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;

/**
 * What one command says about itself.
 *
 * @param usage the command and its arguments
 * @param summary one sentence
 * @param details more of them, or none
 */
record CommandHelp(String usage, String summary, List<String> details) {

  private static final String FUNCTION = "osgi.command.function";
  private static final String HELP = "orm.command.help";

  /** The commands that these services carry, by name; one without help is there nevertheless. */
  static SortedMap<String, CommandHelp> of(Iterable<? extends ServiceReference<?>> services) {
    SortedMap<String, CommandHelp> commands = new TreeMap<>();
    for (ServiceReference<?> service : services) {
      for (String entry : ServiceProperties.strings(service.getProperty(HELP))) {
        add(entry, commands);
      }
      for (String function : ServiceProperties.strings(service.getProperty(FUNCTION))) {
        commands.putIfAbsent(function, new CommandHelp(function, "", List.of()));
      }
    }
    return commands;
  }

  /** What a component says of one of the commands that it carries. */
  static CommandHelp of(Object help, String command) {
    Map<String, CommandHelp> commands = new TreeMap<>();
    ServiceProperties.strings(help).forEach(entry -> add(entry, commands));
    return Objects.requireNonNull(commands.get(command), command);
  }

  private static void add(String entry, Map<String, CommandHelp> commands) {
    int colon = entry.indexOf(": ");
    String usage = colon < 0 ? entry : entry.substring(0, colon);
    String text = colon < 0 ? "" : entry.substring(colon + 2);
    String name = usage.split(" ", 2)[0];
    CommandHelp before = commands.get(name);
    commands.put(
        name, before == null ? new CommandHelp(usage, text, List.of()) : before.with(text));
  }

  private CommandHelp with(String detail) {
    List<String> more = new ArrayList<>(details);
    more.addAll(SharedOptions.named(detail).orElse(List.of(detail)));
    return new CommandHelp(usage, summary, List.copyOf(more));
  }

  void print(PrintStream out) {
    out.println(usage);
    out.println();
    out.println(summary);
    details.stream().filter(detail -> !Syntax.isOption(detail)).forEach(out::println);
    Table options = new Table("OPTION", "");
    for (String detail : details) {
      if (Syntax.isOption(detail)) {
        int colon = detail.indexOf(": ");
        options.add(detail.substring(0, colon), detail.substring(colon + 2));
      }
    }
    if (!options.isEmpty()) {
      out.println();
      options.print(out);
    }
  }
}
