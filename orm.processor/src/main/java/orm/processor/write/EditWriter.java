package orm.processor.write;

import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;

/** Writes the class that changes components of a record one by one. */
final class EditWriter {
  private final SourceWriter out;
  private final RecordModel record;
  private final String type;

  EditWriter(SourceWriter out, RecordModel record) {
    this.out = out;
    this.record = record;
    this.type = out.type(JavaType.of(record.name()));
  }

  /** The method that begins a change. */
  void method() {
    String parameter = parameter();
    out.blank();
    out.doc("A copy to be changed: {@code "
        + record.name().generated().simpleName()
        + ".edit("
        + parameter
        + ")."
        + record.components().get(record.components().size() > 1 ? 1 : 0).name()
        + "(…).done()}.");
    out.method("public static Edit edit", type + " " + parameter);
    out.line("return new Edit(" + parameter + ");");
    out.close();
  }

  private String parameter() {
    return new Locals(List.of()).variable(record.name());
  }

  /** The class. */
  void nestedClass() {
    out.blank();
    out.doc("Changes components of {@link " + type + "} one by one.");
    out.open("public static final class Edit");
    for (Component component : record.components()) {
      out.line("private " + out.type(component.type()) + " " + component.name() + ";");
    }
    constructor();
    record.components().forEach(this::wither);
    out.blank();
    out.doc("{@return the record with the changes}");
    out.method("public " + type + " done");
    out.returns(Expr.call(
        "new " + type,
        record.components().stream()
            .map(component -> Expr.text(component.name()))
            .toList()));
    out.close();
    out.close();
  }

  private void constructor() {
    List<String> names = record.components().stream().map(Component::name).toList();
    String parameter = new Locals(names).variable(record.name());
    out.blank();
    out.method("private Edit", type + " " + parameter);
    for (String name : names) {
      out.assign(name, Expr.text(parameter + "." + name + "()"));
    }
    out.close();
  }

  private void wither(Component component) {
    String name = component.name();
    out.blank();
    out.doc("Changes {@code " + name + "}.");
    out.method("public Edit " + name, out.type(component.type()) + " " + name);
    out.line("this." + name + " = " + name + ";");
    out.line("return this;");
    out.close();
  }
}
