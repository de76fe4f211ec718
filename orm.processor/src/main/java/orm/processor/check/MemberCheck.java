package orm.processor.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.InversePath;
import orm.processor.model.JavaName;
import orm.processor.model.LinkPath;
import orm.processor.model.Members;
import orm.processor.model.ProjectionModel;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/**
 * Checks that the members of a generated class have names of their own. A component called like a
 * member that the class inherits does no harm, as it becomes a field; a path is a method.
 */
final class MemberCheck {
  private static final Set<String> OF_OBJECTS = Set.of(
      "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
  private static final Set<String> OF_TABLES =
      Set.of("keyColumns", "mapping", "name", "reader", "schema", "source", "table");
  private static final Set<String> OF_EMBEDDED = Set.of("parts", "reader");
  private static final Set<String> NESTED = Set.of("Edit", "Key", "Mapping");

  private final Problems problems;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();

  MemberCheck(Problems problems) {
    this.problems = problems;
  }

  void entity(EntityModel entity) {
    table(entity.record().name(), entity.record().element());
    components(entity.record(), entity.record().components());
    inverses(entity.inverses());
    links(entity.links());
    textIndexes(entity.record().constraints());
  }

  void hierarchy(HierarchyModel hierarchy) {
    table(hierarchy.name(), hierarchy.element());
    RecordModel first = hierarchy.subtypes().get(0).record();
    field(hierarchy.discriminatorField(), "the discriminator", hierarchy.element());
    components(first, hierarchy.common());
    inverses(hierarchy.inverses());
    links(hierarchy.links());
    textIndexes(hierarchy.commonConstraints());
    for (SubtypeModel subtype : hierarchy.subtypes()) {
      String path = Members.narrowing(subtype);
      Element where = subtype.record().element();
      method(path, "subtype " + subtype.label(), where);
      method(Members.test(subtype), "the test for subtype " + subtype.label(), where);
      MemberCheck ofSubtype = new MemberCheck(problems);
      ofSubtype.table(subtype.record().name(), where);
      ofSubtype.components(subtype.record(), subtype.record().components());
      ofSubtype.textIndexes(subtype.record().constraints());
    }
  }

  void projection(ProjectionModel projection) {
    if (projection.root().isPresent() && projection.flat()) {
      fields.put("SHAPE", "a constant of the generated class");
    }
    nested(projection.name(), projection.element());
    for (ProjectionModel.Part part : projection.parts()) {
      field(part.name(), "component " + part.name(), part.declared().element());
    }
  }

  void embeddable(RecordModel record) {
    OF_OBJECTS.forEach(name -> methods.put(name, "a method of every object"));
    OF_EMBEDDED.forEach(name -> methods.put(name, "a method of every generated class"));
    nested(record.name(), record.element());
    for (Component component : record.components()) {
      if (component instanceof Component.Reference) {
        method(component.name(), "reference " + component.name(), component.element());
      }
      if (component.name().equals(RecordModel.NULLABLE_COMPONENTS)) {
        clash(component.name(), "a constant of the generated class", component.element());
      }
    }
  }

  private void table(JavaName name, Element element) {
    OF_OBJECTS.forEach(method -> methods.put(method, "a method of every object"));
    OF_TABLES.forEach(method -> methods.put(method, "a method of every table"));
    fields.put(name.constant(), "the constant of the table");
    fields.put(RecordModel.NULLABLE_COMPONENTS, "a constant of the generated class");
    nested(name, element);
  }

  /** Types of the unnamed package cannot be told from member types by their full name. */
  private void nested(JavaName name, Element element) {
    if (name.packageName().isEmpty() && NESTED.contains(name.outermost())) {
      clash(name.outermost(), "a class inside the generated class", element);
    }
  }

  private void components(RecordModel record, List<Component> components) {
    for (Component component : components) {
      field(component.name(), "component " + component.name(), component.element());
      if (component instanceof Component.Reference) {
        method(component.name(), "reference " + component.name(), component.element());
      }
    }
    for (Component component : components) {
      if (Members.hasUniqueKey(record, component)) {
        String key = Members.uniqueKey(component);
        field(key, "the key of component " + component.name(), component.element());
      }
    }
  }

  private void inverses(List<InversePath> inverses) {
    for (InversePath path : inverses) {
      if (!SourceVersion.isName(path.name())) {
        problems.error(
            ProblemCode.INVALID_ONE_TO_MANY,
            path.element(),
            "Cannot make a path \"" + path.name() + "\"",
            "it is no name of a method",
            "Use letters and digits, and no word of Java.");
      }
      method(path.name(), "path " + path.name(), path.element());
    }
  }

  /** A link is a field, like a reference, and a path. */
  private void links(List<LinkPath> links) {
    for (LinkPath path : links) {
      if (!SourceVersion.isName(path.name())) {
        problems.error(
            ProblemCode.INVALID_MANY_TO_MANY,
            path.element(),
            "Cannot make a path \"" + path.name() + "\"",
            "it is no name of a method",
            "Use letters and digits, and no word of Java.");
      }
      field(path.name(), "path " + path.name(), path.element());
      method(path.name(), "path " + path.name(), path.element());
    }
  }

  private void textIndexes(List<Constraint> declared) {
    for (Constraint constraint : declared) {
      if (constraint instanceof Constraint.FullText text) {
        String name = Members.textIndex(text);
        if (SourceVersion.isName(name)) {
          field(name, "text index " + name, text.element());
        } else {
          problems.error(
              ProblemCode.INVALID_FULL_TEXT,
              text.element(),
              "Cannot make a field \"" + name + "\" for @FullText",
              "it is no name of a field",
              "Give it a name of letters, digits and underscores.");
        }
      }
    }
  }

  private void field(String name, String owner, Element where) {
    String other = fields.putIfAbsent(name, owner);
    if (other != null) {
      clash(name, other, where);
    }
  }

  private void method(String name, String owner, Element where) {
    String other = methods.putIfAbsent(name, owner);
    if (other != null) {
      clash(name + "()", other, where);
    }
  }

  private void clash(String name, String other, Element where) {
    problems.error(
        ProblemCode.NAME_CLASH,
        where,
        "Cannot generate " + name + " for " + where.getSimpleName(),
        "it is the name of " + other,
        "Choose another name; the column keeps its own with @Column(\"…\").");
  }
}
