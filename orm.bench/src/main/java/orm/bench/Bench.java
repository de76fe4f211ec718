package orm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import orm.bench.store.Contestant;

/**
 * Measures all contestants and prints how they compare. Each run of each contestant has a JVM of
 * its own; what is compared runs one after the other.
 */
public final class Bench implements AutoCloseable {
  /** What every JVM that measures is started with. */
  static final List<String> JVM = List.of(
      "-Xms512m",
      "-Xmx512m",
      "-XX:+UseSerialGC",
      "-Dslf4j.internal.verbosity=ERROR",
      "-Dorg.jboss.logging.provider=slf4j",
      "-Dorg.jooq.no-logo=true",
      "-Dorg.jooq.no-tips=true");

  /** The folder for what JMH and the JVMs that measure say. */
  private static final String LOGS = "orm.bench.logs";

  private final Choice choice;
  private final Path logs;
  private final Optional<String> cpus = Pin.allowed();
  private final Optional<Server> server;
  private final boolean pins;
  private boolean failed;

  private Bench(Choice choice) throws IOException {
    this.choice = choice;
    String folder = System.getProperty(LOGS);
    this.logs = folder == null
        ? Files.createTempDirectory("orm-bench-logs")
        : Files.createDirectories(Path.of(folder));
    this.server = choice.products().contains(Product.POSTGRES)
        ? Optional.of(Server.start())
        : Optional.empty();
    this.pins = cpus.isPresent() && Pin.task(ProcessHandle.current().pid(), cpus.get());
  }

  /** Runs it; see {@link Choice#USAGE}. The exit code is 1 when something could not be measured. */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Choice.USAGE);
      return;
    }
    Choice choice;
    try {
      choice = Choice.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(Choice.USAGE);
      System.exit(2);
      return;
    }
    System.setProperty("jmh.ignoreLock", "true"); // another run would show in the noise
    boolean failed;
    try (Bench bench = new Bench(choice)) {
      System.out.print(bench.run());
      failed = bench.failed;
    }
    System.exit(failed ? 1 : 0);
  }

  private String run() throws IOException {
    Report report = new Report();
    report.line(Machine.describe(server)).line("");
    report.line(conditions()).line("");
    for (Product product : choice.products()) {
      List<Comparison> rows = new ArrayList<>();
      Arrays.stream(Scenario.values())
          .filter(scenario -> choice.wants(scenario) && scenario.runsOn(product))
          .forEach(scenario -> compare(scenario, product).ifPresent(rows::add));
      report.comparisons(product, rows);
    }
    if (choice.wantsColdStart()) {
      List<ColdStart> rows = new ArrayList<>();
      for (Product product : choice.products()) {
        say("cold start, " + product);
        pinServer(false);
        rows.add(ColdStart.measure(
            product, choice.coldStarts(), product == Product.POSTGRES ? server : Optional.empty()));
      }
      report.coldStarts(rows);
    }
    return report.toString();
  }

  private String conditions() {
    return String.format(
        Locale.ROOT,
        "%d round%s, JDBC at both ends; %d iterations of %s after %d to warm up, twice as many for jOOQ"
            + " and Hibernate; %s; load before: %.1f.",
        choice.rounds(),
        choice.rounds() == 1 ? "" : "s",
        choice.iterations(),
        choice.iteration(),
        choice.warmups(Contestant.ORM),
        pins
            ? "client and server tied to one CPU, but for the many threads"
            : "not tied to a CPU (no taskset), so expect noise",
        Machine.load());
  }

  private Optional<Comparison> compare(Scenario scenario, Product product) {
    pinServer(scenario.pinned());
    try {
      List<Comparison.Round> rounds = new ArrayList<>();
      for (int round = 1; round <= choice.rounds(); round++) {
        say(scenario.title() + ", " + product + ", round " + round);
        Map<Contestant, Sample> samples = new EnumMap<>(Contestant.class);
        for (Contestant contestant : scenario.family().contestants()) {
          String run = round + "." + samples.size();
          samples.put(contestant, measure(scenario, product, contestant, run));
        }
        String run = round + "." + samples.size();
        rounds.add(new Comparison.Round(samples, measure(scenario, product, Contestant.JDBC, run)));
      }
      return Optional.of(new Comparison(scenario, product, rounds));
    } catch (RunnerException e) {
      failed = true;
      say("could not be measured; see " + logs);
      return Optional.empty();
    }
  }

  private void pinServer(boolean wanted) {
    if (pins && server.isPresent() && cpus.isPresent()) {
      server.get().pin(wanted ? Pin.last(cpus.get()) : cpus.get());
    }
  }

  private Sample measure(Scenario scenario, Product product, Contestant contestant, String run)
      throws RunnerException {
    List<String> jvm = new ArrayList<>(JVM);
    server.ifPresent(started -> jvm.add("-D" + Server.URL + "=" + started.url()));
    if (pins && scenario.pinned()) {
      jvm.add("-D" + Pin.CPU + "=" + Pin.last(cpus.orElseThrow()));
    }
    String log =
        String.join("-", scenario.method(), product.name(), run, contestant.name() + ".log");
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(
            "^" + Pattern.quote(scenario.family().benchmark().getName() + "." + scenario.method())
                + "$")
        .param("database", product.name())
        .param("contestant", contestant.name())
        .forks(1)
        .jvmArgs(jvm.toArray(new String[0]))
        .warmupIterations(choice.warmups(contestant))
        .warmupTime(choice.iteration())
        .measurementIterations(choice.iterations())
        .measurementTime(choice.iteration())
        .timeUnit(TimeUnit.MICROSECONDS)
        .timeout(TimeValue.minutes(1))
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .shouldFailOnError(true)
        .output(logs.resolve(log).toString());
    return Sample.of(new Runner(options.build()).run());
  }

  private static void say(String what) {
    System.err.println(what);
  }

  @Override
  public void close() {
    server.ifPresent(Server::close);
  }
}
