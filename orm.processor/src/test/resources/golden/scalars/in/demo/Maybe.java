package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.json.Json;
import orm.api.model.Ref;

/** What may be absent by {@code Optional}, the key until it is made among them. */
@Entity
public record Maybe(
    @Id @Generated(Generated.Strategy.UUID) Optional<UUID> id,
    Optional<Boolean> flag,
    Optional<Integer> number,
    Optional<Character> letter,
    Optional<String> text,
    @Numeric(precision = 9, scale = 4) Optional<BigDecimal> rate,
    Optional<byte[]> bytes,
    Optional<LocalDate> date,
    Optional<Instant> instant,
    Optional<Required.Mood> mood,
    Optional<List<String>> list,
    Optional<Json> json,
    Optional<Ref<Required>> required) {}
