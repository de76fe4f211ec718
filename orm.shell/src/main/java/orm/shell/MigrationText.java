package orm.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.migration.DataLoss;
import orm.api.migration.Direction;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationReport;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationStatus;

/** Shows what migrations tell. */
final class MigrationText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private MigrationText() {}

  static void status(Call call, MigrationStatus status) {
    List<String> wanted = call.options().values("module");
    List<MigrationInfo> shown = status.migrations().stream()
        .filter(one -> wanted.isEmpty() || wanted.contains(one.module()))
        .toList();
    if (shown.isEmpty()) {
      call.say("There are no migrations for " + status.database() + ".");
      return;
    }
    Table table = new Table("MODULE", "ID", "NAME", "STATE", "APPLIED", "BY", "TOOK");
    for (MigrationInfo one : shown) {
      table.add(
          one.module(),
          one.id(),
          one.id().endsWith(one.name()) ? "" : one.name(),
          words(one.state()),
          time(one.appliedAt()),
          one.appliedBy() == null ? "" : one.appliedBy(),
          time(one.took()));
      if (call.terminal()) {
        style(one, table);
      }
    }
    table.print(call.out());
    for (MigrationInfo one : shown) {
      if (one.problem() != null) {
        call.say("");
        call.say(one.title() + ": " + one.problem());
      }
    }
    call.say("");
    call.say(summary(status));
  }

  private static String summary(MigrationStatus status) {
    if (status.isCurrent()) {
      return status.database() + " stands where the files expect it.";
    }
    int pending = status.pending().size();
    int problems = status.problems().size();
    return status.database() + ": " + pending + " to run"
        + (problems == 0 ? "." : ", " + problems + " to decide about first.");
  }

  private static void style(MigrationInfo one, Table table) {
    if (one.problem() != null || one.state().isProblem()) {
      table.style(Style.RED);
    } else if (one.state().isPending() || one.state() == MigrationState.INTERRUPTED) {
      table.style(Style.YELLOW);
    } else {
      table.style(Style.GREEN);
    }
  }

  /** The exact SQL, and what stands in its way. */
  static void plan(Call call, MigrationPlan plan) {
    if (plan.isEmpty()) {
      call.say("There is nothing to run on " + plan.database() + ".");
      return;
    }
    call.out().print(plan.script());
    for (DataLoss loss : plan.unaccepted()) {
      call.say("-- refused until it is accepted: --accept \"" + loss.what() + "\"");
    }
  }

  static void report(Call call, MigrationReport report) {
    if (report.ran().isEmpty()) {
      call.say("There was nothing to run on " + report.database() + ".");
      return;
    }
    Table table = new Table("MODULE", "ID", "NAME", "", "STATEMENTS", "TOOK");
    for (MigrationReport.Ran one : report.ran()) {
      table.add(
          one.module(),
          one.id(),
          one.id().endsWith(one.name()) ? "" : one.name(),
          one.direction() == Direction.UP ? "applied" : "undone",
          String.valueOf(one.steps()),
          time(one.took()));
    }
    table.print(call.out());
  }

  private static String words(MigrationState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String time(@Nullable Duration duration) {
    return duration == null ? "" : duration.toMillis() + " ms";
  }
}
