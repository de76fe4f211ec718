package orm.migration.file;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line {@code -- orm: …} of a file.
 *
 * @param line its number, from 1
 * @param text what stands behind the colon
 */
record Directive(int line, String text) {
  private static final Pattern FORM = Pattern.compile("\\s*--\\s*orm:\\s*(.*?)\\s*");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

  static boolean isOne(String line) {
    return FORM.matcher(line).matches();
  }

  static Optional<Directive> read(int number, String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? Optional.of(new Directive(number, matcher.group(1).replaceAll("\\s+", " ")))
        : Optional.empty();
  }

  boolean begins(String word) {
    return text.equals(word) || text.startsWith(word + " ");
  }

  String behind(String word) {
    return text.substring(word.length()).strip();
  }

  static Optional<Duration> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofSeconds(amount);
        });
  }
}
