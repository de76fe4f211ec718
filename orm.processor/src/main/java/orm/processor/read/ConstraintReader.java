package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.FullText;
import orm.api.annotation.Index;
import orm.api.annotation.Unique;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.SqlHoles;

/** Reads the constraints and indexes that are declared on a type and on its components. */
final class ConstraintReader {
  private ConstraintReader() {}

  static List<Constraint> ofComponent(RecordComponentElement component) {
    return read(component, component.getSimpleName().toString());
  }

  static List<Constraint> ofType(TypeElement type) {
    return read(type, null);
  }

  /** Those of an embedded record, with components named as seen from outside. */
  static List<Constraint> ofEmbedded(Component component) {
    List<Constraint> constraints = new ArrayList<>();
    if (component instanceof Component.Embedded embedded) {
      String prefix = component.name() + ".";
      for (Constraint constraint : embedded.record().constraints()) {
        constraints.add(prefixed(constraint, prefix, component.element()));
      }
    }
    return constraints;
  }

  private static List<Constraint> read(Element element, @Nullable String component) {
    List<Constraint> constraints = new ArrayList<>();
    for (Unique unique : element.getAnnotationsByType(Unique.class)) {
      List<String> components = orComponent(List.of(unique.value()), component);
      constraints.add(new Constraint.Unique(given(unique.name()), components, element));
    }
    for (Index index : element.getAnnotationsByType(Index.class)) {
      constraints.add(new Constraint.Index(
          given(index.name()),
          orComponent(List.of(index.value()), component).stream()
              .map(ConstraintReader::part)
              .toList(),
          given(index.where()),
          index.unique(),
          element));
    }
    for (FullText text : element.getAnnotationsByType(FullText.class)) {
      List<String> components = orComponent(List.of(text.value()), component);
      constraints.add(
          new Constraint.FullText(given(text.name()), components, text.language(), element));
    }
    for (Check check : element.getAnnotationsByType(Check.class)) {
      constraints.add(
          new Constraint.Check(given(check.name()), check.value(), component, null, element));
    }
    return constraints;
  }

  private static List<String> orComponent(List<String> components, @Nullable String component) {
    return components.isEmpty() && component != null ? List.of(component) : components;
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Constraint.Part part(String text) {
    String trimmed = text.strip();
    boolean descending = trimmed.endsWith(" desc");
    String what = descending ? trimmed.substring(0, trimmed.length() - 5).strip() : trimmed;
    return new Constraint.Part(what, what.startsWith("("), descending);
  }

  private static Constraint prefixed(Constraint constraint, String prefix, Element element) {
    if (constraint instanceof Constraint.Unique unique) {
      return new Constraint.Unique(
          unique.name(), unique.components().stream().map(prefix::concat).toList(), element);
    }
    if (constraint instanceof Constraint.Check check) {
      String component = check.component() == null ? null : prefix + check.component();
      return new Constraint.Check(
          check.name(),
          SqlHoles.replace(check.sql(), prefix::concat),
          component,
          check.rule(),
          element);
    }
    if (constraint instanceof Constraint.FullText text) {
      return new Constraint.FullText(
          text.name(),
          text.components().stream().map(prefix::concat).toList(),
          text.language(),
          element);
    }
    Constraint.Index index = (Constraint.Index) constraint;
    String where = index.where() == null ? null : SqlHoles.replace(index.where(), prefix::concat);
    return new Constraint.Index(
        index.name(),
        index.parts().stream().map(part -> prefixed(part, prefix)).toList(),
        where,
        index.unique(),
        element);
  }

  private static Constraint.Part prefixed(Constraint.Part part, String prefix) {
    String text =
        part.expression() ? SqlHoles.replace(part.text(), prefix::concat) : prefix + part.text();
    return new Constraint.Part(text, part.expression(), part.descending());
  }
}
