package orm.api.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object of a database, unique among the objects of its kind. Immutable.
 *
 * @param schema the schema that it is in; null for the one in which a connection looks first
 * @param name the name in that schema
 */
public record ObjectName(@Nullable String schema, String name) {
  /**
   * Checks that the parts are there.
   *
   * @param schema the schema that it is in; null for the one in which a connection looks first
   * @param name the name in that schema
   */
  public ObjectName {
    Objects.requireNonNull(name, "name");
  }

  /**
   * Names an object of the schema in which a connection looks first.
   *
   * @param name its name
   * @return the name
   */
  public static ObjectName of(String name) {
    return new ObjectName(null, name);
  }

  /** {@return the name for messages, with its schema where that is known: {@code sales.book}} */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
