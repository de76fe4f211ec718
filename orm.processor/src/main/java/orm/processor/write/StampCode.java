package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/** Writes what is done to a record before it is inserted or updated. */
final class StampCode {
  static final JavaName STAMP = JavaName.of("orm.spi.mapping.Stamp");
  private static final JavaName STORED = JavaName.of("orm.spi.mapping.Stored");

  private final SourceWriter out;
  private final ListCode lists;
  private final RecordModel record;
  private final String variable;
  private final String stamp;
  private final String type;

  StampCode(SourceWriter out, Helpers helpers, RecordModel record) {
    this.out = out;
    this.lists = new ListCode(out, helpers);
    this.record = record;
    Locals locals = new Locals(record.names());
    this.variable = locals.variable(record.name());
    this.stamp = locals.take("stamp", "write");
    this.type = out.type(JavaType.of(record.name()));
  }

  /** One component that may change: its new value, and whether it changes always. */
  private record Change(Component component, Expr value, boolean always) {}

  /** Whether anything happens to a record before it is inserted, or else updated. */
  static boolean changes(RecordModel record, boolean insert) {
    return record.components().stream().anyMatch(component -> changes(component, insert));
  }

  private static boolean changes(Component component, boolean insert) {
    if (component instanceof Component.Embedded embedded) {
      return changes(embedded.record(), insert);
    }
    if (!(component instanceof Component.Value value)) {
      return false;
    }
    ColumnSchema column = value.column();
    return isStamped(column, insert)
        || (insert && column.origin() == ColumnSchema.Origin.UUID)
        || (insert && column.origin() == ColumnSchema.Origin.GENERATOR)
        || hasStoredForm(value.value(), column.type());
  }

  private static boolean isStamped(ColumnSchema column, boolean insert) {
    return switch (column.role()) {
      case UPDATED_AT, UPDATED_BY -> true;
      case CREATED_AT, CREATED_BY -> insert;
      default -> false;
    };
  }

  private static boolean hasStoredForm(ValueType value, ColumnType type) {
    if (value instanceof ValueType.Many many && type.element() != null) {
      return hasStoredForm(many.element(), type.element());
    }
    return type.hasScale()
        || (value instanceof ValueType.Scalar scalar && scalar.type().isTimeOfDay());
  }

  /** Writes both methods of an entity. */
  void write() {
    List<Change> insert = changes(true);
    List<Change> update = changes(false);
    out.override();
    head("public ", "beforeInsert");
    body(insert);
    out.close();
    out.override();
    head("public ", "beforeUpdate");
    if (!insert.isEmpty() && insert.equals(update)) {
      out.line("return beforeInsert(" + variable + ", " + stamp + ");");
    } else {
      body(update);
    }
    out.close();
  }

  /** Writes the methods of an embedded record that do something; null stays null. */
  void writeNeeded() {
    for (boolean insert : new boolean[] {true, false}) {
      if (changes(record, insert)) {
        out.blank();
        head("static ", insert ? "beforeInsert" : "beforeUpdate");
        out.open("if (" + variable + " == null)");
        out.line("return null;");
        out.close();
        body(changes(insert));
        out.close();
      }
    }
  }

  private void head(String modifier, String name) {
    out.method(modifier + type + " " + name, type + " " + variable, out.name(STAMP) + " " + stamp);
  }

  private List<Change> changes(boolean insert) {
    List<Change> changes = new ArrayList<>();
    for (Component component : record.components()) {
      if (changes(component, insert)) {
        changes.add(change(component, insert));
      }
    }
    return changes;
  }

