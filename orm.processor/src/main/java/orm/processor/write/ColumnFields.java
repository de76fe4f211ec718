package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ScalarType;
import orm.processor.model.ScalarType.ColumnClass;
import orm.processor.model.ValueType;

/** Writes the typed column fields of a table. */
final class ColumnFields {
  private static final JavaName LIST_COLUMN = JavaName.of("orm.api.expression.ListColumn");
  private static final JavaName REF_COLUMN = JavaName.of("orm.api.model.RefColumn");

  private final SourceWriter out;
  private final ValueCode values;
  private final JavaType entity;
  private final String source;

  /**
   * Makes a writer.
   *
   * @param entity the type of a row
   * @param source how the fields name the source of the table
   */
  ColumnFields(SourceWriter out, ValueCode values, JavaType entity, String source) {
    this.out = out;
    this.values = values;
    this.entity = entity;
    this.source = source;
  }

  /** Writes the field of a component, with its value. */
  void write(Component component) {
    out.blank();
    out.doc(comment(component));
    out.assign(
        "public final " + out.type(type(component)) + " " + component.name(), make(component));
  }

  private static String comment(Component component) {
    List<String> names = component.columns().stream().map(ColumnSchema::name).toList();
    return names.size() == 1
        ? "Column {@code " + names.get(0) + "}."
        : "Columns {@code " + String.join("}, {@code ", names) + "}.";
  }

  private JavaType type(Component component) {
    if (component instanceof Component.Reference reference) {
      return JavaType.of(
          REF_COLUMN,
          entity,
          JavaType.of(reference.target().entity()),
          reference.target().key().type());
    }
    Component.Value value = (Component.Value) component;
    if (value.value() instanceof ValueType.Many many) {
      return JavaType.of(LIST_COLUMN, entity, many.element().boxed());
    }
    ColumnClass columnClass = columnClass(value);
    return columnClass == ColumnClass.TEXT || columnClass == ColumnClass.BOOLEAN
        ? JavaType.of(columnClass.javaName(), entity)
        : JavaType.of(columnClass.javaName(), entity, value.value().boxed());
  }

  /** Keys and versions have an order, but nobody calculates with them. */
  private static ColumnClass columnClass(Component.Value value) {
    if (!(value.value() instanceof ValueType.Scalar scalar)) {
      return value.value() instanceof ValueType.Document ? ColumnClass.JSON : ColumnClass.PLAIN;
    }
    ColumnClass columnClass = scalar.type().columnClass();
    boolean counts = value.id() || value.column().role() == ColumnSchema.Role.VERSION;
    return columnClass == ColumnClass.NUMBER && counts ? ColumnClass.COMPARABLE : columnClass;
  }

  private Expr make(Component component) {
    List<Expr> arguments = new ArrayList<>();
    if (component instanceof Component.Reference reference) {
      arguments.add(Expr.text("this"));
      arguments.add(Expr.text(SourceWriter.quote(component.name())));
      arguments.add(values.keyReader(reference));
      return Expr.call("new " + out.name(REF_COLUMN) + "<>", arguments);
    }
    Component.Value value = (Component.Value) component;
    arguments.add(Expr.text(source));
    arguments.add(Expr.text(SourceWriter.quote(value.column().name())));
    if (value.value() instanceof ValueType.Many many) {
      arguments.add(Expr.text(out.literal(many.element().boxed())));
      return Expr.call("new " + out.name(LIST_COLUMN) + "<>", arguments);
    }
    ColumnClass columnClass = columnClass(value);
    if (columnClass == ColumnClass.JSON) {
      arguments.add(Expr.text(
          out.name("orm.spi.mapping.Row") + "::next" + ScalarType.JSON.reader() + "OrNull"));
    } else if (columnClass != ColumnClass.TEXT && columnClass != ColumnClass.BOOLEAN) {
      arguments.add(Expr.text(out.literal(value.value().boxed())));
    }
    return Expr.call("new " + out.name(columnClass.javaName()) + "<>", arguments);
  }
}
