package orm.test.cache;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** On PostgreSQL nothing is served from memory before the link between processes has begun. */
public final class Served {
  private Served() {}

  /**
   * Waits until a call is answered from memory.
   *
   * @param call gives something that is made anew by each answer of the database
   */
  public static void await(Supplier<?> call) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isServed(call)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing is served from memory");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean isServed(Supplier<?> call) {
    Object first = call.get();
    Object second = call.get();
    return first == second;
  }
}
