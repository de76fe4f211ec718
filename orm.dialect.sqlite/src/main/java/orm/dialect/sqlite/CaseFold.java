package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/**
 * The SQL function that folds the case of all letters; SQLite's own knows only those of ASCII. Each
 * code point by itself, as PostgreSQL does.
 */
final class CaseFold extends Function {
  static final String NAME = "orm_lower";

  static void register(Connection connection) throws SQLException {
    Function.create(connection, NAME, new CaseFold(), 1, Function.FLAG_DETERMINISTIC);
  }

  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      out.appendCodePoint(Character.toLowerCase(c));
      at += Character.charCount(c);
    }
    return out.toString();
  }

  @Override
  protected void xFunc() throws SQLException {
    String text = value_text(0);
    if (text == null) {
      result();
    } else {
      result(fold(text));
    }
  }
}
