package orm.engine.execute;

import org.jspecify.annotations.Nullable;
import orm.engine.plan.TableModel;

/**
 * What a call is about, for messages.
 *
 * @param verb what is done, such as {@code insert}
 * @param table the table; null where no single one is concerned
 */
public record Subject(String verb, @Nullable TableModel table) {
  /** {@return the beginning of a message, such as {@code Cannot insert Book}} */
  String failed() {
    return table == null ? "Cannot " + verb : "Cannot " + verb + " " + table.entity();
  }
}
