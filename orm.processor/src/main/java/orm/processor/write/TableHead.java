package orm.processor.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;
import orm.processor.model.LinkPath;
import orm.processor.model.Members;
import orm.processor.model.RecordModel;
import orm.processor.model.ValueType;
import orm.processor.schema.Constraints;

/** Writes what the generated classes of all tables have in common. */
final class TableHead {
  static final JavaName SOURCE = JavaName.of("orm.api.expression.Source");
  private static final JavaName TABLE = JavaName.of("orm.api.model.EntityTable");
  private static final JavaName LINK = JavaName.of("orm.api.model.Link");
  private static final JavaName TEXT_INDEX = JavaName.of("orm.api.expression.TextIndex");
  private static final JavaName UNIQUE_KEY = JavaName.of("orm.api.model.UniqueKey");

  private final SourceWriter out;
  private final ValueCode values;
  private final JavaName entity;
  private final JavaName generated;
  private final KeyModel key;

  TableHead(SourceWriter out, ValueCode values, JavaName entity, KeyModel key) {
    this.out = out;
    this.values = values;
    this.entity = entity;
    this.generated = entity.generated();
    this.key = key;
  }

  /** Begins the class. */
  void open(String comment, boolean visible, List<String> warnings) {
    out.reserve("Edit", "Mapping");
    if (key.composite()) {
      out.reserve("Key");
    }
    String self = out.name(generated);
    String type = out.name(entity);
    out.doc(comment);
    out.annotations(warnings);
    out.openClass(
        (visible ? "public " : "") + "final class " + self,
        "extends " + out.name(TABLE),
        type,
        out.type(key.type()));
    out.enter(generated);
    out.doc("The table under its own name.");
    out.assign(
        "public static final " + self + " " + entity.constant(),
        Expr.text("new " + self + "(" + out.name(SOURCE) + ".root())"));
  }

  /** The fields of components. */
  void fields(List<Component> components, ColumnFields fields) {
    for (Component component : components) {
      out.blank();
      out.doc(ColumnFields.comment(component));
      out.assign(fields.declaration(component), fields.make(component));
    }
  }

  /** The constants of unique keys. */
  void uniqueKeys(RecordModel record, List<Component> components) {
    for (Component component : components) {
      if (Members.hasUniqueKey(record, component)) {
        JavaType value = component instanceof Component.Reference reference
            ? JavaType.of(
                JavaName.of("orm.api.model.Ref"), JavaType.of(reference.target().entity()))
            : keyType((Component.Value) component);
        out.blank();
        out.doc("Finds a row by {@code " + component.name() + "}.");
        out.assign(
            "public final "
                + out.type(JavaType.of(UNIQUE_KEY, JavaType.of(entity), value))
                + " "
                + Members.uniqueKey(component),
            Expr.call(
                "new " + out.name(UNIQUE_KEY) + "<>",
                Expr.text("this"),
                Expr.text(component.name())));
      }
    }
  }

  /** The fields of the indexes of words in texts. */
  void textIndexes(List<Constraint> declared, Constraints constraints, String source) {
    for (Constraint constraint : declared) {
      if (constraint instanceof Constraint.FullText text) {
        String name = constraints.name(text);
        out.blank();
        out.doc("Text index " + SourceWriter.code(name) + ".");
        out.assign(
            "public final " + out.type(JavaType.of(TEXT_INDEX, JavaType.of(entity))) + " "
                + Members.textIndex(text),
            Expr.call(
                "new " + out.name(TEXT_INDEX) + "<>",
                Expr.text(source),
                Expr.text(SourceWriter.quote(name))));
      }
    }
  }

  private static JavaType keyType(Component.Value component) {
    return component.value() instanceof ValueType.Many many
        ? JavaType.of(JavaName.of("java.util.List"), many.element().boxed())
        : component.value().boxed();
  }

  /** The fields of the relations that lead through link tables. */
  void links(List<LinkPath> links) {
    for (LinkPath link : links) {
      String list = out.name("java.util.List") + ".of";
      out.blank();
      out.doc("Link table " + SourceWriter.code(link.table()) + ".");
      out.assign(
          "public final "
              + out.type(JavaType.of(LINK, JavaType.of(entity), JavaType.of(link.target())))
              + " "
              + link.name(),
          Expr.call(
              "new " + out.name(LINK) + "<>",
              Expr.text("this"),
              Expr.text(SourceWriter.quote(link.name())),
              Expr.call(
                  "new " + out.name(SOURCE) + ".LinkTable",
                  Expr.text(SourceWriter.quote(link.table())),
                  Expr.call(list, quoted(link.left())),
                  Expr.call(list, quoted(link.right())))));
    }
  }

  /** Texts as string literals. */
  static List<Expr> quoted(List<String> texts) {
    return texts.stream().map(SourceWriter::quote).map(Expr::text).toList();
  }

  /** The constructor; {@code passed} is the source that it passes on. */
  void constructor(String table, String passed) {
    out.blank();
    out.doc("Makes an instance of the table, for a path or an alias.");
    out.method(
        "public " + out.name(generated), out.name(SOURCE) + "<" + out.name(entity) + "> source");
    out.line("super(" + SourceWriter.quote(table) + ", " + passed + ", Mapping.INSTANCE);");
    out.close();
  }

  void as(String source) {
    out.override();
    out.method("public " + out.name(generated) + " as", out.lang("String") + " alias");
    out.line("return new " + out.name(generated) + "(" + source + ".as(alias));");
    out.close();
  }

  /** The tables that references lead to, named only when asked for. */
  void target(List<Component> components, List<LinkPath> links) {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    components.forEach(component -> targets(component, "", targets));
    for (LinkPath link : links) {
      targets
          .computeIfAbsent(values.constant(link.target()), table -> new ArrayList<>())
          .add(link.name());
    }
    if (targets.isEmpty()) {
      return;
    }
    out.override();
    out.method("public " + out.name(TABLE) + "<?, ?> target", out.lang("String") + " component");
    out.open("return switch (component)");
    targets.forEach((target, paths) -> out.statement(
        "",
        Expr.lambda(
            "case " + paths.stream().map(SourceWriter::quote).collect(Collectors.joining(", ")),
            Expr.text(target))));
    out.line("default -> super.target(component);");
    out.closeWith(";");
    out.close();
  }

  /** The paths that lead to each table. */
  private void targets(Component component, String prefix, Map<String, List<String>> targets) {
    String path = prefix + component.name();
    if (component instanceof Component.Reference reference) {
      targets
          .computeIfAbsent(values.constant(reference.target()), table -> new ArrayList<>())
          .add(path);
    } else if (component instanceof Component.Embedded embedded) {
      embedded.record().components().forEach(it -> targets(it, path + ".", targets));
    }
  }

  /** The record for a key of several components. */
  void keyRecord() {
    if (!key.composite()) {
      return;
    }
    List<Expr> parts = new ArrayList<>();
    key.parts().forEach(part -> parts.add(Expr.text(out.type(part.unboxed()) + " " + part.name())));
    out.blank();
    out.doc("The key of {@link " + out.name(entity) + "}: the raw values of its components.");
    out.declaration(Expr.call("public record Key", parts), " {}");
  }
}
