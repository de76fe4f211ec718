package orm.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import orm.bench.store.Contestant;

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

  /**
   * One run of each contestant.
   *
   * @param samples what they measured, JDBC at the beginning
   * @param last JDBC at the end: what the two differ by is noise
   */
  record Round(Map<Contestant, Sample> samples, Sample last) {
    Round {
      samples = Map.copyOf(samples);
    }

    double of(Contestant contestant, ToDoubleFunction<Sample> what) {
      Sample sample = samples.get(contestant);
      if (sample == null) {
        return Double.NaN;
      }
      double value = what.applyAsDouble(sample);
      return contestant == Contestant.JDBC ? (value + what.applyAsDouble(last)) / 2 : value;
    }

    double ratio(Contestant contestant, ToDoubleFunction<Sample> what) {
      return of(contestant, what) / of(Contestant.JDBC, what);
    }

    double drift(ToDoubleFunction<Sample> what) {
      Sample first = samples.get(Contestant.JDBC);
      return first == null ? Double.NaN : what.applyAsDouble(last) / what.applyAsDouble(first);
    }
  }

  /** What a contestant needs, as a part of what JDBC needs. */
  double ratio(Contestant contestant, ToDoubleFunction<Sample> what) {
    return median(round -> round.ratio(contestant, what));
  }

  /** What a contestant needs. */
  double of(Contestant contestant, ToDoubleFunction<Sample> what) {
    return median(round -> round.of(contestant, what));
  }

  /** How far apart two measurements of the same thing were, at worst: a part of 1. */
  double noise(ToDoubleFunction<Sample> what) {
    return rounds.stream()
        .mapToDouble(round -> round.drift(what))
        .map(ratio -> Math.max(ratio, 1 / ratio) - 1)
        .max()
        .orElse(Double.NaN);
  }

  private double median(ToDoubleFunction<Round> value) {
    return Sample.median(rounds.stream().mapToDouble(value).toArray());
  }
}
