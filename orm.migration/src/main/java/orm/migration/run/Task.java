package orm.migration.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.migration.DataLoss;
import orm.api.migration.Direction;
import orm.api.migration.MigrationInfo;
import orm.api.migration.PlannedMigration;
import orm.api.migration.PlannedStep;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.migration.history.HistoryRow;

/**
 * One migration that is to run.
 *
 * @param info as it is shown
 * @param source its file or class, or what the history keeps of it
 * @param row what the history tells; null if it has never run
 * @param direction which way
 * @param part what runs
 * @param transactional whether all of it runs in one transaction
 * @param steps all its steps
 * @param done how many of them are stored already
 * @param losses what it takes away
 */
record Task(
    MigrationInfo info,
    MigrationSource source,
    @Nullable HistoryRow row,
    Direction direction,
    Part part,
    boolean transactional,
    List<PlannedStep> steps,
    int done,
    List<DataLoss> losses) {
  Task {
    steps = List.copyOf(steps);
    losses = List.copyOf(losses);
  }

  PlannedMigration planned() {
    return new PlannedMigration(
        info, direction, transactional, steps.subList(done, steps.size()), losses);
  }

  Task losing(List<DataLoss> counted) {
    return new Task(info, source, row, direction, part, transactional, steps, done, counted);
  }

  String verb() {
    return direction == Direction.UP ? "apply " : "undo ";
  }
}
