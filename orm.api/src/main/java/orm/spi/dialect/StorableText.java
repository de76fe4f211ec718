package orm.spi.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Tells which texts a database can hold and give back as they are: those of whole characters and
 * without U+0000. A dialect asks it in {@link ValueCodec#refuse}, so that a text that one database
 * refuses is stored by none.
 */
public final class StorableText {
  private static final String LONE_IN_JSON = "a text in JSON cannot hold half a surrogate pair";

  private StorableText() {}

  /**
   * Checks a text.
   *
   * @param text the text
   * @return why it cannot be stored; null if it can
   */
  public static @Nullable String refuse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "a text cannot hold U+0000";
      }
      if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return "a text cannot hold half a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }

  /**
   * Checks a JSON text, which may write the same characters as escapes. Whether it is JSON at all
   * is for the database to say.
   *
   * @param json the text
   * @return why it cannot be stored; null if it can, or is malformed
   */
  public static @Nullable String refuseJson(String json) {
    String reason = refuse(json);
    int escape = reason == null ? json.indexOf("\\u") : -1;
    while (reason == null && escape >= 0) {
      if (isEscape(json, escape)) {
        int code = code(json, escape);
        if (code == 0) {
          return "a text in JSON cannot hold U+0000";
        }
        if (Character.isLowSurrogate((char) code)) {
          return LONE_IN_JSON;
        }
        if (Character.isHighSurrogate((char) code)) {
          boolean pair = json.startsWith("\\u", escape + 6)
              && Character.isLowSurrogate((char) code(json, escape + 6));
          if (!pair) {
            return LONE_IN_JSON;
          }
          escape += 6;
        }
      }
      escape = json.indexOf("\\u", escape + 2);
    }
    return reason;
  }

  /** Whether the backslash is not itself escaped. */
  private static boolean isEscape(String json, int backslash) {
    int before = backslash;
    while (before > 0 && json.charAt(before - 1) == '\\') {
      before--;
    }
    return (backslash - before) % 2 == 0;
  }

  private static int code(String json, int escape) {
    try {
      return Integer.parseInt(json, escape + 2, escape + 6, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
      return ' '; // no JSON
    }
  }
}
