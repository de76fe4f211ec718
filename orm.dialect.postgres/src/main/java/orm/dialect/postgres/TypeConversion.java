package orm.dialect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values go from one type to another, and what they lose. Types are as the server writes them.
 */
final class TypeConversion {
  private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");
  private static final List<String> TEXTS = List.of("text", "character varying", "character");
  private static final List<String> WITH_ZONE =
      List.of("timestamp with time zone", "time with time zone");

  /** The name, the numbers in parentheses and what follows them. */
  private static final Pattern TYPE =
      Pattern.compile("([^(]*?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( .*)?");

  private TypeConversion() {}

  /** {@code timestamp with time zone} for {@code timestamp(3) with time zone}. */
  private static String name(String type) {
    return type.replaceFirst("\\([^)]*\\)", "");
  }

  private static int size(String type, int which) {
    Matcher matcher = TYPE.matcher(type);
    String number = matcher.matches() ? matcher.group(which) : null;
    return number == null ? -1 : Integer.parseInt(number);
  }

  /** The expression that makes a value of the new type from one of the old type. */
  static String expression(String column, String from, String to) {
    String old = name(from);
    String now = name(to);
    if (old.equals("boolean") && isNumber(now)) {
      return column + "::integer::" + to;
    }
    if (isNumber(old) && now.equals("boolean")) {
      return column + " <> 0";
    }
    if (old.equals("timestamp with time zone") && now.equals("timestamp without time zone")) {
      return "(" + column + " AT TIME ZONE 'UTC')::" + to;
    }
    if (old.equals("timestamp without time zone") && now.equals("timestamp with time zone")) {
      return "(" + column + " AT TIME ZONE 'UTC')::" + to;
    }
    if (old.equals("timestamp with time zone") && now.equals("date")) {
      return "(" + column + " AT TIME ZONE 'UTC')::date";
    }
    if (old.equals("date") && now.equals("timestamp with time zone")) {
      return "(" + column + "::timestamp AT TIME ZONE 'UTC')::" + to;
    }
    boolean direct = old.equals(now)
        || (isNumber(old) && isNumber(now))
        || (TEXTS.contains(old) && TEXTS.contains(now))
        || (isTime(old) && isTime(now))
        || (old.startsWith("json") && now.startsWith("json"));
    if (direct || (old.endsWith("[]") && now.endsWith("[]"))) {
      return column + "::" + to;
    }
    if (now.equals("bytea")) {
      return "convert_to(" + column + "::text, 'UTF8')";
    }
    if (old.equals("bytea")) {
      return "convert_from(" + column + ", 'UTF8')::" + to;
    }
    return TEXTS.contains(now) ? column + "::" + to : column + "::text::" + to;
  }

  private static boolean isNumber(String name) {
    return WHOLE.contains(name)
        || name.equals("numeric")
        || name.equals("real")
        || name.equals("double precision");
  }

  private static boolean isTime(String name) {
    return name.startsWith("time") || name.equals("date") || WITH_ZONE.contains(name);
  }

  /** Whether each value of the old type is one of the new type, and can be told from the others. */
  static boolean isWidening(String from, String to) {
    String old = name(from);
    String now = name(to);
    int length = size(to, 2);
    if (now.equals("text") || (now.equals("character varying") && length < 0)) {
      return !old.equals("bytea");
    }
    if (now.equals("character varying")) {
      int was = size(from, 2);
      return TEXTS.contains(old) && was >= 0 && was <= length;
    }
    if (WHOLE.contains(old) && WHOLE.contains(now)) {
      return WHOLE.indexOf(old) <= WHOLE.indexOf(now);
    }
    if (now.equals("numeric")) {
      return isWideningToNumeric(from, old, to);
    }
    if (now.equals("double precision")) {
      return old.equals("real") || old.equals("smallint") || old.equals("integer");
    }
    if (now.startsWith("timestamp") && old.equals("date")) {
      return true;
    }
    if (isStamp(old) && isStamp(now)) {
      return size(to, 2) < 0 || (size(from, 2) >= 0 && size(from, 2) <= size(to, 2));
    }
    if (old.equals("boolean") && WHOLE.contains(now)) {
      return true;
    }
    return from.equals(to);
  }

  private static boolean isStamp(String name) {
    return name.startsWith("timestamp");
  }

  private static boolean isWideningToNumeric(String from, String old, String to) {
    int precision = size(to, 2);
    int scale = Math.max(size(to, 3), 0);
    if (old.equals("numeric")) {
      int was = size(from, 2);
      int wasScale = Math.max(size(from, 3), 0);
      return precision < 0
          || (was >= 0 && wasScale <= scale && was - wasScale <= precision - scale);
    }
    int digits = switch (old) {
      case "smallint" -> 5;
      case "integer" -> 10;
      case "bigint" -> 19;
      default -> Integer.MAX_VALUE;
    };
    return digits != Integer.MAX_VALUE && (precision < 0 || precision - scale >= digits);
  }

  /** Whether the server only has to change its catalogue. */
  static boolean keepsBytes(String from, String to) {
    String old = name(from);
    String now = name(to);
    boolean texts = (old.equals("character varying") || old.equals("text"))
        && (now.equals("character varying") || now.equals("text"));
    boolean numerics = old.equals("numeric")
        && now.equals("numeric")
        && (size(to, 2) < 0 || size(from, 3) == size(to, 3));
    return (texts || numerics) && isWidening(from, to);
  }

  /** Whether a default has another value for each row. */
  static boolean isVolatile(@Nullable String sql) {
    if (sql == null) {
      return false;
    }
    String text = sql.toLowerCase(Locale.ROOT);
    return text.contains("nextval")
        || text.contains("random")
        || text.contains("uuid")
        || text.contains("clock_timestamp");
  }
}
