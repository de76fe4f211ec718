package orm.migration.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts renamings in an order in which no name is taken; a ring of names goes over a spare one. */
final class RenameOrder {
  /** One renaming of a list that runs from first to last. */
  record Step(String from, String to) {}

  private RenameOrder() {}

  static List<Step> of(Map<String, String> names, boolean ignoreCase) {
    List<Step> steps = new ArrayList<>();
    Map<String, String> left = new LinkedHashMap<>(names);
    while (!left.isEmpty()) {
      String free = left.keySet().stream()
          .filter(from -> left.keySet().stream()
              .noneMatch(taken -> same(taken, left.getOrDefault(from, from), ignoreCase)))
          .findFirst()
          .orElse(null);
      if (free != null) {
        steps.add(new Step(free, left.getOrDefault(free, free)));
        left.remove(free);
      } else {
        String first = left.keySet().iterator().next();
        String to = left.getOrDefault(first, first);
        String spare = spare(first, names);
        steps.add(new Step(first, spare));
        left.remove(first);
        left.put(spare, to);
      }
    }
    return steps;
  }

  private static boolean same(String one, String other, boolean ignoreCase) {
    return ignoreCase
        ? one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))
        : one.equals(other);
  }

  /** Short, since a database may cut long names. */
  private static String spare(String name, Map<String, String> names) {
    int number = 0;
    String spare;
    do {
      spare =
          "orm_swap_" + Integer.toHexString(name.hashCode()) + (number == 0 ? "" : "_" + number);
      number++;
    } while (names.containsKey(spare) || names.containsValue(spare));
    return spare;
  }
}
