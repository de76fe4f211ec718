package orm.test.proof;

import static orm.test.proof.Maker_.MAKER;
import static orm.test.proof.Part_.PART;

import java.util.List;
import java.util.Random;
import orm.api.Database;
import orm.test.database.TestDatabase;

/**
 * How many random cases a proof takes, and which.
 *
 * <p>{@code -Dorm.proof=full} takes as many as a night may; {@code -Dorm.proof.runs=n} takes n;
 * {@code -Dorm.proof.seed=n} repeats what a failure printed.
 */
final class Proof {
  private static final long SEED = Long.getLong("orm.proof.seed", 20_261_122);

  private Proof() {}

  static int runs(int inBuild, int inFull) {
    int wanted = "full".equals(System.getProperty("orm.proof")) ? inFull : inBuild;
    return Integer.getInteger("orm.proof.runs", wanted);
  }

  static long seed() {
    return SEED;
  }

  /** The random numbers of one case, which does not depend on those before it. */
  static Random random(int run) {
    return new Random(SEED * 1_000_003 + run);
  }

  /** The rows, the same in every proof of a seed. */
  static Stock stock() {
    return new Stock(SEED);
  }

  static Database open(TestDatabase test) {
    Database db = test.with(List.of(MAKER, PART));
    stock().store(db);
    test.statements();
    return db;
  }

  /** Tells what was done, in the log of the build. */
  static void report(Class<?> proof, String what) {
    System.out.println(proof.getSimpleName() + ": " + what + ", seed " + SEED);
  }
}
