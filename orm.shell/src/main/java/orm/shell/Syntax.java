package orm.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand behind a command, as its help tells it: what is explained is what is understood.
 */
final class Syntax {
  /** {@code --wait TIME: how long …}; without a word in capitals the option takes no value. */
  private static final Pattern OPTION = Pattern.compile("--([a-z-]+)( [A-Z]+)?: .+");

  private static final Pattern ARGUMENT = Pattern.compile("<([^>]+)>(…?)");

  /** {@code [name]} may be left out; {@code [options]} are no argument. */
  private static final Pattern OPTIONAL = Pattern.compile("\\[(?!options])[^]]+]");

  /** How much of a name may be mistyped. */
  private static final int NEAR = 3;

  private final String command;

  /** The options, and whether each takes a value. */
  private final Map<String, Boolean> options = new TreeMap<>();

  private final List<String> arguments = new ArrayList<>();
  private final int optional;
  private final boolean many;

  Syntax(CommandHelp help) {
    this.command = help.usage().split(" ", 2)[0];
    for (String detail : help.details()) {
      Matcher option = OPTION.matcher(detail);
      if (option.matches()) {
        options.put(option.group(1), option.group(2) != null);
      }
    }
    Matcher argument = ARGUMENT.matcher(help.usage());
    boolean several = false;
    while (argument.find()) {
      arguments.add(argument.group(1));
      several = !argument.group(2).isEmpty();
    }
    this.optional = (int) OPTIONAL.matcher(help.usage()).results().count();
    this.many = several;
  }

  /** Whether a line of help explains an option. */
  static boolean isOption(String detail) {
    return OPTION.matcher(detail).matches();
  }

  Options parse(List<String> words) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    List<String> free = new ArrayList<>();
    int next = 0;
    while (next < words.size()) {
      String word = words.get(next++);
      if (word.equals("--")) {
        free.addAll(words.subList(next, words.size()));
        break;
      } else if (!word.startsWith("--")) {
        free.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      boolean valued = requireKnown(name);
      if (!valued && equals >= 0) {
        throw wrong("option --" + name + " takes no value");
      } else if (!valued) {
        given.putIfAbsent(name, List.of());
        continue;
      }
      if (equals < 0 && next == words.size()) {
        throw wrong("option --" + name + " needs a value");
      }
      String value = equals < 0 ? words.get(next++) : word.substring(equals + 1);
      given.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    requireArguments(free);
    return new Options(given, free);
  }

  private boolean requireKnown(String name) {
    Boolean valued = options.get(name);
    if (valued == null) {
      throw wrong("there is no option --" + name
          + nearest(name).map(near -> "; did you mean --" + near + "?").orElse(""));
    }
    return valued;
  }

  private void requireArguments(List<String> free) {
    if (free.size() < arguments.size()) {
      throw wrong("<" + arguments.get(free.size()) + "> is missing");
    } else if (free.size() > arguments.size() + optional && !many) {
      throw wrong("\"" + free.get(arguments.size() + optional) + "\" is too much");
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("Cannot understand " + command + ": " + why
        + (why.endsWith("?") ? "" : ".") + " help " + command + " explains it.");
  }

  private Optional<String> nearest(String name) {
    return options.keySet().stream()
        .filter(option -> option.startsWith(name) || distance(option, name) <= NEAR)
        .min(Comparator.comparingInt(option -> distance(option, name)));
  }

  /** How many characters must be put in, left out or changed (Levenshtein). */
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      before[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int[] now = new int[other.length() + 1];
      now[0] = line;
      for (int column = 1; column <= other.length(); column++) {
        int changed =
            before[column - 1] + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        now[column] = Math.min(changed, Math.min(before[column], now[column - 1]) + 1);
      }
      before = now;
    }
    return before[other.length()];
  }
}
