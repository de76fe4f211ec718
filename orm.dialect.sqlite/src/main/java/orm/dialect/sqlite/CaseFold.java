package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/**
 * The SQL functions that change the case of all letters; SQLite's own know only those of ASCII.
 * Each code point by itself, as PostgreSQL does.
 */
final class CaseFold extends Function {
  static final String LOWER = "orm_lower";
  static final String UPPER = "orm_upper";

  private final UnaryOperator<String> change;

  private CaseFold(UnaryOperator<String> change) {
    this.change = change;
  }

  static void register(Connection connection) throws SQLException {
    register(connection, LOWER, CaseFold::fold);
    register(connection, UPPER, CaseFold::raise);
  }

  private static void register(Connection connection, String name, UnaryOperator<String> change)
      throws SQLException {
    Function.create(connection, name, new CaseFold(change), 1, Function.FLAG_DETERMINISTIC);
  }

  static String raise(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Character::toUpperCase).forEach(out::appendCodePoint);
    return out.toString();
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
      result(change.apply(text));
    }
  }
}
