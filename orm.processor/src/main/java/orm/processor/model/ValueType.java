package orm.processor.model;

import java.util.List;

/** What the column of a component holds. */
public sealed interface ValueType {
  /** {@return the Java type of one value, boxed} */
  JavaType boxed();

  /**
   * A type that needs no mapping.
   *
   * @param type the type
   * @param primitive whether the component is declared as the primitive type
   */
  record Scalar(ScalarType type, boolean primitive) implements ValueType {
    @Override
    public JavaType boxed() {
      return type.boxed();
    }
  }

  /**
   * An enum.
   *
   * @param name the enum class
   * @param labels its constants in order
   */
  record Enumeration(JavaName name, List<String> labels) implements ValueType {
    /** Copies the list. */
    public Enumeration {
      labels = List.copyOf(labels);
    }

    @Override
    public JavaType boxed() {
      return JavaType.of(name);
    }
  }

  /**
   * A range.
   *
   * @param bound the type of its bounds
   */
  record Span(ScalarType bound) implements ValueType {
    @Override
    public JavaType boxed() {
      return JavaType.of(JavaName.of("orm.api.type.Range"), bound.boxed());
    }
  }

  /**
   * A list or an array of scalars.
   *
   * @param element what it is made of, no list
   * @param array whether the component is an array
   */
  record Many(ValueType element, boolean array) implements ValueType {
    @Override
    public JavaType boxed() {
      if (!array) {
        return JavaType.of(JavaName.of("java.util.List"), element.boxed());
      }
      JavaType type = element instanceof Scalar scalar && scalar.primitive()
          ? scalar.type().unboxed()
          : element.boxed();
      return new JavaType.Array(type, false);
    }
  }

  /**
   * A type with a converter.
   *
   * @param name the class
   * @param comparable whether its values have an order
   * @param known whether columns can hold it without a converter too
   */
  record Converted(JavaName name, boolean comparable, boolean known) implements ValueType {
    @Override
    public JavaType boxed() {
      return JavaType.of(name);
    }
  }

  /**
   * A document that is mapped to Java types.
   *
   * @param shape how
   * @param records the records that occur in it
   */
  record Document(JsonShape shape, List<JsonShape.RecordShape> records) implements ValueType {
    /** Copies the list. */
    public Document {
      records = List.copyOf(records);
    }

    @Override
    public JavaType boxed() {
      return shape.boxed();
    }

    /** {@return whether there is a value in it that needs a converter} */
    public boolean needsConverters() {
      return isConverted(shape)
          || records.stream()
              .flatMap(record -> record.members().stream())
              .anyMatch(member -> isConverted(member.shape()));
    }

    private static boolean isConverted(JsonShape shape) {
      if (shape instanceof JsonShape.Array array) {
        return isConverted(array.element());
      }
      if (shape instanceof JsonShape.Dictionary dictionary) {
        return isConverted(dictionary.value());
      }
      return shape instanceof JsonShape.Maybe maybe
          ? isConverted(maybe.value())
          : shape instanceof JsonShape.Converted;
    }
  }
}
