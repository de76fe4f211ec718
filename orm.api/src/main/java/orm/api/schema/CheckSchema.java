package orm.api.schema;

import java.util.Objects;

/**
 * A condition that every row must meet. Immutable.
 *
 * @param name the logical name of the constraint
 * @param sql the condition as SQL text, with {@code {component}} for columns
 */
public record CheckSchema(String name, String sql) {
  /**
   * Checks that the parts are there.
   *
   * @param name the logical name of the constraint
   * @param sql the condition as SQL text, with {@code {component}} for columns
   */
  public CheckSchema {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
  }
}
