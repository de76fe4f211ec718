package orm.api.json;

import java.util.Map;

/** Writes compact JSON text. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(Json value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Json value, StringBuilder out) {
    if (value instanceof Json.JsonObject object) {
      char separator = '{';
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        out.append(separator);
        appendString(member.getKey(), out);
        out.append(':');
        append(member.getValue(), out);
        separator = ',';
      }
      out.append(separator == '{' ? "{}" : "}");
    } else if (value instanceof Json.JsonArray array) {
      char separator = '[';
      for (Json element : array.values()) {
        out.append(separator);
        append(element, out);
        separator = ',';
      }
      out.append(separator == '[' ? "[]" : "]");
    } else if (value instanceof Json.JsonString string) {
      appendString(string.value(), out);
    } else if (value instanceof Json.JsonNumber number) {
      out.append(number.value());
    } else {
      out.append(value);
    }
  }

  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00")
                .append(c < 0x10 ? '0' : '1')
                .append("0123456789abcdef".charAt(c & 0xf));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
