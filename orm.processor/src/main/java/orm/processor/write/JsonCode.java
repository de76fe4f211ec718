package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.JavaName;
import orm.processor.model.JsonShape;
import orm.processor.model.Members;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/**
 * Writes how Java values become JSON documents and documents values. A document may be older than
 * the record that it is read into: a missing or null member becomes null, but for primitives.
 */
final class JsonCode {
  static final JavaName JSON = JavaName.of("orm.api.json.Json");
  private static final JavaName CONVERSION = JavaName.of("orm.spi.mapping.JsonConversion");
  private static final String PARAMETER = "conversion";
  private static final JavaName FUNCTION = JavaName.of("java.util.function.Function");

  private final SourceWriter out;
  private final Helpers helpers;

  JsonCode(SourceWriter out, Helpers helpers) {
    this.out = out;
    this.helpers = helpers;
  }

  /**
   * What the code for one document knows: its records, and what has converters, if it needs any.
   */
  private record Context(List<JsonShape.RecordShape> records, String converters) {
    static Context of(ValueType.Document document, String converters) {
      return new Context(document.records(), document.needsConverters() ? converters : "");
    }

    boolean converts() {
      return !converters.isEmpty();
    }

    /** The same inside a method that is given the converters. */
    Context inside() {
      return converts() ? new Context(records, PARAMETER) : this;
    }
  }

  /** The value that a document holds; {@code converters} names what has them. */
  Expr from(ValueType.Document document, Expr value, String converters) {
    return from(document.shape(), value, Context.of(document, converters), 0);
  }

  /** The document that holds the value of a component, null where the value is. */
  Expr toColumn(String component, ValueType.Document document, Expr value, String converters) {
    Context context = Context.of(document, converters);
    return Expr.call(toColumn(component, document, context), arguments(context, value));
  }

  /** The function that makes the document of a value that is not null. */
  Expr writer(String component, ValueType.Document document) {
    Context context = Context.of(document, PARAMETER);
    String method = Helpers.OWNER + "." + toColumn(component, document, context);
    return Expr.lambda(
        "(value, " + PARAMETER + ")", Expr.call(method, arguments(context, Expr.text("value"))));
  }

  private String toColumn(String component, ValueType.Document document, Context context) {
    return helpers.method("document of " + component, component + "Document", name -> {
      out.blank();
      out.method(
          "static " + json() + " " + name,
          parameters(context, out.type(document.boxed()) + " value"));
      out.open("if (value == null)");
      out.line("return null;");
      out.close();
      out.returns(to(document.shape(), "value", context.inside(), 0));
      out.close();
    });
  }

  private List<String> parameters(Context context, String first) {
    return context.converts()
        ? List.of(first, out.name(CONVERSION) + " " + PARAMETER)
        : List.of(first);
  }

  private static List<Expr> arguments(Context context, Expr first) {
    return context.converts() ? List.of(first, Expr.text(context.converters())) : List.of(first);
  }

  private String json() {
    return out.name(JSON);
  }

  private Expr to(JsonShape shape, String value, Context context, int depth) {
    if (shape instanceof JsonShape.Scalar scalar) {
      return scalarTo(scalar, value);
    }
    if (shape instanceof JsonShape.Enumeration) {
      return Expr.call(enumTo(), Expr.text(value));
    }
    if (shape instanceof JsonShape.Converted converted) {
      return Expr.call(
          context.converters() + ".toJson",
          Expr.text(out.literal(converted.boxed())),
          Expr.text(value));
    }
    if (shape instanceof JsonShape.Maybe maybe) {
      return to(maybe.value(), value + ".orElse(null)", context, depth);
    }
    if (shape instanceof JsonShape.Reference reference) {
      return Expr.call(
          recordTo(find(reference, context), context), arguments(context, Expr.text(value)));
    }
    String element = element(depth);
    boolean array = shape instanceof JsonShape.Array;
    JsonShape inner =
        array ? ((JsonShape.Array) shape).element() : ((JsonShape.Dictionary) shape).value();
    return Expr.call(
        array ? arrayTo() : mapTo(),
        Expr.text(value),
        Expr.lambda(element, to(inner, element, context, depth + 1)));
  }

  private Expr scalarTo(JsonShape.Scalar scalar, String value) {
    return switch (scalar.type()) {
      case JSON -> Expr.call(jsonTo(), Expr.text(value));
      case CHAR ->
        scalar.primitive()
            ? Expr.text(json() + ".of(" + out.lang("String") + ".valueOf(" + value + "))")
            : Expr.call(textTo(), Expr.text(value));
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL, TEXT ->
        Expr.call(json() + ".of", Expr.text(value));
      default -> Expr.call(textTo(), Expr.text(value));
    };
  }

