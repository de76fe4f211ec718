package orm.api.schema;

import java.util.List;
import java.util.Objects;

/**
 * A set of columns whose values together are unique; nulls are distinct. Immutable.
 *
 * @param name the logical name of the constraint
 * @param columns the logical names of the columns
 */
public record UniqueSchema(String name, List<String> columns) {
  /**
   * Copies the list.
   *
   * @param name the logical name of the constraint
   * @param columns the logical names of the columns
   */
  public UniqueSchema {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }
}
