package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import orm.api.schema.ColumnType;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;

/**
 * The text of values of types that SQLite does not have. Each value has one text, so that equal
 * values are equal texts.
 */
final class TextForm {
  private TextForm() {}

  static String write(Object value, ColumnType type) {
    if (type.kind() != ColumnType.Kind.RANGE) {
      return value.toString();
    }
    return ((Range<?>) value).toString(TextForm::bound);
  }

  private static String bound(Object value) {
    if (value instanceof LocalDate date) {
      return IsoTime.write(date);
    }
    if (value instanceof LocalDateTime time) {
      return IsoTime.write(time);
    }
    if (value instanceof Instant time) {
      return IsoTime.write(time);
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  static Object read(String text, ColumnType type) throws SQLException {
    try {
      return switch (type.kind()) {
        case INET -> Inet.parse(text);
        case CIDR -> Cidr.parse(text);
        case MACADDR -> MacAddress.parse(text);
        case INTERVAL -> Interval.parse(text);
        case RANGE -> range(text, Lists.elementOf(type));
        default -> throw new IllegalArgumentException("not kept as text: " + type);
      };
    } catch (IllegalArgumentException malformed) {
      throw new SQLException("the stored text is no " + type, malformed);
    }
  }

  private static Range<?> range(String text, ColumnType bound) {
    return switch (bound.kind()) {
      case INT -> Range.parse(text, Integer::valueOf);
      case BIGINT -> Range.parse(text, Long::valueOf);
      case DECIMAL -> Range.parse(text, BigDecimal::new);
      case DATE -> Range.<LocalDate>parse(text, each -> time(each, IsoTime::readDate));
      case DATETIME -> Range.<LocalDateTime>parse(text, each -> time(each, IsoTime::readDateTime));
      case INSTANT -> Range.parse(text, each -> time(each, IsoTime::readInstant));
      default -> throw new IllegalArgumentException("no range of " + bound);
    };
  }

  private interface TimeReader<T> {
    T read(byte[] utf8) throws SQLException;
  }

  private static <T> T time(String text, TimeReader<T> reader) {
    try {
      return reader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (SQLException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
