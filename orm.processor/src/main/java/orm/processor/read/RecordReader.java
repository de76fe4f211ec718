package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Entity;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.RecordModel;
import orm.processor.report.ProblemCode;

/** Reads records with all their components. */
public final class RecordReader {
  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round the compilation
   */
  public RecordReader(Round round) {
    this.round = round;
  }

  /**
   * Reads an embeddable record.
   *
   * @param record a type with {@code @Embeddable}
   * @return the record, its columns without prefix; empty if a problem was reported
   */
  public Optional<RecordModel> readEmbeddable(TypeElement record) {
    return readEmbeddable(record, List.of());
  }

  Optional<RecordModel> readEmbeddable(TypeElement record, List<TypeElement> path) {
    List<TypeElement> longer = new ArrayList<>(path);
    longer.add(record);
    return read(record, "", longer);
  }

  /** Reads a record whose instances are rows; empty if a problem was reported. */
  Optional<RecordModel> readRow(TypeElement record, String table) {
    return read(record, table, List.of(record));
  }

  private Optional<RecordModel> read(TypeElement record, String table, List<TypeElement> path) {
    int before = round.problems().count();
    if (!isUsable(record)) {
      return Optional.empty();
    }
    ComponentReader reader = new ComponentReader(round, record, table, path);
    List<Component> components = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (RecordComponentElement element : record.getRecordComponents()) {
      Optional<Component> component = reader.read(element);
      component.ifPresent(components::add);
      constraints.addAll(ConstraintReader.ofComponent(element));
      component.ifPresent(it -> constraints.addAll(JakartaChecks.of(element, it)));
      component.ifPresent(it -> constraints.addAll(ConstraintReader.ofEmbedded(it)));
    }
    constraints.addAll(ConstraintReader.ofType(record));
    if (components.isEmpty() && round.problems().count() == before) {
      round.cannotMap(
          ProblemCode.UNMAPPABLE_TYPE, record, "it has no components", "Give it at least one.");
    }
    return round.problems().count() > before
        ? Optional.empty()
        : Optional.of(new RecordModel(
            Names.of(record, round.elements()),
            Names.isVisible(record),
            components,
            constraints,
            Deprecation.warnings(record),
            record));
  }

  /** Whether generated code can make a record of this type. */
  boolean isUsable(TypeElement record) {
    if (record.getKind() != ElementKind.RECORD) {
      round.cannotMap(ProblemCode.NOT_A_RECORD, record, "it is no record", "Make it a record.");
      return false;
    }
    if (Annotations.has(record, Entity.class) && Annotations.has(record, Embeddable.class)) {
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION,
          record,
          "it is either a row or a part of one",
          "Keep one of @Entity and @Embeddable.");
      return false;
    }
    if (!record.getTypeParameters().isEmpty()) {
      round.cannotMap(
          ProblemCode.GENERIC_RECORD,
          record,
          "a table has no type parameters",
          "Remove the type parameters, or write a record for each type.");
      return false;
    }
    if (Names.isPrivate(record)) {
      round.cannotMap(
          ProblemCode.PRIVATE_RECORD,
          record,
          "it is private, or stands in a private type, so generated code cannot use it",
          "Remove the word private.");
      return false;
    }
    return true;
  }
}
