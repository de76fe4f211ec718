package orm.processor.read;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names what a user may have meant. */
final class Candidates {
  private static final int SHOWN = 5;

  private Candidates() {}

  /** The names that are most like the wanted one, the closest first. */
  static String like(String wanted, List<String> names) {
    List<String> closest = names.stream()
        .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name))
            .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
    return String.join(", ", closest) + (names.size() > SHOWN ? ", …" : "");
  }

  /** How many letters must be put in, left out or changed, in any case. */
  private static int distance(String wanted, String name) {
    String left = wanted.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
