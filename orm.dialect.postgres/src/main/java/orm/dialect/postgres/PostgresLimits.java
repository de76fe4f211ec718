package orm.dialect.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;

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
      case LIST -> true;
      default -> false;
    };
  }

  static @Nullable String refuse(ColumnType type, Object value) {
    return switch (type.kind()) {
      case TEXT -> text((String) value);
      case JSON -> json((String) value);
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

  private static @Nullable String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "a text cannot hold U+0000";
      }
      if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return "a text cannot hold half a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }

  /** A JSON text may write the same characters as escapes. */
  private static @Nullable String json(String json) {
    String reason = text(json);
    int escape = reason == null ? json.indexOf("\\u") : -1;
    while (reason == null && escape >= 0) {
      if (isEscape(json, escape)) {
        int code = code(json, escape);
        if (code == 0) {
          return "a text in JSON cannot hold U+0000";
        }
        if (Character.isLowSurrogate((char) code)) {
          return LONE_IN_JSON;
        }
        if (Character.isHighSurrogate((char) code)) {
          boolean pair = json.startsWith("\\u", escape + 6)
              && Character.isLowSurrogate((char) code(json, escape + 6));
          if (!pair) {
            return LONE_IN_JSON;
          }
          escape += 6;
        }
      }
      escape = json.indexOf("\\u", escape + 2);
    }
    return reason;
  }

  private static final String LONE_IN_JSON = "a text in JSON cannot hold half a surrogate pair";

  /** Whether the backslash is not itself escaped. */
  private static boolean isEscape(String json, int backslash) {
    int before = backslash;
    while (before > 0 && json.charAt(before - 1) == '\\') {
      before--;
    }
    return (backslash - before) % 2 == 0;
  }

  private static int code(String json, int escape) {
    try {
      return Integer.parseInt(json, escape + 2, escape + 6, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
      return ' '; // No JSON; the server says so.
    }
  }
}
