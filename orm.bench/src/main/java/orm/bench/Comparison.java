package orm.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One scenario on one database, measured several times.
 *
 * @param rounds what was measured; of each round only ratios are used, because the machine may be
 *     slower in another one
 */
record Comparison(Scenario scenario, Product product, List<Round> rounds) {
  Comparison {
    rounds = List.copyOf(rounds);
  }

  /** One run of each contestant in {@link Scenario#ORDER}. */
  record Round(Sample first, Sample tuned, Sample orm, Sample last) {
    double ratio(Sample contestant, ToDoubleFunction<Sample> what) {
      return 2
          * what.applyAsDouble(contestant)
          / (what.applyAsDouble(first) + what.applyAsDouble(last));
    }
  }

  double ormTime() {
    return median(round -> round.ratio(round.orm(), Sample::micros));
  }

  double ormCpu() {
    return median(round -> round.ratio(round.orm(), Sample::cpu));
  }

  double ormBytes() {
    return median(round -> round.ratio(round.orm(), Sample::bytes));
  }

  double tunedTime() {
    return median(round -> round.ratio(round.tuned(), Sample::micros));
  }

  double tunedCpu() {
    return median(round -> round.ratio(round.tuned(), Sample::cpu));
  }

  double tunedBytes() {
    return median(round -> round.ratio(round.tuned(), Sample::bytes));
  }

  double jdbcMicros() {
    return median(round -> (round.first().micros() + round.last().micros()) / 2);
  }

  double jdbcCpu() {
    return median(round -> (round.first().cpu() + round.last().cpu()) / 2);
  }

  double jdbcBytes() {
    return median(round -> (round.first().bytes() + round.last().bytes()) / 2);
  }

  /** How far apart two measurements of the same thing were, at worst: a part of 1. */
  double noise(ToDoubleFunction<Sample> what) {
    return rounds.stream()
        .mapToDouble(round -> what.applyAsDouble(round.last()) / what.applyAsDouble(round.first()))
        .map(ratio -> Math.max(ratio, 1 / ratio) - 1)
        .max()
        .orElse(Double.NaN);
  }

  private double median(ToDoubleFunction<Round> value) {
    return Sample.median(rounds.stream().mapToDouble(value).toArray());
  }
}
