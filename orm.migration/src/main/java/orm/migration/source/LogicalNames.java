package orm.migration.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orm.api.schema.Naming;

/** Finds the logical names that a model has for names in the database. */
final class LogicalNames {
  private static final int LIMIT = 63;

  private final Naming naming;

  LogicalNames(Naming naming) {
    this.naming = naming;
  }

  /** The name that a model gives; empty if no model can give this one. */
  Optional<String> of(String database) {
    if (database.isBlank()
        || database.codePoints().anyMatch(Character::isISOControl)
        || database.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      return Optional.empty();
    }
    return List.of(Naming.snakeCase(database), database.toLowerCase(Locale.ROOT), database).stream()
        .filter(name -> naming.apply(name).equals(database))
        .findFirst();
  }

  /** Whether a logical name stands for a name in the database. */
  boolean matches(String logical, String database) {
    return naming.apply(logical).equals(database);
  }

  /** A name that is short enough for every database. */
  static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LIMIT;
  }

  /** The same name in no more than the bytes that are allowed, with a number. */
  static String cut(String name, int number) {
    String end = number == 1 ? "" : String.valueOf(number);
    String cut = name;
    while (!fits(cut + end)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + end;
  }
}
