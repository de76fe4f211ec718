package orm.processor.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.api.schema.ForeignKeySchema;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.SqlHoles;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;
import orm.processor.schema.ComponentColumns;
import orm.processor.schema.Constraints;

/** Checks constraints, indexes and SQL texts: that the components they name are there. */
final class ConstraintCheck {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9_]*");

  private final Problems problems;
  private final String table;
  private final Element record;
  private final Set<Element> embedded = new HashSet<>();
  private boolean readable = true;

  ConstraintCheck(Problems problems, String table, Element record) {
    this.problems = problems;
    this.table = table;
    this.record = record;
  }

  /** Checks components and the names of constraints; returns whether all components are there. */
  boolean check(List<Component> components, List<Constraint> constraints) {
    if (components(components, constraints)) {
      names(new Constraints(table, new ComponentColumns(components)), constraints, components);
    }
    return readable;
  }

  /** Checks that every component that is named is there. */
  boolean components(List<Component> components, List<Constraint> constraints) {
    ComponentColumns known = new ComponentColumns(components);
    for (Component component : components) {
      if (component instanceof Component.Embedded) {
        embedded.add(component.element());
      }
      for (ColumnSchema column : component.columns()) {
        if (column.defaultSql() != null) {
          known("@Default", SqlHoles.in(column.defaultSql()), known, component.element());
        }
      }
    }
    for (Constraint constraint : constraints) {
      Element where = constraint.element();
      if (constraint instanceof Constraint.Unique unique) {
        placement("@Unique", unique.components().isEmpty(), unique.components().size(), where);
        known("@Unique", unique.components(), known, where);
      } else if (constraint instanceof Constraint.Index index) {
        placement("@Index", index.parts().isEmpty(), 1, where);
        known("@Index", named(index), known, where);
      } else if (constraint instanceof Constraint.FullText text) {
        placement("@FullText", text.components().isEmpty(), text.components().size(), where);
        known("@FullText", text.components(), known, where);
        texts(text, components);
      } else if (constraint instanceof Constraint.Check check) {
        known("@Check", SqlHoles.in(check.sql()), known, where);
      }
    }
    return readable;
  }

  private static List<String> named(Constraint.Index index) {
    List<String> names = new ArrayList<>();
    for (Constraint.Part part : index.parts()) {
      names.addAll(part.expression() ? SqlHoles.in(part.text()) : List.of(part.text()));
    }
    if (index.where() != null) {
      names.addAll(SqlHoles.in(index.where()));
    }
    return names;
  }

  /** On a record components are named, on a component they are not. */
  private void placement(String annotation, boolean empty, int size, Element where) {
    boolean onComponent = where.getKind() == ElementKind.RECORD_COMPONENT;
    if (!onComponent && empty) {
      error(
          where,
          annotation,
          "it names no component",
          "Name the components, or move it to a component.");
    } else if (onComponent && size > 1) {
      error(
          where,
          annotation,
          "it stands on a component and names " + size,
          "Move it to the record.");
    }
  }

  private void known(String annotation, List<String> names, ComponentColumns known, Element where) {
    for (String name : names) {
      if (known.of(name).isEmpty()) {
        error(
            where,
            annotation,
            "there is no component \"" + name + "\"",
            "Name one of " + String.join(", ", known.names()) + ".");
      }
    }
  }

  /** Checks that there are words to be found in what is named, in a way that can be named. */
  private void texts(Constraint.FullText text, List<Component> components) {
    Set<String> seen = new HashSet<>();
    for (String name : text.components()) {
      boolean holdsNone = components.stream()
          .flatMap(component -> component.columns().stream())
          .anyMatch(column ->
              column.component().equals(name) && column.type().kind() != ColumnType.Kind.TEXT);
      boolean refers = components.stream()
          .flatMap(component -> component.foreignKeys().stream())
          .anyMatch(key -> key.component().equals(name));
      if (holdsNone || refers) {
        invalid(
            text, "component \"" + name + "\" holds no text", "Name components of type String.");
      } else if (!seen.add(name)) {
        invalid(text, "it names \"" + name + "\" twice", "Name it once.");
      }
    }
    if (!LANGUAGE.matcher(text.language()).matches()) {
      invalid(
          text,
          "\"" + text.language() + "\" is no name of a language",
          "Use simple, or a text search configuration of PostgreSQL such as english.");
    }
  }

  private void invalid(Constraint.FullText text, String why, String fix) {
    readable = false;
    if (!embedded.contains(text.element())) {
      problems.error(
          ProblemCode.INVALID_FULL_TEXT,
          text.element(),
          "Cannot read @FullText of " + text.element().getSimpleName(),
          why,
          fix);
    }
  }

  private void error(Element where, String annotation, String why, String fix) {
    readable = false;
    if (embedded.contains(where)) {
      return; // reported at the embedded record
    }
    problems.error(
        ProblemCode.UNKNOWN_COMPONENT,
        where,
        "Cannot read " + annotation + " of " + where.getSimpleName(),
        why,
        fix);
  }

  private void names(
      Constraints constraints, List<Constraint> declared, List<Component> components) {
    Map<String, Object> seen = new HashMap<>();
    for (Constraint constraint : declared) {
      Object content = constraints.content(constraint);
      name(constraints.name(constraint), content, constraint.element(), seen);
    }
    for (Component component : components) {
      for (ForeignKeySchema key : component.foreignKeys()) {
        if (key.name() != null) {
          name(key.name(), key, component.element(), seen);
        }
      }
    }
  }

  private void name(String name, Object content, Element where, Map<String, Object> seen) {
    String fix = "Name it in the annotation with name = \"…\".";
    new NameCheck(problems).name("constraint", name, where, fix);
    Object other = seen.putIfAbsent(name, content);
    boolean shared = content.equals(other) && record.getKind().isInterface();
    if (other != null && !shared) {
      problems.error(
          ProblemCode.INVALID_NAME,
          where,
          "Cannot make constraint \"" + name + "\"",
          "there is one of this name already",
          fix);
    }
  }
}
