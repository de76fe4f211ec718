package orm.processor.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Chooses names of parameters and variables that differ from those of components. */
final class Locals {
  private final Set<String> taken;

  Locals(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Takes the first name that is free; the last one is lengthened until it is. */
  String take(String... wishes) {
    for (String wish : wishes) {
      if (!SourceVersion.isKeyword(wish) && taken.add(wish)) {
        return wish;
      }
    }
    String name = wishes[wishes.length - 1];
    do {
      name += "_";
    } while (!taken.add(name));
    return name;
  }

  /** A type's name with a small first letter. */
  static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** A component's name with a capital first letter. */
  static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  static Locals besides(List<String> taken, String... more) {
    Locals locals = new Locals(taken);
    for (String name : more) {
      locals.taken.add(name);
    }
    return locals;
  }
}
