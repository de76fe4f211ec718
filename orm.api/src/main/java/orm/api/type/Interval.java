package orm.api.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of calendar time: months, days and microseconds, each with a sign of its own.
 * {@code interval} in PostgreSQL, its ISO 8601 text in SQLite.
 *
 * <p>The parts are kept apart because a month has no fixed number of days, nor a day one of hours:
 * so two intervals are equal only if all parts are, and queries compare none. For an exact length
 * use {@link Duration}.
 *
 * @param months the months, twelve for a year
 * @param days the days, seven for a week
 * @param micros the microseconds
 */
public record Interval(int months, int days, long micros) {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int DAYS_OF_WEEK = 7;
  private static final long MICROS_OF_SECOND = 1_000_000;
  private static final Pattern ISO =
      Pattern.compile("P(?=.)(?:([-+]?\\d+)Y)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+)W)?(?:([-+]?\\d+)D)?"
          + "(?:T(?=.)(?:([-+]?\\d+)H)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+(?:\\.\\d{1,6})?)S)?)?");

  /**
   * Takes years, months and days.
   *
   * @param period the period
   * @return the interval
   * @throws ArithmeticException if there are more than 2³¹ months
   */
  public static Interval of(Period period) {
    return new Interval(
        Math.toIntExact(period.toTotalMonths()), Math.toIntExact(period.get(ChronoUnit.DAYS)), 0);
  }

  /**
   * Takes an exact length, as microseconds.
   *
   * @param duration the length, cut to microseconds
   * @return the interval
   * @throws ArithmeticException if it is longer than about 292,000 years
   */
  public static Interval of(Duration duration) {
    long seconds = Math.multiplyExact(duration.getSeconds(), MICROS_OF_SECOND);
    return new Interval(0, 0, Math.addExact(seconds, duration.getNano() / 1000));
  }

  /**
   * Reads an interval.
   *
   * @param text in ISO 8601 with units, such as {@code P1Y2M3DT4H5M6.5S}; each number may have a
   *     sign
   * @return the interval
   * @throws IllegalArgumentException if the text is none, or a part is too great
   */
  public static Interval parse(String text) {
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no interval: " + text);
    }
    try {
      long months = Math.addExact(
          Math.multiplyExact(whole(matcher.group(1)), MONTHS_OF_YEAR), whole(matcher.group(2)));
      long days = Math.addExact(
          Math.multiplyExact(whole(matcher.group(3)), DAYS_OF_WEEK), whole(matcher.group(4)));
      long minutes =
          Math.addExact(Math.multiplyExact(whole(matcher.group(5)), 60), whole(matcher.group(6)));
      String seconds = matcher.group(7);
      BigDecimal micros = new BigDecimal(seconds == null ? "0" : seconds)
          .add(BigDecimal.valueOf(minutes).multiply(BigDecimal.valueOf(60)))
          .movePointRight(6);
      return new Interval(Math.toIntExact(months), Math.toIntExact(days), micros.longValueExact());
    } catch (ArithmeticException tooGreat) {
      throw new IllegalArgumentException("an interval beyond all limits: " + text, tooGreat);
    }
  }

  private static long whole(@Nullable String number) {
    return number == null ? 0 : Long.parseLong(number);
  }

  /** {@return years, months and days} */
  public Period toPeriod() {
    return Period.of(months / MONTHS_OF_YEAR, months % MONTHS_OF_YEAR, days);
  }

  /** {@return the microseconds, without months and days} */
  public Duration time() {
    return Duration.ofSeconds(
        Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * 1000);
  }

  /** {@return the text that {@link #parse} reads, in months, days and seconds} */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("P");
    if (months != 0) {
      out.append(months).append('M');
    }
    if (days != 0) {
      out.append(days).append('D');
    }
    if (micros != 0 || out.length() == 1) {
      BigDecimal seconds = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
      out.append('T').append(seconds.toPlainString()).append('S');
    }
    return out.toString();
  }
}
