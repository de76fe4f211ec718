package orm.engine.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.error.ValueException;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;
import orm.spi.convert.TypeConverter;
import orm.spi.mapping.Stored;

/** Turns values of the program into the Java type in which the dialects take them. */
public final class StoredValue {
  private StoredValue() {}

  /**
   * Converts a value.
   *
   * @param place the column, for messages
   * @param type how it is stored
   * @param converter the user's converter; null for none
   * @param value the value
   * @return the value as dialects take it
   * @throws ValueException if the value does not belong to the type, or the converter fails
   */
  public static Object of(
      String place, ColumnType type, @Nullable TypeConverter<?, ?> converter, Object value) {
    if (converter == null) {
      return of(place, type, value);
    }
    ColumnType element = type.element();
    if (element == null || !convertsElements(type, converter)) {
      return of(place, type, converted(place, converter, value));
    }
    if (!(value instanceof List<?> list)) {
      throw unfit(place, type, value);
    }
    List<Object> elements = new ArrayList<>(list.size());
    for (Object each : list) {
      elements.add(of(place, element, converted(place, converter, requireElement(place, each))));
    }
    return elements;
  }

  /**
   * Tells whether a converter is for the elements of a list, and not for the list.
   *
   * @param type the type of the column
   * @param converter its converter
   * @return whether it is
   */
  public static boolean convertsElements(ColumnType type, TypeConverter<?, ?> converter) {
    return type.kind() == Kind.LIST && converter.columnType().kind() != Kind.LIST;
  }

  static <J, D> Object converted(String place, TypeConverter<J, D> converter, Object value) {
    Object stored;
    try {
      stored = converter.toStored(converter.javaType().cast(value));
    } catch (RuntimeException | LinkageError failed) {
      throw new ValueException(unstorable(place, converter, "failed")
          .fix("Correct the converter, or the value that it is given; the cause says more.")
          .cause(failed));
    }
    if (stored == null) {
      throw new ValueException(unstorable(place, converter, "returned null")
          .fix("Let toStored return a value; null is stored without asking the converter."));
    }
    return stored;
  }

