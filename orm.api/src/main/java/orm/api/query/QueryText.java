package orm.api.query;

import java.util.List;

/**
 * What a query sends to its database.
 *
 * @param text the text in the language of the database, clause by clause
 * @param values the values, in the order of the parameters, as text for people; keys that come from
 *     the rows read before show as {@code <keys>}
 * @param lists the statements that read the lists inside the rows, one for each list that is not
 *     joined, in the order of the result; a list inside a list stands with the statement of the
 *     outer one
 * @param filters the names of the filters that apply to the statement and its lists
 */
public record QueryText(
    String text, List<String> values, List<QueryText> lists, List<String> filters) {
  /**
   * Takes text and values.
   *
   * @param text the text
   * @param values the values
   * @param lists the statements that read the lists inside the rows
   * @param filters the names of the filters that apply
   */
  public QueryText {
    values = List.copyOf(values);
    lists = List.copyOf(lists);
    filters = List.copyOf(filters);
  }
}
