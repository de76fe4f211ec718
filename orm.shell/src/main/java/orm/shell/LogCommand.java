package orm.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/** {@code orm:log}: the statements of this container while they run. */
@Component(
    service = LogCommand.class,
    property = {
      "orm.command.help=log [options]: Shows the statements of this container while they run, until"
          + " ctrl-C.",
      "orm.command.help=log: Values are shown with --binds alone, and those of @Sensitive columns"
          + " never; what is written to the log is up to the levels of orm.sql and its like.",
      "orm.command.help=log: Example: log --database main --slower 100ms --for 1m",
      "orm.command.help=log: --database NAME: Only of this one.",
      "orm.command.help=log: --slower TIME: Only those that take as long.",
      "orm.command.help=log: --failed: Only those that fail.",
      "orm.command.help=log: --binds: With the values that anybody may see.",
      "orm.command.help=log: --lines: With the lines that sent them.",
      "orm.command.help=log: --for TIME: Ends by itself."
    })
@GogoCommand(scope = "orm", function = "log")
public final class LogCommand {

  private final BundleContext context;
  private final Commands commands;

  /** Called by the component runtime. */
  @Activate
  public LogCommand(BundleContext context, Map<String, Object> properties) {
    this.context = context;
    this.commands = new Commands(context, properties);
  }

  @Descriptor("shows statements while they run")
  public void log(CommandSession session, String... words) throws IOException {
    commands.run("log", session, words, call -> {
      Options options = call.options();
      Optional<String> database = options.value("database");
      long slower = options.time("slower").map(time -> time.toNanos()).orElse(0L);
      long millis = options.time("for").map(time -> time.toMillis()).orElse(Long.MAX_VALUE);
      StatementListener listener = event -> {
        boolean wanted = database.map(event.database()::equals).orElse(true)
            && event.nanos() >= slower
            && (event.error() != null || !options.has("failed"));
        if (wanted) {
          show(event, options, call.out(), call.terminal());
        }
      };
      ServiceRegistration<StatementListener> registration =
          context.registerService(StatementListener.class, listener, null);
      try {
        boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        call.say(""); // ctrl-C is how it ends
      } finally {
        registration.unregister();
      }
    });
  }

  private static void show(
      StatementEvent event, Options options, PrintStream out, boolean terminal) {
    Throwable error = event.error();
    StringBuilder line = new StringBuilder(String.format(
        "%s %,d µs, %s",
        event.database(),
        TimeUnit.NANOSECONDS.toMicros(event.nanos()),
        error != null ? "failed" : event.rows() < 0 ? "done" : event.rows() + " rows"));
    if (event.transaction() > 0) {
      line.append(", transaction ").append(event.transaction());
    }
    if (options.has("lines")) {
      line.append(", ").append(event.callSite());
    }
    line.append(": ").append(event.sql());
    if (options.has("binds")) {
      line.append(' ').append(event.binds());
    }
    out.println(terminal && error != null ? Style.RED.of(line.toString()) : line);
    out.flush();
  }
}
