package orm.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationStatus;
import orm.api.migration.Repair;
import orm.api.migration.SquashedFile;
import orm.api.migration.Undo;

/** The migrations of a database, from the shell. */
@Component(
    service = MigrationCommands.class,
    property = {
      "orm.command.help=status [options]: Shows what has run on a database, and what waits.",
      "orm.command.help=status: Example: status --url jdbc:sqlite:shop.db --dir migrations/shop",
      "orm.command.help=status: --check: Ends with exit code 3 where something waits.",
      "orm.command.help=status: --module NAME: Only this module. May be repeated.",
      "orm.command.help=status: {database}",
      "orm.command.help=status: {files}",
      "orm.command.help=plan [options]: Prints the exact SQL that migrate would run.",
      "orm.command.help=plan: Example: plan --database main --check",
      "orm.command.help=plan: --check: Ends with exit code 3 where something would run.",
      "orm.command.help=plan: {up}",
      "orm.command.help=plan: {run}",
      "orm.command.help=plan: {database}",
      "orm.command.help=plan: {files}",
      "orm.command.help=migrate [options]: Runs what waits.",
      "orm.command.help=migrate: Example: migrate --database main --module shop --to 4",
      "orm.command.help=migrate: {up}",
      "orm.command.help=migrate: {run}",
      "orm.command.help=migrate: --dry-run: Prints the SQL, and runs nothing.",
      "orm.command.help=migrate: {database}",
      "orm.command.help=migrate: {files}",
      "orm.command.help=undo [options]: Undoes what ran last.",
      "orm.command.help=undo: Rows are lost only where each loss is accepted by its name.",
      "orm.command.help=undo: Example: undo --database main --module shop --to 3",
      "orm.command.help=undo: --count N: So many migrations; without it one.",
      "orm.command.help=undo: --to VERSION: Everything of the module above this version; 0 for all.",
      "orm.command.help=undo: --all: Everything of all modules.",
      "orm.command.help=undo: --module NAME: Only what this module has run.",
      "orm.command.help=undo: {run}",
      "orm.command.help=undo: --dry-run: Prints the SQL, and runs nothing.",
      "orm.command.help=undo: {database}",
      "orm.command.help=undo: {files}",
      "orm.command.help=redo [options]: Undoes the migration that ran last, and runs it again.",
      "orm.command.help=redo: Example: redo --url jdbc:sqlite:shop.db --dir migrations/shop",
      "orm.command.help=redo: {run}",
      "orm.command.help=redo: {database}",
      "orm.command.help=redo: {files}",
      "orm.command.help=seed [options]: Runs the seeds that have not run, or have changed.",
      "orm.command.help=seed: Example: seed --database main --module shop",
      "orm.command.help=seed: --module NAME: Only this module. May be repeated.",
      "orm.command.help=seed: {run}",
      "orm.command.help=seed: --dry-run: Prints the SQL, and runs nothing.",
      "orm.command.help=seed: {database}",
      "orm.command.help=seed: {files}",
      "orm.command.help=validate [options]: Fails where a database does not stand where the files"
          + " expect it.",
      "orm.command.help=validate: Example: validate --database main",
      "orm.command.help=validate: {database}",
      "orm.command.help=validate: {files}",
      "orm.command.help=baseline <module> [options]: Says that a database stands at a version"
          + " already; runs nothing.",
      "orm.command.help=baseline: Example: baseline shop --at 3 --database main",
      "orm.command.help=baseline: --at VERSION: The last version whose work is there.",
      "orm.command.help=baseline: --flyway: Takes the version from the history that Flyway has"
          + " kept.",
      "orm.command.help=baseline: {database}",
      "orm.command.help=baseline: {files}",
      "orm.command.help=repair <module> <id> [options]: Takes a decision about the history; the"
          + " schema stays as it is.",
      "orm.command.help=repair: Example: repair shop 3 --accept-edit --database main",
      "orm.command.help=repair: --accept-edit: The edited file means the same as the one that ran.",
      "orm.command.help=repair: --step-done: The statement at which a run ended has done its work.",
      "orm.command.help=repair: --step-not-done: It has done nothing; run it again.",
      "orm.command.help=repair: --mark-applied: It waits, but its work is there: note it, and run"
          + " nothing.",
      "orm.command.help=repair: --forget: Strikes the migration from the history, as if it had"
          + " never run.",
      "orm.command.help=repair: {database}",
      "orm.command.help=repair: {files}",
      "orm.command.help=squash <module> <from> <to> [options]: Prints one file that stands for"
          + " several.",
      "orm.command.help=squash: Example: squash shop 1 7 --out migrations/shop"
          + " --url jdbc:sqlite:shop.db --dir migrations/shop",
      "orm.command.help=squash: --out FOLDER: Writes it there; the files that it stands for stay.",
      "orm.command.help=squash: {database}",
      "orm.command.help=squash: {files}",
      "orm.command.needs=migrations"
    })
@GogoCommand(
    scope = "orm",
    function = {
      "status",
      "plan",
      "migrate",
      "undo",
      "redo",
      "seed",
      "validate",
      "baseline",
      "repair",
      "squash"
    })
public final class MigrationCommands {

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public MigrationCommands(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this(new Commands(context, properties), targets);
  }

  private MigrationCommands(Commands commands, Targets targets) {
    this.commands = commands;
    this.targets = targets;
  }

