package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Compares many random queries and shows the smallest ones that fail. */
final class Campaign {
  private static final int KEPT = Integer.getInteger("orm.proof.failures", 3);

  private Campaign() {}

  static void run(Class<?> proof, int runs, Function<Random, Ask> generator) {
    int refused = 0;
    List<String> failures = new ArrayList<>();
    try (Databases databases = new Databases()) {
      Comparison comparison = databases.comparison();
      for (int run = 0; run < runs && failures.size() < KEPT; run++) {
        Ask ask = generator.apply(Proof.random(run));
        Comparison.Outcome outcome = comparison.of(ask);
        refused += outcome.refused() ? 1 : 0;
        if (!outcome.isGood()) {
          Comparison.Outcome smallest = comparison.shrunk(ask, outcome);
          failures.add("run " + run + ", seed " + Proof.seed() + ": " + smallest.problem() + "\n"
              + smallest.details());
        }
        databases.forget();
      }
    }
    Proof.report(proof, runs + " queries, " + refused + " refused with a reason");
    if (!failures.isEmpty()) {
      fail(String.join("\n\n", failures));
    }
    assertTrue(refused * 20 <= runs, "more than one in twenty queries is refused");
  }
}
