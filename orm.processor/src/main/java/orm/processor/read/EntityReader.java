package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.api.annotation.RenamedFrom;
import orm.api.schema.Naming;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.RecordModel;
import orm.processor.report.ProblemCode;

/** Reads entities that are records. */
public final class EntityReader {
  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round the compilation
   */
  public EntityReader(Round round) {
    this.round = round;
  }

  /**
   * Reads an entity.
   *
   * @param entity a type with {@code @Entity}
   * @return the entity; empty if a problem was reported
   */
  public Optional<EntityModel> read(TypeElement entity) {
    int before = round.problems().count();
    String table = tableName(entity);
    if (entity.getKind() != ElementKind.RECORD) {
      round
          .problems()
          .error(
              ProblemCode.NOT_A_RECORD,
              entity,
              "Cannot map " + entity.getSimpleName(),
              "an entity is a record, or a sealed interface of records",
              "Make it a record.");
      return Optional.empty();
    }
    RecordModel record = record(entity, table);
    if (record.ids().isEmpty()) {
      round
          .problems()
          .error(
              ProblemCode.NO_ID,
              entity,
              "Cannot map " + entity.getSimpleName(),
              "no component is its key",
              "Mark one with @Id, or several for a composite key.");
    }
    if (round.problems().count() > before) {
      return Optional.empty();
    }
    RenamedFrom renamed = entity.getAnnotation(RenamedFrom.class);
    return Optional.of(new EntityModel(
        record,
        table,
        renamed == null ? null : renamed.value(),
        Keys.of(record.name(), record.ids()),
        List.of()));
  }

  private RecordModel record(TypeElement element, String table) {
    ComponentReader reader = new ComponentReader(round, element, table, new TargetReader(round));
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      reader.read(component).ifPresent(components::add);
    }
    return new RecordModel(
        Names.of(element, round.elements()),
        Names.isVisible(element),
        components,
        ConstraintReader.read(element),
        element);
  }

  /** The logical name of the table of an entity. */
  static String tableName(TypeElement entity) {
    Entity annotation = entity.getAnnotation(Entity.class);
    return annotation == null || annotation.table().isEmpty()
        ? Naming.snakeCase(entity.getSimpleName().toString())
        : annotation.table();
  }
}
