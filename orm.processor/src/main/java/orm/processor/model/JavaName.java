package orm.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orm.api.schema.Naming;

/**
 * The name of a class or interface.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleNames its simple name, after those of the types around it
 */
public record JavaName(String packageName, List<String> simpleNames) {
  /** Copies the list. */
  public JavaName {
    simpleNames = List.copyOf(simpleNames);
  }

  /**
   * Names a type that is not nested.
   *
   * @param qualifiedName its full name
   * @return the name
   */
  public static JavaName of(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return new JavaName(
        dot < 0 ? "" : qualifiedName.substring(0, dot), List.of(qualifiedName.substring(dot + 1)));
  }

  /** {@return the last of the simple names} */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** {@return the simple name of the type that is not nested} */
  public String outermost() {
    return simpleNames.get(0);
  }

  /** {@return the names of nested types joined by dots, without the package} */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** {@return the full name, as it stands in source} */
  public String qualifiedName() {
    return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
  }

  /**
   * Names a type inside this one.
   *
   * @param simpleName its simple name
   * @return the name
   */
  public JavaName nested(String simpleName) {
    List<String> names = new ArrayList<>(simpleNames);
    names.add(simpleName);
    return new JavaName(packageName, names);
  }

  /** {@return the class that is generated for this record: {@code Book_} for {@code Book}} */
  public JavaName generated() {
    return new JavaName(packageName, List.of(simpleName() + "_"));
  }

  /** {@return the constant of the generated class: {@code ORDER_LINE} for {@code OrderLine}} */
  public String constant() {
    return Naming.snakeCase(simpleName()).toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
