package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.api.type.Range;
import orm.spi.dialect.StorableText;

/** What SQLite, or the form in which we keep values there, cannot hold though Java can. */
final class SqliteLimits {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;
  private static final Instant FIRST =
      LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
  private static final Instant END =
      LocalDateTime.of(LAST_YEAR + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  /** As many digits as PostgreSQL keeps: more would be a text without end. */
  private static final int WHOLE_DIGITS = 131_072;

  private static final int FRACTION_DIGITS = 16_383;
  private static final String YEARS =
      "SQLite knows the years " + FIRST_YEAR + " to " + LAST_YEAR + ", written with four digits";

  private SqliteLimits() {}

  static boolean mayRefuse(ColumnType type) {
    return switch (type.kind()) {
      case TEXT, JSON, REAL, DOUBLE, DATE, DATETIME, INSTANT, LIST, RANGE -> true;
      case DECIMAL -> !type.hasScale();
      default -> false;
    };
  }

  static @Nullable String refuse(ColumnType type, Object value) {
    return switch (type.kind()) {
      case TEXT -> StorableText.refuse((String) value);
      case JSON -> StorableText.refuseJson((String) value);
      case REAL, DOUBLE ->
        Double.isNaN((Double) value) ? "SQLite cannot hold NaN: it would become null" : null;
      case DATE -> years(((LocalDate) value).getYear());
      case DATETIME -> years(((LocalDateTime) value).getYear());
      case INSTANT -> {
        Instant instant = (Instant) value;
        yield instant.isBefore(FIRST) || !instant.isBefore(END) ? YEARS : null;
      }
      case DECIMAL -> decimal((BigDecimal) value);
      case LIST -> elements((List<?>) value, Lists.elementOf(type));
      case RANGE -> {
        Range<?> range = (Range<?>) value;
        List<Object> bounds = new ArrayList<>();
        range.lower().ifPresent(bounds::add);
        range.upper().ifPresent(bounds::add);
        yield elements(bounds, Lists.elementOf(type));
      }
      default -> null;
    };
  }

  private static @Nullable String years(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR ? YEARS : null;
  }

  private static @Nullable String decimal(BigDecimal value) {
    boolean fits = value.scale() <= FRACTION_DIGITS
        && (long) value.precision() - value.scale() <= WHOLE_DIGITS;
    return fits
        ? null
        : "a decimal has at most " + WHOLE_DIGITS + " digits before the point and "
            + FRACTION_DIGITS + " behind it";
  }

  private static @Nullable String elements(List<?> values, ColumnType element) {
    if (mayRefuse(element)) {
      for (Object value : (List<? extends Object>) values) {
        String reason = refuse(element, value);
        if (reason != null) {
          return reason;
        }
      }
    }
    return null;
  }
}
