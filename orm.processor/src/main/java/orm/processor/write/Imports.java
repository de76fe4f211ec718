package orm.processor.write;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import orm.processor.model.JavaName;

/**
 * Chooses how a type is named in one source file, and collects the imports for it. The first type
 * with a simple name gets it; others of the same simple name are written in full.
 */
final class Imports {
  private final String packageName;
  private final Predicate<String> inPackage;
  private final Map<String, String> taken = new HashMap<>();
  private String inside = "\n"; // begins no name
  private final SortedSet<String> imported = new TreeSet<>();

  /**
   * Begins without imports.
   *
   * @param packageName the package of the file
   * @param inPackage tells whether the package has a type with a simple name, which would hide the
   *     one of {@code java.lang}
   */
  Imports(String packageName, Predicate<String> inPackage) {
    this.packageName = packageName;
    this.inPackage = inPackage;
  }

  /** Keeps a simple name for a member type or type parameter of the generated class. */
  void reserve(String simpleName) {
    taken.put(simpleName, "");
  }

  /** From here on, member types of a class are named without the class. */
  void enter(JavaName self) {
    inside = self.nestedName() + ".";
  }

  /** The name of a type as it stands in the file. */
  String name(JavaName name) {
    if (name.packageName().equals(packageName) && name.nestedName().startsWith(inside)) {
      return name.nestedName().substring(inside.length());
    }
    String outermost = outermost(name);
    return outermost.isEmpty() ? name.qualifiedName() : name.nestedName();
  }

  /** The simple name of the outermost type if it can be used, else empty. */
  private String outermost(JavaName name) {
    String simple = name.outermost();
    String full = name.packageName() + "." + simple;
    String owner = taken.get(simple);
    if (owner != null) {
      return owner.equals(full) ? simple : "";
    }
    if (name.packageName().equals("java.lang")) {
      if (inPackage.test(simple)) {
        return "";
      }
    } else if (!name.packageName().equals(packageName)) {
      imported.add(full);
    }
    taken.put(simple, full);
    return simple;
  }

  /** The imports, sorted. */
  SortedSet<String> lines() {
    return imported;
  }
}
