package orm.processor.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;
import orm.processor.model.JavaName;
import orm.processor.model.Members;

/** Chooses names that are still free. */
final class Locals {
  private final Set<String> taken;

  Locals(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Takes the first name that is free; the last one is lengthened until it is. */
  String take(String... wishes) {
    for (String wish : wishes) {
      if (SourceVersion.isName(wish) && taken.add(wish)) {
        return wish;
      }
    }
    StringBuilder name = new StringBuilder(wishes[wishes.length - 1]);
    do {
      name.append('_');
    } while (!taken.add(name.toString()));
    return name.toString();
  }

  /** Takes a name for a variable of a type: the last word of its name if that is long. */
  String variable(JavaName type) {
    String name = type.simpleName();
    int word = name.length();
    do {
      word--;
    } while (word > 0 && !Character.isUpperCase(name.charAt(word)));
    return take(Members.decapitalized(name.length() > 20 ? name.substring(word) : name), "value");
  }
}
