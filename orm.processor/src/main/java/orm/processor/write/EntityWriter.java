package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.TableSchema;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.EntityModel;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;
import orm.processor.model.RecordModel;

/** Writes the class of an entity that is a record. */
public final class EntityWriter {
  private static final JavaName SOURCE = JavaName.of("orm.api.expression.Source");

  private final SourceWriter out;
  private final EntityModel entity;
  private final TableSchema schema;
  private final RecordModel record;
  private final JavaName generated;
  private final String type;
  private final String self;
  private final Helpers helpers;
  private final ValueCode values;

  /**
   * Makes a writer.
   *
   * @param entity the entity
   * @param schema its table
   * @param surroundings what is there to be used
   */
  public EntityWriter(EntityModel entity, TableSchema schema, Surroundings surroundings) {
    this.entity = entity;
    this.schema = schema;
    this.record = entity.record();
    this.generated = record.name().generated();
    this.out = surroundings.writer(record.name().packageName());
    out.reserve("Mapping", "Edit");
    if (entity.key().composite()) {
      out.reserve("Key");
    }
    this.self = out.name(generated);
    this.type = out.type(JavaType.of(record.name()));
    this.helpers = new Helpers(self);
    this.values = new ValueCode(out, helpers);
  }

  /** {@return the source of the class} */
  public String write() {
    head();
    boolean hidden = record.components().stream().anyMatch(c -> c.name().equals("source"));
    String source = hidden ? "super.source" : "source";
    out.doc("The table under its own name.");
    out.assign(
        "public static final " + self + " " + record.name().constant(),
        Expr.text("new " + self + "(" + out.name(SOURCE) + ".root())"));
    ColumnFields fields = new ColumnFields(out, values, JavaType.of(record.name()), source);
    record.components().forEach(fields::write);
    uniqueKeys();
    PathWriter paths = new PathWriter(out, entity, source);
    paths.fields();
    constructor(source);
    target();
    paths.methods();
    EditWriter edit = new EditWriter(out, record);
    edit.method();
    int place = out.place();
    keyRecord();
    new MappingWriter(out, entity, schema, values).write();
    out.writeAt(place, () -> helpers.write(out, values));
    edit.nestedClass();
    out.close();
    return out.file(
        "Generated from " + record.name().qualifiedName() + "; edit that record instead.");
  }

  private void head() {
    out.doc("Table {@code " + entity.table() + "}, whose rows are {@link " + type + "}.");
    out.annotations();
    out.open((record.visible() ? "public " : "")
        + "final class "
        + self
        + " extends "
        + out.name("orm.api.model.EntityTable")
        + "<"
        + type
        + ", "
        + out.type(entity.key().type())
        + ">");
  }

  private void uniqueKeys() {
    for (Constraint constraint : record.constraints()) {
      if (constraint instanceof Constraint.Unique unique && unique.element() != record.element()) {
        record.components().stream()
            .filter(component -> unique.components().equals(List.of(component.name())))
            .forEach(this::uniqueKey);
      }
    }
  }

  private void uniqueKey(Component component) {
    JavaType value = component instanceof Component.Value single
        ? single.value().boxed()
        : JavaType.of(
            JavaName.of("orm.api.model.Ref"),
            JavaType.of(((Component.Reference) component).target().entity()));
    JavaName uniqueKey = JavaName.of("orm.api.model.UniqueKey");
    out.blank();
    out.doc("Finds a row by {@code " + component.name() + "}.");
    out.assign(
        "public final "
            + out.type(JavaType.of(uniqueKey, JavaType.of(record.name()), value))
            + " by"
            + Locals.capitalized(component.name()),
        Expr.call(
            "new " + out.name(uniqueKey) + "<>", Expr.text("this"), Expr.text(component.name())));
  }

  private void constructor(String source) {
    out.blank();
    out.doc("Makes an instance of the table, for a path or an alias.");
    out.method("public " + self, out.name(SOURCE) + "<" + type + "> source");
    out.line("super(" + SourceWriter.quote(entity.table()) + ", source, Mapping.INSTANCE);");
    out.close();
    out.blank();
    out.line("@Override");
    out.method("public " + self + " as", "String alias");
    out.line("return new " + self + "(" + source + ".as(alias));");
    out.close();
  }

  private void target() {
    List<Component.Reference> references = new ArrayList<>();
    for (Component component : record.components()) {
      if (component instanceof Component.Reference reference) {
        references.add(reference);
      }
    }
    if (references.isEmpty()) {
      return;
    }
    out.blank();
    out.line("@Override");
    out.method(
        "public " + out.name("orm.api.model.EntityTable") + "<?, ?> target", "String component");
    out.open("return switch (component)");
    for (Component.Reference reference : references) {
      out.line("case " + SourceWriter.quote(reference.name()) + " -> "
          + values.constant(reference.target()) + ";");
    }
    out.line("default -> super.target(component);");
    out.closeWith(";");
    out.close();
  }

  private void keyRecord() {
    KeyModel key = entity.key();
    if (!key.composite()) {
      return;
    }
    out.blank();
    out.doc("The key: the raw values of its components.");
    List<Expr> parts = new ArrayList<>();
    key.parts().forEach(part -> parts.add(Expr.text(out.type(part.unboxed()) + " " + part.name())));
    out.statementWith(Expr.call("public record Key", parts), " {}");
  }
}
