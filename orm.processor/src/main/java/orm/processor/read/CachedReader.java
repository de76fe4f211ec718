package orm.processor.read;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Cached;
import orm.processor.model.CachedRows;
import orm.processor.report.ProblemCode;

/** Reads how rows of an entity are kept in memory. */
final class CachedReader {
  /** As times are written in settings, but always with their unit. */
  private static final Pattern SIMPLE_TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private CachedReader() {}

  static Optional<CachedRows> read(TypeElement entity, Round round) {
    Cached cached = entity.getAnnotation(Cached.class);
    if (cached == null) {
      return Optional.empty();
    }
    long millis = millis(cached.ttl());
    if (millis < 1) {
      round.cannotMap(
          ProblemCode.INVALID_CACHED,
          entity,
          "ttl \"" + cached.ttl() + "\" of @Cached is no length of time",
          "Write 500ms, 30s, 10m, 2h or PT30S, and more than zero.");
    }
    if (cached.size() < 1) {
      round.cannotMap(
          ProblemCode.INVALID_CACHED,
          entity,
          "@Cached keeps no row",
          "Give it a size of at least 1, or remove it.");
    }
    return Optional.of(new CachedRows(millis, cached.size()));
  }

  private static long millis(String text) {
    Matcher simple = SIMPLE_TIME.matcher(text);
    if (simple.matches()) {
      long amount = Long.parseLong(simple.group(1));
      return switch (simple.group(2)) {
        case "ms" -> amount;
        case "m" -> Duration.ofMinutes(amount).toMillis();
        case "h" -> Duration.ofHours(amount).toMillis();
        default -> Duration.ofSeconds(amount).toMillis();
      };
    }
    try {
      return Duration.parse(text).toMillis();
    } catch (DateTimeParseException | ArithmeticException malformed) {
      return 0;
    }
  }
}
