package orm.engine.cache;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One reader that asks the database for what others want too. */
final class Flight {
  /** What the database has not. */
  static final Object NOTHING = new Object();

  private final CountDownLatch landed = new CountDownLatch(1);
  private final Stamp stamp;

  /** Written before the latch opens; null if the reader failed. */
  private volatile @Nullable Object value;

  Flight(Stamp stamp) {
    this.stamp = stamp;
  }

  Stamp stamp() {
    return stamp;
  }

  void land(@Nullable Object found) {
    value = found == null ? NOTHING : found;
    landed.countDown();
  }

  /** It failed, or has landed already. */
  void end() {
    landed.countDown();
  }

  /** What it found; null if it takes too long or has failed. */
  @Nullable
  Object await(long nanos) {
    try {
      return landed.await(nanos, TimeUnit.NANOSECONDS) ? value : null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