  private Expr from(JsonShape shape, Expr value, Context context, int depth) {
    if (shape instanceof JsonShape.Scalar scalar) {
      if (scalar.type() == ScalarType.JSON) {
        return value;
      }
      if (scalar.primitive()) {
        return Expr.text(scalarFrom(scalar.type(), value.flat()));
      }
      return orNull(value, scalarFrom(scalar.type(), element(depth)), depth);
    }
    if (shape instanceof JsonShape.Enumeration enumeration) {
      String constant = out.name(enumeration.name()) + ".valueOf(" + element(depth) + ".text())";
      return orNull(value, constant, depth);
    }
    if (shape instanceof JsonShape.Converted converted) {
      return Expr.call(
          context.converters() + ".fromJson", Expr.text(out.literal(converted.boxed())), value);
    }
    if (shape instanceof JsonShape.Maybe maybe) {
      return Expr.call(
          out.name("java.util.Optional") + ".ofNullable",
          from(maybe.value(), value, context, depth));
    }
    if (shape instanceof JsonShape.Reference reference) {
      return Expr.call(recordFrom(find(reference, context), context), arguments(context, value));
    }
    String element = element(depth);
    boolean array = shape instanceof JsonShape.Array;
    JsonShape inner =
        array ? ((JsonShape.Array) shape).element() : ((JsonShape.Dictionary) shape).value();
    Expr made = from(inner, Expr.text(element), context, depth + 1);
    return Expr.call(array ? listFrom() : mapFrom(), value, Expr.lambda(element, made));
  }

  private Expr orNull(Expr value, String read, int depth) {
    String element = element(depth);
    for (String getter : List.of("text", "number", "bool")) {
      if (read.equals(element + "." + getter + "()")) {
        return Expr.call(orNullFrom(), value, Expr.text(json() + "::" + getter));
      }
    }
    return Expr.call(orNullFrom(), value, Expr.lambda(element, Expr.text(read)));
  }

  /** What a scalar is read with, from JSON that is not null. */
  private String scalarFrom(ScalarType type, String value) {
    String parsed = value + ".text()";
    return switch (type) {
      case BOOLEAN -> value + ".bool()";
      case BYTE -> value + ".number().byteValueExact()";
      case SHORT -> value + ".number().shortValueExact()";
      case INT -> value + ".number().intValueExact()";
      case LONG -> value + ".number().longValueExact()";
      case FLOAT -> value + ".number().floatValue()";
      case DOUBLE -> value + ".number().doubleValue()";
      case DECIMAL -> value + ".number()";
      case CHAR -> charFrom() + "(" + value + ")";
      case TEXT -> parsed;
      case UUID -> out.type(type.boxed()) + ".fromString(" + parsed + ")";
      default -> out.type(type.boxed()) + ".parse(" + parsed + ")";
    };
  }

  private static String element(int depth) {
    return switch (depth) {
      case 0 -> "element";
      case 1 -> "inner";
      default -> "inner" + depth;
    };
  }

  private static JsonShape.RecordShape find(JsonShape.Reference reference, Context context) {
    return context.records().stream()
        .filter(record -> record.name().equals(reference.name()))
        .findFirst()
        .orElseThrow();
  }

  /** A record may occur in a document that needs converters and in one that does not. */
  private static String subject(String what, JsonShape.RecordShape record, Context context) {
    return what + record.name() + (context.converts() ? " with converters" : "");
  }

  private String recordTo(JsonShape.RecordShape record, Context context) {
    String wish = Members.decapitalized(record.name().simpleName()) + "ToJson";
    return helpers.method(subject("to ", record, context), wish, name -> {
      out.blank();
      out.method(
          "static " + json() + " " + name, parameters(context, out.name(record.name()) + " value"));
      out.open("if (value == null)");
      out.line("return " + json() + ".ofNull();");
      out.close();
      List<Expr> puts = new ArrayList<>();
      for (JsonShape.Member member : record.members()) {
        Expr made = to(member.shape(), "value." + member.name() + "()", context.inside(), 0);
        puts.add(Expr.call("put", Expr.text(SourceWriter.quote(member.name())), made));
      }
      puts.add(Expr.text("build()"));
      out.returns(Expr.chain(json() + ".object()", puts));
      out.close();
    });
  }

