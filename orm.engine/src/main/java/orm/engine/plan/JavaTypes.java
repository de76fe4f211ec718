package orm.engine.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ValueException;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;

/** The type as which values of a Java class travel where no column tells it. */
public final class JavaTypes {
  private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
      Map.entry(boolean.class, Kind.BOOLEAN),
      Map.entry(Boolean.class, Kind.BOOLEAN),
      Map.entry(byte.class, Kind.INT),
      Map.entry(Byte.class, Kind.INT),
      Map.entry(short.class, Kind.INT),
      Map.entry(Short.class, Kind.INT),
      Map.entry(int.class, Kind.INT),
      Map.entry(Integer.class, Kind.INT),
      Map.entry(long.class, Kind.BIGINT),
      Map.entry(Long.class, Kind.BIGINT),
      Map.entry(float.class, Kind.DOUBLE),
      Map.entry(Float.class, Kind.DOUBLE),
      Map.entry(double.class, Kind.DOUBLE),
      Map.entry(Double.class, Kind.DOUBLE),
      Map.entry(char.class, Kind.TEXT),
      Map.entry(Character.class, Kind.TEXT),
      Map.entry(String.class, Kind.TEXT),
      Map.entry(BigDecimal.class, Kind.DECIMAL),
      Map.entry(byte[].class, Kind.BYTES),
      Map.entry(UUID.class, Kind.UUID),
      Map.entry(LocalDate.class, Kind.DATE),
      Map.entry(LocalTime.class, Kind.TIME),
      Map.entry(LocalDateTime.class, Kind.DATETIME),
      Map.entry(Instant.class, Kind.INSTANT),
      Map.entry(OffsetDateTime.class, Kind.INSTANT),
      Map.entry(Duration.class, Kind.DURATION),
      Map.entry(Json.class, Kind.JSON),
      Map.entry(Inet.class, Kind.INET),
      Map.entry(Cidr.class, Kind.CIDR),
      Map.entry(MacAddress.class, Kind.MACADDR),
      Map.entry(Interval.class, Kind.INTERVAL));

  private JavaTypes() {}

  /**
   * Returns the type of a class.
   *
   * @param type the class; an enum is a text
   * @return the type; empty for a class that needs a converter
   */
  public static Optional<ColumnType> of(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Kind kind = at == Enum.class ? Kind.TEXT : KINDS.get(at);
      if (kind != null) {
        return Optional.of(ColumnType.of(kind));
      }
    }
    return Json.class.isAssignableFrom(type)
        ? Optional.of(ColumnType.of(Kind.JSON))
        : Optional.empty();
  }

  /**
   * Returns the type of a range, which its bounds tell.
   *
   * @param range the range
   * @return the type
   * @throws ValueException if it has no bounds
   */
  static ColumnType ofRange(Range<?> range) {
    Object bound =
        range.lower().isPresent() ? range.lower().get() : range.upper().orElse(null);
    if (bound == null) {
      throw new ValueException(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot bind a range")
          .because("it has no bounds, and nothing else tells what it is a range of")
          .fix("Compare it with a column, or write it into the text of the statement."));
    }
    return ofBound(bound.getClass());
  }

  /**
   * Returns the type of ranges.
   *
   * @param bound the class of the bounds
   * @return the type
   * @throws IllegalArgumentException if there are no such ranges
   */
  public static ColumnType ofBound(Class<?> bound) {
    Kind kind = KINDS.get(bound);
    if (kind == null) {
      throw new IllegalArgumentException("no range has bounds of " + bound.getName());
    }
    return ColumnType.range(kind);
  }

  /**
   * Returns the class in which programs have values of a kind, which converters store.
   *
   * @param kind the kind
   * @return its class
   */
  static Class<?> classOf(Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Boolean.class;
      case SMALLINT, INT -> Integer.class;
      case BIGINT -> Long.class;
      case REAL, DOUBLE -> Double.class;
      case DECIMAL -> BigDecimal.class;
      case TEXT, ENUM -> String.class;
      case BYTES -> byte[].class;
      case UUID -> UUID.class;
      case DATE -> LocalDate.class;
      case TIME -> LocalTime.class;
      case DATETIME -> LocalDateTime.class;
      case INSTANT -> Instant.class;
      case DURATION -> Duration.class;
      case LIST -> List.class;
      case JSON -> Json.class;
      case INET -> Inet.class;
      case CIDR -> Cidr.class;
      case MACADDR -> MacAddress.class;
      case INTERVAL -> Interval.class;
      case RANGE -> Range.class;
      case CONVERTED -> Object.class;
    };
  }
}
