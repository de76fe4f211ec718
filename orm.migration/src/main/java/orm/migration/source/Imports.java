package orm.migration.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Chooses how a type is named in one file. A type of the package keeps its simple name; another one
 * of that name is written in full.
 */
final class Imports {
  private final Set<String> inPackage;
  private final Map<String, String> taken = new HashMap<>();
  private final SortedSet<String> imported = new TreeSet<>();

  /**
   * Begins without imports.
   *
   * @param inPackage the simple names of the types of the package, in lower case
   */
  Imports(Set<String> inPackage) {
    this.inPackage = inPackage;
  }

  /** The name of a type, given in full or as one of the package. */
  String name(String type) {
    int dot = type.lastIndexOf('.');
    String simple = type.substring(dot + 1);
    if (dot < 0) {
      return type;
    }
    String owner = taken.putIfAbsent(simple, type);
    if (inPackage.contains(simple.toLowerCase(Locale.ROOT))
        || (owner != null && !owner.equals(type))) {
      return type;
    }
    if (!type.startsWith("java.lang.")) {
      imported.add(type);
    }
    return simple;
  }

  /** An annotation of ours. */
  String annotation(String simpleName) {
    return "@" + name("orm.api.annotation." + simpleName);
  }

  /** A type with the mark of what may be null in front of its simple name. */
  String nullable(String type) {
    String mark = "@" + name("org.jspecify.annotations.Nullable") + " ";
    String written = name(type);
    int dot = written.lastIndexOf('.') + 1;
    return dot == 0 ? mark + written : written.substring(0, dot) + mark + written.substring(dot);
  }

  /** The imports, with an empty line behind them. */
  String lines() {
    StringBuilder out = new StringBuilder();
    imported.forEach(type -> out.append("import ").append(type).append(";\n"));
    return imported.isEmpty() ? "" : out.append('\n').toString();
  }
}
