package orm.engine.execute;

import org.jspecify.annotations.Nullable;
import orm.engine.plan.TableModel;

/**
 * What a call is about, for messages.
 *
 * @param verb what is done, such as {@code insert}
 * @param table the table; null where no single one is concerned
 * @param label the name that the user gave it; null for none
 */
public record Subject(
    String verb, @Nullable TableModel table, @Nullable String label) {
  /**
   * Makes the subject of a call without a name.
   *
   * @param verb what is done
   * @param table the table; null where no single one is concerned
   */
  public Subject(String verb, @Nullable TableModel table) {
    this(verb, table, null);
  }

  /** {@return the beginning of a message, such as {@code Cannot insert Book}} */
  public String failed() {
    String failed = table == null ? "Cannot " + verb : "Cannot " + verb + " " + table.entity();
    return label == null ? failed : failed + " (" + label + ")";
  }
}
