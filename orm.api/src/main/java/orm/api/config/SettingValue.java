package orm.api.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.schema.Naming;

/** Reads the values of settings, and refuses malformed ones by the name of their key. */
final class SettingValue {
  private static final Pattern SIMPLE_TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

  /** What Felix' interpolation leaves as it is when it has nothing to put there. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\[(env|prop|secret):([^;\\]]*)");

  private SettingValue() {}

  /** Refuses a placeholder that nobody has filled in; it would be taken for the password itself. */
  static String filledIn(String key, String text) {
    Matcher left = PLACEHOLDER.matcher(text);
    if (!left.find()) {
      return text;
    }
    String name = left.group(2);
    String fix = switch (left.group(1)) {
      case "env" -> "Set the environment variable " + name + ".";
      case "prop" -> "Set the property " + name + " of the framework.";
      default -> "Put a file " + name + " into the folder of secrets.";
    };
    throw new ConfigurationException(
        Failure.of(ErrorCode.INVALID_SETTING, "Cannot use setting " + key)
            .because("there is nothing for its placeholder " + left.group() + "]")
            .fix(fix));
  }

  static Duration time(String key, String text) {
    Matcher simple = SIMPLE_TIME.matcher(text.strip());
    if (simple.matches()) {
      long amount = Long.parseLong(simple.group(1));
      String unit = simple.group(2);
      return switch (unit == null ? "s" : unit) {
        case "ms" -> Duration.ofMillis(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofSeconds(amount);
      };
    }
    try {
      Duration time = Duration.parse(text.strip());
      if (!time.isNegative()) {
        return time;
      }
    } catch (DateTimeParseException malformed) {
      throw invalid(key, "is no length of time", "Write 500ms, 30s, 10m, 2h or PT30S.", malformed);
    }
    throw invalid(key, "is negative", "Use 0 to switch it off.", null);
  }

  static int integer(String key, String text, int least, int greatest) {
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= greatest) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      throw invalid(key, "is no number", "Write a whole number.", malformed);
    }
    throw invalid(key, "is out of range", "Write " + least + " to " + greatest + ".", null);
  }

  static Naming naming(String text) {
    try {
      return Naming.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid(
          "naming",
          "is unknown",
          "Write as_written, pascal_case, camel_case or upper_case.",
          unknown);
    }
  }

  static Migrate migrate(String text) {
    try {
      return Migrate.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid("migrate", "is unknown", "Write off, validate or apply.", unknown);
    }
  }

  static Locale locale(String key, String text) {
    try {
      return new Locale.Builder().setLanguageTag(text.strip()).build();
    } catch (IllformedLocaleException malformed) {
      throw invalid(key, "names no language", "Write a tag such as en or nl-BE.", malformed);
    }
  }

  static DrainPolicy drainPolicy(String text) {
    try {
      return DrainPolicy.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid("drain.policy", "is unknown", "Write keep or abort.", unknown);
    }
  }

  static Downgrade downgrade(String text) {
    try {
      return Downgrade.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid("migrate.downgrade", "is unknown", "Write refuse or undo.", unknown);
    }
  }

  static LogValues logValues(String text) {
    try {
      return LogValues.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid("log.values", "is unknown", "Write mapped or all.", unknown);
    }
  }

  static SqlComments sqlComments(String text) {
    try {
      return SqlComments.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw invalid("sql.comments", "is unknown", "Write off or callsite.", unknown);
    }
  }

  static boolean isOn(String key, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw invalid(key, "is neither on nor off", "Write on or off.", null);
    };
  }

  static ConfigurationException invalid(
      String key, String why, String fix, @Nullable Throwable cause) {
    return new ConfigurationException(
        Failure.of(ErrorCode.INVALID_SETTING, "Cannot use setting " + key)
            .because("its value " + why)
            .fix(fix)
            .cause(cause));
  }
}
