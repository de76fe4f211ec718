package orm.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnType;

/**
 * The text form of arrays: {@code {1,2}}, {@code {"a b","c\"d"}}; see section 8.15.2 and 8.15.6.
 */
final class ArrayText {
  private ArrayText() {}

  static String write(List<?> values, ColumnType element) {
    StringBuilder out = new StringBuilder(values.size() * 8 + 2).append('{');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(ElementText.write(values.get(i), element), out);
    }
    return out.append('}').toString();
  }

  /** Quotes always: it saves the question what needs it, and "NULL" must not become null. */
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  /** The elements of an array of one dimension, unquoted. */
  static List<String> read(String text) throws SQLException {
    List<String> parts = new ArrayList<>();
    // An array that does not begin at 1 is written with its bounds: [0:1]={1,2}.
    int at = text.indexOf('{') + 1;
    int end = text.length() - 1;
    if (at == 0 || text.charAt(end) != '}') {
      throw malformed();
    }
    if (at == end) {
      return parts;
    }
    StringBuilder part = new StringBuilder();
    while (at <= end) {
      part.setLength(0);
      boolean quoted = text.charAt(at) == '"';
      at = quoted ? quotedPart(text, at + 1, part) : plainPart(text, at, part);
      if (!quoted && "NULL".contentEquals(part)) {
        throw new SQLException("an element of the stored array is null", "22004");
      }
      parts.add(part.toString());
      if (text.charAt(at) != (at == end ? '}' : ',')) {
        throw malformed();
      }
      at++;
    }
    return parts;
  }

  private static int quotedPart(String text, int from, StringBuilder part) throws SQLException {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && at < text.length()) {
        return at;
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      part.append(c);
    }
    throw malformed();
  }

  private static int plainPart(String text, int from, StringBuilder part) throws SQLException {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' || c == '}') {
        return at;
      }
      if (c == '{') {
        throw new SQLException("the stored array has more than one dimension", "2202E");
      }
      part.append(c);
      at++;
    }
    throw malformed();
  }

  private static SQLException malformed() {
    return new SQLException("the stored value is no array", "22P02");
  }
}
