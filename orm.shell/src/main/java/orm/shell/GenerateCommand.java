package orm.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceOptions;
import orm.api.migration.WrittenSources;

/** {@code orm:generate}: records from a database. */
@Component(
    service = GenerateCommand.class,
    property = {
      "orm.command.help=generate --package NAME --out FOLDER [options]: Writes records for the"
          + " tables of a database, and a first migration.",
      "orm.command.help=generate: A file that somebody has edited stays as it is, and is named.",
      "orm.command.help=generate: Example: generate --url jdbc:sqlite:shop.db --package shop.model"
          + " --out src/main/java --resources src/main/resources",
      "orm.command.help=generate: --package NAME: The package of the records.",
      "orm.command.help=generate: --out FOLDER: Where the sources go.",
      "orm.command.help=generate: --resources FOLDER: Where the migration goes; without it beside"
          + " the sources.",
      "orm.command.help=generate: --module NAME: The module; without it the last part of the"
          + " package.",
      "orm.command.help=generate: --table NAME: Only this table or view. May be repeated.",
      "orm.command.help=generate: --name NAMES: A name in Java: book=Volume, or book.isbn=code. May"
          + " be repeated.",
      "orm.command.help=generate: --no-baseline: Without the first migration.",
      "orm.command.help=generate: --overwrite: Also files that somebody has edited.",
      "orm.command.help=generate: {database}",
      "orm.command.needs=migrations"
    })
@GogoCommand(scope = "orm", function = "generate")
public final class GenerateCommand {

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public GenerateCommand(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this.commands = new Commands(context, properties);
    this.targets = targets;
  }

  @Descriptor("writes records for the tables of a database")
  public void generate(CommandSession session, String... words) throws IOException {
    commands.run("generate", session, words, call -> {
      Options options = call.options();
      SourceOptions wanted = wanted(options);
      Path sources = Path.of(required(options, "out"));
      Path resources = options.value("resources").map(Path::of).orElse(sources);
      targets.migrations(options, all -> {
        GeneratedSources generated = all.generate(wanted);
        show(call, generated, generated.write(sources, resources, options.has("overwrite")));
      });
    });
  }

  private static SourceOptions wanted(Options options) {
    SourceOptions wanted = SourceOptions.of(required(options, "package"));
    if (options.has("module")) {
      wanted = wanted.withModule(required(options, "module"));
    }
    if (options.has("no-baseline")) {
      wanted = wanted.withoutBaseline();
    }
    Map<String, String> names = new TreeMap<>();
    for (String name : options.values("name")) {
      int equals = name.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "--name says nothing: " + name + ". Write book=Volume, or book.isbn=code.");
      }
      names.put(name.substring(0, equals), name.substring(equals + 1));
    }
    return wanted.withTables(Set.copyOf(options.values("table"))).withNames(names);
  }

  private static String required(Options options, String name) {
    return options
        .value(name)
        .orElseThrow(() -> new IllegalArgumentException("generate needs --" + name + "."));
  }

  private static void show(Call call, GeneratedSources generated, WrittenSources written) {
    list(call, "wrote", written.written());
    list(call, "kept, because it was edited (see --overwrite)", written.kept());
    list(call, "left over, and not generated now", written.leftOver());
    call.say(written.written().size() + " written, " + written.unchanged().size() + " unchanged, "
        + written.kept().size() + " kept.");
    if (!generated.notes().isEmpty()) {
      call.say("");
      call.say("Not said by the records:");
      generated.notes().forEach(note -> call.say("  " + note));
    }
  }

  private static void list(Call call, String what, List<Path> files) {
    files.forEach(file -> call.say(what + ": " + file));
  }
}