  private String recordFrom(JsonShape.RecordShape record, Context context) {
    String wish = Members.decapitalized(record.name().simpleName()) + "FromJson";
    return helpers.method(subject("from ", record, context), wish, name -> {
      String type = out.name(record.name());
      out.blank();
      out.method("static " + type + " " + name, parameters(context, json() + " json"));
      out.open("if (json.isNull())");
      out.line("return null;");
      out.close();
      List<Expr> arguments = new ArrayList<>();
      for (JsonShape.Member member : record.members()) {
        Expr value = Expr.text("json.get(" + SourceWriter.quote(member.name()) + ")");
        arguments.add(from(member.shape(), value, context.inside(), 0));
      }
      out.returns(Expr.call("new " + type, arguments));
      out.close();
    });
  }

  private String function(String from, String to) {
    return out.name(FUNCTION) + "<" + from + ", " + to + ">";
  }

  private String textTo() {
    return helpers.method("textTo", "text", name -> {
      out.blank();
      out.method("static " + json() + " " + name, out.lang("Object") + " value");
      out.line("return " + json() + ".of(value == null ? null : value.toString());");
      out.close();
    });
  }

  private String enumTo() {
    return helpers.method("enumTo", "constant", name -> {
      out.blank();
      out.method("static " + json() + " " + name, out.lang("Enum") + "<?> value");
      out.line("return " + json() + ".of(value == null ? null : value.name());");
      out.close();
    });
  }

  private String jsonTo() {
    return helpers.method("jsonTo", "json", name -> {
      out.blank();
      out.method("static " + json() + " " + name, json() + " value");
      out.line("return value == null ? " + json() + ".ofNull() : value;");
      out.close();
    });
  }

  private String arrayTo() {
    return helpers.method("arrayTo", "array", name -> {
      String list = out.name("java.util.List");
      out.blank();
      out.method(
          "static <T> " + json() + " " + name,
          list + "<T> values",
          function("T", json()) + " toJson");
      out.open("if (values == null)");
      out.line("return " + json() + ".ofNull();");
      out.close();
      out.line("return " + json() + ".array(values.stream().map(toJson).toList());");
      out.close();
    });
  }

  private String mapTo() {
    return helpers.method("mapTo", "object", name -> {
      out.blank();
      out.method(
          "static <T> " + json() + " " + name,
          out.name("java.util.Map") + "<" + out.lang("String") + ", T> values",
          function("T", json()) + " toJson");
      out.open("if (values == null)");
      out.line("return " + json() + ".ofNull();");
      out.close();
      out.line(json() + ".ObjectBuilder object = " + json() + ".object();");
      out.line("values.forEach((member, value) -> object.put(member, toJson.apply(value)));");
      out.line("return object.build();");
      out.close();
    });
  }

  private String orNullFrom() {
    return helpers.method("orNull", "orNull", name -> {
      out.blank();
      out.method("static <T> T " + name, json() + " json", function(json(), "T") + " fromJson");
      out.line("return json.isNull() ? null : fromJson.apply(json);");
      out.close();
    });
  }

  private String charFrom() {
    return helpers.method("charFrom", "character", name -> {
      out.blank();
      out.method("static char " + name, json() + " json");
      out.open("if (json.text().length() != 1)");
      out.line("throw new " + out.lang("IllegalStateException")
          + "(\"expected a text of one character\");");
      out.close();
      out.line("return json.text().charAt(0);");
      out.close();
    });
  }

  private String listFrom() {
    return helpers.method("listFrom", "list", name -> {
      out.blank();
      out.method(
          "static <T> " + out.name("java.util.List") + "<T> " + name,
          json() + " json",
          function(json(), "T") + " fromJson");
      out.open("if (json.isNull())");
      out.line("return null;");
      out.close();
      out.line("return json.elements().stream().map(fromJson).toList();");
      out.close();
    });
  }

  private String mapFrom() {
    return helpers.method("mapFrom", "map", name -> {
      String map = out.name("java.util.Map");
      out.blank();
      out.method(
          "static <T> " + map + "<" + out.lang("String") + ", T> " + name,
          json() + " json",
          function(json(), "T") + " fromJson");
      out.open("if (json.isNull())");
      out.line("return null;");
      out.close();
      out.open("if (!(json instanceof " + json() + ".JsonObject object))");
      out.line("throw new " + out.lang("IllegalStateException") + "(\"expected a JSON object\");");
      out.close();
      out.line(map + "<" + out.lang("String") + ", T> map = new "
          + out.name("java.util.LinkedHashMap") + "<>();");
      out.line("object.members().forEach("
          + "(member, value) -> map.put(member, fromJson.apply(value)));");
      out.line("return " + out.name("java.util.Collections") + ".unmodifiableMap(map);");
      out.close();
    });
  }
}
