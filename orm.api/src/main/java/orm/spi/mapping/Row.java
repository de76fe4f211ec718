package orm.spi.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.json.Json;
import orm.api.type.Range;

/**
 * The current row of a result, read from left to right: each {@code next…} call returns the next
 * column.
 *
 * <p>A row is valid until the reader that received it returns, and only on its thread. Every method
 * without {@code OrNull} in its name throws {@link orm.api.error.MappingException} when the column
 * is null, and every method throws it when the stored value cannot be represented exactly in the
 * Java type; the message names the column.
 */
@ProviderType
public interface Row extends JsonConversion {
  /** {@return the next column as a boolean} */
  boolean nextBoolean();

  /** {@return the next column as a byte} */
  byte nextByte();

  /** {@return the next column as a short} */
  short nextShort();

  /** {@return the next column as an int} */
  int nextInt();

  /** {@return the next column as a long} */
  long nextLong();

  /** {@return the next column as a float} */
  float nextFloat();

  /** {@return the next column as a double} */
  double nextDouble();

  /** {@return the next column, a text of one UTF-16 unit, as a char} */
  char nextChar();

  /** {@return the next column as a boolean, or null} */
  @Nullable
  Boolean nextBooleanOrNull();

  /** {@return the next column as a byte, or null} */
  @Nullable
  Byte nextByteOrNull();

  /** {@return the next column as a short, or null} */
  @Nullable
  Short nextShortOrNull();

  /** {@return the next column as an int, or null} */
  @Nullable
  Integer nextIntOrNull();

  /** {@return the next column as a long, or null} */
  @Nullable
  Long nextLongOrNull();

  /** {@return the next column as a float, or null} */
  @Nullable
  Float nextFloatOrNull();

  /** {@return the next column as a double, or null} */
  @Nullable
  Double nextDoubleOrNull();

  /** {@return the next column as a char, or null} */
  @Nullable
  Character nextCharOrNull();

  /** {@return the next column as text} */
  String nextText();

  /** {@return the next column as text, or null} */
  @Nullable
  String nextTextOrNull();

  /** {@return the next column as a decimal, with the declared scale where the column has one} */
  BigDecimal nextDecimal();

  /** {@return the next column as a decimal, or null} */
  @Nullable
  BigDecimal nextDecimalOrNull();

  /** {@return the next column as bytes, in an array of its own} */
  byte[] nextBytes();

  /** {@return the next column as bytes, or null} */
  byte @Nullable [] nextBytesOrNull();

  /** {@return the next column as a UUID} */
  UUID nextUuid();

  /** {@return the next column as a UUID, or null} */
  @Nullable
  UUID nextUuidOrNull();

  /** {@return the next column as a date} */
  LocalDate nextDate();

  /** {@return the next column as a date, or null} */
  @Nullable
  LocalDate nextDateOrNull();

  /** {@return the next column as a time of day, in microseconds} */
  LocalTime nextTime();

  /** {@return the next column as a time of day, or null} */
  @Nullable
  LocalTime nextTimeOrNull();

  /** {@return the next column as a date and time without zone, in microseconds} */
  LocalDateTime nextDateTime();

  /** {@return the next column as a date and time without zone, or null} */
  @Nullable
  LocalDateTime nextDateTimeOrNull();

  /** {@return the next column as an instant, in microseconds} */
  Instant nextInstant();

  /** {@return the next column as an instant, or null} */
  @Nullable
  Instant nextInstantOrNull();

  /** {@return the next column, an instant, as a date and time at offset Z} */
  OffsetDateTime nextOffsetDateTime();

  /** {@return the next column, an instant, as a date and time at offset Z, or null} */
  @Nullable
  OffsetDateTime nextOffsetDateTimeOrNull();

  /** {@return the next column, a number of nanoseconds, as a duration} */
  Duration nextDuration();

  /** {@return the next column as a duration, or null} */
  @Nullable
  Duration nextDurationOrNull();

  /**
   * Returns the next column as the constant of {@code type} with the stored name.
   *
   * @param <T> the enum
   * @param type the enum class
   * @return the constant
   */
  <T extends Enum<T>> T nextEnum(Class<T> type);

  /**
   * Returns the next column as an enum constant, or null.
   *
   * @param <T> the enum
   * @param type the enum class
   * @return the constant, or null
   */
  <T extends Enum<T>> @Nullable T nextEnumOrNull(Class<T> type);

  /**
   * Returns the next column as an unmodifiable list without null elements.
   *
   * @param <T> the element type
   * @param element the element class
   * @return the list
   */
  <T> List<T> nextList(Class<T> element);

  /**
   * Returns the next column as an unmodifiable list, or null.
   *
   * @param <T> the element type
   * @param element the element class
   * @return the list, or null
   */
  <T> @Nullable List<T> nextListOrNull(Class<T> element);

  /** {@return the next column as a JSON value} */
  Json nextJson();

  /** {@return the next column as a JSON value, or null where the column itself is null} */
  @Nullable
  Json nextJsonOrNull();

  /**
   * Returns the next column as a range.
   *
   * @param <T> the type of the bounds
   * @param bound its class
   * @return the range
   */
  <T extends Comparable<? super T>> Range<T> nextRange(Class<T> bound);

  /**
   * Returns the next column as a range, or null.
   *
   * @param <T> the type of the bounds
   * @param bound its class
   * @return the range, or null
   */
  <T extends Comparable<? super T>> @Nullable Range<T> nextRangeOrNull(Class<T> bound);

  /**
   * Returns the next column as a list of ranges.
   *
   * @param <T> the type of the bounds
   * @param bound its class
   * @return an unmodifiable list
   */
  <T extends Comparable<? super T>> List<Range<T>> nextRanges(Class<T> bound);

  /**
   * Returns the next column as a list of ranges, or null.
   *
   * @param <T> the type of the bounds
   * @param bound its class
   * @return an unmodifiable list, or null
   */
  <T extends Comparable<? super T>> @Nullable List<Range<T>> nextRangesOrNull(Class<T> bound);

  /**
   * Returns the next column as a class of {@code orm.api.type} other than a range, or as a type of
   * the user's, through the converter that was resolved for it when the statement was planned.
   *
   * @param <T> the type
   * @param type the Java class
   * @return the converted value
   */
  <T> T next(Class<T> type);

  /**
   * Returns the next column as {@link #next} does, or null.
   *
   * @param <T> the type
   * @param type the Java class
   * @return the converted value, or null
   */
  <T> @Nullable T nextOrNull(Class<T> type);

  /**
   * Tells whether the next {@code columns} columns are all null, without moving on.
   *
   * @param columns how many columns to look at, at least 1
   * @return true if every one of them is null
   */
  boolean nextAreNull(int columns);

  /**
   * Reads a part of the row that has a reader of its own. Readers of rows that may hold nested
   * lists take every part this way.
   *
   * @param <T> the type of the part
   * @param reader reads the part
   * @return the part; null where it is a null column
   */
  <T> @Nullable T nextPart(RowReader<T> reader);

  /**
   * Reads a part that an outer join may have left away.
   *
   * @param <T> the type of the part
   * @param reader reads the part
   * @return the part; null where every column of it is null
   */
  <T> @Nullable T nextPartOrAbsent(RowReader<T> reader);

  /**
   * Leaves out columns.
   *
   * @param columns how many, not negative
   */
  void skip(int columns);
}
