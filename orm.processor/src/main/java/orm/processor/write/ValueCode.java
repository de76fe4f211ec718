package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;
import orm.processor.model.Members;
import orm.processor.model.ScalarType;
import orm.processor.model.Target;
import orm.processor.model.ValueType;

/** Writes how values are read from a row and bound to a statement. */
final class ValueCode {
  static final JavaName ROW = JavaName.of("orm.spi.mapping.Row");
  static final JavaName BINDER = JavaName.of("orm.spi.mapping.Binder");
  private static final JavaName REF = JavaName.of("orm.api.model.Ref");

  private final SourceWriter out;
  private final Helpers helpers;
  private final ListCode lists;
  private final JsonCode json;

  ValueCode(SourceWriter out, Helpers helpers) {
    this.out = out;
    this.helpers = helpers;
    this.lists = new ListCode(out, helpers);
    this.json = new JsonCode(out, helpers);
  }

  /** Reads the columns of a component. */
  Expr read(Component component, String row) {
    if (component instanceof Component.Embedded embedded) {
      boolean orNull = component.form() != Form.REQUIRED;
      String method = orNull ? ".readOrNull" : ".read";
      String table = out.name(embedded.record().name().generated());
      return inForm(component, Expr.call(table + method, Expr.text(row)), orNull);
    }
    boolean orNull = component.columns().get(0).nullable();
    Expr value = component instanceof Component.Reference reference
        ? reference(reference, row, orNull)
        : value((Component.Value) component, row, orNull);
    return inForm(component, value, orNull);
  }

  private Expr inForm(Component component, Expr value, boolean orNull) {
    return component.form() == Form.OPTIONAL
        ? Expr.call(out.name("java.util.Optional") + (orNull ? ".ofNullable" : ".of"), value)
        : value;
  }

  private Expr reference(Component.Reference reference, String row, boolean orNull) {
    String table = constant(reference.target());
    KeyModel key = reference.target().key();
    if (!orNull) {
      return Expr.call(table + ".ref", key(key, row));
    }
    Expr value = key.columns().size() > 1
        ? Expr.call(keyReader(key), Expr.text(row))
        : scalar(innermost(key), row, true);
    return Expr.call(table + ".refOrNull", value);
  }

  private Expr value(Component.Value component, String row, boolean orNull) {
    ValueType value = component.value();
    if (value instanceof ValueType.Document document) {
      return orNull
          ? Expr.call(documentReader(component), Expr.text(row))
          : json.from(document, Expr.text(row + ".nextJson()"), row);
    }
    if (value instanceof ValueType.Many many) {
      boolean ranges = many.element() instanceof ValueType.Span;
      Expr list = Expr.text(row + (ranges ? ".nextRanges" : ".nextList") + (orNull ? "OrNull" : "")
          + "(" + elementClass(many) + ")");
      return many.array() ? Expr.call(lists.toArray(many), list) : list;
    }
    return scalar(value, row, orNull);
  }

  /** What tells the elements of a list: their class, or that of the bounds of ranges. */
  String elementClass(ValueType.Many many) {
    return out.literal(
        many.element() instanceof ValueType.Span span
            ? span.bound().boxed()
            : many.element().boxed());
  }

  private Expr scalar(ValueType value, String row, boolean orNull) {
    String suffix = orNull ? "OrNull" : "";
    if (value instanceof ValueType.Span span) {
      return Expr.text(
          row + ".nextRange" + suffix + "(" + out.literal(span.bound().boxed()) + ")");
    }
    if (value instanceof ValueType.Scalar scalar && !scalar.type().reader().isEmpty()) {
      return Expr.text(row + ".next" + scalar.type().reader() + suffix + "()");
    }
    String method = value instanceof ValueType.Enumeration ? ".nextEnum" : ".next";
    return Expr.text(row + method + suffix + "(" + out.literal(value.boxed()) + ")");
  }

  /** Reads a key that must be there. */
  private Expr key(KeyModel key, String row) {
    if (!key.composite()) {
      return part(key.parts().get(0), row);
    }
    List<Expr> parts = new ArrayList<>();
    key.parts().forEach(part -> parts.add(part(part, row)));
    return Expr.call("new " + out.type(key.type()), parts);
  }

