package orm.spi.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of the words in texts, with the names that it has in the database, not quoted.
 *
 * @param table the table
 * @param name the index
 * @param columns the columns that hold the texts
 * @param language {@code simple}, or how else words are found
 * @param numberKey the column that is the whole primary key and holds a whole number; null for a
 *     key of another kind
 */
public record TextIndexDefinition(
    String table,
    String name,
    List<String> columns,
    String language,
    @Nullable String numberKey) {
  /**
   * Copies the list.
   *
   * @param table the table
   * @param name the index
   * @param columns the columns that hold the texts
   * @param language {@code simple}, or how else words are found
   * @param numberKey the column that is the whole primary key and holds a whole number; null for a
   *     key of another kind
   */
  public TextIndexDefinition {
    columns = List.copyOf(columns);
  }
}
