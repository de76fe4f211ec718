package orm.engine.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ValueException;
import orm.api.expression.JsonColumn;
import orm.api.expression.Operator;
import orm.api.model.Ref;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;
import orm.engine.plan.PlanNode.ValueNode;
import orm.spi.convert.TypeConverter;

/** Makes the values that a query compares with fit the columns that they are compared to. */
final class Operands {
  private Operands() {}

  /** A value compared with a column. {@code position} tells the two ends of BETWEEN apart. */
  static ValueNode compared(int slot, Operator operator, int position, ValueType model) {
    ColumnType type = model.type();
    if (type.hasScale() && model.converter() == null) {
      RoundingMode rounding = rounding(operator, position);
      return new ValueNode(
          slot,
          type,
          value -> atScale(model.place(), type, rounding, value),
          false,
          model.disclosure());
    }
    return new ValueNode(
        slot,
        type,
        value -> StoredValue.of(model.place(), type, model.converter(), value),
        false,
        model.disclosure());
  }

  /** A value that is stored in a column. */
  static ValueNode stored(int slot, ValueType model) {
    return new ValueNode(
        slot,
        model.type(),
        value -> StoredValue.of(model.place(), model.type(), model.converter(), value),
        false,
        model.disclosure());
  }

  /** A value that is stored as a document. */
  static ValueNode document(int slot, ValueType model, JsonColumn<?, ?> column) {
    return new ValueNode(
        slot,
        model.type(),
        value -> {
          Documents documents = Documents.of(model.place(), model.converter());
          return StoredValue.of(
              model.place(),
              model.type(),
              documents,
              column.document(value, documents.at(model.place())));
        },
        false,
        model.disclosure());
  }

  /** All values of a list, sent as one parameter. */
  static ValueNode elements(int slot, ValueType model, UnaryOperator<Object> part) {
    return new ValueNode(
        slot,
        model.type(),
        values -> {
          List<Object> stored = new ArrayList<>();
          for (Object value : (List<?>) values) {
            stored.add(StoredValue.of(
                model.place(),
                model.type(),
                model.converter(),
                part.apply(Objects.requireNonNull(value))));
          }
          return stored;
        },
        true,
        model.disclosure());
  }

  /** One column of the key inside a reference. */
  static ValueNode ofReference(int slot, int part, ValueType model) {
    return new ValueNode(
        slot,
        model.type(),
        value -> StoredValue.of(
            model.place(), model.type(), model.converter(), keyPart((Ref<?>) value, part)),
        false,
        model.disclosure());
  }

  static Object keyPart(Ref<?> ref, int part) {
    return Keys.of(ref).get(part);
  }

  /** A value that is compared with no column goes by its own class; a decimal by its digits. */
  static ValueNode byClass(int slot, Object sample) {
    ColumnType type = typeOf(sample);
    if (type.kind() == Kind.DECIMAL) {
      return new ValueNode(
          slot, type, value -> atScale("a value", type, null, value), false, Disclosure.UNKNOWN);
    }
    return new ValueNode(
        slot,
        type,
        value -> StoredValue.of("a value", type, null, value),
        false,
        Disclosure.UNKNOWN);
  }

  /** A value that is compared with no column, of a type of the user's. */
  static ValueNode converted(int slot, TypeConverter<?, ?> converter) {
    ColumnType type = converter.columnType();
    return new ValueNode(
        slot,
        type,
        value -> StoredValue.of("a value", type, converter, value),
        false,
        converter,
        Disclosure.UNKNOWN);
  }

  /** What a value is by itself. Queries that differ in its scale differ in shape. */
  static ColumnType typeOf(Object sample) {
    if (sample instanceof Class<?> javaClass) {
      return typeOfClass(javaClass);
    }
    if (sample instanceof BigDecimal decimal) {
      int scale = Math.max(0, decimal.scale());
      return ColumnType.decimal(Math.max(18, scale), scale);
    }
    if (sample instanceof Range<?> range) {
      return JavaTypes.ofRange(range);
    }
    return ColumnType.of(kind(sample));
  }

