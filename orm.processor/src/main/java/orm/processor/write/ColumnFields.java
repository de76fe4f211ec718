package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ScalarType.ColumnClass;
import orm.processor.model.ValueType;

/** Writes the typed column fields of a table or of an embedded record. */
final class ColumnFields {
  private static final JavaName LIST_COLUMN = JavaName.of("orm.api.expression.ListColumn");
  private static final JavaName RANGE_COLUMN = JavaName.of("orm.api.expression.RangeColumn");
  private static final JavaName REF_COLUMN = JavaName.of("orm.api.model.RefColumn");

  private final SourceWriter out;
  private final ValueCode values;
  private final JavaType entity;
  private final Place place;

  /**
   * How the code around the fields names what they are made from.
   *
   * @param source the source of the table
   * @param owner the table
   * @param prefix begins an expression for a column name: empty, or {@code "prefix + "}
   * @param path begins an expression for a component path: empty, or {@code "component + "}
   */
  record Place(String source, String owner, String prefix, String path) {
    static Place table(String source) {
      return new Place(source, "this", "", "");
    }

    boolean isEmbedded() {
      return !path.isEmpty();
    }
  }

  ColumnFields(SourceWriter out, ValueCode values, JavaType entity, Place place) {
    this.out = out;
    this.values = values;
    this.entity = entity;
    this.place = place;
  }

  /** The field of a component, without its value. */
  String declaration(Component component) {
    return "public final " + out.type(type(component)) + " " + component.name();
  }

  /** What a field is for. */
  static String comment(Component component) {
    if (component instanceof Component.Embedded embedded) {
      return "The columns of {@code " + embedded.name() + "}.";
    }
    List<String> names = component.columns().stream().map(ColumnSchema::name).toList();
    return names.size() == 1
        ? "Column " + SourceWriter.code(names.get(0)) + "."
        : names.stream().map(SourceWriter::code).collect(Collectors.joining(", ", "Columns ", "."));
  }

  private JavaType type(Component component) {
    if (component instanceof Component.Reference reference) {
      return JavaType.of(
          REF_COLUMN,
          entity,
          JavaType.of(reference.target().entity()),
          reference.target().key().type());
    }
    if (component instanceof Component.Embedded embedded) {
      return JavaType.of(embedded.record().name().generated(), entity);
    }
    Component.Value value = (Component.Value) component;
    if (value.value() instanceof ValueType.Many many) {
      return JavaType.of(LIST_COLUMN, entity, many.element().boxed());
    }
    if (value.value() instanceof ValueType.Span span) {
      return JavaType.of(RANGE_COLUMN, entity, span.bound().boxed());
    }
    ColumnClass columnClass = columnClass(value);
    return columnClass == ColumnClass.TEXT || columnClass == ColumnClass.BOOLEAN
        ? JavaType.of(columnClass.javaName(), entity)
        : JavaType.of(columnClass.javaName(), entity, value.value().boxed());
  }

  /** Keys and versions have an order, but nobody calculates with them. */
  private static ColumnClass columnClass(Component.Value value) {
    if (value.value() instanceof ValueType.Converted converted && converted.comparable()) {
      return ColumnClass.COMPARABLE; // whether it has an order is up to the converter
    }
    if (!(value.value() instanceof ValueType.Scalar scalar)) {
      return value.value() instanceof ValueType.Document ? ColumnClass.JSON : ColumnClass.PLAIN;
    }
    ColumnClass columnClass = scalar.type().columnClass();
    boolean counts = value.id() || value.column().role() == ColumnSchema.Role.VERSION;
    return columnClass == ColumnClass.NUMBER && counts ? ColumnClass.COMPARABLE : columnClass;
  }

  /** The value of a field. */
  Expr make(Component component) {
    List<Expr> arguments = new ArrayList<>();
    if (component instanceof Component.Reference reference) {
      arguments.add(Expr.text(place.owner()));
      arguments.add(path(component));
      arguments.add(helper(values.keyReader(reference.target().key())));
      return Expr.call("new " + out.name(REF_COLUMN) + "<>", arguments);
    }
    arguments.add(Expr.text(place.source()));
    if (component instanceof Component.Embedded embedded) {
      arguments.add(Expr.text(place.prefix() + SourceWriter.quote(embedded.prefix())));
      if (embedded.record().hasReferences()) {
        arguments.add(Expr.text(place.owner()));
        arguments.add(path(component));
      }
      return Expr.call("new " + out.name(embedded.record().name().generated()) + "<>", arguments);
    }
    Component.Value value = (Component.Value) component;
    arguments.add(Expr.text(place.prefix() + SourceWriter.quote(value.column().name())));
    if (value.value() instanceof ValueType.Many many) {
      String element = values.elementClass(many);
      arguments.add(
          many.element() instanceof ValueType.Span
              ? Expr.lambda("row", Expr.text("row.nextRangesOrNull(" + element + ")"))
              : Expr.text(element));
      return Expr.call("new " + out.name(LIST_COLUMN) + "<>", arguments);
    }
    if (value.value() instanceof ValueType.Span span) {
      arguments.add(Expr.text(out.literal(span.bound().boxed())));
      return Expr.call("new " + out.name(RANGE_COLUMN) + "<>", arguments);
    }
    ColumnClass columnClass = columnClass(value);
    if (columnClass == ColumnClass.JSON) {
      arguments.add(helper(values.documentReader(value)));
      if (value.value() instanceof ValueType.Document document) {
        arguments.add(values.documentWriter(value, document));
      }
    } else if (value.value() instanceof ValueType.Converted converted && converted.known()) {
      String read = "row.nextOrNull(" + out.literal(converted.boxed()) + ")";
      arguments.add(Expr.lambda("row", Expr.text(read))); // by its class it would be read as it is
    } else if (columnClass != ColumnClass.TEXT && columnClass != ColumnClass.BOOLEAN) {
      arguments.add(Expr.text(out.literal(value.value().boxed())));
    }
    return Expr.call("new " + out.name(columnClass.javaName()) + "<>", arguments);
  }

  private Expr path(Component component) {
    return Expr.text(
        place.path() + SourceWriter.quote((place.isEmbedded() ? "." : "") + component.name()));
  }

  private static Expr helper(String method) {
    return Expr.text(Helpers.OWNER + "::" + method);
  }
}
