package orm.bench;

import java.util.List;
import java.util.Locale;

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

  /** The table of one database. */
  Report comparisons(Product product, List<Comparison> rows) {
    line("### " + title(product)).line("");
    line("| | ORM: time | limit | CPU | bytes | limit | tuned JDBC: time | CPU | bytes"
        + " | JDBC = 1.00: µs | CPU µs | bytes | A/A: time | CPU |");
    line("| --- |" + " --- |".repeat(13));
    for (Comparison row : rows) {
      double noise = row.noise(Sample::micros);
      line("| "
          + String.join(
              " | ",
              row.scenario().title(),
              judged(row.ormTime(), row.scenario().limit(product), noise),
              ratio(row.scenario().limit(product)),
              ratio(row.ormCpu()),
              judged(row.ormBytes(), Scenario.BYTES, 0),
              ratio(Scenario.BYTES),
              ratio(row.tunedTime()),
              ratio(row.tunedCpu()),
              ratio(row.tunedBytes()),
              number(row.jdbcMicros()),
              number(row.jdbcCpu()),
              number(row.jdbcBytes()),
              noise(noise),
              noise(row.noise(Sample::cpu)))
          + " |");
    }
    return line("");
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
