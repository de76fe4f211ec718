package orm.engine.cache;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some counts at one time, at which nothing was under way. Immutable. */
final class Stamp {
  private final WriteCount[] counts;
  private final long[] values;

  private Stamp(WriteCount[] counts, long[] values) {
    this.counts = counts;
    this.values = values;
  }

  /** Reads the counts; null while a write is under way. */
  static @Nullable Stamp of(WriteCount[] counts) {
    long[] values = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = counts[i].now();
      if (!WriteCount.isQuiet(values[i])) {
        return null;
      }
    }
    return new Stamp(counts, values);
  }

  /** Whether nothing was written since, and nothing is under way. */
  boolean holds() {
    for (int i = 0; i < values.length; i++) {
      if (counts[i].now() != values[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing was written between the two. */
  boolean isLike(Stamp other) {
    return Arrays.equals(values, other.values) && Arrays.equals(counts, other.counts);
  }
}
