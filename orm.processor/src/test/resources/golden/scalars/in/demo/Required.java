package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.NativeEnum;
import orm.api.annotation.Numeric;
import orm.api.json.Json;

/** One component of each kind. */
@Entity
public record Required(
    @Id int id,
    boolean flag,
    byte tiny,
    short small,
    long large,
    float real,
    double precise,
    char letter,
    String text,
    BigDecimal amount,
    @Numeric(precision = 9, scale = 4) BigDecimal rate,
    byte[] bytes,
    UUID uuid,
    LocalDate date,
    LocalTime time,
    LocalDateTime dateTime,
    Instant instant,
    OffsetDateTime offset,
    Duration duration,
    Mood mood,
    @NativeEnum("mood") Mood nativeMood,
    Json json) {
  /** An enum inside the record. */
  public enum Mood {
    GOOD,
    BAD
  }
}
