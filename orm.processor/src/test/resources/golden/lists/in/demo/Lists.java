package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.NativeEnum;
import orm.api.annotation.Numeric;

/** Lists and arrays. */
@Entity
public record Lists(
    @Id int id,
    List<String> texts,
    @Column(length = 20) List<String> shortTexts,
    @Nullable List<Integer> numbers,
    Optional<List<UUID>> uuids,
    List<Boolean> flags,
    List<Duration> durations,
    @NativeEnum("tone") List<Tone> tones,
    List<Instant> instants,
    @Numeric(precision = 5, scale = 2) List<BigDecimal> amounts,
    int[] ints,
    long @Nullable [] longs,
    Optional<double[]> doubles,
    boolean[] booleans,
    short[] shorts,
    float[] floats,
    char[] chars,
    String[] strings,
    Tone[] toneArray,
    LocalTime[] times,
    OffsetDateTime @Nullable [] offsets) {
  /** An enum. */
  public enum Tone {
    HIGH,
    LOW
  }
}
