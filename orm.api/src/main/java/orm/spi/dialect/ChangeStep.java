package orm.spi.dialect;

import java.util.List;
import java.util.Objects;

/**
 * One statement of a change of the schema, and what must hold around it. Immutable.
 *
 * @param sql the statement, without semicolon at its end
 * @param transactional whether it runs in the transaction of its neighbours; otherwise it runs by
 *     itself, outside any transaction
 * @param guards what must hold around the transaction that it runs in
 */
public record ChangeStep(String sql, boolean transactional, List<StepGuard> guards) {
  /**
   * Checks that the parts are there and copies the list.
   *
   * @param sql the statement, without semicolon at its end
   * @param transactional whether it runs in the transaction of its neighbours; otherwise it runs by
   *     itself, outside any transaction
   * @param guards what must hold around the transaction that it runs in
   */
  public ChangeStep {
    Objects.requireNonNull(sql, "sql");
    guards = List.copyOf(guards);
    if (!transactional && !guards.isEmpty()) {
      throw new IllegalArgumentException("a guard needs a transaction");
    }
  }

  /**
   * Makes a step that runs in the transaction of its neighbours, without guards.
   *
   * @param sql the statement
   * @return the step
   */
  public static ChangeStep of(String sql) {
    return new ChangeStep(sql, true, List.of());
  }

  /**
   * Makes a step that runs outside any transaction.
   *
   * @param sql the statement
   * @return the step
   */
  public static ChangeStep alone(String sql) {
    return new ChangeStep(sql, false, List.of());
  }
}
