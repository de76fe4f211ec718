package orm.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/** Tells what a column of a Java type holds. */
final class ValueTypes {
  private final Elements elements;

  ValueTypes(Elements elements) {
    this.elements = elements;
  }

  /** A scalar, an enum, or a list or array of these. */
  Optional<ValueType> of(TypeMirror type) {
    Optional<ValueType> single = single(type);
    if (single.isPresent()) {
      return single;
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return single(((ArrayType) type).getComponentType())
          .filter(ValueTypes::mayBeElement)
          .map(element -> new ValueType.Many(element, true));
    }
    return argument(type, "java.util.List")
        .flatMap(this::single)
        .filter(ValueTypes::mayBeElement)
        .map(element -> new ValueType.Many(element, false));
  }

  /** Lists of documents are documents themselves, and arrays of bytes are no scalars to Java. */
  private static boolean mayBeElement(ValueType value) {
    return !(value instanceof ValueType.Scalar scalar)
        || (scalar.type() != ScalarType.JSON && scalar.type() != ScalarType.BYTES);
  }

  private Optional<ValueType> single(TypeMirror type) {
    return scalar(type).or(() -> enumeration(type)).or(() -> span(type));
  }

  private Optional<ValueType> span(TypeMirror type) {
    return argument(type, "orm.api.type.Range")
        .flatMap(this::scalar)
        .map(bound -> ((ValueType.Scalar) bound).type())
        .filter(ScalarType::mayBeBound)
        .map(ValueType.Span::new);
  }

  Optional<ValueType> scalar(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(new ValueType.Scalar(ScalarType.ofPrimitive(Names.keyword(type)), true));
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return ((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE
          ? Optional.of(new ValueType.Scalar(ScalarType.BYTES, false))
          : Optional.empty();
    }
    return element(type)
        .flatMap(element -> ScalarType.ofClass(element.getQualifiedName().toString()))
        .map(scalar -> new ValueType.Scalar(scalar, false));
  }

  private Optional<ValueType> enumeration(TypeMirror type) {
    return element(type)
        .filter(element -> element.getKind() == ElementKind.ENUM)
        .map(element -> new ValueType.Enumeration(Names.of(element, elements), constants(element)));
  }

  static List<String> constants(TypeElement enumeration) {
    return enumeration.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(constant -> constant.getSimpleName().toString())
        .toList();
  }

  /** The class for a primitive type. */
  static String boxOf(String primitive) {
    return ScalarType.ofPrimitive(primitive).boxed().display();
  }

  /** Whether a class says that its values have an order, itself or through what it inherits. */
  static boolean isComparable(TypeElement type) {
    if (type.getQualifiedName().contentEquals("java.lang.Comparable")) {
      return true;
    }
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .flatMap(above -> element(above).stream())
        .anyMatch(ValueTypes::isComparable);
  }

  /** The class or interface of a type. */
  static Optional<TypeElement> element(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    Element element = ((DeclaredType) type).asElement();
    return Optional.of((TypeElement) element);
  }

  /** The type argument of {@code Optional<T>}, {@code Ref<T>} and the like. */
  static Optional<TypeMirror> argument(TypeMirror type, String className) {
    return element(type)
        .filter(element -> element.getQualifiedName().contentEquals(className))
        .map(element -> ((DeclaredType) type).getTypeArguments())
        .filter(arguments -> arguments.size() == 1)
        .map(arguments -> arguments.get(0));
  }
}
