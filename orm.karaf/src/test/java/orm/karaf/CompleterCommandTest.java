package orm.karaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

/** What Karaf is told about a line, and what {@code orm.shell:candidates} is asked for. */
class CompleterCommandTest {
  private final List<List<Object>> asked = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>(
      List.of(command("orm", "plan"), command("orm", "help"), command("system", "help")));
  private final Command helper = command("orm.shell", "candidates");
  private final CompleterCommand completer = new CompleterCommand(stub(
      Registry.class,
      (name, arguments) ->
          name.equals("getCommands") ? List.copyOf(commands) : helperOf(arguments)));

  /** What a method of a stub gives. */
  private interface Answer {
    Object of(String method, Object[] arguments) throws Exception;
  }

  private static <T> T stub(Class<T> type, Answer answer) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer.of(method.getName(), arguments)));
  }

  private Object helperOf(Object[] arguments) {
    assertEquals(List.of("orm.shell", "candidates"), List.of(arguments));
    return helper;
  }

  private Command command(String scope, String name) {
    return stub(Command.class, (method, arguments) -> switch (method) {
      case "getScope" -> scope;
      case "getName" -> name;
      default -> execute((List<?>) arguments[1]);
    });
  }

  private Object execute(List<?> arguments) {
    asked.add(List.copyOf(arguments));
    if (arguments.toString().contains("broken")) {
      throw new IllegalStateException("no database answers");
    }
    return List.of("--database", "--module");
  }

  private List<String> answers(int position, String... words) {
    CommandLine line = stub(
        CommandLine.class,
        (method, arguments) -> method.equals("getArguments") ? words : (Object) position);
    List<Candidate> candidates = new ArrayList<>();
    completer.completeCandidates(
        stub(Session.class, (method, arguments) -> method), line, candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  @Test
  void theCommandsForShellsAreAsked() {
    assertEquals(List.of("--database", "--module"), answers(1, "orm:plan", "--"));
    assertEquals(List.of("--database", "--module"), answers(2, "plan", "orders", ""));

    assertEquals(
        List.of(List.of(List.of("orm:plan", "--"), 1), List.of(List.of("plan", "orders", ""), 2)),
        asked);
  }

  @Test
  void whatIsNotOursIsLeftToOthers() {
    assertEquals(List.of(), answers(0, "orm:pl"));
    assertEquals(List.of(), answers(1, "system:help", ""));
    assertEquals(List.of(), answers(1, "help", ""), "two commands have this name");

    assertEquals(List.of(), asked);
  }

  @Test
  void aFailureCompletesNothing() {
    assertEquals(List.of(), answers(1, "orm:plan", "broken"));
    assertEquals(1, asked.size());
  }
}
