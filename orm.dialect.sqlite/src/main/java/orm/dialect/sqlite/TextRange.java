package orm.dialect.sqlite;

/** The range of texts that begin with a prefix, in the order of code points. */
final class TextRange {
  private TextRange() {}

  /** The first text behind all that begin with a prefix; empty if there is none. */
  static String successor(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      int start = end - Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        // UTF-8 has no surrogates.
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return new StringBuilder(end)
            .append(prefix, 0, start)
            .appendCodePoint(next)
            .toString();
      }
      end = start;
    }
    return "";
  }
}
