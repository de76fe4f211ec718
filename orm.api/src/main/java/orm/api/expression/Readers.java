package orm.api.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Readers of single columns by Java class; a null column gives null. */
final class Readers {
  private static final Map<Class<?>, RowReader<?>> BY_CLASS = Map.ofEntries(
      Map.entry(Boolean.class, nullable(Row::nextBooleanOrNull)),
      Map.entry(Byte.class, nullable(Row::nextByteOrNull)),
      Map.entry(Short.class, nullable(Row::nextShortOrNull)),
      Map.entry(Integer.class, nullable(Row::nextIntOrNull)),
      Map.entry(Long.class, nullable(Row::nextLongOrNull)),
      Map.entry(Float.class, nullable(Row::nextFloatOrNull)),
      Map.entry(Double.class, nullable(Row::nextDoubleOrNull)),
      Map.entry(Character.class, nullable(Row::nextCharOrNull)),
      Map.entry(String.class, nullable(Row::nextTextOrNull)),
      Map.entry(BigDecimal.class, nullable(Row::nextDecimalOrNull)),
      Map.entry(byte[].class, nullable(Row::nextBytesOrNull)),
      Map.entry(UUID.class, nullable(Row::nextUuidOrNull)),
      Map.entry(LocalDate.class, nullable(Row::nextDateOrNull)),
      Map.entry(LocalTime.class, nullable(Row::nextTimeOrNull)),
      Map.entry(LocalDateTime.class, nullable(Row::nextDateTimeOrNull)),
      Map.entry(Instant.class, nullable(Row::nextInstantOrNull)),
      Map.entry(OffsetDateTime.class, nullable(Row::nextOffsetDateTimeOrNull)),
      Map.entry(Duration.class, nullable(Row::nextDurationOrNull)),
      Map.entry(Json.class, nullable(Row::nextJsonOrNull)));

  private Readers() {}

  /** Reads may give null; whether a column can be null is known to the plan, not to the type. */
  private interface NullableReader {
    @Nullable
    Object read(Row row);
  }

  @SuppressWarnings("NullAway") // a null of the database is what the reader of a column gives
  private static RowReader<?> nullable(NullableReader reader) {
    return reader::read;
  }

  @SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // the map ties each class to its reader
  static <T> RowReader<T> of(Class<T> type) {
    RowReader<?> known = BY_CLASS.get(type);
    if (known != null) {
      return (RowReader<T>) known;
    }
    if (type.isEnum()) {
      return row -> (T) row.nextEnumOrNull((Class) type);
    }
    return row -> row.nextOrNull(type);
  }
}
