package orm.api.migration;

import java.util.List;

/**
 * A migration that is to run, with its statements. Immutable.
 *
 * @param migration which one
 * @param direction which way
 * @param transactional whether all of it runs in one transaction
 * @param steps the statements that are still to run, in order
 * @param losses what it takes away
 */
public record PlannedMigration(
    MigrationInfo migration,
    Direction direction,
    boolean transactional,
    List<PlannedStep> steps,
    List<DataLoss> losses) {
  /**
   * Copies the lists.
   *
   * @param migration which one
   * @param direction which way
   * @param transactional whether all of it runs in one transaction
   * @param steps the statements that are still to run, in order
   * @param losses what it takes away
   */
  public PlannedMigration {
    steps = List.copyOf(steps);
    losses = List.copyOf(losses);
  }
}
