package orm.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.admin.Advice;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.DatabaseWatch;
import orm.api.json.Json;

/** What the databases of this container are watched for, and what was seen. */
@Component(
    service = WatchCommands.class,
    property = {
      "orm.command.help=watch [options]: Shows what databases are watched for, or changes it.",
      "orm.command.help=watch: A change lasts until the configuration changes or the database is"
          + " opened anew.",
      "orm.command.help=watch: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=watch: Example: watch --set slow.threshold=200ms --set detect.nplusone=10",
      "orm.command.help=watch: --set SETTING: A setting and its value, with = between them.",
      "orm.command.help=watch: --clear: Forgets what was seen, so that it is told again.",
      "orm.command.help=watch: --database NAME: Only this one.",
      "orm.command.help=watch: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=slow [options]: Shows the slowest statements with their plans.",
      "orm.command.help=slow: It knows those from slow.threshold on; watch sets it.",
      "orm.command.help=slow: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=slow: Example: slow --limit 5",
      "orm.command.help=slow: --limit N: No more statements than these; without it 10.",
      "orm.command.help=slow: --database NAME: Only of this one.",
      "orm.command.help=slow: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=n1 [options]: Shows the lines that send a statement again and again.",
      "orm.command.help=n1: It knows them from detect.nplusone on; watch sets it.",
      "orm.command.help=n1: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=n1: Example: n1 --database main",
      "orm.command.help=n1: --database NAME: Only of this one.",
      "orm.command.help=n1: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=n1: --check: Ends with the exit code 3 if there are some.",
      "orm.command.help=advice [options]: Shows all that was found in databases, and what to do.",
      "orm.command.help=advice: Of use where the container goes on: in its shell, or in a script;"
          + " with --inspect also alone.",
      "orm.command.help=advice: Example: advice --inspect",
      "orm.command.help=advice: --inspect: Looks first for foreign keys without an index.",
      "orm.command.help=advice: --database NAME: Only of this one.",
      "orm.command.help=advice: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=advice: --check: Ends with the exit code 3 if there is some.",
      "orm.command.help=stats [options]: Shows how often statements ran, and how long they took.",
      "orm.command.help=stats: It knows those that ran while statistics was on; watch sets it.",
      "orm.command.help=stats: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=stats: Example: stats --limit 20 --database main",
      "orm.command.help=stats: --limit N: No more statements than these; without it 10.",
      "orm.command.help=stats: --database NAME: Only of this one.",
      "orm.command.help=stats: --json: Prints an array of objects, and nothing else.",
      "orm.command.needs=databases"
    })
@GogoCommand(
    scope = "orm",
    function = {"watch", "slow", "n1", "advice", "stats"})
public final class WatchCommands {
  private static final int SHOWN = 10;

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public WatchCommands(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this.commands = new Commands(context, properties);
    this.targets = targets;
  }

  @Descriptor("shows what databases are watched for, or changes it")
  public void watch(CommandSession session, String... words) throws IOException {
    commands.run("watch", session, words, call -> {
      List<String[]> settings =
          call.options().values("set").stream().map(WatchCommands::setting).toList();
      each(call, admin -> {
        DatabaseWatch watch = admin.watch();
        settings.forEach(setting -> watch.set(setting[0], setting[1]));
        if (call.options().has("clear")) {
          watch.clear();
        }
      });
      show(call, watch -> List.of(WatchText.settings(watch)), WatchText::settings);
    });
  }

  private static String[] setting(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "--set needs a setting and its value, such as slow.threshold=200ms, not " + text + ".");
    }
    return parts;
  }

  @Descriptor("shows the slowest statements")
  public void slow(CommandSession session, String... words) throws IOException {
    commands.run("slow", session, words, call -> {
      int most = most(call);
      show(
          call,
          watch -> watch.slow().stream().limit(most).map(WatchText::slow).toList(),
          (all, watch) -> WatchText.slow(all, watch, most));
    });
  }

  @Descriptor("shows the lines that send a statement again and again")
  public void n1(CommandSession session, String... words) throws IOException {
    commands.run("n1", session, words, call -> {
      boolean found = advice(
          call,
          watch -> watch.advice().stream()
              .filter(advice -> advice.kind() == Advice.Kind.N_PLUS_ONE)
              .toList());
      call.check(found);
    });
  }

  @Descriptor("shows what was found, and what to do")
  public void advice(CommandSession session, String... words) throws IOException {
    commands.run("advice", session, words, call -> {
      if (call.options().has("inspect")) {
        each(call, admin -> {
          List<Advice> unused = admin.watch().inspect();
        });
      }
      call.check(advice(call, DatabaseWatch::advice));
    });
  }

  private boolean advice(Call call, Function<DatabaseWatch, List<Advice>> wanted)
      throws IOException {
    List<Advice> all = new ArrayList<>();
    show(
        call,
        watch -> {
          List<Advice> found = wanted.apply(watch);
          all.addAll(found);
          return found.stream().map(WatchText::advice).toList();
        },
        (shown, watch) -> {
          List<Advice> found = wanted.apply(watch);
          all.addAll(found);
          WatchText.advice(shown, found);
        });
    return !all.isEmpty();
  }

  @Descriptor("shows how often statements ran, and how long they took")
  public void stats(CommandSession session, String... words) throws IOException {
    commands.run("stats", session, words, call -> {
      int most = most(call);
      show(
          call,
          watch ->
              watch.statements().stream().limit(most).map(WatchText::statement).toList(),
          (all, watch) -> WatchText.statements(all, watch, most));
    });
  }

  private static int most(Call call) {
    return call.options().number("limit").orElse(SHOWN);
  }

  /** What is shown to people. */
  private interface Text {
    void show(Call call, DatabaseWatch watch);
  }

  private void show(Call call, Function<DatabaseWatch, Collection<Json>> json, Text text)
      throws IOException {
    if (call.options().has("json")) {
      List<Json> all = new ArrayList<>();
      each(
          call,
          admin -> json.apply(admin.watch())
              .forEach(one -> all.add(Json.object()
                  .put("database", Json.of(admin.database()))
                  .put("seen", one)
                  .build())));
      call.say(Json.array(all).toString());
      return;
    }
    each(call, admin -> {
      call.say(admin.database() + ":");
      text.show(call, admin.watch());
    });
  }

  private void each(Call call, Targets.Work<DatabaseAdmin> work) throws IOException {
    targets.each(DatabaseAdmin.class, call.options().value("database"), work);
  }
}
