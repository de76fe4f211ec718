package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Index;
import orm.api.annotation.Unique;
import orm.processor.model.Constraint;

/** Reads the constraints and indexes that are declared on a record and on its components. */
final class ConstraintReader {
  private ConstraintReader() {}

  /** Those of the components in their order, then those of the record. */
  static List<Constraint> read(TypeElement record) {
    List<Constraint> constraints = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      read(component, component.getSimpleName().toString(), constraints);
    }
    read(record, null, constraints);
    return constraints;
  }

  private static void read(
      Element element, @Nullable String component, List<Constraint> constraints) {
    for (Unique unique : element.getAnnotationsByType(Unique.class)) {
      List<String> columns = List.of(unique.value());
      constraints.add(
          new Constraint.Unique(name(unique.name()), orComponent(columns, component), element));
    }
    for (Index index : element.getAnnotationsByType(Index.class)) {
      constraints.add(new Constraint.Index(
          name(index.name()),
          orComponent(List.of(index.value()), component).stream()
              .map(ConstraintReader::part)
              .toList(),
          name(index.where()),
          index.unique(),
          element));
    }
    for (Check check : element.getAnnotationsByType(Check.class)) {
      constraints.add(new Constraint.Check(name(check.name()), check.value(), component, element));
    }
  }

  private static List<String> orComponent(List<String> columns, @Nullable String component) {
    return columns.isEmpty() && component != null ? List.of(component) : columns;
  }

  private static @Nullable String name(String name) {
    return name.isEmpty() ? null : name;
  }

  private static Constraint.Part part(String text) {
    String trimmed = text.strip();
    boolean descending = trimmed.endsWith(" desc");
    String what = descending ? trimmed.substring(0, trimmed.length() - 5).strip() : trimmed;
    return new Constraint.Part(what, what.startsWith("("), descending);
  }
}
