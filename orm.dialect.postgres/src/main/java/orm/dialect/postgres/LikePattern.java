package orm.dialect.postgres;

/** The patterns of LIKE, with a backslash as escape. */
final class LikePattern {
  private LikePattern() {}

  /** A pattern that matches a text and nothing else. */
  static String literal(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = c == '%' || c == '_' || c == '\\';
      if (special && out == null) {
        out = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (out != null) {
        if (special) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  /** A user's pattern; a backslash at its end, which the server refuses, stands for itself. */
  static String closed(String pattern) {
    int backslashes = 0;
    while (backslashes < pattern.length()
        && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0 ? pattern : pattern + '\\';
  }
}
