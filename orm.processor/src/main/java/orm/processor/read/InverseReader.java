package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Entity;
import orm.api.annotation.OneToMany;
import orm.processor.model.InversePath;
import orm.processor.report.ProblemCode;

/** Reads the paths to rows that refer to an entity. */
final class InverseReader {
  private final Round round;

  InverseReader(Round round) {
    this.round = round;
  }

  List<InversePath> read(TypeElement entity) {
    List<InversePath> paths = new ArrayList<>();
    for (AnnotationMirror annotation : Annotations.all(entity, OneToMany.class)) {
      path(entity, annotation).ifPresent(paths::add);
    }
    return paths;
  }

  private Optional<InversePath> path(TypeElement entity, AnnotationMirror annotation) {
    String name = Annotations.text(annotation, "name");
    String mappedBy = Annotations.text(annotation, "mappedBy");
    Optional<TypeElement> target =
        Annotations.classes(annotation, "target").stream().findFirst();
    String self = entity.getSimpleName().toString();
    if (target.isEmpty() || !Annotations.has(target.get(), Entity.class)) {
      String found = target.map(it -> it.getSimpleName().toString()).orElse("its target");
      return refuse(
          entity,
          name,
          found + " is no entity",
          "Annotate " + found + " with @Entity, or name an entity as target.");
    }
    String other = target.get().getSimpleName().toString();
    Optional<RecordComponentElement> component = component(target.get(), mappedBy);
    if (component.isEmpty()) {
      return refuse(
          entity,
          name,
          other + " has no component " + mappedBy,
          "Let mappedBy name the component of " + other + " that is a Ref<" + self + ">.");
    }
    TypeMirror type = component.get().asType();
    TypeMirror bare = ValueTypes.argument(type, "java.util.Optional").orElse(type);
    boolean leadsHere = ValueTypes.argument(bare, "orm.api.model.Ref")
        .flatMap(ValueTypes::element)
        .filter(entity::equals)
        .isPresent();
    if (!leadsHere) {
      return refuse(
          entity,
          name,
          other + "." + mappedBy + " is no Ref<" + self + ">",
          "Let mappedBy name the component of " + other + " that refers to " + self + ".");
    }
    return Optional.of(
        new InversePath(name, Names.of(target.get(), round.elements()), mappedBy, entity));
  }

  /** A component of a record, or of the records of a sealed interface. */
  private static Optional<RecordComponentElement> component(TypeElement target, String name) {
    List<TypeElement> records = new ArrayList<>(Hierarchies.records(target));
    records.add(target);
    return records.stream()
        .flatMap(record -> record.getRecordComponents().stream())
        .map(RecordComponentElement.class::cast)
        .filter(component -> component.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private Optional<InversePath> refuse(TypeElement entity, String name, String why, String fix) {
    round
        .problems()
        .error(
            ProblemCode.INVALID_ONE_TO_MANY,
            entity,
            "Cannot make a path " + entity.getSimpleName() + "." + name,
            why,
            fix);
    return Optional.empty();
  }
}
