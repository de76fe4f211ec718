package orm.processor.model;

import java.util.List;

/** How a Java type appears in a JSON document. */
public sealed interface JsonShape {
  /** {@return the Java type, boxed} */
  JavaType boxed();

  /**
   * A string, number, boolean, or any JSON.
   *
   * @param type the type
   * @param primitive whether it is declared as the primitive type
   */
  record Scalar(ScalarType type, boolean primitive) implements JsonShape {
    @Override
    public JavaType boxed() {
      return type.boxed();
    }
  }

  /**
   * An enum, by name.
   *
   * @param name the enum class
   */
  record Enumeration(JavaName name) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(name);
    }
  }

  /**
   * A value of a type of the user's, as its converter stores it.
   *
   * @param name the class
   */
  record Converted(JavaName name) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(name);
    }
  }

  /**
   * An array, from a list.
   *
   * @param element the shape of its elements
   */
  record Array(JsonShape element) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(JavaName.of("java.util.List"), element.boxed());
    }
  }

  /**
   * An object with members of one type, from a map with text keys.
   *
   * @param value the shape of its members
   */
  record Dictionary(JsonShape value) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(
          JavaName.of("java.util.Map"), JavaType.of("java.lang.String"), value.boxed());
    }
  }

  /**
   * A value that may be absent, from an {@code Optional}.
   *
   * @param value the shape of the value
   */
  record Maybe(JsonShape value) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(JavaName.of("java.util.Optional"), value.boxed());
    }
  }

  /**
   * An object, from a record that is described elsewhere, since it may hold itself.
   *
   * @param name the record
   */
  record Reference(JavaName name) implements JsonShape {
    @Override
    public JavaType boxed() {
      return JavaType.of(name);
    }
  }

  /**
   * A record.
   *
   * @param name its name
   * @param members its components
   */
  record RecordShape(JavaName name, List<Member> members) {
    /** Copies the list. */
    public RecordShape {
      members = List.copyOf(members);
    }
  }

  /**
   * One component of a record.
   *
   * @param name its name
   * @param shape its shape
   */
  record Member(String name, JsonShape shape) {}
}
