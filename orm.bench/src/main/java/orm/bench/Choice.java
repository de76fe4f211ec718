package orm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What the command line asks for.
 *
 * @param quick whether to measure for a short time only
 * @param rounds how often to repeat everything
 * @param only the scenarios, by their names; empty for all
 * @param products the databases
 */
record Choice(boolean quick, int rounds, List<String> only, List<Product> products) {
  static final String COLD_START = "coldStart";

  static final String USAGE = """
      Compares the ORM with hand-written JDBC and others, and prints tables of ratios in Markdown.

        --quick          a rough look in QQ minutes; without it HH hours
        --only NAMES     some of find, insert, insertAll, update, select, map, findConcurrently,
                         graph, project, join10, join100, join1000, page, dynamic, children,
                         build, write, writeNew, writeConstant, coldStart, with commas between
                         them
        --on DATABASE    sqlite or postgres; without it both
        --rounds N       how often everything is repeated; without it 3, with --quick 1
        --help           shows this
      """;

  Choice {
    only = List.copyOf(only);
    products = List.copyOf(products);
  }

  /** Reads the command line; throws IllegalArgumentException with a message for the user. */
  static Choice parse(String... arguments) {
    boolean quick = false;
    int rounds = 0;
    List<String> only = new ArrayList<>();
    List<Product> products = List.of(Product.values());
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = positive(value(arguments, ++i));
        case "--only" -> only.addAll(List.of(value(arguments, ++i).split(",")));
        case "--on" -> products = List.of(product(value(arguments, ++i)));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    for (String name : only) {
      boolean known = name.equals(COLD_START)
          || Arrays.stream(Scenario.values()).anyMatch(one -> one.method().equals(name));
      if (!known) {
        throw new IllegalArgumentException("there is no scenario " + name);
      }
    }
    return new Choice(quick, rounds > 0 ? rounds : quick ? 1 : 3, only, products);
  }

  private static String value(String[] arguments, int index) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }
    return arguments[index];
  }

  private static int positive(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw new IllegalArgumentException(text + " is no number of rounds");
  }

  private static Product product(String name) {
    return Arrays.stream(Product.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no database " + name));
  }

  boolean wants(Scenario scenario) {
    return only.isEmpty() || only.contains(scenario.method());
  }

  boolean wantsColdStart() {
    return only.isEmpty() || only.contains(COLD_START);
  }

  int warmups() {
    return quick ? 3 : 6;
  }

  int iterations() {
    return quick ? 3 : 5;
  }

  TimeValue iteration() {
    return TimeValue.milliseconds(quick ? 250 : 1_000);
  }

  int coldStarts() {
    return (quick ? 3 : 7) * rounds;
  }
}
