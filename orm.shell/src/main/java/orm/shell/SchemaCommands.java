package orm.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.LintFinding;
import orm.api.catalog.LintRule;
import orm.api.migration.MigrationFindings;
import orm.api.migration.Migrations;
import orm.api.migration.SchemaDifference;

/** What a database has, and what differs: looks, and changes nothing. */
@Component(
    service = SchemaCommands.class,
    property = {
      "orm.command.help=schema [options]: Shows the tables of a database, whoever made them.",
      "orm.command.help=schema: Example: schema --mermaid --table book --table author",
      "orm.command.help=schema: --table NAME: Only this table. May be repeated.",
      "orm.command.help=schema: --mermaid: As a diagram for Mermaid.",
      "orm.command.help=schema: --svg: As a drawing.",
      "orm.command.help=schema: {database}",
      "orm.command.help=diff [options]: Shows what would make a database fit its entities, or be"
          + " like another one.",
      "orm.command.help=diff: Prints a migration file, and runs nothing.",
      "orm.command.help=diff: Example: diff --url jdbc:sqlite:shop.db"
          + " --against-url jdbc:sqlite:wanted.db --out migrations/shop --name \"follow wanted\"",
      "orm.command.help=diff: --against NAME: The other one, which is configured.",
      "orm.command.help=diff: --against-url URL: The other one; user and password as for --url.",
      "orm.command.help=diff: --out FOLDER: Writes the file there, with the next number.",
      "orm.command.help=diff: --name TEXT: The name of the file.",
      "orm.command.help=diff: --check: Ends with exit code 3 where something differs.",
      "orm.command.help=diff: {database}",
      "orm.command.help=drift [options]: Shows what somebody has changed behind the back of the"
          + " migrations.",
      "orm.command.help=drift: The file that it prints makes them in other databases, too; here"
          + " repair --mark-applied notes it.",
      "orm.command.help=drift: Example: drift --database main --check",
      "orm.command.help=drift: --check: Ends with exit code 3 where something differs.",
      "orm.command.help=drift: --out FOLDER: Writes the file there, with the next number.",
      "orm.command.help=drift: --name TEXT: The name of the file.",
      "orm.command.help=drift: {database}",
      "orm.command.help=drift: {files}",
      "orm.command.help=lint [options]: Finds what is risky in the migrations that wait.",
      "orm.command.help=lint: Example: lint --url jdbc:sqlite:shop.db --dir migrations/shop --check",
      "orm.command.help=lint: --check: Ends with exit code 3 where something is destructive.",
      "orm.command.help=lint: --module NAME: Only this module. May be repeated.",
      "orm.command.help=lint: {database}",
      "orm.command.help=lint: {files}",
      "orm.command.needs=migrations"
    })
@GogoCommand(
    scope = "orm",
    function = {"schema", "diff", "drift", "lint"})
public final class SchemaCommands {

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public SchemaCommands(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this.commands = new Commands(context, properties);
    this.targets = targets;
  }

  @Descriptor("shows the tables of a database")
  public void schema(CommandSession session, String... words) throws IOException {
    commands.run("schema", session, words, call -> {
      if (call.options().has("mermaid") && call.options().has("svg")) {
        throw new IllegalArgumentException("Give --mermaid or --svg, not both.");
      }
      targets.migrations(call.options(), all -> {
        Catalog catalog = wanted(all.catalog(), Set.copyOf(call.options().values("table")));
        if (call.options().has("mermaid")) {
          SchemaText.mermaid(catalog, call.out());
        } else if (call.options().has("svg")) {
          new SchemaDrawing(catalog).print(call.out());
        } else {
          SchemaText.text(catalog, call.out());
        }
      });
    });
  }

  private static Catalog wanted(Catalog all, Set<String> names) {
    if (names.isEmpty()) {
      return all;
    }
    List<CatalogTable> tables = all.tables().stream()
        .filter(table -> names.contains(table.name().name()))
        .toList();
    for (String name : names) {
      if (tables.stream().noneMatch(table -> table.name().name().equals(name))) {
        throw new IllegalArgumentException("There is no table " + name + ".");
      }
    }
    return new Catalog(tables, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Descriptor("shows what differs from the entities, or from another database")
  public void diff(CommandSession session, String... words) throws IOException {
    commands.run("diff", session, words, call -> {
      Options options = call.options();
      if (options.has("against") && options.has("against-url")) {
        throw new IllegalArgumentException("Give --against or --against-url, not both.");
      }
      targets.migrations(options, all -> {
        if (options.has("against-url")) {
          String url = options.value("against-url").orElseThrow();
          targets.other(
              options, url, other -> differs(call, all.diff(other.migrations().catalog())));
        } else if (options.has("against")) {
          targets.configured(
              Migrations.class,
              options.value("against"),
              other -> differs(call, all.diff(other.catalog())));
        } else {
          differs(call, all.diff());
        }
      });
    });
  }

  @Descriptor("shows what was changed behind the back of the migrations")
  public void drift(CommandSession session, String... words) throws IOException {
    commands.run(
        "drift",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          SchemaDifference drift = all.drift();
          Optional<Path> file = differs(call, drift);
          if (file.isPresent()) {
            call.say("Other databases run it. This one has it already: " + mark(file.get()));
          } else if (!drift.isEmpty()) {
            call.say("");
            call.say("-- To take it over, write it with --out into the folder of a module.");
          }
        }));
  }

  /**
   * The command that notes a new file as applied; a folder of migrations is called as its module.
   */
  private static String mark(Path file) {
    Path module = file.toAbsolutePath().normalize().getParent();
    return "repair " + (module == null ? "MODULE" : module.getFileName()) + " "
        + MigrationFile.number(file) + " --mark-applied";
  }

  /** Shows what differs, and gives the file into which it was written, if it was. */
  private static Optional<Path> differs(Call call, SchemaDifference difference) throws IOException {
    call.check(!difference.isEmpty());
    difference
        .notCompared()
        .forEach(other -> call.say("-- not compared: " + other.kind() + " " + other.name()));
    if (difference.isEmpty()) {
      call.say("Nothing differs on " + difference.database() + ".");
      return Optional.empty();
    }
    difference.changes().forEach(change -> call.say("-- " + change.text()));
    difference.suggestions().forEach(text -> call.say("-- perhaps renamed: " + text));
    difference.findings().forEach(finding -> call.say("-- " + text(finding)));
    call.say("");
    if (call.options().has("out")) {
      String name = call.options().value("name").orElse("changes");
      Path file = MigrationFile.write(
          Path.of(call.options().value("out").orElseThrow()), name, "", difference.file());
      call.say("Wrote " + file + ".");
      return Optional.of(file);
    }
    call.out().print(difference.file());
    return Optional.empty();
  }

  private static String text(LintFinding finding) {
    return finding.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + finding.place()
        + ": " + finding.why() + ". " + finding.fix();
  }

  @Descriptor("finds what is risky in what waits")
  public void lint(CommandSession session, String... words) throws IOException {
    commands.run(
        "lint",
        session,
        words,
        call -> targets.migrations(call.options(), all -> {
          List<MigrationFindings> found = all.lint(call.run());
          if (found.isEmpty()) {
            call.say("Nothing risky waits for " + all.database() + ".");
          }
          for (MigrationFindings one : found) {
            call.say(one.migration().title());
            one.findings().forEach(finding -> call.say("  " + text(finding)));
          }
          Stream<LintFinding> findings = found.stream().flatMap(one -> one.findings().stream());
          call.check(findings.anyMatch(finding -> finding.rule() == LintRule.DESTRUCTIVE));
        }));
  }
}
