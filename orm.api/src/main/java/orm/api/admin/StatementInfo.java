package orm.api.admin;

import java.time.Duration;

/**
 * How a statement did, all its executions together.
 *
 * @param sql its text
 * @param count how often it ran
 * @param errors how often it failed
 * @param rows how many rows it read or changed
 * @param total the time of all executions
 * @param max the time of the longest
 */
public record StatementInfo(
    String sql, long count, long errors, long rows, Duration total, Duration max) {
  /** {@return the time of one execution on average} */
  public Duration mean() {
    return count == 0 ? Duration.ZERO : total.dividedBy(count);
  }
}
