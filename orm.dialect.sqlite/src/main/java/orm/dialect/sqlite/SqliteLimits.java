package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;

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
      case TEXT, JSON, REAL, DOUBLE, DATE, DATETIME, INSTANT, LIST -> true;
      case DECIMAL -> !type.hasScale();
      default -> false;
    };
  }

  static @Nullable String refuse(ColumnType type, Object value) {
    return switch (type.kind()) {
      case TEXT -> text((String) value);
      case JSON -> json((String) value);
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

  /** A JSON text may write the same characters as escapes. PostgreSQL refuses those as well. */
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
      return ' '; // No JSON; the check of the column says so.
    }
  }
}
