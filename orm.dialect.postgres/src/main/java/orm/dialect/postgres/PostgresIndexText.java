package orm.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogIndex;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;

/**
 * The parts of an index as the server writes its definition, which names a collation or an operator
 * class only where it is not the usual one.
 */
final class PostgresIndexText {
  private PostgresIndexText() {}

  /**
   * Reads the parts.
   *
   * @param definition {@code CREATE INDEX … USING method (parts) …}
   * @param keys each key as the server writes it alone
   * @param columns the column of each key; null for an expression
   */
  static List<CatalogIndex.Part> parts(
      String definition, List<String> keys, List<@Nullable String> columns, SqlLexer lexer) {
    SqlCursor cursor = new SqlCursor(definition, lexer);
    while (!cursor.accept("USING")) {
      cursor.skip();
    }
    cursor.name();
    cursor.expect("(");
    List<CatalogIndex.Part> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int end = cursor.begin() + keys.get(i).length();
      while (cursor.end() < end) {
        cursor.skip();
      }
      parts.add(part(definition, keys.get(i), columns.get(i), cursor, lexer));
      cursor.accept(",");
    }
    return parts;
  }

  private static CatalogIndex.Part part(
      String definition, String key, @Nullable String column, SqlCursor cursor, SqlLexer lexer) {
    String collation = null;
    StringBuilder operators = new StringBuilder();
    boolean descending = false;
    @Nullable Boolean nullsFirst = null;
    while (!cursor.atAny(",", ")")) {
      if (cursor.accept("COLLATE")) {
        collation = lastName(cursor);
      } else if (cursor.accept("DESC")) {
        descending = true;
      } else if (cursor.accept("NULLS", "FIRST")) {
        nullsFirst = true;
      } else if (cursor.accept("NULLS", "LAST")) {
        nullsFirst = false;
      } else {
        int begin = cursor.begin();
        cursor.skip();
        operators.append(definition, begin, cursor.end());
      }
    }
    return new CatalogIndex.Part(
        column,
        column == null ? SqlCursor.withoutParentheses(key, lexer) : null,
        collation,
        operators.isEmpty() ? null : operators.toString(),
        descending,
        nullsFirst == null ? descending : nullsFirst);
  }

  private static String lastName(SqlCursor cursor) {
    String name = cursor.name();
    while (cursor.accept(".")) {
      name = cursor.name();
    }
    return name;
  }
}
