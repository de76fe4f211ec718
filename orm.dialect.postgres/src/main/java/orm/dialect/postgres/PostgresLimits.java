package orm.dialect.postgres;

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

/**
 * What PostgreSQL cannot hold though Java can; see tables 8.2 and 8.9 of its manual. The driver
 * makes infinite what is before 4713 BC. Infinite dates are beyond these limits, so that the driver
 * never makes one out of {@code LocalDate.MAX}.
 */
final class PostgresLimits {
  private static final LocalDate FIRST_DATE = LocalDate.of(-4712, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
  private static final LocalDateTime FIRST_TIME = FIRST_DATE.atStartOfDay();
  private static final LocalDateTime END_OF_TIME = LocalDateTime.of(294_277, 1, 1, 0, 0);
  private static final Instant FIRST_INSTANT = FIRST_TIME.toInstant(ZoneOffset.UTC);
  private static final Instant END_OF_INSTANTS = END_OF_TIME.toInstant(ZoneOffset.UTC);

  private static final int WHOLE_DIGITS = 131_072;
  private static final int FRACTION_DIGITS = 16_383;

  private PostgresLimits() {}

  static boolean mayRefuse(ColumnType type) {
    return switch (type.kind()) {
      case TEXT, JSON, DATE, DATETIME, INSTANT -> true;
      case DECIMAL -> !type.hasScale();
      case LIST, RANGE -> true;
      default -> false;
    };
  }

  static @Nullable String refuse(ColumnType type, Object value) {
    return switch (type.kind()) {
      case TEXT -> StorableText.refuse((String) value);
      case JSON -> StorableText.refuseJson((String) value);
      case DATE -> {
        LocalDate date = (LocalDate) value;
        yield date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)
            ? "PostgreSQL knows dates from 4713-01-01 BC to 5874897-12-31"
            : null;
      }
      case DATETIME -> {
        LocalDateTime time = (LocalDateTime) value;
        yield time.isBefore(FIRST_TIME) || !time.isBefore(END_OF_TIME) ? TIMES : null;
      }
      case INSTANT -> {
        Instant time = (Instant) value;
        yield time.isBefore(FIRST_INSTANT) || !time.isBefore(END_OF_INSTANTS) ? TIMES : null;
      }
      case DECIMAL -> decimal((BigDecimal) value);
      case LIST -> elements((List<?>) value, PostgresSyntax.elementOf(type));
      case RANGE -> {
        Range<?> range = (Range<?>) value;
        List<Object> bounds = new ArrayList<>();
        range.lower().ifPresent(bounds::add);
        range.upper().ifPresent(bounds::add);
        yield elements(bounds, PostgresSyntax.elementOf(type));
      }
      default -> null;
    };
  }

  private static final String TIMES = "PostgreSQL knows times from 4713-01-01 BC to 294276-12-31";

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

  private static @Nullable String decimal(BigDecimal value) {
    boolean fits = value.scale() <= FRACTION_DIGITS
        && (long) value.precision() - value.scale() <= WHOLE_DIGITS;
    return fits
        ? null
        : "PostgreSQL keeps " + WHOLE_DIGITS + " digits before the point and " + FRACTION_DIGITS
            + " behind it";
  }
}
