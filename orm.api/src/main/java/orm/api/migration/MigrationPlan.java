package orm.api.migration;

import java.util.List;

/**
 * What would run, in order. Nothing has run. Immutable.
 *
 * @param database the name of the database
 * @param migrations what would run
 */
public record MigrationPlan(String database, List<PlannedMigration> migrations) {
  /**
   * Copies the list.
   *
   * @param database the name of the database
   * @param migrations what would run
   */
  public MigrationPlan {
    migrations = List.copyOf(migrations);
  }

  /** {@return whether there is nothing to do} */
  public boolean isEmpty() {
    return migrations.isEmpty();
  }

  /** {@return what would be lost and was not accepted; no loss of nothing} */
  public List<DataLoss> unaccepted() {
    return migrations.stream()
        .flatMap(one -> one.losses().stream())
        .filter(loss -> loss.rows() != 0 && !loss.accepted())
        .toList();
  }

  /**
   * {@return the exact SQL of all steps as a script, with comments that tell where each comes from}
   */
  public String script() {
    StringBuilder out = new StringBuilder();
    for (PlannedMigration one : migrations) {
      String undo = one.direction() == Direction.DOWN ? "undo " : "";
      out.append("-- ").append(undo).append(one.migration().title());
      if (one.migration().source() != null) {
        out.append(", ").append(one.migration().source());
      }
      out.append(one.transactional() ? ", in one transaction\n" : ", step by step\n");
      one.losses().forEach(loss -> out.append("-- loses ").append(loss).append('\n'));
      for (PlannedStep step : one.steps()) {
        out.append(step.sql()).append(";\n");
        if (step.copyLines() > 0) {
          out.append("-- ").append(step.copyLines()).append(" lines of data\n");
        }
      }
      out.append('\n');
    }
    return out.toString();
  }
}
