package orm.processor.write;

import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.Members;
import orm.processor.model.ValueType;

/** Writes how arrays become lists and lists arrays, and how their elements are stored. */
final class ListCode {
  private static final JavaName LIST = JavaName.of("java.util.List");

  private final SourceWriter out;
  private final Helpers helpers;

  ListCode(SourceWriter out, Helpers helpers) {
    this.out = out;
    this.helpers = helpers;
  }

  /** The method that makes an array of a list. */
  String toArray(ValueType.Many many) {
    String element = out.type(element(many));
    String wish = Members.decapitalized(name(many)) + "Array";
    return helpers.method("array of " + element, wish, name -> {
      out.blank();
      out.method("static " + element + "[] " + name, listType(many) + " list");
      out.open("if (list == null)");
      out.line("return null;");
      out.close();
      out.line(element + "[] array = new " + element + "[list.size()];");
      out.open("for (int i = 0; i < array.length; i++)");
      out.line("array[i] = list.get(i);");
      out.close();
      out.line("return array;");
      out.close();
    });
  }

  /** The method that makes a list of an array. */
  String toList(ValueType.Many many) {
    String element = out.type(element(many));
    String wish = Members.decapitalized(name(many)) + "List";
    return helpers.method("list of " + element, wish, name -> {
      out.blank();
      out.method("static " + listType(many) + " " + name, element + "[] array");
      out.open("if (array == null)");
      out.line("return null;");
      out.close();
      out.line(
          listType(many) + " list = new " + out.name("java.util.ArrayList") + "<>(array.length);");
      out.open("for (" + element + " element : array)");
      out.line("list.add(element);");
      out.close();
      out.line("return list;");
      out.close();
    });
  }

  /**
   * The method that brings elements into the form in which they are kept; it returns the same list
   * or array where nothing changes.
   */
  String stored(String component, ValueType.Many many, String form) {
    String element = out.type(many.element().boxed());
    String type = many.array() ? element + "[]" : listType(many);
    return helpers.method(
        "stored " + component, "stored" + Members.capitalized(component), name -> {
          out.blank();
          out.method("static " + type + " " + name, type + " values");
          out.open("if (values == null)");
          out.line("return null;");
          out.close();
          String size = many.array() ? "values.length" : "values.size()";
          String get = many.array() ? "values[i]" : "values.get(i)";
          out.line(type + " stored = values;");
          out.open("for (int i = 0; i < " + size + "; i++)");
          out.line(element + " element = " + form.replace("$", get) + ";");
          out.open("if (element != " + get + ")");
          out.open("if (stored == values)");
          out.line(
              many.array()
                  ? "stored = values.clone();"
                  : "stored = new " + out.name("java.util.ArrayList") + "<>(values);");
          out.close();
          out.line(many.array() ? "stored[i] = element;" : "stored.set(i, element);");
          out.close();
          out.close();
          out.line("return stored;");
          out.close();
        });
  }

  private String listType(ValueType.Many many) {
    return out.type(JavaType.of(LIST, many.element().boxed()));
  }

  private static JavaType element(ValueType.Many many) {
    return many.element() instanceof ValueType.Scalar scalar && scalar.primitive()
        ? scalar.type().unboxed()
        : many.element().boxed();
  }

  private static String name(ValueType.Many many) {
    return element(many).display().replace(".", "");
  }
}
