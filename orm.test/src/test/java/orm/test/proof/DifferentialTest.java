package orm.test.proof;

import org.junit.jupiter.api.Test;

/** Random queries mean the same on PostgreSQL, on SQLite and by the documentation. */
class DifferentialTest {
  @Test
  void queriesMeanTheSameEverywhere() {
    Campaign.run(DifferentialTest.class, Proof.runs(300, 20_000), AskGenerator::of);
  }
}
