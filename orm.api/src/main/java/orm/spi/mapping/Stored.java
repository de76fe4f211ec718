package orm.spi.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a value is kept, the same on every database, so that the record returned by a
 * write equals the record read later.
 *
 * <p>Times are cut to microseconds, never rounded up (a database that rounds would move
 * 23:59:59.9999999 to the next day); an {@link OffsetDateTime} keeps its instant at offset Z; a
 * decimal with a declared scale is padded to it. Generated code calls these methods before it
 * writes. Null gives null.
 */
public final class Stored {
  private Stored() {}

  /**
   * Cuts to microseconds.
   *
   * @param value the value, or null
   * @return the stored form; the same object if nothing is lost
   */
  public static @Nullable Instant form(@Nullable Instant value) {
    return value == null || value.getNano() % 1_000 == 0
        ? value
        : value.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Cuts to microseconds.
   *
   * @param value the value, or null
   * @return the stored form; the same object if nothing is lost
   */
  public static @Nullable LocalDateTime form(@Nullable LocalDateTime value) {
    return value == null || value.getNano() % 1_000 == 0
        ? value
        : value.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Cuts to microseconds.
   *
   * @param value the value, or null
   * @return the stored form; the same object if nothing is lost
   */
  public static @Nullable LocalTime form(@Nullable LocalTime value) {
    return value == null || value.getNano() % 1_000 == 0
        ? value
        : value.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Moves to offset Z, keeping the instant, and cuts to microseconds.
   *
   * @param value the value, or null
   * @return the stored form; the same object if nothing changes
   */
  public static @Nullable OffsetDateTime form(@Nullable OffsetDateTime value) {
    if (value == null
        || (value.getOffset().equals(ZoneOffset.UTC) && value.getNano() % 1_000 == 0)) {
      return value;
    }
    return value.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Pads to the declared scale. A value with more digits than that is left alone: the binder
   * refuses it rather than round it.
   *
   * @param value the value, or null
   * @param scale the declared scale
   * @return the stored form; the same object if nothing changes
   */
  public static @Nullable BigDecimal form(@Nullable BigDecimal value, int scale) {
    if (value == null || value.scale() == scale) {
      return value;
    }
    try {
      return value.setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException tooManyDigits) {
      return value;
    }
  }
}
