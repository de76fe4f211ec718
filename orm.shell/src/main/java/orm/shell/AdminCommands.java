package orm.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.admin.DatabaseAdmin;
import orm.api.json.Json;

/** What serves the databases of this container, and how to let calls wait. */
@Component(
    service = AdminCommands.class,
    property = {
      "orm.command.help=generations [options]: Shows what serves the databases of this container, and"
          + " their last swaps.",
      "orm.command.help=generations: Of use where the container goes on: in its shell, or in a"
          + " script.",
      "orm.command.help=generations: Example: generations --database main",
      "orm.command.help=generations: --database NAME: Only of this one.",
      "orm.command.help=generations: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=quiesce [options]: Lets new calls wait, and waits for those that run.",
      "orm.command.help=quiesce: Calls wait until resume, each for at most swap.wait. It fails where"
          + " somebody is inside when the patience is over; new calls wait then as well.",
      "orm.command.help=quiesce: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=quiesce: Example: quiesce --database main --patience 1m",
      "orm.command.help=quiesce: --database NAME: Without it the only one, or main.",
      "orm.command.help=quiesce: --patience TIME: How long to wait for those that run; without it"
          + " 10s.",
      "orm.command.help=resume [options]: Lets calls in again after quiesce.",
      "orm.command.help=resume: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=resume: Example: resume --database main",
      "orm.command.help=resume: --database NAME: Without it the only one, or main.",
      "orm.command.help=pool [options]: Shows the connections of the databases of this container.",
      "orm.command.help=pool: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=pool: Example: pool --database main",
      "orm.command.help=pool: --database NAME: Only of this one.",
      "orm.command.help=pool: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=cache [show|stats|clear] [name] [options]: Shows what databases of this"
          + " container keep in memory, or forgets it.",
      "orm.command.help=cache: show and stats are the same; clear forgets all, clear with a name the"
          + " rows of an entity, or queries.",
      "orm.command.help=cache: Of use where the container goes on: in its shell, or in a script.",
      "orm.command.help=cache: Example: cache clear Book --database main",
      "orm.command.help=cache: --database NAME: Only of this one.",
      "orm.command.help=cache: --json: Prints an array of objects, and nothing else.",
      "orm.command.needs=databases"
    })
@GogoCommand(
    scope = "orm",
    function = {"generations", "quiesce", "resume", "pool", "cache"})
public final class AdminCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public AdminCommands(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this.commands = new Commands(context, properties);
    this.targets = targets;
  }

  @Descriptor("shows what serves the databases, and their last swaps")
  public void generations(CommandSession session, String... words) throws IOException {
    run("generations", session, words, call -> {
      if (call.options().has("json")) {
        json(call, AdminText::generations);
        return;
      }
      Set<String> shown = new HashSet<>();
      each(call, admin -> {
        if (!shown.isEmpty()) {
          call.say("");
        }
        shown.add(admin.database());
        AdminText.generations(call, admin);
      });
    });
  }

  @Descriptor("lets new calls wait, and waits for those that run")
  public void quiesce(CommandSession session, String... words) throws IOException {
    run("quiesce", session, words, call -> {
      Duration patience = call.options().time("patience").orElse(PATIENCE);
      targets.configured(DatabaseAdmin.class, call.options().value("database"), admin -> {
        if (!admin.quiesce(patience)) {
          throw new IllegalStateException("Somebody is inside database " + admin.database()
              + " still; new calls wait. quiesce waits on, resume lets calls in again.");
        }
        call.say("Nobody is inside " + admin.database() + "; calls wait until resume.");
      });
    });
  }

  @Descriptor("lets calls in again")
  public void resume(CommandSession session, String... words) throws IOException {
    run(
        "resume",
        session,
        words,
        call -> targets.configured(DatabaseAdmin.class, call.options().value("database"), admin -> {
          admin.resume();
          call.say(admin.database() + " is " + AdminText.state(admin) + ".");
        }));
  }

  @Descriptor("shows the connections of the databases")
  public void pool(CommandSession session, String... words) throws IOException {
    run("pool", session, words, call -> {
      if (call.options().has("json")) {
        json(call, AdminText::pool);
        return;
      }
      Table table = AdminText.pools();
      each(call, admin -> AdminText.pool(table, admin));
      table.print(call.out());
    });
  }

  @Descriptor("shows what databases keep in memory, or forgets it")
  public void cache(CommandSession session, String... words) throws IOException {
    run("cache", session, words, call -> {
      List<String> wanted = call.options().arguments();
      switch (wanted.isEmpty() ? "show" : wanted.get(0)) {
        case "show", "stats" -> caches(call);
        case "clear" -> clear(call, wanted.size() > 1 ? wanted.get(1) : "");
        default ->
          throw new IllegalArgumentException(
              "Cannot understand cache " + wanted.get(0) + ": write show, stats or clear.");
      }
    });
  }

  private void caches(Call call) throws IOException {
    if (call.options().has("json")) {
      json(call, AdminText::caches);
      return;
    }
    Table table = AdminText.caches();
    each(call, admin -> AdminText.caches(table, admin));
    table.print(call.out());
  }

  private void clear(Call call, String cache) throws IOException {
    List<String> cleared = new ArrayList<>();
    each(call, admin -> {
      if (admin.clearCaches(cache)) {
        cleared.add(admin.database());
      }
    });
    if (cleared.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot clear " + cache + ": no database keeps it; cache shows what is kept.");
    }
    call.say("Forgot " + (cache.isEmpty() ? "everything" : cache) + " of "
        + String.join(", ", cleared) + ".");
  }

  private void each(Call call, Targets.Work<DatabaseAdmin> work) throws IOException {
    targets.each(DatabaseAdmin.class, call.options().value("database"), work);
  }

  private void json(Call call, Function<DatabaseAdmin, Json> shown) throws IOException {
    List<Json> all = new ArrayList<>();
    each(call, admin -> all.add(shown.apply(admin)));
    call.say(Json.array(all).toString());
  }

  /** Whoever knows the other commands may try their options. */
  private void run(String command, CommandSession session, String[] words, Commands.Work work)
      throws IOException {
    for (String word : words) {
      if (word.equals("--url") || word.startsWith("--url=")) {
        throw new IllegalArgumentException("Cannot understand " + command + ": it is about a"
            + " database that this container keeps open, and one with --url is open for a command"
            + " alone. Configure it, and give --database.");
      }
    }
    commands.run(command, session, words, work);
  }
}
