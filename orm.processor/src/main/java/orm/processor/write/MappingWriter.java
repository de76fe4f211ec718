package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.api.schema.TableSchema;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;
import orm.processor.model.RecordModel;

/** Writes the mapping of an entity that is a record. */
final class MappingWriter {
  private final SourceWriter out;
  private final EntityModel entity;
  private final RecordModel record;
  private final TableSchema schema;
  private final ValueCode values;
  private final String type;
  private final String row;
  private final String binder;
  private final String variable;

  MappingWriter(SourceWriter out, EntityModel entity, TableSchema schema, ValueCode values) {
    this.out = out;
    this.entity = entity;
    this.record = entity.record();
    this.schema = schema;
    this.values = values;
    this.type = out.type(JavaType.of(record.name()));
    Locals locals = new Locals(List.of());
    this.row = locals.take("row");
    this.binder = locals.take("out");
    this.variable = locals.take(Locals.decapitalized(record.name().simpleName()), "entity");
  }

  void write() {
    out.blank();
    if (out.marksNull()) {
      out.line("@" + out.name("org.jspecify.annotations.NullUnmarked"));
    }
    out.open("private static final class Mapping implements "
        + out.name("orm.spi.mapping.EntityMapping")
        + "<"
        + type
        + ", "
        + out.type(entity.key().type())
        + ">");
    out.line("static final Mapping INSTANCE = new Mapping();");
    read();
    write(binder);
    new StampWriter(out, record, variable).write();
    withGenerated();
    withNextVersion();
    key();
    writeKey();
    schema();
    out.close();
  }

  private void override(String head, String... parameters) {
    out.blank();
    out.line("@Override");
    out.method("public " + head, parameters);
  }

  private void read() {
    override(type + " read", out.name("orm.spi.mapping.Row") + " " + row);
    List<Expr> arguments = new ArrayList<>();
    record.components().forEach(component -> arguments.add(values.read(component, row)));
    out.returns(Expr.call("new " + type, arguments));
    out.close();
  }

  private void write(String to) {
    override("void write", type + " " + variable, out.name("orm.spi.mapping.Binder") + " " + to);
    for (Component component : record.components()) {
      out.statement(values.bind(component, variable, to));
    }
    out.close();
  }

  private void withGenerated() {
    override(
        type + " withGenerated",
        type + " " + variable,
        out.name("orm.spi.mapping.Row") + " " + row);
    List<Expr> links = new ArrayList<>();
    for (Component component : record.components()) {
      if (component.columns().stream().anyMatch(ColumnSchema::madeByDatabase)) {
        links.add(Expr.call(component.name(), values.read(component, row)));
      }
    }
    edited(links);
    out.close();
  }

  private void withNextVersion() {
    override(type + " withNextVersion", type + " " + variable);
    List<Expr> links = new ArrayList<>();
    record
        .ofRole(ColumnSchema.Role.VERSION)
        .ifPresent(version -> links.add(
            Expr.call(version.name(), Expr.text(variable + "." + version.name() + "() + 1"))));
    edited(links);
    out.close();
  }

  private void edited(List<Expr> links) {
    if (links.isEmpty()) {
      out.line("return " + variable + ";");
    } else {
      links.add(Expr.text("done()"));
      out.returns(Expr.chain("edit(" + variable + ")", links));
    }
  }

  private void key() {
    KeyModel key = entity.key();
    boolean mayLack =
        !key.composite() && record.ids().get(0).form() != orm.processor.model.Form.REQUIRED;
    JavaType keyType = key.type();
    override(out.type(mayLack ? keyType.orNull() : keyType) + " key", type + " " + variable);
    List<Expr> parts = new ArrayList<>();
    record.ids().forEach(id -> parts.add(keyPart(id)));
    out.returns(key.composite() ? Expr.call("new " + out.type(keyType), parts) : parts.get(0));
    out.close();
  }

  private Expr keyPart(Component id) {
    if (id instanceof Component.Reference reference) {
      return Expr.call(
          values.constant(reference.target()) + ".key",
          Expr.text(variable + "." + id.name() + "()"));
    }
    return Expr.text(ValueCode.access(id, variable));
  }

  private void writeKey() {
    override(
        "void writeKey",
        out.type(entity.key().type()) + " key",
        out.name("orm.spi.mapping.Binder") + " " + binder);
    out.statement(Expr.chain(binder, KeyCode.binds(entity.key(), "key")));
    out.close();
  }

  private void schema() {
    override("String schema");
    out.textBlock("return ", schema.text());
    out.close();
    override("String schemaHash");
    out.line("return \"" + schema.contentHash() + "\";");
    out.close();
  }
}
