package orm.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/** A type as it is written in source. */
public sealed interface JavaType {
  /** {@return whether it is marked as nullable} */
  boolean nullable();

  /** {@return the same type, marked as nullable} */
  JavaType orNull();

  /** {@return the same type, not marked as nullable} */
  JavaType notNull();

  /** {@return the type without packages, for messages} */
  String display();

  /**
   * Tells whether two types are the same, whatever they say of null.
   *
   * @param other the other type
   * @return whether class and arguments are equal
   */
  default boolean isButForNull(JavaType other) {
    if (this instanceof Named left && other instanceof Named right) {
      if (!left.name().equals(right.name())
          || left.arguments().size() != right.arguments().size()) {
        return false;
      }
      for (int i = 0; i < left.arguments().size(); i++) {
        if (!left.arguments().get(i).isButForNull(right.arguments().get(i))) {
          return false;
        }
      }
      return true;
    }
    if (this instanceof Array left && other instanceof Array right) {
      return left.element().isButForNull(right.element());
    }
    return equals(other);
  }

  /**
   * Names a class without type arguments.
   *
   * @param qualifiedName the full name of a class that is not nested
   * @return the type
   */
  static JavaType of(String qualifiedName) {
    return of(JavaName.of(qualifiedName));
  }

  /**
   * Names a class.
   *
   * @param name its name
   * @param arguments its type arguments
   * @return the type
   */
  static JavaType of(JavaName name, JavaType... arguments) {
    return new Named(name, List.of(arguments), false);
  }

  /**
   * A primitive type.
   *
   * @param keyword its name
   */
  record Primitive(String keyword) implements JavaType {
    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public JavaType orNull() {
      return this;
    }

    @Override
    public JavaType notNull() {
      return this;
    }

    @Override
    public String display() {
      return keyword;
    }
  }

  /**
   * A class or interface.
   *
   * @param name its name
   * @param arguments its type arguments
   * @param nullable whether it is marked as nullable
   */
  record Named(JavaName name, List<JavaType> arguments, boolean nullable) implements JavaType {
    /** Copies the list. */
    public Named {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JavaType orNull() {
      return new Named(name, arguments, true);
    }

    @Override
    public JavaType notNull() {
      return new Named(name, arguments, false);
    }

    @Override
    public String display() {
      return name.nestedName()
          + (arguments.isEmpty()
              ? ""
              : arguments.stream()
                  .map(JavaType::display)
                  .collect(Collectors.joining(", ", "<", ">")));
    }
  }

  /**
   * An array.
   *
   * @param element the type of its elements
   * @param nullable whether the array is marked as nullable
   */
  record Array(JavaType element, boolean nullable) implements JavaType {
    @Override
    public JavaType orNull() {
      return new Array(element, true);
    }

    @Override
    public JavaType notNull() {
      return new Array(element, false);
    }

    @Override
    public String display() {
      return element.display() + "[]";
    }
  }
}