  private Expr part(KeyModel.Part part, String row) {
    return part instanceof KeyModel.Leading leading
        ? key(leading.target().key(), row)
        : scalar(((KeyModel.Single) part).value(), row, false);
  }

  /** The method that reads a key, or null of null columns. */
  String keyReader(KeyModel key) {
    return helpers.method(key, Members.decapitalized(key.entity().simpleName()) + "Key", name -> {
      out.blank();
      out.method("static " + out.type(key.type()) + " " + name, out.name(ROW) + " row");
      int columns = key.columns().size();
      if (columns == 1) {
        out.returns(scalar(innermost(key), "row", true));
      } else {
        skipNulls(columns);
        out.returns(key(key, "row"));
      }
      out.close();
    });
  }

  /** Returns null where all of the next columns are. */
  void skipNulls(int columns) {
    out.open("if (row.nextAreNull(" + columns + "))");
    out.line("row.skip(" + columns + ");");
    out.line("return null;");
    out.close();
  }

  /** The one value behind a key of a single column. */
  private static ValueType innermost(KeyModel key) {
    return key.parts().get(0) instanceof KeyModel.Leading leading
        ? innermost(leading.target().key())
        : ((KeyModel.Single) key.parts().get(0)).value();
  }

  /** The method that reads a document, or null of a null column. */
  String documentReader(Component.Value component) {
    String wish = component.name() + "OrNull";
    return helpers.method(component.declared().name() + " document", wish, name -> {
      JavaType type = component.value().boxed();
      out.blank();
      out.method("static " + out.type(type) + " " + name, out.name(ROW) + " row");
      if (component.value() instanceof ValueType.Document document) {
        out.line(out.name(JsonCode.JSON) + " json = row.nextJsonOrNull();");
        out.open("if (json == null)");
        out.line("return null;");
        out.close();
        out.returns(json.from(document, Expr.text("json"), "row"));
      } else {
        out.line("return row.nextJsonOrNull();");
      }
      out.close();
    });
  }

  /** The function that makes the document of a value of a component. */
  Expr documentWriter(Component.Value component, ValueType.Document document) {
    return json.writer(component.name(), document);
  }

  /** Binds the columns of a component. */
  Expr bind(Component component, String record, String to) {
    Expr value = Expr.text(access(component, record));
    if (component instanceof Component.Embedded embedded) {
      String table = out.name(embedded.record().name().generated());
      return Expr.call(table + ".write", value, Expr.text(to));
    }
    if (component instanceof Component.Value single) {
      return Expr.call(to + ".bind", bound(single, value, to));
    }
    Component.Reference reference = (Component.Reference) component;
    int columns = reference.columns().size();
    return columns == 1
        ? Expr.call(to + ".bind", Expr.call(constant(reference.target()) + ".keyOrNull", value))
        : Expr.call(keyBinder(), value, Expr.text(String.valueOf(columns)), Expr.text(to));
  }

  private Expr bound(Component.Value component, Expr value, String to) {
    if (component.value() instanceof ValueType.Document document) {
      return json.toColumn(component.name(), document, value, to);
    }
    if (component.value() instanceof ValueType.Many many && many.array()) {
      return Expr.call(lists.toList(many), value);
    }
    boolean primitiveChar = component.value() instanceof ValueType.Scalar scalar
        && scalar.type() == ScalarType.CHAR
        && scalar.primitive();
    return primitiveChar ? Expr.call(out.lang("String") + ".valueOf", value) : value;
  }

  private String keyBinder() {
    return helpers.method("bindKey", "bindKey", name -> {
      out.blank();
      out.method(
          "static void " + name,
          out.type(JavaType.of(REF)) + "<?> ref",
          "int columns",
          out.name(BINDER) + " out");
      out.open("if (ref == null)");
      out.line("out.bindNulls(columns);");
      out.next("else");
      out.line("ref.writeKey(out);");
      out.close();
      out.close();
    });
  }

  /** The value of a component, null where it is absent. */
  static String access(Component component, String record) {
    String value = record + "." + component.name() + "()";
    return component.form() == Form.OPTIONAL ? value + ".orElse(null)" : value;
  }

  /** The constant of the table that a reference leads to. */
  String constant(Target target) {
    return constant(target.entity());
  }

  /** The constant of the table of an entity. */
  String constant(JavaName entity) {
    return out.name(entity.generated()) + "." + entity.constant();
  }
}
