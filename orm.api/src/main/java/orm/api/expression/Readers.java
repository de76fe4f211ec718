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
import orm.api.json.Json;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Readers of single columns by Java class; a null column gives null. */
public final class Readers {
  private static final Map<Class<?>, RowReader<?>> BY_CLASS = Map.ofEntries(
      Map.entry(Boolean.class, reader(Row::nextBooleanOrNull)),
      Map.entry(Byte.class, reader(Row::nextByteOrNull)),
      Map.entry(Short.class, reader(Row::nextShortOrNull)),
      Map.entry(Integer.class, reader(Row::nextIntOrNull)),
      Map.entry(Long.class, reader(Row::nextLongOrNull)),
      Map.entry(Float.class, reader(Row::nextFloatOrNull)),
      Map.entry(Double.class, reader(Row::nextDoubleOrNull)),
      Map.entry(Character.class, reader(Row::nextCharOrNull)),
      Map.entry(String.class, reader(Row::nextTextOrNull)),
      Map.entry(BigDecimal.class, reader(Row::nextDecimalOrNull)),
      Map.entry(byte[].class, reader(Row::nextBytesOrNull)),
      Map.entry(UUID.class, reader(Row::nextUuidOrNull)),
      Map.entry(LocalDate.class, reader(Row::nextDateOrNull)),
      Map.entry(LocalTime.class, reader(Row::nextTimeOrNull)),
      Map.entry(LocalDateTime.class, reader(Row::nextDateTimeOrNull)),
      Map.entry(Instant.class, reader(Row::nextInstantOrNull)),
      Map.entry(OffsetDateTime.class, reader(Row::nextOffsetDateTimeOrNull)),
      Map.entry(Duration.class, reader(Row::nextDurationOrNull)),
      Map.entry(Json.class, reader(Row::nextJsonOrNull)));

  private Readers() {}

  private static <T> RowReader<T> reader(RowReader<T> reader) {
    return reader;
  }

  /**
   * Returns what reads one column.
   *
   * @param <T> the Java type
   * @param type its class; one that is none of ours is read by its converter
   * @return the reader, which gives null for a null column
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the map ties each class to its reader
  public static <T> RowReader<T> of(Class<T> type) {
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
