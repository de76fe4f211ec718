package orm.api.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All values between two bounds: a range type in PostgreSQL, its text in SQLite.
 *
 * <p>The bounds are {@link Integer}, {@link Long}, {@link BigDecimal}, {@link LocalDate},
 * {@link LocalDateTime} or {@link Instant}. A range is brought into one form when it is made, as
 * PostgreSQL does: whole numbers and dates begin with a bound that belongs to the range and end
 * before one that does not, so that {@code closed(1, 5)} equals {@code closedOpen(1, 6)}; times are
 * cut to microseconds; decimals lose zeros at their end; and a range that holds nothing is
 * {@link #empty()}.
 *
 * @param <T> the type of the bounds
 */
public final class Range<T extends Comparable<? super T>> {
  private final boolean empty;
  private final @Nullable T lower;
  private final @Nullable T upper;
  private final boolean lowerIncluded;
  private final boolean upperIncluded;

  private Range(
      boolean empty,
      @Nullable T lower,
      boolean lowerIncluded,
      @Nullable T upper,
      boolean upperIncluded) {
    this.empty = empty;
    this.lower = lower;
    this.upper = upper;
    this.lowerIncluded = lowerIncluded;
    this.upperIncluded = upperIncluded;
  }

  /**
   * Makes a range.
   *
   * @param <T> the type of the bounds
   * @param lower the lower bound; null for none
   * @param lowerIncluded whether it belongs to the range; no matter where there is none
   * @param upper the upper bound; null for none
   * @param upperIncluded whether it belongs to the range; no matter where there is none
   * @return the range
   * @throws IllegalArgumentException if the lower bound is greater than the upper one, if a bound
   *     is of another type than those above, or if there is no value behind the greatest
   */
  public static <T extends Comparable<? super T>> Range<T> of(
      @Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded) {
    T from = lower == null ? null : form(lower);
    T to = upper == null ? null : form(upper);
    if (from != null && to != null) {
      if (from.compareTo(to) > 0) {
        throw new IllegalArgumentException("the lower bound of a range is greater than the upper");
      }
      if (from.compareTo(to) == 0 && !(lowerIncluded && upperIncluded)) {
        return empty();
      }
    }
    boolean withLower = from != null && lowerIncluded;
    boolean withUpper = to != null && upperIncluded;
    if (from != null && !withLower) {
      T next = next(from);
      withLower = next != null;
      from = next == null ? from : next;
    }
    if (to != null && withUpper) {
      T next = next(to);
      withUpper = next == null;
      to = next == null ? to : next;
    }
    boolean nothing =
        from != null && to != null && from.compareTo(to) == 0 && !(withLower && withUpper);
    return nothing ? empty() : new Range<>(false, from, withLower, to, withUpper);
  }

  @SuppressWarnings("unchecked") // each branch gives the type that it was given
  private static <T extends Comparable<? super T>> T form(T bound) {
    if (bound instanceof BigDecimal decimal) {
      BigDecimal plain = decimal.stripTrailingZeros();
      return (T) (plain.scale() < 0 ? plain.setScale(0) : plain);
    }
    if (bound instanceof LocalDateTime time) {
      return (T) time.truncatedTo(ChronoUnit.MICROS);
    }
    if (bound instanceof Instant time) {
      return (T) time.truncatedTo(ChronoUnit.MICROS);
    }
    if (bound instanceof Integer || bound instanceof Long || bound instanceof LocalDate) {
      return bound;
    }
    throw new IllegalArgumentException(
        "no database has ranges of " + bound.getClass().getName());
  }

  /** The next value; null for types between whose values there are others. */
  @SuppressWarnings("unchecked") // each branch gives the type that it was given
  private static <T extends Comparable<? super T>> @Nullable T next(T bound) {
    try {
      if (bound instanceof Integer number) {
        return (T) (Integer) Math.addExact(number, 1);
      }
      if (bound instanceof Long number) {
        return (T) (Long) Math.addExact(number, 1L);
      }
    } catch (ArithmeticException greatest) {
      throw new IllegalArgumentException(
          "there is no value behind the greatest; leave the bound out", greatest);
    }
    return bound instanceof LocalDate date ? (T) date.plusDays(1) : null;
  }

  /**
   * Makes a range that both bounds belong to.
   *
   * @param <T> the type of the bounds
   * @param lower the lower bound
   * @param upper the upper bound
   * @return the range
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
    return of(Objects.requireNonNull(lower), true, Objects.requireNonNull(upper), true);
  }

  /**
   * Makes a range that the lower bound belongs to and the upper one does not.
   *
   * @param <T> the type of the bounds
   * @param lower the lower bound
   * @param upper the upper bound
   * @return the range
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static <T extends Comparable<? super T>> Range<T> closedOpen(T lower, T upper) {
    return of(Objects.requireNonNull(lower), true, Objects.requireNonNull(upper), false);
  }

  /**
   * Makes the range of a value and all greater ones.
   *
   * @param <T> the type of the bounds
   * @param lower the lower bound
   * @return the range
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static <T extends Comparable<? super T>> Range<T> atLeast(T lower) {
    return of(Objects.requireNonNull(lower), true, null, false);
  }

  /**
   * Makes the range of all values less than one.
   *
   * @param <T> the type of the bounds
   * @param upper the upper bound
   * @return the range
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static <T extends Comparable<? super T>> Range<T> lessThan(T upper) {
    return of(null, false, Objects.requireNonNull(upper), false);
  }

  /**
   * Makes the range of all values.
   *
   * @param <T> the type of the bounds
   * @return the range
   */
  public static <T extends Comparable<? super T>> Range<T> all() {
    return new Range<>(false, null, false, null, false);
  }

  /**
   * Makes the range that holds nothing.
   *
   * @param <T> the type of the bounds
   * @return the range
   */
  public static <T extends Comparable<? super T>> Range<T> empty() {
    return new Range<>(true, null, false, null, false);
  }

  /**
   * Reads a range.
   *
   * @param <T> the type of the bounds
   * @param text as {@link #toString} writes it, or as PostgreSQL does
   * @param bound reads a bound
   * @return the range
   * @throws IllegalArgumentException if the text is none
   */
  public static <T extends Comparable<? super T>> Range<T> parse(
      String text, Function<String, T> bound) {
    if (text.equals("empty")) {
      return empty();
    }
    int comma = text.indexOf(',');
    int end = text.length() - 1;
    boolean framed = comma > 0
        && (text.charAt(0) == '[' || text.charAt(0) == '(')
        && (text.charAt(end) == ']' || text.charAt(end) == ')');
    if (!framed) {
      throw new IllegalArgumentException("no range: " + text);
    }
    return of(
        bound(text.substring(1, comma), bound),
        text.charAt(0) == '[',
        bound(text.substring(comma + 1, end), bound),
        text.charAt(end) == ']');
  }

  private static <T> @Nullable T bound(String text, Function<String, T> bound) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String plain = quoted ? text.substring(1, text.length() - 1) : text;
    return plain.isEmpty() ? null : bound.apply(plain);
  }

  /** {@return whether it holds nothing} */
  public boolean isEmpty() {
    return empty;
  }

  /** {@return the lower bound; empty if there is none} */
  public Optional<T> lower() {
    return Optional.ofNullable(lower);
  }

  /** {@return the upper bound; empty if there is none} */
  public Optional<T> upper() {
    return Optional.ofNullable(upper);
  }

  /** {@return whether there is a lower bound that belongs to the range} */
  public boolean lowerIncluded() {
    return lowerIncluded;
  }

  /** {@return whether there is an upper bound that belongs to the range} */
  public boolean upperIncluded() {
    return upperIncluded;
  }

  /**
   * Tells whether a value is in the range.
   *
   * @param value the value
   * @return whether it is
   */
  public boolean contains(T value) {
    if (empty) {
      return false;
    }
    T from = lower;
    T to = upper;
    int above = from == null ? 1 : value.compareTo(from);
    int below = to == null ? -1 : value.compareTo(to);
    return (lowerIncluded ? above >= 0 : above > 0) && (upperIncluded ? below <= 0 : below < 0);
  }

  /**
   * Writes the range with bounds of another form.
   *
   * @param bound writes a bound, without commas, quotes and brackets
   * @return the text
   */
  public String toString(Function<? super T, String> bound) {
    if (empty) {
      return "empty";
    }
    T from = lower;
    T to = upper;
    return (lowerIncluded ? "[" : "(")
        + (from == null ? "" : bound.apply(from))
        + ","
        + (to == null ? "" : bound.apply(to))
        + (upperIncluded ? "]" : ")");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Range<?> that
        && empty == that.empty
        && lowerIncluded == that.lowerIncluded
        && upperIncluded == that.upperIncluded
        && Objects.equals(lower, that.lower)
        && Objects.equals(upper, that.upper);
  }

  @Override
  public int hashCode() {
    return Objects.hash(empty, lower, lowerIncluded, upper, upperIncluded);
  }

  /** {@return the text that {@link #parse} reads, such as {@code [1,6)}} */
  @Override
  public String toString() {
    return toString(
        bound -> bound instanceof BigDecimal decimal ? decimal.toPlainString() : bound.toString());
  }
}
