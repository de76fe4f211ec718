package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An enum type. Immutable.
 *
 * @param name its name
 * @param labels its values, in order
 * @param comment the comment; null for none
 */
public record CatalogEnum(
    ObjectName name, List<String> labels, @Nullable String comment) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param name its name
   * @param labels its values, in order
   * @param comment the comment; null for none
   */
  public CatalogEnum {
    Objects.requireNonNull(name, "name");
    labels = List.copyOf(labels);
  }
}
