package orm.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.text.TextQuery;
import orm.api.text.TextQuery.Alternative;
import orm.api.text.TextQuery.Phrase;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.TextSearch;

/**
 * Searches in the table of an index of words, whose rows have the keys of those that they are of.
 */
final class SqliteTextSearch {
  private static final ColumnType TEXT = ColumnType.text(0);

  private SqliteTextSearch() {}

  static void write(SqlWriter out, Operator operator, TextSearch search) {
    TextIndexText.requireSupported(search.index());
    String name = search.index().name();
    if (operator == Operator.TEXT_RANK) {
      // The limit keeps the query inside from being run again for each row: the rank of one row
      // alone would count all rows that have its words.
      out.sql("coalesce((SELECT found.value FROM (SELECT rowid AS row, -bm25(").name(name);
      out.sql(") AS value FROM ").name(name).sql(" WHERE ");
      matches(out, search);
      out.sql(" LIMIT -1) AS found WHERE found.row = ")
          .part(search.key().get(0))
          .sql("), 0.0)");
      return;
    }
    // Of a row that an outer join did not find, neither is it unknown here.
    out.sql("(").part(search.key().get(0)).sql(" IN (SELECT rowid FROM ").name(name);
    out.sql(" WHERE ");
    matches(out, search);
    out.sql(") AND ").part(search.key().get(0)).sql(" IS NOT NULL)");
  }

  private static void matches(SqlWriter out, TextSearch search) {
    out.name(search.index().name()).sql(" MATCH ");
    out.bind(search.query(), TEXT, text -> text(TextQuery.parse((String) text)));
  }

  /** The query as FTS5 reads it. The words hold no character that means something there. */
  private static String text(TextQuery query) {
    return query.alternatives().stream()
        .map(SqliteTextSearch::text)
        .collect(Collectors.joining(" OR "));
  }

  private static String text(Alternative alternative) {
    String required = joined(alternative.required(), " AND ");
    return alternative.excluded().isEmpty()
        ? required
        : "(" + required + " NOT " + joined(alternative.excluded(), " OR ") + ")";
  }

  private static String joined(List<Phrase> phrases, String word) {
    return phrases.stream()
        .map(
            phrase -> "\"" + String.join(" ", phrase.words()) + "\"" + (phrase.prefix() ? "*" : ""))
        .collect(Collectors.joining(word, "(", ")"));
  }
}
