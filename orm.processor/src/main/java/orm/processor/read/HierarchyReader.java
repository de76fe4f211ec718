package orm.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.api.annotation.Subtype;
import orm.processor.model.Component;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.KeyModel;
import orm.processor.model.LinkPath;
import orm.processor.model.SubtypeModel;
import orm.processor.model.Target;
import orm.processor.report.ProblemCode;

/** Reads entities that are sealed interfaces. */
public final class HierarchyReader {
  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round the compilation
   */
  public HierarchyReader(Round round) {
    this.round = round;
  }

  /**
   * Reads an entity.
   *
   * @param entity an interface with {@code @Entity}
   * @return the entity; empty if a problem was reported
   */
  public Optional<HierarchyModel> read(TypeElement entity) {
    int before = round.problems().count();
    List<TypeElement> records = Hierarchies.records(entity);
    if (!Hierarchies.isSealedInterface(entity) || records.isEmpty()) {
      round.cannotMap(
          ProblemCode.NOT_A_RECORD,
          entity,
          "an entity is a record, or a sealed interface of records",
          "Make it a record, or seal it.");
      return Optional.empty();
    }
    String table = Tables.name(entity);
    List<SubtypeModel> subtypes = new ArrayList<>();
    Map<String, TypeElement> labels = new HashMap<>();
    for (TypeElement record : records) {
      subtype(entity, record, table, labels).ifPresent(subtypes::add);
    }
    Entity annotation = entity.getAnnotation(Entity.class);
    HierarchyModel model = new HierarchyModel(
        Names.of(entity, round.elements()),
        Names.isVisible(entity),
        table,
        ColumnNames.renamedFrom(entity),
        annotation.discriminator(),
        subtypes,
        new InverseReader(round).read(entity),
        links(entity, table, subtypes),
        ConstraintReader.ofType(entity),
        CachedReader.read(entity, round),
        entity);
    return round.problems().count() > before ? Optional.empty() : Optional.of(model);
  }

  /**
   * Reads the entity that a record is a subtype of.
   *
   * @param record a record with {@code @Subtype}
   * @return the entity; empty if a problem was reported
   */
  public Optional<HierarchyModel> readEntityOf(TypeElement record) {
    Optional<TypeElement> entity = Hierarchies.entityOf(record);
    if (entity.isEmpty() || !Hierarchies.records(entity.get()).contains(record)) {
      round.cannotMap(
          ProblemCode.INVALID_HIERARCHY,
          record,
          "@Subtype means nothing without a sealed interface that is an entity",
          "Annotate the interface with @Entity, or remove @Subtype.");
      return Optional.empty();
    }
    return read(entity.get());
  }

  private List<LinkPath> links(TypeElement entity, String table, List<SubtypeModel> subtypes) {
    List<Component> ids =
        subtypes.stream().findFirst().map(it -> it.record().ids()).orElse(List.of());
    if (ids.isEmpty()) {
      return List.of(); // said elsewhere
    }
    JavaName name = Names.of(entity, round.elements());
    return new LinkReader(round, entity, new Target(name, table, KeyModel.of(name, ids))).read();
  }

  private Optional<SubtypeModel> subtype(
      TypeElement entity, TypeElement record, String table, Map<String, TypeElement> labels) {
    Subtype annotation = record.getAnnotation(Subtype.class);
    String name = record.getSimpleName().toString();
    if (record.getKind() != ElementKind.RECORD) {
      refuse(record, "a subtype of an entity is a record", "Make " + name + " a record.");
      return Optional.empty();
    }
    if (Annotations.has(record, Entity.class)) {
      refuse(
          record,
          "it shares the table of " + entity.getSimpleName(),
          "Keep @Entity on the interface only.");
      return Optional.empty();
    }
    if (annotation == null) {
      refuse(
          record,
          "nothing tells its rows from those of other subtypes",
          "Annotate it with @Subtype(\"…\").");
      return Optional.empty();
    }
    String label = annotation.value();
    if (label.isEmpty()) {
      refuse(record, "its discriminator value is empty", "Name it in @Subtype.");
    }
    TypeElement other = labels.putIfAbsent(label, record);
    if (other != null) {
      refuse(
          record,
          other.getSimpleName() + " has the discriminator value " + label + " too",
          "Give each subtype its own.");
    }
    if (!round.elements().getPackageOf(record).equals(round.elements().getPackageOf(entity))) {
      refuse(
          record,
          "it stands in another package than " + entity.getSimpleName(),
          "Move it there: their generated classes read each other's columns.");
    }
    return new RecordReader(round)
        .readRow(record, table)
        .map(model -> new SubtypeModel(label, model));
  }

  private void refuse(TypeElement record, String why, String fix) {
    round.cannotMap(ProblemCode.INVALID_HIERARCHY, record, why, fix);
  }
}
