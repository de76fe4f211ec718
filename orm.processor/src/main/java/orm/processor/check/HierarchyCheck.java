package orm.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.HierarchyModel;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/** Checks that the records of a sealed interface can share a table. */
final class HierarchyCheck {
  private final Problems problems;
  private final HierarchyModel hierarchy;

  HierarchyCheck(Problems problems, HierarchyModel hierarchy) {
    this.problems = problems;
    this.hierarchy = hierarchy;
  }

  void check() {
    RecordModel first = hierarchy.subtypes().get(0).record();
    List<String> key = first.ids().stream().map(Component::name).toList();
    for (SubtypeModel subtype : hierarchy.subtypes()) {
      RecordModel record = subtype.record();
      List<String> ids = record.ids().stream().map(Component::name).toList();
      if (ids.isEmpty()) {
        problems.error(
            ProblemCode.NO_ID,
            record.element(),
            "Cannot map " + record.name().simpleName(),
            "no component is its key",
            "Mark one with @Id, or several for a key of several columns.");
      } else if (!ids.equals(key) && !key.isEmpty()) {
        problems.error(
            ProblemCode.INVALID_HIERARCHY,
            record.element(),
            "Cannot map " + record.name().simpleName(),
            "its key is " + ids + ", and that of " + first.name().simpleName() + " is " + key,
            "Give all subtypes the same key components.");
      }
      for (Component component : record.components()) {
        component(subtype, component);
      }
    }
  }

  private void component(SubtypeModel subtype, Component component) {
    if (component instanceof Component.Value value) {
      boolean ofAll =
          value.column().role() == ColumnSchema.Role.VERSION || value.column().madeByDatabase();
      if (ofAll
          && hierarchy.labels(component.name()).size() < hierarchy.subtypes().size()) {
        error(
            subtype,
            component,
            "not every subtype has it",
            "Add it to all of them, or remove @Version or @Generated.");
      }
    }
    for (SubtypeModel earlier : hierarchy.subtypes()) {
      if (earlier.equals(subtype)) {
        return;
      }
      Optional<Component> other = earlier.record().component(component.name());
      if (other.isPresent() && !shape(other.get()).equals(shape(component))) {
        error(
            subtype,
            component,
            "its type or columns differ from " + earlier.record().name().simpleName() + "."
                + component.name(),
            "Declare both alike, but for being nullable, or rename one.");
        return;
      }
    }
  }

  /** What two components must have in common to share columns. */
  private static List<Object> shape(Component component) {
    List<Object> shape = new ArrayList<>();
    shape.add(component.id());
    for (ColumnSchema column : component.columns()) {
      shape.add(List.of(
          column.name(), column.component(), column.type(), column.origin(), column.role()));
    }
    shape.addAll(component.foreignKeys());
    if (component instanceof Component.Value value) {
      ValueType type = value.value();
      shape.add(type.boxed());
    } else if (component instanceof Component.Embedded embedded) {
      shape.add(embedded.record().name());
    }
    return shape;
  }

  private void error(SubtypeModel subtype, Component component, String why, String fix) {
    problems.error(
        ProblemCode.INVALID_HIERARCHY,
        component.element(),
        "Cannot map " + subtype.record().name().simpleName() + "." + component.name(),
        why,
        fix);
  }
}
