package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.json.Json;

/** Each kind, and each may be null. */
@Entity
public record Absent(
    @Id int id,
    @Nullable Boolean flag,
    @Nullable Byte tiny,
    @Nullable Short small,
    @Nullable Long large,
    @Nullable Float real,
    @Nullable Double precise,
    @Nullable Character letter,
    @Nullable String text,
    @Nullable BigDecimal amount,
    @Numeric(precision = 9, scale = 4) @Nullable BigDecimal rate,
    byte @Nullable [] bytes,
    @Nullable UUID uuid,
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable LocalDateTime dateTime,
    @Nullable Instant instant,
    @Nullable OffsetDateTime offset,
    @Nullable Duration duration,
    Required.@Nullable Mood mood,
    @Nullable Json json) {}