  private static Failure unstorable(String place, TypeConverter<?, ?> converter, String what) {
    return located(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot store " + place), place)
        .because("converter " + converter.getClass().getName() + " " + what);
  }

  /** A place in the model is an entity and a component; others are of no entity. */
  private static Failure located(Failure failure, String place) {
    int dot = place.indexOf('.');
    return dot < 0 ? failure : failure.at(place.substring(0, dot), place.substring(dot + 1));
  }

  private static ValueException unfit(String place, ColumnType type, Object value) {
    return new ValueException(
        located(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot store " + place), place)
            .because("a " + value.getClass().getName() + " is no value of type " + type)
            .fix("Compare and bind values of the component's own type."));
  }

  private static Object of(String place, ColumnType type, Object value) {
    Object stored = switch (type.kind()) {
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case SMALLINT, INT -> integer(value);
      case BIGINT -> bigint(value);
      case REAL, DOUBLE -> floating(value);
      case DECIMAL -> decimal(type, value);
      case TEXT -> text(value);
      case BYTES -> value instanceof byte[] ? value : null;
      case UUID -> value instanceof UUID ? value : null;
      case DATE -> value instanceof LocalDate ? value : null;
      case TIME -> value instanceof LocalTime time ? Stored.form(time) : null;
      case DATETIME -> value instanceof LocalDateTime time ? Stored.form(time) : null;
      case INSTANT -> instant(value);
      case DURATION -> duration(place, value);
      case ENUM -> value instanceof Enum<?> constant ? constant.name() : text(value);
      case LIST -> list(place, type, value);
      case JSON -> value instanceof Json ? value.toString() : null;
      case INET -> value instanceof Inet ? value : null;
      case CIDR -> value instanceof Cidr ? value : null;
      case MACADDR -> value instanceof MacAddress ? value : null;
      case INTERVAL -> value instanceof Interval ? value : null;
      case RANGE -> value instanceof Range<?> range && fits(type, range) ? value : null;
      case CONVERTED -> null;
    };
    if (stored == null) {
      throw unfit(place, type, value);
    }
    return stored;
  }

  private static boolean fits(ColumnType type, Range<?> range) {
    ColumnType bound = Objects.requireNonNull(type.element());
    Class<?> wanted = JavaTypes.classOf(bound.kind());
    return range.lower().stream().allMatch(wanted::isInstance)
        && range.upper().stream().allMatch(wanted::isInstance);
  }

  private static @Nullable Object integer(Object value) {
    return value instanceof Integer
        ? value
        : value instanceof Short || value instanceof Byte ? ((Number) value).intValue() : null;
  }

  private static @Nullable Object bigint(Object value) {
    return value instanceof Long
        ? value
        : value instanceof Integer small ? small.longValue() : null;
  }

  private static @Nullable Object floating(Object value) {
    return value instanceof Double
        ? value
        : value instanceof Float small ? small.doubleValue() : null;
  }

  private static @Nullable Object decimal(ColumnType type, Object value) {
    return value instanceof BigDecimal decimal
        ? type.hasScale() ? Stored.form(decimal, type.scale()) : decimal
        : null;
  }

  private static @Nullable Object text(Object value) {
    return value instanceof String
        ? value
        : value instanceof Character letter ? letter.toString() : null;
  }

  private static @Nullable Object instant(Object value) {
    return value instanceof Instant instant
        ? Stored.form(instant)
        : value instanceof OffsetDateTime time ? Stored.form(time.toInstant()) : null;
  }

  private static @Nullable Object duration(String place, Object value) {
    if (!(value instanceof Duration duration)) {
      return null;
    }
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      throw new ValueException(Failure.of(ErrorCode.OUT_OF_RANGE, "Cannot store " + place)
          .because("a duration is kept as nanoseconds in 64 bits, up to about 292 years")
          .cause(tooLong));
    }
  }

  private static @Nullable Object list(String place, ColumnType type, Object value) {
    ColumnType element = type.element();
    if (element == null) {
      return null;
    }
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> elements = new ArrayList<>(list.size());
    for (Object each : list) {
      elements.add(of(place, element, requireElement(place, each)));
    }
    return elements;
  }

  private static Object requireElement(String place, @Nullable Object element) {
    if (element == null) {
      throw new ValueException(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot store " + place)
          .because("a list in a column has no null elements"));
    }
    return element;
  }

  /**
   * Gives what a dialect has read the class in which programs have it.
   *
   * @param type the type of the column
   * @param stored the value as dialects give it
   * @return the value as {@link #of} takes it
   * @throws IllegalArgumentException if it is text that is no JSON
   */
  public static Object plain(ColumnType type, Object stored) {
    return switch (type.kind()) {
      case DURATION -> Duration.ofNanos((Long) stored);
      case JSON -> Json.parse((String) stored);
      case LIST -> {
        ColumnType element = Objects.requireNonNull(type.element());
        List<Object> plain = new ArrayList<>();
        ((List<?>) stored).forEach(each -> plain.add(plain(element, each)));
        yield List.copyOf(plain);
      }
      default -> stored;
    };
  }

  /**
   * Converts back what was read.
   *
   * @param <J> the Java type
   * @param place the column, for messages
   * @param converter the user's converter
   * @param stored what was read
   * @return the value
   * @throws MappingException if the converter fails
   */
  public static <J> J read(String place, TypeConverter<J, ?> converter, Object stored) {
    return readTyped(place, converter, stored);
  }

  private static <J, D> J readTyped(String place, TypeConverter<J, D> converter, Object stored) {
    J value;
    try {
      value = converter.fromStored(converter.storedType().cast(stored));
    } catch (RuntimeException | LinkageError failed) {
      throw new MappingException(unreadable(place, converter, "failed")
          .fix("Correct the converter, or what is stored; the cause says more.")
          .cause(failed));
    }
    if (value == null) {
      throw new MappingException(unreadable(place, converter, "returned null")
          .fix("Let fromStored return a value; null is read without asking the converter."));
    }
    return value;
  }

  private static Failure unreadable(String place, TypeConverter<?, ?> converter, String what) {
    return located(Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read " + place), place)
        .because("converter " + converter.getClass().getName() + " " + what);
  }
}
