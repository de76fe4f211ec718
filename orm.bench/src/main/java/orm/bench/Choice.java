package orm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.TimeValue;
import orm.bench.store.Contestant;

/**
 * What the command line asks for.
 *
 * @param quick whether to measure for a short time only
 * @param rounds how often to repeat everything
 * @param only the scenarios, by their names or those of their families, or {@code all}
 * @param products the databases
 */
record Choice(boolean quick, int rounds, List<String> only, List<Product> products) {
  static final String COLD_START = "coldStart";

  private static final String ALL = "all";

  /** What a quick look without {@code --only} looks at. */
  private static final List<String> QUICK = List.of("books", COLD_START);

  static final String USAGE = """
      Compares the ORM with hand-written JDBC and others, and prints tables of ratios in Markdown.

        --quick          a rough look: without --only at single rows and lists of one table, and
                         at cold starts, in under three minutes; at all, a quarter of an hour;
                         without it everything, two hours
        --only NAMES     all, or some of find, insert, insertAll, update, select, map, findConcurrently,
                         or books for all of these; insertRuled, insertAllRuled, or rules;
                         findWatched, insertWatched, or eyes; findCached, or cache;
                         graph, project, join10, join100, join1000, page, dynamic, children,
                         or library; build, write, writeNew, writeConstant, or queries; and
                         coldStart; with commas between them
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
    if (only.isEmpty()) {
      only.addAll(quick ? QUICK : List.of(ALL));
    }
    for (String name : only) {
      boolean known = name.equals(ALL)
          || name.equals(COLD_START)
          || Arrays.stream(Scenario.values()).anyMatch(one -> isNamed(one, name));
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

  private static boolean isNamed(Scenario scenario, String name) {
    return scenario.method().equals(name)
        || scenario.family().name().toLowerCase(Locale.ROOT).equals(name);
  }

  boolean wants(Scenario scenario) {
    return only.contains(ALL) || only.stream().anyMatch(name -> isNamed(scenario, name));
  }

  boolean wantsColdStart() {
    return only.contains(ALL) || only.contains(COLD_START);
  }

  /** The larger a library is, the longer it takes to be compiled. */
  int warmups(Contestant contestant) {
    int warmups = quick ? 3 : 6;
    return contestant == Contestant.JOOQ || contestant == Contestant.HIBERNATE
        ? 2 * warmups
        : warmups;
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
