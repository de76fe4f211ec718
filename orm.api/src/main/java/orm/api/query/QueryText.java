package orm.api.query;

import java.util.List;

/**
 * What a query sends to its database.
 *
 * @param text the text in the language of the database, clause by clause
 * @param values the values, in the order of the parameters, as text for people
 */
public record QueryText(String text, List<String> values) {
  /**
   * Takes text and values.
   *
   * @param text the text
   * @param values the values
   */
  public QueryText {
    values = List.copyOf(values);
  }
}
