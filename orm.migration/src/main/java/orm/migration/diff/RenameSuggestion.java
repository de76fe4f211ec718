package orm.migration.diff;

import org.jspecify.annotations.Nullable;
import orm.api.catalog.ObjectName;

/**
 * Something that goes beside something alike that comes, which may be one thing under a new name.
 * Nothing is renamed before somebody says so: with {@code @RenamedFrom}, or by accepting this.
 *
 * @param table the table: its name before for a table, its name after for a column
 * @param column the name of the column before; null for a table
 * @param to the name after
 * @param likeness how alike they are, in per cent
 */
public record RenameSuggestion(ObjectName table, @Nullable String column, String to, int likeness) {

  /** {@return the suggestion for people} */
  public String text() {
    String what = column == null ? "table " + table : "column " + table + "." + column;
    return what + " may have become " + to + " (" + likeness + " % alike)";
  }
}
