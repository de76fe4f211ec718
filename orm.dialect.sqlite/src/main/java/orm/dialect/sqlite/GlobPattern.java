package orm.dialect.sqlite;

/** Patterns of GLOB, which unlike SQLite's LIKE tells cases apart. */
final class GlobPattern {
  private GlobPattern() {}

  /** The pattern that means the same as one of LIKE with a backslash as escape. */
  static String ofLike(String like) {
    StringBuilder out = new StringBuilder(like.length() + 8);
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      switch (c) {
        case '%' -> out.append('*');
        case '_' -> out.append('?');
        case '\\' -> {
          // One at the very end stands for itself.
          if (i + 1 < like.length()) {
            i++;
          }
          literal(like.charAt(i), out);
        }
        default -> literal(c, out);
      }
    }
    return out.toString();
  }

  private static void literal(char c, StringBuilder out) {
    if (c == '*' || c == '?' || c == '[') {
      out.append('[').append(c).append(']');
    } else {
      out.append(c);
    }
  }
}
