package orm.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was given to a command.
 *
 * @param given the values of each option that was given; none for a mere switch
 * @param arguments the rest, in order
 */
record Options(Map<String, List<String>> given, List<String> arguments) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  boolean has(String option) {
    return given.containsKey(option);
  }

  List<String> values(String option) {
    return given.getOrDefault(option, List.of());
  }

  /** The last value, so that what is typed behind an alias wins. */
  Optional<String> value(String option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  Optional<Duration> time(String option) {
    return value(option).map(text -> {
      Matcher time = TIME.matcher(text);
      if (!time.matches()) {
        throw new IllegalArgumentException(
            "--" + option + " is no time: " + text + ". Write 500ms, 30s, 10m or 2h.");
      }
      long amount = Long.parseLong(time.group(1));
      return switch (time.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    });
  }

  Optional<Integer> number(String option) {
    return value(option).map(text -> {
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new IllegalArgumentException(
            "--" + option + " is no number: " + text + ". Write one from 1 on.");
      }
      return Integer.valueOf(text);
    });
  }

  String argument(int position) {
    return arguments.get(position);
  }
}
