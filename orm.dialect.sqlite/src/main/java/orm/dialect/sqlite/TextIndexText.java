package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogIndex;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.IndexSchema;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * An index of words as SQLite has it: a virtual table of FTS5, and three triggers that bring each
 * change of the texts into it. It keeps no copy of the texts, but forgets a row by its number
 * alone, so that nothing which changes the table can make it wrong.
 *
 * @param table the table
 * @param name the virtual table
 * @param columns the columns that hold the texts
 * @param key the column that is another name of the row id
 * @param labels what the virtual table calls the columns
 */
record TextIndexText(
    String table, String name, List<String> columns, String key, List<String> labels) {
  /** The method of such an index in a catalog. */
  static final String METHOD = "fts5";

  /** The method of one that does not see all changes. */
  static final String BROKEN = "fts5 without its triggers";

  private static final String OPTIONS =
      ", content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0"
          + " categories 'L* Nd Mn'\")";

  private static final List<String> EVENTS = List.of("insert", "update", "delete");

  static TextIndexText of(TextIndexDefinition index) {
    String key = requireSupported(index);
    return of(index.table(), index.name(), index.columns(), key);
  }

  /** The columns of the virtual table are numbered: FTS5 keeps some names for itself. */
  static TextIndexText of(String table, String name, List<String> columns, String key) {
    List<String> labels = IntStream.rangeClosed(1, columns.size())
        .mapToObj(number -> "c" + number)
        .toList();
    return new TextIndexText(table, name, columns, key, labels);
  }

  /** Returns the column that is another name of the row id. */
  static String requireSupported(TextIndexDefinition index) {
    if (!index.language().equals(IndexSchema.SIMPLE)) {
      throw unsupported(
          index,
          "SQLite knows no stems of words in language " + index.language(),
          "Leave the language out of @FullText, or use PostgreSQL.");
    }
    String key = index.numberKey();
    if (key == null) {
      throw unsupported(
          index,
          "FTS5 finds rows by one whole number, and this key is none",
          "Give the entity an @Id of type Long or Integer, or use PostgreSQL.");
    }
    return key;
  }

  private static UnsupportedQueryException unsupported(
      TextIndexDefinition index, String why, String fix) {
    return new UnsupportedQueryException(Failure.of(
            ErrorCode.UNSUPPORTED_QUERY,
            "Cannot use text index " + index.name() + " of table " + index.table())
        .because(why)
        .fix(fix));
  }

  /** The statements that make it for a table without rows, in order. */
  List<String> create(UnaryOperator<String> quote) {
    return create(quote, "", false);
  }

  /**
   * The statements that make it for the rows that are there, in order.
   *
   * @param schema stands before names; empty, or a quoted name and a dot
   */
  List<String> createFilled(UnaryOperator<String> quote, String schema) {
    return create(quote, schema, true);
  }

  private List<String> create(UnaryOperator<String> quote, String schema, boolean filled) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE VIRTUAL TABLE " + schema + quote.apply(name) + " USING fts5("
        + list(labels, quote) + OPTIONS);
    if (filled) {
      statements.add("INSERT INTO " + schema + into(quote) + " SELECT " + quote.apply(key) + ", "
          + list(columns, quote) + " FROM " + schema + quote.apply(table));
    }
    EVENTS.forEach(event -> statements.add(trigger(event, quote, schema)));
    return statements;
  }

  /** The statements that take one of this name away. */
  static List<String> drop(String name, UnaryOperator<String> quote, String schema) {
    List<String> statements = new ArrayList<>();
    triggers(name)
        .forEach(
            trigger -> statements.add("DROP TRIGGER IF EXISTS " + schema + quote.apply(trigger)));
    statements.add("DROP TABLE " + schema + quote.apply(name));
    return statements;
  }

  private String trigger(String event) {
    return name + "_" + event;
  }

  private String trigger(String event, UnaryOperator<String> quote, String schema) {
    String forget = "DELETE FROM " + quote.apply(name) + " WHERE rowid = ";
    String begin = "CREATE TRIGGER " + schema + quote.apply(trigger(event)) + " AFTER "
        + event.toUpperCase(Locale.ROOT) + " ON " + quote.apply(table)
        + (event.equals("update") ? changed(quote) : "") + " BEGIN\n  ";
    String old = forget + "old." + quote.apply(key) + ";\n";
    String fresh = forget + "new." + quote.apply(key) + ";\n  INSERT INTO " + into(quote)
        + " VALUES (new." + quote.apply(key)
        + columns.stream()
            .map(column -> ", new." + quote.apply(column))
            .collect(Collectors.joining())
        + ");\n";
    return begin
        + switch (event) {
          case "insert" -> fresh;
          case "update" -> old + "  " + fresh;
          default -> old;
        }
        + "END";
  }

  /** Most changes of a row leave its texts alone. */
  private String changed(UnaryOperator<String> quote) {
    return Stream.concat(Stream.of(key), columns.stream())
        .map(quote)
        .map(column -> "old." + column + " IS NOT new." + column)
        .collect(Collectors.joining(" OR ", " WHEN ", ""));
  }

  private String into(UnaryOperator<String> quote) {
    return quote.apply(name) + "(rowid, " + list(labels, quote) + ")";
  }

  private static String list(List<String> names, UnaryOperator<String> quote) {
    return names.stream().map(quote).collect(Collectors.joining(", "));
  }

  // ---- Reading

  /** One that was found; complete where it sees all changes. */
  record Found(TextIndexText text, boolean complete) {
    CatalogIndex index() {
      List<CatalogIndex.Part> parts = text.columns().stream()
          .map(column -> new CatalogIndex.Part(column, null, null, null, false, true))
          .toList();
      return new CatalogIndex(
          text.name(), false, complete ? METHOD : BROKEN, parts, List.of(), null, true, null);
    }
  }

  /** The triggers that belong to a virtual table of this name. */
  static List<String> triggers(String name) {
    return EVENTS.stream().map(event -> name + "_" + event).toList();
  }

  /**
   * Reads the definition of a virtual table.
   *
   * @param table the table that a trigger of it stands on
   * @param triggers the definitions of its triggers by name
   * @return null for a virtual table of another kind
   */
  static @Nullable Found read(
      String sql, String name, String table, Map<String, String> triggers, SqlLexer lexer) {
    UnaryOperator<String> quote = each -> '`' + each.replace("`", "``") + '`';
    List<String> labels = labels(sql, lexer);
    if (labels.isEmpty()) {
      return null;
    }
    // Each of the two begins with the key, and one may be missing.
    List<String> fresh = named(triggers.get(name + "_insert"), lexer);
    List<String> changed = named(triggers.get(name + "_update"), lexer);
    int count = labels.size();
    List<String> columns = labels;
    if (fresh.size() == count + 2) {
      columns = fresh.subList(2, count + 2);
    } else if (changed.size() > count) {
      columns = changed.subList(1, count + 1);
    }
    String key = fresh.isEmpty() ? changed.isEmpty() ? "rowid" : changed.get(0) : fresh.get(0);
    TextIndexText text = new TextIndexText(table, name, List.copyOf(columns), key, labels);
    if (!words(text.create(quote).get(0), lexer).equals(words(sql, lexer))) {
      return null;
    }
    boolean complete = EVENTS.stream().allMatch(event -> {
      String there = triggers.get(text.trigger(event));
      return there != null
          && words(there, lexer).equals(words(text.trigger(event, quote, ""), lexer));
    });
    return new Found(text, complete);
  }

  /** The columns that a trigger reads of the row as it will be, in their order. */
  private static List<String> named(@Nullable String trigger, SqlLexer lexer) {
    List<String> words = trigger == null ? List.of() : words(trigger, lexer);
    List<String> named = new ArrayList<>();
    for (int i = 0; i + 2 < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase("new") && words.get(i + 1).equals(".")) {
        named.add(words.get(i + 2));
      }
    }
    return named;
  }

  /** The columns of a virtual table of FTS5; empty for another one. */
  private static List<String> labels(String sql, SqlLexer lexer) {
    SqlCursor cursor = new SqlCursor(sql, lexer);
    List<String> labels = new ArrayList<>();
    try {
      cursor.expect("CREATE", "VIRTUAL", "TABLE");
      cursor.name();
      cursor.expect("USING", METHOD, "(");
      while (!cursor.at("content", "=")) {
        labels.add(cursor.name());
        cursor.expect(",");
      }
    } catch (InvalidQueryException another) {
      return List.of();
    }
    return labels;
  }

  /** SQLite writes names in quotes of its own where it renames. */
  private static List<String> words(String sql, SqlLexer lexer) {
    return lexer.tokens(sql).stream()
        .filter(token -> token.kind() != Kind.COMMENT)
        .map(token -> word(token, sql))
        .toList();
  }

  private static String word(SqlToken token, String sql) {
    return token.kind() == Kind.NAME ? token.name(sql) : token.in(sql);
  }
}
