package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;

/** Writes the class of an embeddable record. */
public final class EmbeddableWriter {
  private static final JavaName COLUMNS = JavaName.of("orm.api.model.EmbeddedColumns");
  private static final JavaName SELECTABLE = JavaName.of("orm.api.expression.Selectable");
  private static final JavaName TABLE = JavaName.of("orm.api.model.EntityTable");
  private static final JavaType OWNER = JavaType.of(new JavaName("", List.of("S")));

  private final SourceWriter out;
  private final RecordModel record;
  private final Helpers helpers = new Helpers();
  private final ValueCode values;
  private final String type;
  private final String variable;
  private final int columns;

  /**
   * Makes a writer.
   *
   * @param record the record
   * @param surroundings what is there to be used
   */
  public EmbeddableWriter(RecordModel record, Surroundings surroundings) {
    this.record = record;
    this.out = surroundings.writer(record.name().packageName());
    this.values = new ValueCode(out, helpers);
    out.reserve("S", "Edit", "Mapping");
    out.name(record.name().generated());
    this.type = out.type(JavaType.of(record.name()));
    this.variable = new Locals(List.of("row", "out", "stamp")).variable(record.name());
    this.columns = record.columns().size();
  }

  /** {@return the source of the class} */
  public String write() {
    JavaName generated = record.name().generated();
    String self = out.name(generated);
    out.doc("The columns of an embedded {@link " + type + "}.");
    out.annotations(record.warnings());
    out.openClass(
        (record.visible() ? "public " : "") + "final class " + self + "<S>",
        "extends " + out.name(COLUMNS),
        "S",
        type);
    EntityWriter.nullableComponents(out, record);
    Locals locals = new Locals(record.names());
    String source = locals.take("source", "table");
    String prefix = locals.take("prefix", "begin");
    String owner = locals.take("owner", "entity");
    String path = locals.take("component", "path");
    ColumnFields fields = new ColumnFields(
        out, values, OWNER, new ColumnFields.Place(source, owner, prefix + " + ", path + " + "));
    for (Component component : record.components()) {
      out.blank();
      out.doc(ColumnFields.comment(component));
      out.line(fields.declaration(component) + ";");
    }
    PathCode paths = new PathCode(out, record.names());
    paths.references(record.components());
    paths.fields();
    constructor(fields, source, prefix, owner, path);
    parts();
    values();
    paths.methods();
    statics();
    EditWriter edit = new EditWriter(out, record);
    edit.method();
    mapping();
    edit.nestedClass();
    out.close();
    return out.file(record.name().qualifiedName(), "that record");
  }

  private void constructor(
      ColumnFields fields, String source, String prefix, String owner, String path) {
    List<String> parameters = new ArrayList<>();
    parameters.add(out.name(TableHead.SOURCE) + "<S> " + source);
    parameters.add(out.lang("String") + " " + prefix);
    if (record.hasReferences()) {
      parameters.add(out.name(TABLE) + "<S, ?> " + owner);
      parameters.add(out.lang("String") + " " + path);
    }
    out.blank();
    out.doc("Makes the columns of one table, for its generated class.");
    out.method("public " + out.name(record.name().generated()), parameters);
    out.line("super(Mapping::readOrNull);");
    for (Component component : record.components()) {
      out.assign(component.name(), fields.make(component));
    }
    out.close();
  }

  private void parts() {
    out.override();
    String list = out.name("java.util.List");
    out.method("protected " + list + "<" + out.name(SELECTABLE) + "<?>> parts");
    out.returns(Expr.call(list + ".of", record.names().stream().map(Expr::text).toList()));
    out.close();
  }

  private void values() {
    out.blank();
    out.override();
    out.method("protected " + out.name("java.util.List") + "<?> values", type + " " + variable);
    out.line("return Mapping.values(" + variable + ");");
    out.close();
  }

  /** Nobody says of the elements of this list which of them may be null. */
  private void partsOfValue() {
    List<Expr> given = new ArrayList<>();
    for (Component component : record.components()) {
      String access = variable + "." + component.name() + "()";
      given.add(Expr.text(component.form() == Form.OPTIONAL ? access + ".orElse(null)" : access));
    }
    out.blank();
    out.method("static " + out.name("java.util.List") + "<?> values", type + " " + variable);
    out.returns(Expr.call(out.name("java.util.Arrays") + ".asList", given));
    out.close();
  }

  /** What the mappings of entities call, also from other packages. */
  private void statics() {
    String row = out.name(ValueCode.ROW) + " row";
    String orNull = out.type(JavaType.of(record.name()).orNull());
    delegate("Reads the record from its columns.", type, "read", List.of(row), "row");
    delegate(
        "Reads the record, or null where all of its columns are.",
        orNull,
        "readOrNull",
        List.of(row),
        "row");
    delegate(
        "Binds the columns of the record, all of them null for null.",
        "void",
        "write",
        List.of(orNull + " " + variable, out.name(ValueCode.BINDER) + " out"),
        variable + ", out");
    stamp("beforeInsert", "inserted", true, orNull);
    stamp("beforeUpdate", "updated", false, orNull);
  }

  private void stamp(String method, String done, boolean insert, String orNull) {
    if (StampCode.changes(record, insert)) {
      delegate(
          "Completes the record before it is " + done + ".",
          orNull,
          method,
          List.of(orNull + " " + variable, out.name(StampCode.STAMP) + " stamp"),
          variable + ", stamp");
    }
  }

  private void delegate(
      String comment, String result, String method, List<String> parameters, String arguments) {
    out.blank();
    out.doc(comment);
    out.method("public static " + result + " " + method, parameters);
    out.line(
        (result.equals("void") ? "" : "return ") + "Mapping." + method + "(" + arguments + ");");
    out.close();
  }

  private void mapping() {
    String row = out.name(ValueCode.ROW) + " row";
    out.blank();
    out.unmarked();
    out.open("private static final class Mapping");
    out.method("static " + type + " read", row);
    List<Expr> arguments = new ArrayList<>();
    record.components().forEach(component -> arguments.add(values.read(component, "row")));
    out.returns(Expr.call("new " + type, arguments));
    out.close();
    out.blank();
    out.method("static " + type + " readOrNull", row);
    values.skipNulls(columns);
    out.line("return read(row);");
    out.close();
    out.blank();
    out.method("static void write", type + " " + variable, out.name(ValueCode.BINDER) + " out");
    out.open("if (" + variable + " == null)");
    out.line("out.bindNulls(" + columns + ");");
    out.line("return;");
    out.close();
    record.components().forEach(it -> out.statement(values.bind(it, variable, "out")));
    out.close();
    partsOfValue();
    new StampCode(out, helpers, record).writeNeeded();
    helpers.write();
    out.close();
  }
}
