package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/** Writes what is done to a record before it is inserted or updated. */
final class StampWriter {
  private static final JavaName STAMP = JavaName.of("orm.spi.mapping.Stamp");
  private static final JavaName STORED = JavaName.of("orm.spi.mapping.Stored");

  private final SourceWriter out;
  private final RecordModel record;
  private final String variable;
  private final String stamp;
  private final String type;

  StampWriter(SourceWriter out, RecordModel record, String variable) {
    this.out = out;
    this.record = record;
    this.variable = variable;
    this.stamp = Locals.besides(
            record.components().stream().map(Component::name).toList(), variable)
        .take("stamp", "write");
    this.type = out.type(JavaType.of(record.name()));
  }

  /** One component that may change: its new value, and whether it changes always. */
  private record Change(Component component, Expr value, boolean always) {}

  void write() {
    List<Change> insert = changes(true);
    List<Change> update = changes(false);
    method("beforeInsert");
    body(insert);
    out.close();
    method("beforeUpdate");
    if (!insert.isEmpty() && insert.equals(update)) {
      out.line("return beforeInsert(" + variable + ", " + stamp + ");");
    } else {
      body(update);
    }
    out.close();
  }

  private void method(String name) {
    out.blank();
    out.line("@Override");
    out.method("public " + type + " " + name, type + " " + variable, out.name(STAMP) + " " + stamp);
  }

  private List<Change> changes(boolean insert) {
    List<Change> changes = new ArrayList<>();
    for (Component component : record.components()) {
      if (component instanceof Component.Value value) {
        change(value, insert, changes);
      }
    }
    return changes;
  }

  private void change(Component.Value component, boolean insert, List<Change> changes) {
    ColumnSchema.Role role = component.column().role();
    if (role == ColumnSchema.Role.UPDATED_AT || (insert && role == ColumnSchema.Role.CREATED_AT)) {
      changes.add(new Change(component, now(component), true));
    } else if (insert && component.column().origin() == ColumnSchema.Origin.UUID) {
      String given = ValueCode.access(component, variable);
      changes.add(new Change(
          component,
          Expr.text(given + " != null ? " + given + " : " + stamp + ".newUuid()"),
          false));
    } else if (component.value() instanceof ValueType.Scalar scalar) {
      stored(component, scalar.type(), changes);
    }
  }

  private Expr now(Component.Value component) {
    boolean offset = component.value() instanceof ValueType.Scalar scalar
        && scalar.type() == ScalarType.OFFSET_DATE_TIME;
    return Expr.text(stamp + ".now()"
        + (offset ? ".atOffset(" + out.name("java.time.ZoneOffset") + ".UTC)" : ""));
  }

  private void stored(Component.Value component, ScalarType scalar, List<Change> changes) {
    Expr value = Expr.text(ValueCode.access(component, variable));
    if (scalar.isTimeOfDay()) {
      changes.add(new Change(component, Expr.call(out.name(STORED) + ".form", value), false));
    } else if (component.column().type().hasScale()) {
      Expr scale = Expr.text(String.valueOf(component.column().type().scale()));
      changes.add(
          new Change(component, Expr.call(out.name(STORED) + ".form", value, scale), false));
    }
  }

  private void body(List<Change> changes) {
    if (changes.isEmpty()) {
      out.line("return " + variable + ";");
      return;
    }
    boolean always = changes.stream().anyMatch(Change::always);
    List<Expr> links = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (Change change : changes) {
      Component component = change.component();
      Expr value = change.value();
      if (!always) {
        JavaType local = ((Component.Value) component).value().boxed();
        out.assign(out.type(local) + " " + component.name(), value);
        same.add(component.name() + " == " + ValueCode.access(component, variable));
        value = Expr.text(component.name());
      }
      links.add(Expr.call(
          component.name(),
          component.form() == Form.OPTIONAL
              ? Expr.call(out.name("java.util.Optional") + ".ofNullable", value)
              : value));
    }
    if (!always) {
      condition(same);
      out.line("return " + variable + ";");
      out.close();
    }
    links.add(Expr.text("done()"));
    out.returns(Expr.chain("edit(" + variable + ")", links));
  }

  private void condition(List<String> same) {
    out.conditions("if", same);
  }
}
