package orm.test.types;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.annotation.NativeEnum;
import orm.api.annotation.Numeric;

/** One component of each type, required and optional. */
@Entity
@SuppressWarnings("ArrayRecordComponent") // bytes are what is tested
public record Everything(
    @Id @Generated(Generated.Strategy.UUID) @Nullable UUID id,
    boolean yes,
    @Nullable Boolean maybe,
    byte small,
    @Nullable Byte smallOrNull,
    short medium,
    @Nullable Short mediumOrNull,
    int number,
    @Nullable Integer numberOrNull,
    long big,
    @Nullable Long bigOrNull,
    float real,
    @Nullable Float realOrNull,
    double precise,
    @Nullable Double preciseOrNull,
    char letter,
    @Nullable Character letterOrNull,
    String text,
    @Nullable String textOrNull,
    @Numeric(precision = 18, scale = 4) BigDecimal money,
    @Numeric(precision = 38, scale = 10) @Nullable BigDecimal vast,
    @Nullable BigDecimal unbounded,
    byte @Nullable [] bytes,
    @Nullable UUID uuid,
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable LocalDateTime dateTime,
    @Nullable Instant instant,
    @Nullable OffsetDateTime offset,
    @Nullable Duration duration,
    Colour colour,
    @NativeEnum("everything_colour") @Nullable Colour nativeColour,
    List<String> words,
    @Nullable List<Integer> numbers,
    @Nullable List<LocalDate> days,
    orm.api.json.@Nullable Json document,
    @Json @Nullable Note note,
    Optional<String> perhaps,
    @Embedded Place place,
    @Embedded @Nullable Place otherPlace) {}
