package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.schema.Naming;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ProjectionModel;
import orm.processor.model.ProjectionModel.Part;
import orm.processor.model.ValueType;

/**
 * Writes the class of a projection. A flat one is a table, whose rows are read column by column.
 * The parts that a user passes to {@code row(…)} are read the same way if each must be one column;
 * else each is read by its own reader, since it may hold a nested list.
 */
public final class ProjectionWriter {
  private static final JavaName EXPRESSIONS = JavaName.of("orm.api.expression.Expressions");
  private static final JavaName LIST = JavaName.of("java.util.List");
  private static final JavaName OPTIONAL = JavaName.of("java.util.Optional");
  private static final JavaName READER = JavaName.of("orm.spi.mapping.RowReader");
  private static final JavaName SELECTABLE = JavaName.of("orm.api.expression.Selectable");
  private static final JavaName TABLE = JavaName.of("orm.api.model.Table");

  private final SourceWriter out;
  private final ProjectionModel projection;
  private final Helpers helpers = new Helpers();
  private final ValueCode values;
  private final Optional<ShapeCode> shape;
  private final String self;
  private final String type;

  /**
   * Makes a writer.
   *
   * @param projection the projection
   * @param surroundings what is there to be used
   */
  public ProjectionWriter(ProjectionModel projection, Surroundings surroundings) {
    this.projection = projection;
    this.out = surroundings.writer(projection.name().packageName());
    this.values = new ValueCode(out, helpers);
    out.reserve("Mapping");
    this.self = out.name(projection.name().generated());
    this.type = out.type(JavaType.of(projection.name()));
    this.shape = projection.root().map(root -> new ShapeCode(out, projection, root));
  }

  /** {@return the source of the class} */
  public String write() {
    boolean flat = projection.flat();
    String head = (projection.visible() ? "public " : "") + "final class " + self;
    out.doc(flat ? "Rows of {@link " + type + "}." : "Makes {@link " + type + "} of parts.");
    out.annotations(projection.warnings());
    if (flat) {
      out.openClass(head, "extends " + out.name(TABLE), type);
    } else {
      out.open(head);
    }
    shape.ifPresent(ShapeCode::constant);
    if (flat) {
      table();
    } else {
      out.blank();
      out.line("private " + self + "() {}");
    }
    row();
    shape.ifPresent(ShapeCode::method);
    mapping();
    out.close();
    return out.file(projection.name().qualifiedName(), "that record");
  }

  private void table() {
    String source = projection.names().contains("source") ? "super.source" : "source";
    ColumnFields fields = new ColumnFields(
        out, values, JavaType.of(projection.name()), ColumnFields.Place.table(source));
    List<String> names = new ArrayList<>();
    for (Component.Value column : projection.columns()) {
      out.blank();
      out.doc(ColumnFields.comment(column));
      out.assign(fields.declaration(column), fields.make(column));
      names.add(column.column().name());
    }
    out.blank();
    out.doc("Makes the rows of a query, for {@code asTable} and the like.");
    out.method("public " + self, out.name(TableHead.SOURCE) + "<" + type + "> source");
    out.statement(Expr.call(
        "super",
        Expr.text(SourceWriter.quote(Naming.snakeCase(projection.name().simpleName()))),
        Expr.text("source"),
        Expr.text("Mapping::read"),
        Expr.call(out.name(LIST) + ".of", TableHead.quoted(names))));
    out.close();
  }

  private void row() {
    Locals locals = new Locals(projection.names());
    List<String> parameters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<Part> wrapped = new ArrayList<>();
    for (Part part : projection.parts()) {
      parameters.add(out.type(JavaType.of(SELECTABLE, part.type())) + " " + part.name());
      if (mayBeAbsent(part)) {
        wrapped.add(part);
        parts.add(locals.take(part.name() + "OrAbsent"));
      } else {
        parts.add(part.name());
      }
    }
    out.blank();
    out.doc("Makes {@link " + type + "} of these parts.");
    out.method(
        "public static " + out.type(JavaType.of(SELECTABLE, JavaType.of(projection.name())))
            + " row",
        parameters);
    for (Part part : wrapped) {
      out.assign(
          out.type(JavaType.of(SELECTABLE, JavaType.of(OPTIONAL, part.type()))) + " "
              + parts.get(projection.parts().indexOf(part)),
          Expr.call(out.name(EXPRESSIONS) + ".optional", Expr.text(part.name())));
    }
    String anything = out.type(JavaType.of(SELECTABLE)) + "<?>";
    Expr reader = projection.straight()
        ? Expr.text("Mapping::read")
        : Expr.call(
            "Mapping.reader",
            parts.stream().map(part -> Expr.text(part + ".reader()")).toList());
    out.returns(Expr.call(
        out.name(SELECTABLE) + ".of",
        reader,
        Expr.call(
            out.name(LIST) + ".<" + anything + ">of",
            parts.stream().map(Expr::text).toList())));
    out.close();
  }

  /** A row that a reference may not lead to. */
  private static boolean mayBeAbsent(Part part) {
    return part.wholeRow() && part.declared().form() != Form.REQUIRED;
  }

  private void mapping() {
    out.blank();
    out.unmarked();
    out.open("private static final class Mapping");
    if (projection.flat()) {
      out.method("static " + type + " read", out.name(ValueCode.ROW) + " row");
      out.returns(Expr.call(
          "new " + type,
          projection.columns().stream().map(it -> values.read(it, "row")).toList()));
      out.close();
    }
    if (!projection.straight()) {
      reader();
    }
    helpers.write();
    out.close();
  }

  private void reader() {
    List<String> parameters = new ArrayList<>();
    for (Part part : projection.parts()) {
      JavaType given = mayBeAbsent(part) ? JavaType.of(OPTIONAL, part.type()) : part.type();
      parameters.add(out.type(JavaType.of(READER, given)) + " " + part.name());
    }
    out.blank();
    out.method(
        "static " + out.type(JavaType.of(READER, JavaType.of(projection.name()))) + " reader",
        parameters);
    String row = new Locals(projection.names()).take("row", "from");
    out.returns(Expr.lambda(
        row,
        Expr.call(
            "new " + type,
            projection.parts().stream().map(part -> read(part, row)).toList())));
    out.close();
  }

  private Expr read(Part part, String row) {
    Expr value = Expr.text(row + ".nextPart(" + part.name() + ")");
    Form form = part.declared().form();
    if (mayBeAbsent(part)) {
      return form == Form.OPTIONAL ? value : Expr.text(value.flat() + ".orElse(null)");
    }
    if (part.column().map(Component.Value::value).orElse(null) instanceof ValueType.Many many
        && many.array()) {
      value = Expr.call(new ListCode(out, helpers).toArray(many), value);
    }
    return form == Form.OPTIONAL ? Expr.call(out.name(OPTIONAL) + ".ofNullable", value) : value;
  }
}
