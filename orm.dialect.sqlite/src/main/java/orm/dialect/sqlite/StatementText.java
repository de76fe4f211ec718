package orm.dialect.sqlite;

import java.util.Locale;

/** What the text of a statement tells without compiling it. */
final class StatementText {
  private StatementText() {}

  /** The first word in lower case; empty if it begins with something else. */
  static String firstWord(String sql) {
    int at = skipBlank(sql, 0);
    int end = at;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(at, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether more than one statement is there. SQLite compiles the first one, and the driver
   * drops the rest without a word.
   */
  static boolean isScript(String sql) {
    int at = sql.indexOf(';');
    if (at < 0 || isTrigger(sql)) {
      return false;
    }
    at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ';') {
        return skipBlank(sql, at + 1) < sql.length();
      }
      at = switch (c) {
        case '\'', '"', '`' -> after(sql, String.valueOf(c), at + 1);
        case '[' -> after(sql, "]", at + 1);
        default -> {
          int behind = skipComment(sql, at);
          yield behind == at ? at + 1 : behind;
        }
      };
    }
    return false;
  }

  /** The one statement that holds others. */
  private static boolean isTrigger(String sql) {
    if (!firstWord(sql).equals("create")) {
      return false;
    }
    String lower = sql.toLowerCase(Locale.ROOT);
    int trigger = lower.indexOf("trigger");
    return trigger >= 0 && trigger < lower.indexOf(';');
  }

  private static int skipBlank(String sql, int from) {
    int at = from;
    while (at < sql.length()) {
      int next = Character.isWhitespace(sql.charAt(at)) ? at + 1 : skipComment(sql, at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** The place behind a comment that begins here; here if none does. */
  private static int skipComment(String sql, int at) {
    if (sql.startsWith("--", at)) {
      return after(sql, "\n", at + 2);
    }
    return sql.startsWith("/*", at) ? after(sql, "*/", at + 2) : at;
  }

  private static int after(String sql, String what, int from) {
    int found = sql.indexOf(what, from);
    return found < 0 ? sql.length() : found + what.length();
  }
}
