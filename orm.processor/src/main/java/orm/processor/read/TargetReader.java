package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;
import orm.processor.model.Component;
import orm.processor.model.JavaName;
import orm.processor.model.KeyModel;
import orm.processor.model.Target;
import orm.processor.report.ProblemCode;

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

  /** Reads a target; empty if a problem was reported. */
  Optional<Target> read(RecordComponentElement component, TypeMirror type) {
    Optional<TypeElement> element = ValueTypes.element(type);
    if (element.isEmpty() || !Annotations.has(element.get(), Entity.class)) {
      notAnEntity(component, element, type);
      return Optional.empty();
    }
    TypeElement entity = element.get();
    if (path.contains(entity)) {
      round.cannotMap(
          ProblemCode.INVALID_KEY,
          component,
          "the key of " + entity.getSimpleName() + " would hold itself",
          "Let one of the keys on the way be a value.");
      return Optional.empty();
    }
    return target(entity);
  }

  private void notAnEntity(Element component, Optional<TypeElement> element, TypeMirror type) {
    String name = element.map(it -> it.getSimpleName().toString()).orElse(type.toString());
    boolean subtype = element.filter(it -> Annotations.has(it, Subtype.class)).isPresent();
    round.cannotMap(
        ProblemCode.NOT_AN_ENTITY,
        component,
        subtype ? "no foreign key can tell that a row is a " + name : name + " is no entity",
        subtype
            ? "Refer to the sealed interface."
            : "Annotate " + name + " with @Entity, or refer to an entity.");
  }

  /** Reads the key of an entity; what is wrong with it is reported there. */
  Optional<Target> target(TypeElement entity) {
    List<TypeElement> longer = new ArrayList<>(path);
    longer.add(entity);
    TypeElement record = Hierarchies.records(entity).stream().findFirst().orElse(entity);
    String table = Tables.name(entity);
    ComponentReader reader =
        new ComponentReader(round, record, table, new TargetReader(round, longer));
    List<Component> ids = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      if (Annotations.has(component, Id.class)) {
        Optional<Component> id = reader.read(component);
        if (id.isEmpty()) {
          return Optional.empty();
        }
        ids.add(id.get());
      }
    }
    if (ids.isEmpty()) {
      Keys.reportNone(record, round);
      return Optional.empty();
    }
    JavaName name = Names.of(entity, round.elements());
    return Optional.of(new Target(name, table, KeyModel.of(name, ids)));
  }
}
