package orm.engine.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;

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
      Map.entry(Json.class, Kind.JSON));

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
}