  @Descriptor("shows what has run, and what waits")
  public void status(CommandSession session, String... words) throws IOException {
    commands.run(
        "status",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          MigrationStatus status = all.status();
          MigrationText.status(call, status);
          call.check(!status.isCurrent());
        }));
  }

  @Descriptor("prints what migrate would run")
  public void plan(CommandSession session, String... words) throws IOException {
    commands.run(
        "plan",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          MigrationPlan plan = all.plan(up(call));
          MigrationText.plan(call, plan);
          call.check(!plan.isEmpty());
        }));
  }

  @Descriptor("runs what waits")
  public void migrate(CommandSession session, String... words) throws IOException {
    commands.run("migrate", session, words, call -> {
      boolean dry = call.options().has("dry-run");
      targets.migrations(
          call.options(), dry ? Targets.Missing.REFUSED : Targets.Missing.MADE, all -> {
            if (dry) {
              MigrationText.plan(call, all.plan(up(call)));
            } else {
              MigrationText.report(call, all.apply(up(call)));
            }
          });
    });
  }

  private static MigrationOptions up(Call call) {
    MigrationOptions run = call.run();
    if (call.options().has("to")) {
      return run.upTo(call.module("--to"), call.options().value("to").orElseThrow());
    }
    return run;
  }

  @Descriptor("undoes what ran last")
  public void undo(CommandSession session, String... words) throws IOException {
    commands.run(
        "undo",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          Undo what = undo(call);
          if (call.options().has("dry-run")) {
            MigrationText.plan(call, all.planUndo(what, call.run()));
          } else {
            MigrationText.report(call, all.undo(what, call.run()));
          }
        }));
  }

  private static Undo undo(Call call) {
    Options options = call.options();
    if (Stream.of("count", "to", "all").filter(options::has).count() > 1) {
      throw new IllegalArgumentException("Give one of --count, --to and --all.");
    }
    if (options.has("all")) {
      return Undo.everything();
    } else if (options.has("to")) {
      return Undo.downTo(call.module("--to"), options.value("to").orElseThrow());
    }
    int count = options.number("count").orElse(1);
    return options.has("module") ? Undo.last(call.module("undo"), count) : Undo.last(count);
  }

  @Descriptor("undoes what ran last, and runs it again")
  public void redo(CommandSession session, String... words) throws IOException {
    commands.run(
        "redo",
        session,
        words,
        call -> targets.migrations(
            call.options(), all -> MigrationText.report(call, all.redo(call.run()))));
  }

  @Descriptor("runs seeds")
  public void seed(CommandSession session, String... words) throws IOException {
    commands.run(
        "seed",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          if (call.options().has("dry-run")) {
            MigrationText.plan(call, all.planSeed(call.run()));
          } else {
            MigrationText.report(call, all.seed(call.run()));
          }
        }));
  }

  @Descriptor("fails where the schema does not fit")
  public void validate(CommandSession session, String... words) throws IOException {
    commands.run(
        "validate",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          all.validate();
          call.say(all.database() + " stands where the files expect it.");
        }));
  }

  @Descriptor("says at which version a database stands")
  public void baseline(CommandSession session, String... words) throws IOException {
    commands.run("baseline", session, words, call -> {
      String module = call.options().argument(0);
      if (call.options().has("flyway") == call.options().has("at")) {
        throw new IllegalArgumentException("Give one of --at and --flyway.");
      }
      targets.migrations(call.options(), all -> {
        String version = call.options().value("at").orElse("");
        if (call.options().has("flyway")) {
          version = all.adoptFlyway(module).toString();
        } else {
          all.baseline(module, version);
        }
        call.say("Module " + module + " stands at " + version + " on " + all.database() + ".");
      });
    });
  }

  @Descriptor("takes a decision about the history")
  public void repair(CommandSession session, String... words) throws IOException {
    commands.run("repair", session, words, call -> {
      Repair decision =
          new Repair(decision(call), call.options().argument(0), call.options().argument(1));
      targets.migrations(call.options(), all -> {
        all.repair(decision);
        call.say("Noted for " + decision.module() + " " + decision.id() + "; status shows what is"
            + " next.");
      });
    });
  }

  private static Repair.Kind decision(Call call) {
    Map<String, Repair.Kind> kinds = Map.of(
        "accept-edit", Repair.Kind.ACCEPT_EDIT,
        "step-done", Repair.Kind.STEP_DONE,
        "step-not-done", Repair.Kind.STEP_NOT_DONE,
        "mark-applied", Repair.Kind.MARK_APPLIED,
        "forget", Repair.Kind.FORGET);
    List<Repair.Kind> given = kinds.entrySet().stream()
        .filter(kind -> call.options().has(kind.getKey()))
        .map(Map.Entry::getValue)
        .toList();
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "Give one of --accept-edit, --step-done, --step-not-done, --mark-applied and --forget.");
    }
    return given.get(0);
  }

  @Descriptor("prints one file that stands for several")
  public void squash(CommandSession session, String... words) throws IOException {
    commands.run(
        "squash",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          Options options = call.options();
          SquashedFile file =
              all.squash(options.argument(0), options.argument(1), options.argument(2));
          if (options.has("out")) {
            Path path = Path.of(options.value("out").orElseThrow()).resolve(file.name());
            Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
            call.say("Wrote " + path + ".");
          } else {
            call.out().print(file.text());
          }
        }));
  }
}
