package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.schema.ColumnSchema;
import orm.api.schema.TableSchema;
import orm.processor.model.CachedRows;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.Form;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;
import orm.processor.model.RecordModel;

/** Writes the mapping of a record whose instances are rows: an entity, or a subtype of one. */
final class RecordMapping {
  private static final JavaName CACHING = JavaName.of("orm.spi.mapping.Caching");
  private static final JavaName DURATION = JavaName.of("java.time.Duration");
  private static final JavaName MAPPING = JavaName.of("orm.spi.mapping.EntityMapping");

  private final SourceWriter out;
  private final EntityModel entity;
  private final RecordModel record;
  private final TableSchema schema;
  private final Helpers helpers;
  private final ValueCode values;
  private final String type;
  private final String variable;

  RecordMapping(
      SourceWriter out, EntityModel entity, TableSchema schema, Helpers helpers, ValueCode values) {
    this.out = out;
    this.entity = entity;
    this.record = entity.record();
    this.schema = schema;
    this.helpers = helpers;
    this.values = values;
    this.type = out.type(JavaType.of(record.name()));
    this.variable = new Locals(List.of("row", "out", "stamp")).variable(record.name());
  }

  /** Begins the nested class of a mapping. */
  static void open(SourceWriter out, String entity, KeyModel key) {
    out.blank();
    out.unmarked();
    out.openClass(
        "private static final class Mapping",
        "implements " + out.name(MAPPING),
        entity,
        out.type(key.type()));
    out.line("static final Mapping INSTANCE = new Mapping();");
  }

  void write() {
    open(out, type, entity.key());
    entity.cached().ifPresent(cached -> cachingConstant(out, cached));
    entity.hierarchy().ifPresentOrElse(this::subtype, this::plain);
    new StampCode(out, helpers, record).write();
    withGenerated();
    withNextVersion();
    key();
    writeKey(out, entity.key());
    entity.hierarchy().ifPresentOrElse(this::schemaOf, () -> schema(out, schema));
    entity.cached().ifPresent(cached -> caching(out));
    helpers.write();
    out.close();
  }

  private void head(String result, String name, String... parameters) {
    out.override();
    out.method("public " + result + " " + name, parameters);
  }

  private String entityParameter() {
    return type + " " + variable;
  }

  private String row() {
    return out.name(ValueCode.ROW) + " row";
  }

  private String binder() {
    return out.name(ValueCode.BINDER) + " out";
  }

  private void plain() {
    head(type, "read", row());
    List<Expr> arguments = new ArrayList<>();
    record.components().forEach(component -> arguments.add(values.read(component, "row")));
    out.returns(Expr.call("new " + type, arguments));
    out.close();
    head("void", "write", entityParameter(), binder());
    record.components().forEach(it -> out.statement(values.bind(it, variable, "out")));
    out.close();
  }

  private void subtype(HierarchyModel hierarchy) {
    head(type, "read", row());
    out.line("row.skip(1);");
    out.line("return readRest(row);");
    out.close();
    SubtypeCode code = new SubtypeCode(out, values, hierarchy, record);
    code.readRest();
    head("void", "write", entityParameter(), binder());
    code.write(variable);
    out.close();
  }

  private void schemaOf(HierarchyModel hierarchy) {
    String mapping =
        out.name(hierarchy.name().generated()) + "." + hierarchy.name().constant() + ".mapping()";
    head(out.lang("String"), "schema");
    out.line("return " + mapping + ".schema();");
    out.close();
    head(out.lang("String"), "schemaHash");
    out.line("return " + mapping + ".schemaHash();");
    out.close();
  }

  private void withGenerated() {
    head(type, "withGenerated", entityParameter(), row());
    List<Expr> links = new ArrayList<>();
    for (Component component : record.components()) {
      if (component.columns().stream().anyMatch(ColumnSchema::madeByDatabase)) {
        links.add(Expr.call(component.name(), values.read(component, "row")));
      }
    }
    edited(links);
    out.close();
  }

  private void withNextVersion() {
    head(type, "withNextVersion", entityParameter());
    Optional<Component.Value> version = record.ofRole(ColumnSchema.Role.VERSION);
    edited(version.stream()
        .map(it -> Expr.call(it.name(), Expr.text(variable + "." + it.name() + "() + 1")))
        .toList());
    out.close();
  }

  private void edited(List<Expr> links) {
    if (links.isEmpty()) {
      out.line("return " + variable + ";");
      return;
    }
    List<Expr> chain = new ArrayList<>(links);
    chain.add(Expr.text("done()"));
    out.returns(Expr.chain("edit(" + variable + ")", chain));
  }

  private void key() {
    KeyModel key = entity.key();
    boolean mayLack = !key.composite() && record.ids().get(0).form() != Form.REQUIRED;
    JavaType keyType = key.type();
    head(out.type(mayLack ? keyType.orNull() : keyType), "key", entityParameter());
    List<Expr> parts = record.ids().stream().map(this::keyPart).toList();
    out.returns(key.composite() ? Expr.call("new " + out.type(keyType), parts) : parts.get(0));
    out.close();
  }

  private Expr keyPart(Component id) {
    Expr value = Expr.text(ValueCode.access(id, variable));
    return id instanceof Component.Reference reference
        ? Expr.call(values.constant(reference.target()) + ".key", value)
        : value;
  }

  static void writeKey(SourceWriter out, KeyModel key) {
    out.override();
    out.method(
        "public void writeKey", out.type(key.type()) + " key", out.name(ValueCode.BINDER) + " out");
    out.statement(new KeyCode(out).bind(key, "key", "out"));
    out.close();
  }

  static void caching(SourceWriter out) {
    String caching = out.name(CACHING);
    out.override();
    out.method("public " + caching + " caching");
    out.line("return CACHING;");
    out.close();
  }

  /** Begins with how rows are kept, so that telling it costs nothing. */
  static void cachingConstant(SourceWriter out, CachedRows cached) {
    String caching = out.name(CACHING);
    out.line("private static final " + caching + " CACHING =");
    out.line("    new " + caching + "(" + out.name(DURATION) + ".ofMillis(" + cached.ttlMillis()
        + "L), " + cached.size() + ");");
  }

  static void schema(SourceWriter out, TableSchema schema) {
    out.override();
    out.method("public " + out.lang("String") + " schema");
    out.textBlock("return ", schema.text());
    out.close();
    out.override();
    out.method("public " + out.lang("String") + " schemaHash");
    out.line("return \"" + schema.contentHash() + "\";");
    out.close();
  }
}