  private Change change(Component component, boolean insert) {
    String given = ValueCode.access(component, variable);
    if (component instanceof Component.Embedded embedded) {
      // Where update differs from insert, each has its own method; else they are the same.
      String method = insert ? ".beforeInsert" : ".beforeUpdate";
      String table = out.name(embedded.record().name().generated());
      return new Change(
          component, Expr.call(table + method, Expr.text(given), Expr.text(stamp)), false);
    }
    Component.Value value = (Component.Value) component;
    ColumnSchema column = value.column();
    if (isStamped(column, insert)) {
      boolean actor = column.role() == ColumnSchema.Role.CREATED_BY
          || column.role() == ColumnSchema.Role.UPDATED_BY;
      return new Change(component, actor ? actor(value) : now(value), true);
    }
    if (insert && column.origin() == ColumnSchema.Origin.UUID) {
      String made = given + " != null ? " + given + " : " + stamp + ".newUuid()";
      return new Change(component, Expr.text(made), false);
    }
    if (insert && column.origin() == ColumnSchema.Origin.GENERATOR) {
      String generator = SourceWriter.quote(String.valueOf(column.sequence()));
      Expr made = Expr.call(
          stamp + ".generated",
          Expr.text(given),
          Expr.text(place(value)),
          Expr.text(generator),
          Expr.text(typeLiteral(value)));
      return new Change(component, made, false);
    }
    return new Change(component, stored(value, given), false);
  }

  private Expr actor(Component.Value component) {
    String method = component.form() == Form.REQUIRED ? ".actor" : ".actorOrNull";
    return Expr.call(
        stamp + method, Expr.text(place(component)), Expr.text(typeLiteral(component)));
  }

  private String place(Component component) {
    return SourceWriter.quote(record.name().simpleName() + "." + component.name());
  }

  private String typeLiteral(Component.Value component) {
    return out.literal(component.value().boxed());
  }

  private Expr now(Component.Value component) {
    boolean offset = component.value() instanceof ValueType.Scalar scalar
        && scalar.type() == ScalarType.OFFSET_DATE_TIME;
    String now = stamp + ".now()";
    return Expr.text(
        offset ? now + ".atOffset(" + out.name("java.time.ZoneOffset") + ".UTC)" : now);
  }

  private Expr stored(Component.Value component, String given) {
    ColumnType type = component.column().type();
    String form = out.name(STORED) + ".form";
    if (component.value() instanceof ValueType.Many many && type.element() != null) {
      String scale = type.element().hasScale() ? ", " + type.element().scale() : "";
      return Expr.call(
          lists.stored(component.name(), many, form + "($" + scale + ")"), Expr.text(given));
    }
    return type.hasScale()
        ? Expr.call(form, Expr.text(given), Expr.text(String.valueOf(type.scale())))
        : Expr.call(form, Expr.text(given));
  }

  private void body(List<Change> changes) {
    if (changes.isEmpty()) {
      out.line("return " + variable + ";");
      return;
    }
    if (changes.stream().anyMatch(Change::always)) {
      edited(changes.stream().map(change -> link(change, change.value())).toList());
      return;
    }
    List<String> same = new ArrayList<>();
    List<Expr> links = new ArrayList<>();
    for (Change change : changes) {
      Component component = change.component();
      out.assign(out.type(local(component)) + " " + component.name(), change.value());
      same.add(component.name() + " == " + ValueCode.access(component, variable));
      links.add(link(change, Expr.text(component.name())));
    }
    out.conditions("if", same);
    out.line("return " + variable + ";");
    out.close();
    edited(links);
  }

  private static JavaType local(Component component) {
    return component instanceof Component.Embedded embedded
        ? JavaType.of(embedded.record().name())
        : ((Component.Value) component).value().boxed();
  }

  private Expr link(Change change, Expr value) {
    boolean optional = change.component().form() == Form.OPTIONAL;
    String ofNullable = optional ? out.name("java.util.Optional") + ".ofNullable" : "";
    return Expr.call(change.component().name(), optional ? Expr.call(ofNullable, value) : value);
  }

  private void edited(List<Expr> links) {
    List<Expr> chain = new ArrayList<>(links);
    chain.add(Expr.text("done()"));
    out.returns(Expr.chain("edit(" + variable + ")", chain));
  }
}
