package orm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orm.bench.store.Contestant;

/** Writes what was measured as Markdown. */
final class Report {
  /** A difference between two measurements of the same thing that makes a row worthless. */
  private static final double TOO_NOISY = 0.10;

  private static final String NOT_MEASURED = "–";

  private final StringBuilder text = new StringBuilder();

  @Override
  public String toString() {
    return text.toString();
  }

  Report line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** The tables of one database, one for each family. */
  Report comparisons(Product product, List<Comparison> rows) {
    for (Family family : Family.values()) {
      List<Comparison> some =
          rows.stream().filter(row -> row.scenario().family() == family).toList();
      if (some.isEmpty()) {
        continue;
      }
      if (family == Family.QUERIES) {
        queries(some);
      } else {
        line("### " + title(product)).line("");
        ratios(product, family, some);
      }
    }
    return this;
  }

  private void ratios(Product product, Family family, List<Comparison> rows) {
    List<Contestant> others = family.contestants().stream()
        .filter(one -> one != Contestant.ORM && one != Contestant.JDBC)
        .toList();
    StringBuilder head = new StringBuilder("| | ORM: time | limit | CPU | bytes | limit");
    others.forEach(one -> head.append(" | ").append(name(one)).append(": time | CPU | bytes"));
    head.append(" | JDBC = 1.00: µs | CPU µs | bytes | A/A: time | CPU |");
    line(head.toString());
    line("| --- |" + " --- |".repeat(10 + 3 * others.size()));
    for (Comparison row : rows) {
      double noise = row.noise(Sample::micros);
      double limit = row.scenario().limit(product);
      List<String> cells = new ArrayList<>(List.of(
          row.scenario().title(),
          judged(row.ratio(Contestant.ORM, Sample::micros), limit, noise),
          ratio(limit),
          ratio(row.ratio(Contestant.ORM, Sample::cpu)),
          judged(row.ratio(Contestant.ORM, Sample::bytes), Scenario.BYTES, 0),
          ratio(Scenario.BYTES)));
      for (Contestant other : others) {
        cells.add(ratio(row.ratio(other, Sample::micros)));
        cells.add(ratio(row.ratio(other, Sample::cpu)));
        cells.add(ratio(row.ratio(other, Sample::bytes)));
      }
      cells.add(number(row.of(Contestant.JDBC, Sample::micros)));
      cells.add(number(row.of(Contestant.JDBC, Sample::cpu)));
      cells.add(number(row.of(Contestant.JDBC, Sample::bytes)));
      cells.add(noise(noise));
      cells.add(noise(row.noise(Sample::cpu)));
      line("| " + String.join(" | ", cells) + " |");
    }
    line("");
  }

  /** No ratios: what a StringBuilder costs is nearly nothing. */
  private void queries(List<Comparison> rows) {
    line("### Queries that are not sent").line("");
    line("| | ORM: µs | limit | bytes | limit | jOOQ: µs | bytes | StringBuilder: µs | bytes"
        + " | A/A |");
    line("| --- |" + " --- |".repeat(9));
    for (Comparison row : rows) {
      double noise = row.noise(Sample::micros);
      double limit = row.scenario().limit(row.product());
      boolean limited = Double.isFinite(limit);
      double bytes = row.of(Contestant.ORM, Sample::bytes);
      line("| "
          + String.join(
              " | ",
              row.scenario().title(),
              judged(row.of(Contestant.ORM, Sample::micros), limit, noise),
              limited ? ratio(limit) : NOT_MEASURED,
              limited && bytes > Scenario.QUERY_BYTES ? "**" + number(bytes) + "**" : number(bytes),
              limited ? number(Scenario.QUERY_BYTES) : NOT_MEASURED,
              ratio(row.of(Contestant.JOOQ, Sample::micros)),
              number(row.of(Contestant.JOOQ, Sample::bytes)),
              ratio(row.of(Contestant.JDBC, Sample::micros)),
              number(row.of(Contestant.JDBC, Sample::bytes)),
              noise(noise))
          + " |");
    }
    line("");
  }

  private static String name(Contestant contestant) {
    return switch (contestant) {
      case JDBC -> "JDBC";
      case TUNED -> "tuned JDBC";
      case ORM -> "ORM";
      case RULES -> "with rules";
      case WATCHED -> "with a listener";
      case KEPT -> "with a cache";
      case JOOQ -> "jOOQ";
      case HIBERNATE -> "Hibernate";
    };
  }

  Report coldStarts(List<ColdStart> rows) {
    line("### Cold start").line("");
    line(
        "| database | ORM more than JDBC | at most | from the start of the JVM | memory | JDBC with"
            + " the pool | the driver alone | A/A |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (ColdStart row : rows) {
      double more = row.more(ColdStart.Start::row);
      String shown = millis(more);
      line("| "
          + String.join(
              " | ",
              title(row.product()).replace(" in memory", ", a file"),
              more > ColdStart.LIMIT ? "**" + shown + "**" : shown,
              millis(ColdStart.LIMIT),
              millis(row.more(ColdStart.Start::whole)),
              String.format(Locale.ROOT, "%+.0f MB", row.more(ColdStart.Start::memory)),
              state(row.jdbc(ColdStart.Start::row), row.jdbc(ColdStart.Start::whole)),
              state(row.driver(ColdStart.Start::row), row.driver(ColdStart.Start::whole)),
              "±" + number(row.noise(ColdStart.Start::row)) + " ms")
          + " |");
    }
    return line("");
  }

  private static String state(double row, double whole) {
    return number(row) + " of " + number(whole) + " ms";
  }

  private static String title(Product product) {
    return product == Product.SQLITE ? "SQLite in memory" : "PostgreSQL";
  }

  /** In bold what is beyond its limit, also when all noise is taken off. */
  private static String judged(double value, double limit, double noise) {
    String shown = ratio(value);
    return value / (1 + noise) > limit ? "**" + shown + "**" : shown;
  }

  private static String noise(double noise) {
    if (Double.isNaN(noise)) {
      return NOT_MEASURED;
    }
    String shown = String.format(Locale.ROOT, "±%.0f %%", 100 * noise);
    return noise > TOO_NOISY ? shown + ", too noisy" : shown;
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%+.0f ms", value);
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? NOT_MEASURED : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? NOT_MEASURED
        : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
