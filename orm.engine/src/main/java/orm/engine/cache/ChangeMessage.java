package orm.engine.cache;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one process tells the others of its writes, such as {@code 1 a1b2 book:3,17 author:*!}: the
 * form, who writes, tables with the numbers of their keys or a star for all, and an exclamation
 * mark where rows may be deleted. A star alone stands for all tables.
 */
final class ChangeMessage {
  private static final String FORM = "1";

  private final String head;
  private final int maxLength;
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder text;

  ChangeMessage(String origin, int maxLength) {
    this.head = FORM + " " + origin;
    this.maxLength = maxLength;
    this.text = new StringBuilder(head);
  }

  static String everything(String origin) {
    return FORM + " " + origin + " *";
  }

  void add(String table, @Nullable BitSet keys, boolean deletes) {
    String name = URLEncoder.encode(table, StandardCharsets.UTF_8).replace("*", "%2A");
    String numbers = keys == null
        ? "*"
        : keys.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
    String part = " " + name + ":" + numbers + (deletes ? "!" : "");
    if (head.length() + part.length() > maxLength) {
      part = " " + name + ":*" + (deletes ? "!" : "");
    }
    if (text.length() + part.length() > maxLength) {
      texts.add(text.toString());
      text.setLength(0);
      text.append(head);
    }
    text.append(part);
  }

  List<String> texts() {
    texts.add(text.toString());
    return texts;
  }

  /** Takes a message of another process; one that cannot be read could mean anything. */
  static void take(String message, String self, DatabaseCache cache) {
    String[] parts = message.split(" ", -1);
    if (parts.length >= 2 && parts[1].equals(self)) {
      return;
    }
    try {
      if (!parts[0].equals(FORM)) {
        cache.flush();
        return;
      }
      for (int i = 2; i < parts.length; i++) {
        take(parts[i], cache);
      }
    } catch (RuntimeException malformed) {
      cache.flush();
    }
  }

  private static void take(String part, DatabaseCache cache) {
    int colon = part.indexOf(':');
    if (colon < 0) {
      cache.flush();
      return;
    }
    String table = URLDecoder.decode(part.substring(0, colon), StandardCharsets.UTF_8);
    boolean deletes = part.endsWith("!");
    String numbers = part.substring(colon + 1, part.length() - (deletes ? 1 : 0));
    if (numbers.equals("*")) {
      cache.written(table, null, deletes);
      return;
    }
    String[] each = numbers.isEmpty() ? new String[0] : numbers.split(",", -1);
    int[] keys = new int[each.length];
    for (int i = 0; i < each.length; i++) {
      keys[i] = Integer.parseInt(each[i]);
    }
    cache.written(table, keys, deletes);
  }
}
