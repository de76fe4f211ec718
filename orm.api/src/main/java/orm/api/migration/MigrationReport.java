package orm.api.migration;

import java.time.Duration;
import java.util.List;

/**
 * What a run has done. Immutable.
 *
 * @param database the name of the database
 * @param ran what ran, in order; empty if everything stood right already
 * @param waited how long the run waited for the lock
 */
public record MigrationReport(String database, List<Ran> ran, Duration waited) {
  /**
   * Copies the list.
   *
   * @param database the name of the database
   * @param ran what ran, in order
   * @param waited how long the run waited for the lock
   */
  public MigrationReport {
    ran = List.copyOf(ran);
  }

  /**
   * A migration that ran.
   *
   * @param module the module that it belongs to
   * @param id what names it in its module
   * @param name its name
   * @param direction which way it went
   * @param steps how many statements this run has executed
   * @param took how long
   */
  public record Ran(
      String module, String id, String name, Direction direction, int steps, Duration took) {}
}
