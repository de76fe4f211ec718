package orm.migration.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives each thing in one place a name of its own. */
final class TakenNames {
  private final boolean ignoreCase;
  private final Set<String> taken = new HashSet<>();

  TakenNames(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  /** Takes a name; tells whether it was free. */
  boolean take(String name) {
    return taken.add(fold(name));
  }

  boolean isFree(String name) {
    return !taken.contains(fold(name));
  }

  /** Takes a name, with a number behind it where it is not free. */
  String free(String wanted) {
    String name = wanted;
    for (int number = 2; !take(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** The names that are taken, in lower case where case does not count. */
  Set<String> all() {
    return Set.copyOf(taken);
  }

  private String fold(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }
}
