package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.KeyModel;
import orm.processor.model.ScalarType;
import orm.processor.model.Target;
import orm.processor.model.ValueType;

/** Writes how values are read from a row and bound to a statement. */
final class ValueCode {
  private final SourceWriter out;
  private final Helpers helpers;

  ValueCode(SourceWriter out, Helpers helpers) {
    this.out = out;
    this.helpers = helpers;
  }

  /** Reads the columns of a component from {@code row}. */
  Expr read(Component component, String row) {
    boolean orNull = component.columns().get(0).nullable();
    Expr value = bare(component, row, orNull);
    if (component.form() != Form.OPTIONAL) {
      return value;
    }
    return Expr.call(out.name("java.util.Optional") + (orNull ? ".ofNullable" : ".of"), value);
  }

  private Expr bare(Component component, String row, boolean orNull) {
    if (component instanceof Component.Value value) {
      return value(value.value(), row, orNull);
    }
    Component.Reference reference = (Component.Reference) component;
    String table = constant(reference.target());
    if (!orNull) {
      return Expr.call(table + ".ref", key(reference.target().key(), row));
    }
    return Expr.call(table + ".refOrNull", keyOrNull(reference, row));
  }

  private Expr value(ValueType value, String row, boolean orNull) {
    String next = row + ".next";
    String suffix = orNull ? "OrNull" : "";
    if (value instanceof ValueType.Scalar scalar) {
      return Expr.text(next + scalar.type().reader() + suffix + "()");
    }
    if (value instanceof ValueType.Enumeration enumeration) {
      return Expr.text(next + "Enum" + suffix + "(" + out.literal(enumeration.boxed()) + ")");
    }
    if (value instanceof ValueType.Many many) {
      return Expr.text(next + "List" + suffix + "(" + out.literal(many.element().boxed()) + ")");
    }
    return Expr.text(next + suffix + "(" + out.literal(value.boxed()) + ")");
  }

  /** Reads a key that must be there. */
  Expr key(KeyModel key, String row) {
    if (!key.composite()) {
      return part(key.parts().get(0), row);
    }
    List<Expr> parts = new ArrayList<>();
    key.parts().forEach(part -> parts.add(part(part, row)));
    return Expr.call("new " + out.type(key.type()), parts);
  }

  private Expr part(KeyModel.Part part, String row) {
    if (part instanceof KeyModel.Leading leading) {
      return key(leading.target().key(), row);
    }
    return value(((KeyModel.Single) part).value(), row, false);
  }

  /** Reads a key that may be null. */
  Expr keyOrNull(Component.Reference reference, String row) {
    KeyModel key = reference.target().key();
    if (key.columns().size() > 1) {
      return Expr.call(helpers.keyReader(key), Expr.text(row));
    }
    return value(innermost(key).value(), row, true);
  }

  /** The reader of a key as an argument, which gives null for null. */
  Expr keyReader(Component.Reference reference) {
    KeyModel key = reference.target().key();
    if (key.columns().size() > 1) {
      return Expr.text(helpers.owner() + "::" + helpers.keyReader(key));
    }
    ValueType value = innermost(key).value();
    if (value instanceof ValueType.Scalar scalar) {
      return Expr.text(
          out.name("orm.spi.mapping.Row") + "::next" + scalar.type().reader() + "OrNull");
    }
    return Expr.text("row -> " + value(value, "row", true).flat());
  }

  /** The one value behind a key of a single column. */
  private static KeyModel.Single innermost(KeyModel key) {
    KeyModel.Part part = key.parts().get(0);
    return part instanceof KeyModel.Leading leading
        ? innermost(leading.target().key())
        : (KeyModel.Single) part;
  }

  /** Binds the columns of a component. */
  Expr bind(Component component, String record, String to) {
    String value = access(component, record);
    if (component instanceof Component.Reference reference) {
      int columns = reference.columns().size();
      return columns == 1
          ? Expr.call(
              to + ".bind",
              Expr.call(constant(reference.target()) + ".keyOrNull", Expr.text(value)))
          : Expr.call(
              helpers.keyBinder(),
              Expr.text(value),
              Expr.text(String.valueOf(columns)),
              Expr.text(to));
    }
    return Expr.call(
        to + ".bind", bound(((Component.Value) component).value(), component.form(), value));
  }

  private static Expr bound(ValueType type, Form form, String value) {
    boolean primitiveChar = type instanceof ValueType.Scalar scalar
        && scalar.type() == ScalarType.CHAR
        && scalar.primitive()
        && form == Form.REQUIRED;
    return primitiveChar ? Expr.call("String.valueOf", Expr.text(value)) : Expr.text(value);
  }

  /** The value of a component, null where it is absent. */
  static String access(Component component, String record) {
    return record
        + "."
        + component.name()
        + "()"
        + (component.form() == Form.OPTIONAL ? ".orElse(null)" : "");
  }

  /** The constant of the table that a reference leads to. */
  String constant(Target target) {
    JavaName generated = target.generated();
    return out.name(generated) + "." + target.entity().constant();
  }
}
