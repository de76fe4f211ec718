package orm.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogTable;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.text.TextQuery;
import orm.api.text.TextQuery.Alternative;
import orm.api.text.TextQuery.Phrase;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.dialect.TextSearch;

/**
 * Words in texts: an index on an expression, which queries repeat. All but letters, digits and
 * marks are blanks before the server's parser sees the text, since that one knows addresses, file
 * names and more, which no other database does.
 */
final class PostgresTextSearch {
  private static final String NO_WORD = "[^[:alnum:]\\u0300-\\u036F]+";

  /**
   * Stands between columns, so that no phrase goes from one to the next: a number with a sign,
   * which no text has when its signs are blanks.
   */
  private static final String BORDER = " || ' -0 ' || ";

  private static final Pattern LANGUAGE =
      Pattern.compile("to_tsvector\\('([a-z][a-z0-9_]*)'::regconfig, ");

  private static final Pattern COLUMN =
      Pattern.compile("regexp_replace\\(lower\\(\\(+COALESCE\\((\"(?:[^\"]|\"\")+\"|\\w+), ");

  private final PostgresSyntax syntax;

  PostgresTextSearch(PostgresSyntax syntax) {
    this.syntax = syntax;
  }

  String create(TextIndexDefinition index) {
    String words = index.columns().stream()
        .map(column -> before() + syntax.quote(column) + behind())
        .collect(Collectors.joining(BORDER));
    return "CREATE INDEX " + syntax.quote(index.name()) + " ON " + syntax.quote(index.table())
        + " USING gin (to_tsvector(" + language(index) + ", " + words + "))";
  }

  /** Reads the expression of such an index as the server writes it. */
  static Optional<TextIndexDefinition> read(CatalogTable table, CatalogIndex index) {
    String sql = index.parts().get(0).sql();
    Matcher language = LANGUAGE.matcher(sql == null ? "" : sql);
    if (sql == null
        || !index.method().equals("gin")
        || index.parts().size() > 1
        || index.where() != null
        || !language.lookingAt()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(sql);
    while (column.find()) {
      String name = column.group(1);
      columns.add(
          name.startsWith("\"")
              ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
              : name);
    }
    boolean ours =
        sql.split(Pattern.quote(NO_WORD), -1).length == columns.size() + 1 && !columns.isEmpty();
    return ours
        ? Optional.of(new TextIndexDefinition(
            table.name().name(), index.name(), columns, language.group(1), null))
        : Optional.empty();
  }

  void write(SqlWriter out, Operator operator, TextSearch search) {
    if (operator == Operator.TEXT_RANK) {
      out.sql("CAST(ts_rank(");
      vector(out, search);
      out.sql(", ");
      query(out, search);
      out.sql(") AS double precision)");
    } else {
      out.sql("(");
      vector(out, search);
      out.sql(" @@ ");
      query(out, search);
      out.sql(")");
    }
  }

  private void vector(SqlWriter out, TextSearch search) {
    out.sql("to_tsvector(" + language(search.index()));
    String separator = ", ";
    for (SqlPart column : search.columns()) {
      out.sql(separator + before()).part(column).sql(behind());
      separator = BORDER;
    }
    out.sql(")");
  }

  private static void query(SqlWriter out, TextSearch search) {
    out.sql("to_tsquery(" + language(search.index()) + ", ");
    out.bind(search.query(), ColumnType.text(0), text -> text(TextQuery.parse((String) text)));
    out.sql(")");
  }

  private static String before() {
    return "regexp_replace(lower(coalesce(";
  }

  private String behind() {
    String collation = syntax.foldCollation();
    return ", '')" + (collation.isEmpty() ? PostgresFunctions.OWN_COLLATION : collation) + "), '"
        + NO_WORD + "', ' ', 'g')";
  }

  private static String language(TextIndexDefinition index) {
    return PostgresSchema.literal(index.language()) + "::regconfig";
  }

  /** The query as the server reads it. The words hold no character that means something there. */
  private static String text(TextQuery query) {
    return query.alternatives().stream()
        .map(PostgresTextSearch::text)
        .collect(Collectors.joining(" | "));
  }

  private static String text(Alternative alternative) {
    List<String> all = new ArrayList<>();
    alternative.required().forEach(phrase -> all.add(text(phrase)));
    alternative.excluded().forEach(phrase -> all.add("!" + text(phrase)));
    return all.stream().collect(Collectors.joining(" & ", "(", ")"));
  }

  private static String text(Phrase phrase) {
    return phrase.words().stream()
        .map(word -> "'" + word.toLowerCase(Locale.ROOT) + "'")
        .collect(Collectors.joining(" <-> ", "(", phrase.prefix() ? ":*)" : ")"));
  }
}
