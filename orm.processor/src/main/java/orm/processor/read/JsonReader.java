package orm.processor.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Converted;
import orm.processor.model.JavaName;
import orm.processor.model.JsonShape;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Reads how the type of one component appears as a JSON document. */
final class JsonReader {
  private static final Set<ScalarType> NOT_IN_JSON = EnumSet.of(ScalarType.BYTES);

  private final Round round;
  private final RecordComponentElement component;
  private final ValueTypes values;
  private final Map<JavaName, JsonShape.RecordShape> records = new LinkedHashMap<>();

  JsonReader(Round round, RecordComponentElement component) {
    this.round = round;
    this.component = component;
    this.values = new ValueTypes(round.elements());
  }

  /** Reads it; empty if a problem was reported. */
  Optional<ValueType> read(TypeMirror type) {
    int before = round.problems().count();
    Optional<JsonShape> shape = shape(type, component.getSimpleName().toString(), false);
    if (shape.isPresent()
        && (shape.get() instanceof JsonShape.Scalar
            || shape.get() instanceof JsonShape.Enumeration)) {
      refuse(Names.type(type, round.elements()).display() + " needs no document", "Remove @Json.");
    }
    return round.problems().count() > before
        ? Optional.empty()
        : shape.map(it -> new ValueType.Document(it, List.copyOf(records.values())));
  }

  /** {@code converted} tells that the values inside lists, maps and optionals have a converter. */
  private Optional<JsonShape> shape(TypeMirror type, String at, boolean converted) {
    Optional<ValueType> scalar = values.scalar(type);
    if (scalar.isPresent() && !converted) {
      ValueType.Scalar known = (ValueType.Scalar) scalar.get();
      if (!NOT_IN_JSON.contains(known.type())) {
        return Optional.of(new JsonShape.Scalar(known.type(), known.primitive()));
      }
    }
    Optional<TypeElement> element = ValueTypes.element(type);
    if (element.isEmpty()) {
      return refuseType(type, at);
    }
    Optional<TypeMirror> list = ValueTypes.argument(type, "java.util.List");
    if (list.isPresent()) {
      return shape(list.get(), at, converted).map(JsonShape.Array::new);
    }
    Optional<TypeMirror> optional = ValueTypes.argument(type, "java.util.Optional");
    if (optional.isPresent()) {
      return shape(optional.get(), at, converted).map(JsonShape.Maybe::new);
    }
    if (element.get().getQualifiedName().contentEquals("java.util.Map")) {
      return map((DeclaredType) type, at, converted);
    }
    if (converted && element.get().getTypeParameters().isEmpty()) {
      return Optional.of(new JsonShape.Converted(Names.of(element.get(), round.elements())));
    }
    if (element.get().getKind() == ElementKind.ENUM) {
      return Optional.of(new JsonShape.Enumeration(Names.of(element.get(), round.elements())));
    }
    return element.get().getKind() == ElementKind.RECORD
        ? record(element.get(), type, at)
        : refuseType(type, at);
  }

  private Optional<JsonShape> map(DeclaredType type, String at, boolean converted) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() != 2
        || ValueTypes.element(arguments.get(0))
            .filter(key -> key.getQualifiedName().contentEquals("java.lang.String"))
            .isEmpty()) {
      refuse(
          "the members of a JSON object have texts as names", "Use Map<String, …> for " + at + ".");
      return Optional.empty();
    }
    return shape(arguments.get(1), at, converted).map(JsonShape.Dictionary::new);
  }

  private Optional<JsonShape> record(TypeElement record, TypeMirror type, String at) {
    JavaName name = Names.of(record, round.elements());
    // Asked for the package of a component, ECJ fails: ask for that of its record.
    Element owner = Objects.requireNonNull(component.getEnclosingElement(), "record");
    boolean samePackage =
        round.elements().getPackageOf(record).equals(round.elements().getPackageOf(owner));
    if (!record.getTypeParameters().isEmpty()) {
      return refuseType(type, at);
    }
    if (Names.isPrivate(record) || (!samePackage && !Names.isVisible(record))) {
      refuse(
          "generated code cannot use record " + name.nestedName(),
          "Make it public, or remove the word private where both are in one package.");
      return Optional.empty();
    }
    if (!records.containsKey(name)) {
      records.put(name, new JsonShape.RecordShape(name, List.of())); // it may hold itself
      List<JsonShape.Member> members = new ArrayList<>();
      for (RecordComponentElement member : record.getRecordComponents()) {
        String memberName = member.getSimpleName().toString();
        boolean converted = Annotations.has(member, Converted.class);
        shape(member.asType(), at + "." + memberName, converted)
            .ifPresent(shape -> members.add(new JsonShape.Member(memberName, shape)));
      }
      records.put(name, new JsonShape.RecordShape(name, members));
    }
    return Optional.of(new JsonShape.Reference(name));
  }

  private Optional<JsonShape> refuseType(TypeMirror type, String at) {
    refuse(
        at + " has type " + Names.type(type, round.elements()).display()
            + ", which has no form in JSON",
        "Mark it with @Converted and supply a TypeConverter, or use records, enums, lists, maps, texts, numbers, booleans, UUIDs, times or Json.");
    return Optional.empty();
  }

  private void refuse(String why, String fix) {
    round.cannotMap(ProblemCode.INVALID_JSON, component, why, fix);
  }
}
