package orm.api.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Readers of single columns by Java class; a null column gives null. */
public final class Readers {
  /**
   * The classes of one column; one type for all readers, because each lambda takes time to load.
   */
  private enum Known implements RowReader<Object> {
    BOOLEAN(Boolean.class),
    BYTE(Byte.class),
    SHORT(Short.class),
    INTEGER(Integer.class),
    LONG(Long.class),
    FLOAT(Float.class),
    DOUBLE(Double.class),
    CHARACTER(Character.class),
    STRING(String.class),
    BIG_DECIMAL(BigDecimal.class),
    BYTES(byte[].class),
    UUID(java.util.UUID.class),
    LOCAL_DATE(LocalDate.class),
    LOCAL_TIME(LocalTime.class),
    LOCAL_DATE_TIME(LocalDateTime.class),
    INSTANT(Instant.class),
    OFFSET_DATE_TIME(OffsetDateTime.class),
    DURATION(Duration.class),
    JSON(Json.class);

    private static final Map<Class<?>, Known> BY_CLASS = new HashMap<>();

    static {
      for (Known known : values()) {
        BY_CLASS.put(known.type, known);
      }
    }

    private final Class<?> type;

    Known(Class<?> type) {
      this.type = type;
    }

    @Override
    public @Nullable Object read(Row row) {
      return switch (this) {
        case BOOLEAN -> row.nextBooleanOrNull();
        case BYTE -> row.nextByteOrNull();
        case SHORT -> row.nextShortOrNull();
        case INTEGER -> row.nextIntOrNull();
        case LONG -> row.nextLongOrNull();
        case FLOAT -> row.nextFloatOrNull();
        case DOUBLE -> row.nextDoubleOrNull();
        case CHARACTER -> row.nextCharOrNull();
        case STRING -> row.nextTextOrNull();
        case BIG_DECIMAL -> row.nextDecimalOrNull();
        case BYTES -> row.nextBytesOrNull();
        case UUID -> row.nextUuidOrNull();
        case LOCAL_DATE -> row.nextDateOrNull();
        case LOCAL_TIME -> row.nextTimeOrNull();
        case LOCAL_DATE_TIME -> row.nextDateTimeOrNull();
        case INSTANT -> row.nextInstantOrNull();
        case OFFSET_DATE_TIME -> row.nextOffsetDateTimeOrNull();
        case DURATION -> row.nextDurationOrNull();
        case JSON -> row.nextJsonOrNull();
      };
    }
  }

  private Readers() {}

  /**
   * Returns what reads one column.
   *
   * @param <T> the Java type
   * @param type its class; one that is none of ours is read by its converter
   * @return the reader, which gives null for a null column
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // each class has its own reader
  public static <T> RowReader<T> of(Class<T> type) {
    RowReader<?> known = Known.BY_CLASS.get(type);
    if (known != null) {
      return (RowReader<T>) known;
    }
    if (type.isEnum()) {
      return row -> (T) row.nextEnumOrNull((Class) type);
    }
    return row -> row.nextOrNull(type);
  }
}
