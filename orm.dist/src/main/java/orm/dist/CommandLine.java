package orm.dist;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Runs one command, and says how it went.
 *
 * <p>The arguments are handed to the command as they are. They never become text that Gogo would
 * parse, so that blanks, dollars and pipes stay what they are.
 */
@Component(service = ToIntFunction.class, property = CommandLine.PROPERTY + "=true")
public final class CommandLine implements ToIntFunction<List<String>> {

  static final String PROPERTY = "orm.command.line";

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int NOT_UNDERSTOOD = 2;

  private static final Pattern COMMAND = Pattern.compile("([\\w.-]+:)?[\\w.-]+");

  private final BundleContext context;
  private final CommandProcessor processor;
  private final ServiceComponentRuntime components;
  private final ConfiguredDatabases databases;

  /** How long to wait for what is starting. */
  private final long patienceNanos;

  /** Called by the component runtime. */
  @Activate
  public CommandLine(
      BundleContext context,
      @Reference CommandProcessor processor,
      @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.processor = processor;
    this.components = components;
    this.databases = new ConfiguredDatabases(context, components);
    this.patienceNanos = TimeUnit.SECONDS.toNanos(
        Long.parseLong(Objects.requireNonNullElse(context.getProperty("orm.patience"), "10")));
  }

  @Override
  public int applyAsInt(List<String> args) {
    boolean debug = !args.isEmpty() && args.get(0).equals("--debug");
    List<String> command = debug ? args.subList(1, args.size()) : args;
    // Gogo has taken the place of System.out by now, and would send what a script prints there to
    // itself.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    CommandSession session = processor.createSession(System.in, out, err);
    try {
      session.put("SCOPE", "orm:*");
      return command.isEmpty() ? script(session, err) : one(session, command, err);
    } catch (Exception e) {
      report(e, debug, err);
      // Gogo throws the former, a command that is used wrongly the latter.
      return e instanceof CommandNotFoundException || e instanceof IllegalArgumentException
          ? NOT_UNDERSTOOD
          : FAILED;
    } finally {
      session.close();
      out.flush();
    }
  }

  private int one(CommandSession session, List<String> command, PrintStream err) throws Exception {
    String name = switch (command.get(0)) {
      case "-h", "--help" -> "help";
      default -> command.get(0);
    };
    Function function = find(session, name);
    if (function != null) {
      List<Object> arguments = List.copyOf(command.subList(1, command.size()));
      // what is opened for the command alone has nothing to do with those that are configured
      if (arguments.stream().noneMatch(CommandLine::isUrl)) {
        awaitWhatItNeeds(name, err);
      }
      print(session, function.execute(session, arguments));
      return code(session);
    }
    if (isExpected(name)) {
      throw new IllegalStateException(
          "Command " + name + " is there, but does not start: something it needs is missing.");
    }
    throw new IllegalArgumentException(
        "There is no command " + name + "; ./orm help lists those there are.");
  }

  private int script(CommandSession session, PrintStream err) throws Exception {
    byte[] script = System.in.readAllBytes();
    // Nobody knows what commands it holds before it runs.
    await(ConfiguredDatabases.DATABASE, err);
    print(session, session.execute(new String(script, Charset.defaultCharset())));
    return code(session);
  }

  /** A command that was to look for something says so; see the package of the shell. */
  private static int code(CommandSession session) {
    return session.get("orm.exit") instanceof Integer code ? code : DONE;
  }

  /** Finds a command, and waits for it if a component that brings it has not started yet. */
  private @Nullable Function find(CommandSession session, String name) {
    if (!COMMAND.matcher(name).matches()) {
      return null;
    }
    // A star stands for the scopes of SCOPE, in their order.
    String qualified = name.contains(":") ? name : "*:" + name;
    await(() -> session.get(qualified) instanceof Function || !isExpected(name));
    return session.get(qualified) instanceof Function function ? function : null;
  }

  private static boolean isUrl(Object word) {
    return word.equals("--url") || word.toString().startsWith("--url=");
  }

  private void awaitWhatItNeeds(String name, PrintStream err) {
    if (needs(name, "databases")) {
      await(ConfiguredDatabases.DATABASE, err);
    } else if (needs(name, "migrations")) {
      // also those of a database that is not offered, because its schema does not fit
      await(ConfiguredDatabases.MIGRATIONS, err);
    }
  }

  private void await(String service, PrintStream err) {
    await(() -> databases.missing(service).isEmpty());
    for (String name : databases.missing(service)) {
      err.println("Database " + name + " is configured, but is not open yet.");
    }
  }

  private void await(BooleanSupplier done) {
    long start = System.nanoTime();
    while (!done.getAsBoolean() && System.nanoTime() - start < patienceNanos) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** What a command says that it looks at; see the package of the shell. */
  private boolean needs(String name, String what) {
    try {
      ServiceReference<?>[] commands = context.getAllServiceReferences(
          null, "(&(osgi.command.scope=orm)(orm.command.needs=" + what + "))");
      return commands != null
          && Stream.of(commands)
              .anyMatch(command ->
                  holds(command.getProperty(CommandProcessor.COMMAND_FUNCTION), function(name)));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }

  private boolean isExpected(String name) {
    return components.getComponentDescriptionDTOs().stream()
        .map(component -> component.properties)
        .filter(properties -> "orm".equals(properties.get(CommandProcessor.COMMAND_SCOPE)))
        .anyMatch(
            properties -> holds(properties.get(CommandProcessor.COMMAND_FUNCTION), function(name)));
  }

  private static String function(String name) {
    return name.startsWith("orm:") ? name.substring("orm:".length()) : name;
  }

  private static boolean holds(@Nullable Object functions, String function) {
    return functions instanceof String[] several
        ? List.of(several).contains(function)
        : function.equals(functions);
  }

  private static void print(CommandSession session, @Nullable Object result) {
    if (result != null) {
      session.getConsole().println(session.format(result, Converter.INSPECT));
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true);
  }

  /** Prints what went wrong, in a line unless there is reason to look closer. */
  static void report(Exception problem, boolean debug, PrintStream err) {
    if (debug) {
      problem.printStackTrace(err);
      return;
    }
    Throwable shown = problem;
    while (shown.getMessage() == null && shown.getCause() != null) {
      shown = shown.getCause(); // a wrapper without words
    }
    String message = Objects.requireNonNullElse(shown.getMessage(), "");
    if (message.startsWith("Cannot coerce")) {
      err.println("These arguments do not fit the command; ./orm help <command> explains it.");
    } else if (message.isBlank() || shown instanceof NullPointerException) {
      err.println(shown + " (--debug shows where)");
    } else {
      err.println(message);
    }
  }
}
