package orm.migration.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationPlace;
import orm.api.migration.MigrationVersion;
import orm.api.migration.SquashedFile;
import orm.migration.file.MigrationSet;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.migration.file.Requirement;
import orm.spi.sql.SqlScript.Statement;

/** Writes one file in the place of several: the ways up in order, the ways down in reverse. */
final class Squash {
  private final String module;
  private final List<MigrationSource> range;

  private Squash(String module, List<MigrationSource> range) {
    this.module = module;
    this.range = List.copyOf(range);
  }

  /** Takes the migrations from the one version to the other, if one file can do what they do. */
  static Squash of(MigrationSet set, String module, String from, String to) {
    MigrationVersion first = MigrationVersion.of(from);
    MigrationVersion last = MigrationVersion.of(to);
    MigrationSet.Module brought = set.modules().get(module);
    List<MigrationSource> range = brought == null
        ? List.of()
        : brought.versioned().stream()
            .filter(one -> one.number().compareTo(first) >= 0 && one.number().compareTo(last) <= 0)
            .toList();
    boolean whole = !range.isEmpty()
        && range.get(0).number().equals(first)
        && range.get(range.size() - 1).number().equals(last);
    if (!whole) {
      throw refusal(module, from, to, "there is no migration with the first or last number");
    }
    for (MigrationSource source : range) {
      if (source.java() != null) {
        throw refusal(module, from, to, source.title() + " is in Java");
      }
      if (!source.up().transactional()) {
        throw refusal(module, from, to, source.title() + " does not run in a transaction");
      }
    }
    return new Squash(module, range);
  }

  private static InvalidMigrationException refusal(
      String module, String from, String to, String why) {
    return new InvalidMigrationException(
        Failure.of(
                ErrorCode.INVALID_MIGRATION, "Cannot squash " + module + " " + from + " to " + to)
            .because(why)
            .fix("Choose a range of SQL files that run in transactions."),
        MigrationPlace.of(module, from, null));
  }

  SquashedFile file() {
    MigrationSource first = range.get(0);
    MigrationSource last = range.get(range.size() - 1);
    StringBuilder out = new StringBuilder();
    out.append("-- orm: replaces ")
        .append(first.id())
        .append("..")
        .append(last.id())
        .append('\n');
    range.stream()
        .flatMap(source -> source.requires().stream())
        .filter(required -> !required.module().equals(module))
        .map(Requirement::toString)
        .distinct()
        .forEach(required -> out.append("-- orm: requires ").append(required).append('\n'));
    out.append("-- orm: up\n");
    range.forEach(source -> write(source, source.up(), out));
    boolean reversible = range.stream().allMatch(source -> source.down() != null);
    if (reversible) {
      out.append("\n-- orm: down\n");
      List<MigrationSource> backwards = new ArrayList<>(range);
      Collections.reverse(backwards);
      for (MigrationSource source : backwards) {
        Part down = source.down();
        if (down != null) {
          write(source, down, out);
        }
      }
    }
    String number = last.id().contains(".") ? last.id() : String.format("%4s", last.id());
    return new SquashedFile(number.replace(' ', '0') + "_squashed.sql", out.toString());
  }

  private static void write(MigrationSource source, Part part, StringBuilder out) {
    out.append("\n-- ").append(source.title()).append('\n');
    part.losses().stream()
        .sorted()
        .forEach(loss -> out.append("-- orm: loses ").append(loss).append('\n'));
    for (Statement statement : part.statements()) {
      out.append(statement.text()).append(";\n");
      String data = statement.copyData();
      if (data != null) {
        out.append(data).append("\\.\n");
      }
    }
  }
}
