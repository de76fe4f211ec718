package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;

/**
 * What a {@code CREATE INDEX} says and no pragma tells. The text is one that SQLite has accepted.
 *
 * @param parts what stands between the commas, without order and collation
 * @param where the condition; null for all rows
 */
record IndexText(List<Part> parts, @Nullable String where) {

  /**
   * One part.
   *
   * @param sql a column or an expression
   * @param collation the collation that is named; null for none
   */
  record Part(String sql, @Nullable String collation) {}

  static IndexText of(String sql, SqlLexer lexer) {
    SqlCursor cursor = new SqlCursor(sql, lexer);
    cursor.expect("CREATE");
    cursor.accept("UNIQUE");
    cursor.expect("INDEX");
    cursor.name();
    cursor.expect("ON");
    cursor.name();
    cursor.expect("(");
    List<Part> parts = new ArrayList<>();
    do {
      parts.add(part(sql, cursor));
    } while (cursor.accept(","));
    cursor.expect(")");
    String where = null;
    if (cursor.accept("WHERE")) {
      int begin = cursor.begin();
      while (!cursor.atEnd()) {
        cursor.skip();
      }
      where = SqlCursor.withoutParentheses(sql.substring(begin, cursor.end()), lexer);
    }
    return new IndexText(parts, where);
  }

  private static Part part(String sql, SqlCursor cursor) {
    int begin = cursor.begin();
    int end = begin;
    String collation = null;
    while (!cursor.atAny(",", ")")) {
      if (cursor.accept("COLLATE")) {
        collation = cursor.name();
      } else if (!cursor.accept("ASC") && !cursor.accept("DESC")) {
        cursor.skip();
        collation = null; // one before this was inside of the expression
        end = cursor.end();
      }
    }
    return new Part(sql.substring(begin, end), collation);
  }
}
