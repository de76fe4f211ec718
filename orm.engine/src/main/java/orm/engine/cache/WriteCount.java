package orm.engine.cache;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts writes of one kind: how many are under way and how many have ended, in one number. If it
 * is quiet and later still the same, nothing was written in between. Safe for use by several
 * threads.
 */
final class WriteCount {
  /** The lower bits hold what is under way: at most one for each transaction. */
  private static final long ENDED = 1L << 20;

  private final AtomicLong count = new AtomicLong();

  long now() {
    return count.get();
  }

  static boolean isQuiet(long count) {
    return (count & (ENDED - 1)) == 0;
  }

  /** Before the first statement that could change something. */
  void begin() {
    count.incrementAndGet();
  }

  /** After it was committed or rolled back. */
  void end() {
    count.addAndGet(ENDED - 1);
  }

  /** It was begun and ended elsewhere. */
  void happened() {
    count.addAndGet(ENDED);
  }
}