  private static ColumnType typeOfClass(Class<?> type) {
    Kind kind = KINDS.get(type);
    return ColumnType.of(kind == null ? Kind.TEXT : kind);
  }

  private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
      Map.entry(Boolean.class, Kind.BOOLEAN),
      Map.entry(Short.class, Kind.INT),
      Map.entry(Integer.class, Kind.INT),
      Map.entry(Long.class, Kind.BIGINT),
      Map.entry(Float.class, Kind.DOUBLE),
      Map.entry(Double.class, Kind.DOUBLE),
      Map.entry(BigDecimal.class, Kind.DECIMAL),
      Map.entry(UUID.class, Kind.UUID),
      Map.entry(byte[].class, Kind.BYTES),
      Map.entry(LocalDate.class, Kind.DATE),
      Map.entry(LocalTime.class, Kind.TIME),
      Map.entry(LocalDateTime.class, Kind.DATETIME),
      Map.entry(Instant.class, Kind.INSTANT),
      Map.entry(OffsetDateTime.class, Kind.INSTANT),
      Map.entry(Duration.class, Kind.DURATION),
      Map.entry(Inet.class, Kind.INET),
      Map.entry(Cidr.class, Kind.CIDR),
      Map.entry(MacAddress.class, Kind.MACADDR),
      Map.entry(Interval.class, Kind.INTERVAL));

  private static Kind kind(Object sample) {
    if (sample instanceof Boolean) {
      return Kind.BOOLEAN;
    } else if (sample instanceof Integer || sample instanceof Short || sample instanceof Byte) {
      return Kind.INT;
    } else if (sample instanceof Long) {
      return Kind.BIGINT;
    } else if (sample instanceof Double || sample instanceof Float) {
      return Kind.DOUBLE;
    } else if (sample instanceof UUID) {
      return Kind.UUID;
    } else if (sample instanceof LocalDate) {
      return Kind.DATE;
    } else if (sample instanceof LocalTime) {
      return Kind.TIME;
    } else if (sample instanceof LocalDateTime) {
      return Kind.DATETIME;
    } else if (sample instanceof Instant || sample instanceof OffsetDateTime) {
      return Kind.INSTANT;
    } else if (sample instanceof Duration) {
      return Kind.DURATION;
    } else if (sample instanceof byte[]) {
      return Kind.BYTES;
    }
    return KINDS.getOrDefault(sample.getClass(), Kind.TEXT);
  }

  /**
   * Which neighbour stands for an operand between two values of the column, so that the comparison
   * means what it says; null where only the exact value will do.
   */
  private static @Nullable RoundingMode rounding(Operator operator, int position) {
    return switch (operator) {
      case LT, GE -> RoundingMode.CEILING;
      case GT, LE -> RoundingMode.FLOOR;
      case BETWEEN -> position == 1 ? RoundingMode.CEILING : RoundingMode.FLOOR;
      default -> null;
    };
  }

  private static Object atScale(
      String place, ColumnType type, @Nullable RoundingMode rounding, Object value) {
    if (!(value instanceof BigDecimal decimal)) {
      return StoredValue.of(place, type, null, value);
    }
    BigDecimal bound = BigDecimal.ONE.movePointRight(type.size() - type.scale());
    if (rounding != null && decimal.abs().compareTo(bound) >= 0) {
      return decimal.signum() < 0 ? bound.negate() : bound; // beyond every value of the column
    }
    try {
      return decimal.setScale(type.scale(), rounding == null ? RoundingMode.UNNECESSARY : rounding);
    } catch (ArithmeticException tooManyDigits) {
      throw new ValueException(
          Failure.of(ErrorCode.OUT_OF_RANGE, "Cannot compare " + place + " for equality")
              .because("the operand has more than " + type.scale() + " digits after the point")
              .fix("Round it with setScale first; no row can be equal to it.")
              .cause(tooManyDigits));
    }
  }
}
