package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.api.schema.ColumnType;

/**
 * Lists as JSON text, in two forms: what a column holds, and what {@code json_each} turns into
 * values as columns hold them.
 */
final class Lists {
  private Lists() {}

  static ColumnType elementOf(ColumnType list) {
    ColumnType element = list.element();
    if (element == null) {
      throw new IllegalArgumentException("no list or range: " + list);
    }
    return element;
  }

  /** The text of a column: truth values and numbers as such, all else as texts. */
  static String write(List<?> values, ColumnType element) {
    StringBuilder out = begin(values.size());
    for (Object value : (List<? extends Object>) values) {
      switch (element.kind()) {
        case BOOLEAN, SMALLINT, INT, BIGINT, DURATION -> out.append(value);
        case DECIMAL -> out.append(((BigDecimal) value).toPlainString());
        case REAL, DOUBLE -> number((Double) value, out);
        default -> string(text(value, element), out);
      }
      out.append(',');
    }
    return end(out);
  }

  /** The parameter of an IN. */
  static String writeOperands(
      List<? extends @Nullable Object> values, ColumnType type, DecimalForm decimals)
      throws SQLException {
    StringBuilder out = begin(values.size());
    for (Object value : values) {
      if (value == null) {
        out.append("null,");
        continue;
      }
      switch (type.kind()) {
        case BOOLEAN -> out.append((Boolean) value ? '1' : '0');
        case SMALLINT, INT, BIGINT, DURATION -> out.append(value);
        case REAL, DOUBLE -> number((Double) value, out);
        case DECIMAL -> {
          BigDecimal decimal = (BigDecimal) value;
          if (decimals.isScaled(type)) {
            out.append(decimals.unscaled(decimal, type));
          } else if (decimals.isNative()) {
            out.append(decimal.toPlainString());
          } else {
            string(decimal.toPlainString(), out);
          }
        }
        default -> string(text(value, type), out);
      }
      out.append(',');
    }
    return end(out);
  }

  private static StringBuilder begin(int size) {
    return new StringBuilder(size * 12 + 2).append('[');
  }

  private static String end(StringBuilder out) {
    if (out.length() > 1) {
      out.setCharAt(out.length() - 1, ']');
    } else {
      out.append(']');
    }
    return out.toString();
  }

  /** Values other than numbers as columns hold them; bytes, for which JSON has no form, in hex. */
  static String text(Object value, ColumnType type) {
    return switch (type.kind()) {
      case TEXT, ENUM, JSON -> (String) value;
      case BYTES -> HexFormat.of().formatHex((byte[]) value);
      case UUID -> value.toString();
      case DATE -> IsoTime.write((LocalDate) value);
      case TIME -> IsoTime.write((LocalTime) value);
      case DATETIME -> IsoTime.write((LocalDateTime) value);
      case INSTANT -> IsoTime.write((Instant) value);
      case LIST -> write((List<?>) value, elementOf(type));
      case INET, CIDR, MACADDR, INTERVAL, RANGE -> TextForm.write(value, type);
      default -> throw new IllegalArgumentException("not a text: " + type);
    };
  }

  /** JSON has no infinity, but numbers beyond all doubles. */
  private static void number(double value, StringBuilder out) {
    if (Double.isInfinite(value)) {
      out.append(value > 0 ? "9e999" : "-9e999");
    } else {
      out.append(value);
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 0xf, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  static List<?> read(String text, ColumnType element) throws SQLException {
    try {
      List<Json> parts = Json.parse(text).elements();
      List<Object> values = new ArrayList<>(parts.size());
      for (Json part : parts) {
        values.add(value(part, element));
      }
      return values;
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException other) {
      throw new SQLException("the stored text is no list of " + element, other);
    }
  }

  private static byte[] utf8(Json part) {
    return part.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Object value(Json part, ColumnType type) throws SQLException {
    return switch (type.kind()) {
      case BOOLEAN -> part.bool();
      case SMALLINT, INT -> part.number().intValueExact();
      case BIGINT, DURATION -> part.number().longValueExact();
      case REAL, DOUBLE -> part.number().doubleValue();
      case DECIMAL -> type.hasScale() ? part.number().setScale(type.scale()) : part.number();
      case TEXT, ENUM, JSON -> part.text();
      case BYTES -> HexFormat.of().parseHex(part.text());
      case UUID -> UUID.fromString(part.text());
      case DATE -> IsoTime.readDate(utf8(part));
      case TIME -> IsoTime.readTime(utf8(part));
      case DATETIME -> IsoTime.readDateTime(utf8(part));
      case INSTANT -> IsoTime.readInstant(utf8(part));
      case INET, CIDR, MACADDR, INTERVAL, RANGE -> TextForm.read(part.text(), type);
      case LIST, CONVERTED -> throw new IllegalArgumentException("no element: " + type);
    };
  }
}
