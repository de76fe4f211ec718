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
      "orm.command.help=log: Values are not shown.",
      "orm.command.help=log: Example: log --database main --slower 100ms --for 1m",
      "orm.command.help=log: --database NAME: Only of this one.",
      "orm.command.help=log: --slower TIME: Only those that take as long.",
      "orm.command.help=log: --failed: Only those that fail.",
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
          show(event, call.out(), call.terminal());
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

  private static void show(StatementEvent event, PrintStream out, boolean terminal) {
    Throwable error = event.error();
    String line = String.format(
        "%s %,d µs, %s: %s",
        event.database(),
        TimeUnit.NANOSECONDS.toMicros(event.nanos()),
        error != null ? "failed" : event.rows() < 0 ? "done" : event.rows() + " rows",
        event.sql());
    out.println(terminal && error != null ? Style.RED.of(line) : line);
    out.flush();
  }
}
