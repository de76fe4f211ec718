package orm.dialect.postgres;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.util.PGInterval;
import orm.api.schema.ColumnType;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;

/** The text form of values, where they are elements of arrays. Dates are in ISO style. */
final class ElementText {
  private ElementText() {}

  static String write(Object value, ColumnType type) {
    return switch (type.kind()) {
      case REAL -> Float.toString(((Double) value).floatValue());
      case BYTES -> "\\x" + HexFormat.of().formatHex((byte[]) value);
      case DATE -> date((LocalDate) value) + era((LocalDate) value);
      case DATETIME -> dateTime((LocalDateTime) value, "");
      case INSTANT -> dateTime(((Instant) value).atOffset(ZoneOffset.UTC).toLocalDateTime(), "Z");
      case LIST -> ArrayText.write((List<?>) value, PostgresSyntax.elementOf(type));
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case RANGE -> {
        ColumnType bound = PostgresSyntax.elementOf(type);
        yield ((Range<?>) value).toString(each -> write(each, bound));
      }
      default -> value.toString();
    };
  }

  private static String dateTime(LocalDateTime value, String zone) {
    return date(value.toLocalDate()) + ' ' + value.toLocalTime() + zone + era(value.toLocalDate());
  }

  private static String date(LocalDate date) {
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    StringBuilder out = new StringBuilder(16);
    if (year < 1000) {
      out.append(year < 10 ? "000" : year < 100 ? "00" : "0");
    }
    out.append(year).append(date.getMonthValue() < 10 ? "-0" : "-").append(date.getMonthValue());
    return out.append(date.getDayOfMonth() < 10 ? "-0" : "-")
        .append(date.getDayOfMonth())
        .toString();
  }

  private static String era(LocalDate date) {
    return date.getYear() > 0 ? "" : " BC";
  }

  static Object read(String text, ColumnType type) throws SQLException {
    try {
      return switch (type.kind()) {
        case BOOLEAN -> bool(text);
        case SMALLINT, INT -> Integer.valueOf(text);
        case BIGINT, DURATION -> Long.valueOf(text);
        case REAL -> (double) Float.parseFloat(text);
        case DOUBLE -> Double.valueOf(text);
        case DECIMAL -> decimal(text, type);
        case TEXT, ENUM, JSON -> text;
        case BYTES -> HexFormat.of().parseHex(text, 2, text.length());
        case UUID -> UUID.fromString(text);
        case DATE -> readDate(text);
        case TIME -> LocalTime.parse(text);
        case DATETIME -> readDateTime(text);
        case INSTANT -> readInstant(text);
        case INET -> Inet.parse(text);
        case CIDR -> Cidr.parse(text);
        case MACADDR -> MacAddress.parse(text);
        case INTERVAL -> interval(text);
        case RANGE -> range(text, PostgresSyntax.elementOf(type));
        case LIST, CONVERTED -> throw new IllegalArgumentException("no element: " + type);
      };
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException other) {
      throw new SQLException(
          "a stored value or element is no " + type + " that Java knows", "22P02", other);
    }
  }

  /** In whatever style the session writes intervals. */
  private static Interval interval(String text) throws SQLException {
    PGInterval read = new PGInterval(text);
    long micros = (read.getHours() * 60L + read.getMinutes()) * 60_000_000L
        + read.getWholeSeconds() * 1_000_000L
        + read.getMicroSeconds();
    return new Interval(
        Math.addExact(Math.multiplyExact(read.getYears(), 12), read.getMonths()),
        read.getDays(),
        micros);
  }

  private static Range<?> range(String text, ColumnType bound) {
    return switch (bound.kind()) {
      case INT -> Range.parse(text, Integer::valueOf);
      case BIGINT -> Range.parse(text, Long::valueOf);
      case DECIMAL -> Range.parse(text, BigDecimal::new);
      case DATE -> Range.<LocalDate>parse(text, ElementText::readDate);
      case DATETIME -> Range.<LocalDateTime>parse(text, ElementText::readDateTime);
      case INSTANT -> Range.parse(text, ElementText::readInstant);
      default -> throw new IllegalArgumentException("no range of " + bound);
    };
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "t", "true" -> true;
      case "f", "false" -> false;
      default -> throw new IllegalArgumentException("no boolean");
    };
  }

  private static BigDecimal decimal(String text, ColumnType type) {
    BigDecimal value = new BigDecimal(text);
    return type.hasScale() ? value.setScale(type.scale()) : value;
  }

  private static LocalDate readDate(String text) {
    boolean bc = text.endsWith(" BC");
    String rest = bc ? text.substring(0, text.length() - 3) : text;
    int dash = rest.indexOf('-');
    int year = Integer.parseInt(rest, 0, Math.max(dash, 0), 10);
    return LocalDate.of(
        bc ? 1 - year : year,
        Integer.parseInt(rest, dash + 1, dash + 3, 10),
        Integer.parseInt(rest, dash + 4, rest.length(), 10));
  }

  private static LocalDateTime readDateTime(String text) {
    boolean bc = text.endsWith(" BC");
    String rest = bc ? text.substring(0, text.length() - 3) : text;
    int blank = rest.indexOf(' ');
    LocalDate date = readDate(rest.substring(0, Math.max(blank, 0)) + (bc ? " BC" : ""));
    return date.atTime(LocalTime.parse(rest.substring(blank + 1)));
  }

  /** The offset is that of the session's time zone, with seconds for the times before zones. */
  private static Instant readInstant(String text) {
    boolean bc = text.endsWith(" BC");
    String rest = bc ? text.substring(0, text.length() - 3) : text;
    int sign = Math.max(rest.lastIndexOf('+'), rest.lastIndexOf('-'));
    LocalDateTime time = readDateTime(rest.substring(0, sign) + (bc ? " BC" : ""));
    return OffsetDateTime.of(time, ZoneOffset.of(rest.substring(sign))).toInstant();
  }
}
