package orm.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Converted;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Entity;
import orm.api.annotation.Json;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Reads what the column of a component holds. */
final class ValueReader {
  private static final List<String> COLLECTIONS = List.of(
      "java.util.Collection",
      "java.util.List",
      "java.util.Set",
      "java.util.SortedSet",
      "java.lang.Iterable",
      "java.util.Map");

  private final Round round;
  private final ValueTypes values;

  ValueReader(Round round) {
    this.round = round;
    this.values = new ValueTypes(round.elements());
  }

  /** Reads it; empty if a problem was reported. */
  Optional<ValueType> read(RecordComponentElement component, TypeMirror type) {
    if (Annotations.has(component, Json.class)) {
      return new JsonReader(round, component).read(type);
    }
    if (Annotations.has(component, Converted.class)) {
      return converted(component, type);
    }
    Optional<ValueType> value = values.of(type);
    if (value.isPresent()) {
      checkElements(component, type);
    } else {
      refuse(component, type);
    }
    return value;
  }

  /** On a list or an array the mark is for the elements. */
  private Optional<ValueType> converted(RecordComponentElement component, TypeMirror type) {
    checkElements(component, type);
    if (type.getKind() == TypeKind.ARRAY
        && ((ArrayType) type).getComponentType().getKind() == TypeKind.DECLARED) {
      return single(component, ((ArrayType) type).getComponentType())
          .map(element -> new ValueType.Many(element, true));
    }
    Optional<TypeMirror> element = ValueTypes.argument(type, "java.util.List");
    return element.isPresent()
        ? single(component, element.get()).map(it -> new ValueType.Many(it, false))
        : single(component, type);
  }

  private Optional<ValueType> single(RecordComponentElement component, TypeMirror type) {
    Optional<TypeElement> element = ValueTypes.element(type);
    if (element.isEmpty() || !element.get().getTypeParameters().isEmpty()) {
      round.cannotMap(
          ProblemCode.UNMAPPABLE_TYPE,
          component,
          "a converter is found by a class, and " + type + " is none or more than that",
          type.getKind().isPrimitive()
              ? "Use " + ValueTypes.boxOf(Names.keyword(type)) + "."
              : "Use a class without type parameters, or a list or array of such a class.");
      return Optional.empty();
    }
    return element.map(it -> new ValueType.Converted(
        Names.of(it, round.elements()),
        ValueTypes.isComparable(it),
        values.of(type).isPresent()));
  }

  /** A database list holds no nulls. */
  private void checkElements(RecordComponentElement component, TypeMirror type) {
    Optional<TypeMirror> element = type.getKind() == TypeKind.ARRAY
        ? Optional.of(((ArrayType) type).getComponentType())
        : ValueTypes.argument(type, "java.util.List");
    if (element.filter(Nullness::isMarked).isPresent()) {
      round.cannotMap(
          ProblemCode.INVALID_NULLABILITY,
          component,
          "the elements of a list column are never null",
          "Remove @Nullable from the type of the elements, or keep the list as @Json.");
    }
  }

  private void refuse(RecordComponentElement component, TypeMirror type) {
    Optional<TypeElement> element = ValueTypes.element(type);
    String name = Names.type(type, round.elements()).display();
    if (element.isPresent()
        && COLLECTIONS.contains(element.get().getQualifiedName().toString())) {
      refuseCollection(component, (DeclaredType) type, name);
      return;
    }
    round.cannotMap(
        ProblemCode.UNMAPPABLE_TYPE,
        component,
        "no column holds a value of type " + name,
        element.map(it -> fix(it, name)).orElse("Use a list of texts, numbers or times."));
  }

  private void refuseCollection(RecordComponentElement component, DeclaredType type, String name) {
    Optional<TypeMirror> last = type.getTypeArguments().isEmpty()
        ? Optional.empty()
        : Optional.of(type.getTypeArguments().get(type.getTypeArguments().size() - 1));
    Optional<TypeMirror> entity =
        last.map(it -> ValueTypes.argument(it, "orm.api.model.Ref").orElse(it));
    if (entity
        .flatMap(ValueTypes::element)
        .filter(it -> Annotations.has(it, Entity.class))
        .isPresent()) {
      String target =
          entity.flatMap(ValueTypes::element).orElseThrow().getSimpleName().toString();
      round.cannotMap(
          ProblemCode.TO_MANY_COMPONENT,
          component,
          "it would be many rows, and a record is one",
          "Remove it, and put @OneToMany(name = \""
              + component.getSimpleName()
              + "\", target = "
              + target
              + ".class, mappedBy = \"…\") on the record.");
      return;
    }
    round.cannotMap(
        ProblemCode.UNMAPPABLE_TYPE,
        component,
        "no column holds a value of type " + name,
        last.filter(it -> values.scalar(it).isPresent()).isPresent()
                && type.getTypeArguments().size() == 1
            ? "Use List<" + Names.type(last.get(), round.elements()).display() + ">."
            : "Mark it with @Json to keep it as a document.");
  }

  private static String fix(TypeElement type, String name) {
    String qualified = type.getQualifiedName().toString();
    if (Annotations.has(type, Entity.class)) {
      return "Refer to it with Ref<" + name + ">.";
    }
    if (Annotations.has(type, Embeddable.class)) {
      return "Mark the component with @Embedded.";
    }
    if (type.getKind() == ElementKind.RECORD) {
      return "Mark it with @Json to keep it as a document, or with @Embedded and " + name
          + " with @Embeddable to make its components columns.";
    }
    if (qualified.equals("java.math.BigInteger")) {
      return "Use BigDecimal, with @Numeric(precision = …, scale = 0).";
    }
    if (qualified.equals("java.time.ZonedDateTime")) {
      return "Use OffsetDateTime or Instant, and a column for the zone if it matters.";
    }
    if (qualified.equals("java.net.InetAddress")
        || qualified.equals("java.net.Inet4Address")
        || qualified.equals("java.net.Inet6Address")) {
      return "Use orm.api.type.Inet, which keeps what is stored.";
    }
    if (qualified.equals("java.time.Period")) {
      return "Use orm.api.type.Interval.";
    }
    if (qualified.equals("orm.api.type.Range")) {
      return "Use a range of Integer, Long, BigDecimal, LocalDate, LocalDateTime or Instant.";
    }
    if (qualified.startsWith("java.sql.") || qualified.startsWith("java.util.")) {
      return "Use a type of java.time, or a text, number or list.";
    }
    return "Mark it with @Converted and supply a TypeConverter for " + name
        + ", or use a text, number, time, enum or list.";
  }
}
