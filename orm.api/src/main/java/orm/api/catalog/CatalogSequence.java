package orm.api.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence. Immutable.
 *
 * @param name its name
 * @param type the type of its numbers
 * @param start the first number
 * @param increment what is added each time
 * @param least the least number
 * @param greatest the greatest number
 * @param cycle whether it begins again after the last number
 * @param ownerTable the table of the column that it goes with; null for none
 * @param ownerColumn the column that it goes with; null for none
 */
public record CatalogSequence(
    ObjectName name,
    String type,
    long start,
    long increment,
    long least,
    long greatest,
    boolean cycle,
    @Nullable ObjectName ownerTable,
    @Nullable String ownerColumn) {
  /**
   * Checks that the parts are there.
   *
   * @param name its name
   * @param type the type of its numbers
   * @param start the first number
   * @param increment what is added each time
   * @param least the least number
   * @param greatest the greatest number
   * @param cycle whether it begins again after the last number
   * @param ownerTable the table of the column that it goes with; null for none
   * @param ownerColumn the column that it goes with; null for none
   */
  public CatalogSequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
