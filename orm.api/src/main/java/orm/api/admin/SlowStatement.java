package orm.api.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A statement that took longer than {@code slow.threshold}.
 *
 * @param sql its text
 * @param count how often it was too slow
 * @param worst the time of its longest execution
 * @param rows how many rows that one read or changed; -1 where that is unknown
 * @param at when that one began
 * @param callSite the line that sent that one
 * @param plan how the database runs it, without values; empty where it could not be asked, as in a
 *     transaction that had failed
 */
public record SlowStatement(
    String sql,
    long count,
    Duration worst,
    long rows,
    Instant at,
    Optional<String> callSite,
    List<String> plan) {
  /**
   * Copies the plan.
   *
   * @param sql its text
   * @param count how often it was too slow
   * @param worst the time of its longest execution
   * @param rows how many rows that one read or changed; -1 where that is unknown
   * @param at when that one began
   * @param callSite the line that sent that one
   * @param plan how the database runs it
   */
  public SlowStatement {
    plan = List.copyOf(plan);
  }
}
