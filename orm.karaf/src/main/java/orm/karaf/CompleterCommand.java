package orm.karaf;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/**
 * A command for the sake of its completer. Karaf gives a command of Gogo no completer of arguments,
 * but it asks those of all commands about every line; this one answers for the commands of
 * {@code orm}, with what {@code orm.shell:candidates} says.
 */
final class CompleterCommand implements Command, Completer {
  /** The scope of the commands that people type. */
  private static final String TYPED = "orm";

  /** The scope of the commands for shells. */
  private static final String HELPERS = "orm.shell";

  private final Registry registry;

  CompleterCommand(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String getScope() {
    return HELPERS;
  }

  @Override
  public String getName() {
    return "completer";
  }

  @Override
  public String getDescription() {
    return "completes the arguments of the commands of " + TYPED;
  }

  @Override
  public Completer getCompleter(boolean scoped) {
    return this;
  }

  @Override
  public @Nullable Parser getParser() {
    return null;
  }

  /** Tells whoever types it what it is for. */
  @Override
  public Object execute(Session session, List<Object> arguments) {
    return getDescription();
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    answers(session, line).forEach(answer -> candidates.add(new Candidate(answer, true)));
  }

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> answers = answers(session, line);
    candidates.addAll(answers);
    return answers.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
  }

  /** What may stand where the line is being written. */
  private List<String> answers(Session session, CommandLine line) {
    List<String> words = Arrays.asList(line.getArguments());
    int position = line.getCursorArgumentIndex();
    return position < 1 || !isOurs(words.get(0))
        ? List.of()
        : said(session, words, position).stream().map(String::valueOf).toList();
  }

  /** A name without a scope is ours if nobody else has it. */
  private boolean isOurs(String command) {
    int colon = command.indexOf(':');
    if (colon >= 0) {
      return command.substring(0, colon).equals(TYPED);
    }
    return registry.getCommands().stream()
        .filter(known -> known.getName().equals(command))
        .allMatch(known -> known.getScope().equals(TYPED));
  }

  private List<?> said(Session session, List<String> words, int position) {
    Command helper = registry.getCommand(HELPERS, "candidates");
    if (helper == null) {
      return List.of(); // the commands have left
    }
    try {
      return helper.execute(session, List.of(words, position)) instanceof List<?> list
          ? list
          : List.of();
    } catch (Exception failed) {
      return List.of(); // pressing the tabulator is no place for a message; the command will say it
    }
  }
}
