package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.processor.model.Component;
import orm.processor.model.Target;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/** Reads the entity that a reference leads to: its table and key, nothing else. */
final class TargetReader {
  private final Round round;
  private final List<TypeElement> path;

  TargetReader(Round round) {
    this(round, List.of());
  }

  /** Reads targets on the way from key to key, which must not go in circles. */
  private TargetReader(Round round, List<TypeElement> path) {
    this.round = round;
    this.path = path;
  }

  /** Reads a target; empty if a problem was reported at the component that refers to it. */
  Optional<Target> read(RecordComponentElement component, TypeMirror type) {
    String what = "Cannot map " + Components.name(component);
    Optional<TypeElement> element = ValueTypes.element(type);
    if (element.isEmpty() || !Components.has(element.get(), Entity.class)) {
      String name = element.map(found -> found.getSimpleName().toString()).orElse(type.toString());
      round
          .problems()
          .error(
              ProblemCode.NOT_AN_ENTITY,
              component,
              what,
              name + " is no entity",
              "Annotate it with @Entity, or refer to an entity.");
      return Optional.empty();
    }
    TypeElement entity = element.get();
    if (path.contains(entity)) {
      round
          .problems()
          .error(
              ProblemCode.INVALID_KEY,
              component,
              what,
              "the key of " + entity.getSimpleName() + " refers to itself",
              "Let one of the keys be a value.");
      return Optional.empty();
    }
    Optional<Target> target = target(entity);
    if (target.isEmpty()) {
      round
          .problems()
          .error(
              ProblemCode.NOT_AN_ENTITY,
              component,
              what,
              entity.getSimpleName() + " has no key that can be read",
              "Mark its key with @Id.");
    }
    return target;
  }

  private Optional<Target> target(TypeElement entity) {
    Round quiet = new Round(round.elements(), round.types(), Problems.quiet(), round.sources());
    List<TypeElement> longer = new ArrayList<>(path);
    longer.add(entity);
    TypeElement record = keyRecord(entity);
    String table = EntityReader.tableName(entity);
    ComponentReader reader =
        new ComponentReader(quiet, record, table, new TargetReader(quiet, longer));
    List<Component> ids = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      if (Components.has(component, Id.class)) {
        Optional<Component> id = reader.read(component);
        if (id.isEmpty()) {
          return Optional.empty();
        }
        ids.add(id.get());
      }
    }
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new Target(
            Names.of(entity, round.elements()),
            table,
            Keys.of(Names.of(entity, round.elements()), ids)));
  }

  /** The record that has the key: the first one of a sealed hierarchy. */
  private static TypeElement keyRecord(TypeElement entity) {
    TypeElement at = entity;
    while (at.getKind() == ElementKind.INTERFACE && !at.getPermittedSubclasses().isEmpty()) {
      Optional<TypeElement> first =
          ValueTypes.element(at.getPermittedSubclasses().get(0));
      if (first.isEmpty()) {
        break;
      }
      at = first.get();
    }
    return at;
  }
}
