package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import orm.api.Database;
import orm.test.database.DatabaseKind;
import orm.test.database.TestDatabase;

/** Random queries mean the same on PostgreSQL, on SQLite and by the documentation. */
class DifferentialTest {
  private static final int KEPT = Integer.getInteger("orm.proof.failures", 5);

  @Test
  void queriesMeanTheSameEverywhere() {
    List<TestDatabase> tests = new ArrayList<>();
    try {
      Map<DatabaseKind, Database> databases = new EnumMap<>(DatabaseKind.class);
      for (DatabaseKind kind : DatabaseKind.values()) {
        TestDatabase test = TestDatabase.create(kind);
        tests.add(test);
        databases.put(kind, Proof.open(test));
      }
      compare(new Comparison(new Evaluator(Proof.stock()), databases), tests);
    } finally {
      tests.forEach(test -> test.finish(false));
    }
  }

  private static void compare(Comparison comparison, List<TestDatabase> tests) {
    int runs = Proof.runs(300, 20_000);
    int refused = 0;
    List<String> failures = new ArrayList<>();
    for (int run = 0; run < runs && failures.size() < KEPT; run++) {
      Ask ask = AskGenerator.of(Proof.random(run));
      Comparison.Outcome outcome = comparison.of(ask);
      refused += outcome.refused() ? 1 : 0;
      if (!outcome.isGood()) {
        Comparison.Outcome smallest = comparison.shrunk(ask, outcome);
        failures.add("run " + run + ", seed " + Proof.seed() + ": " + smallest.problem() + "\n"
            + smallest.details());
      }
      tests.forEach(TestDatabase::statements);
    }
    Proof.report(DifferentialTest.class, runs + " queries, " + refused + " refused with a reason");
    if (!failures.isEmpty()) {
      fail(String.join("\n\n", failures));
    }
    assertTrue(refused * 20 <= runs, () -> "more than one in twenty queries is refused");
  }
}
