package orm.engine.cache;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Counts the writes to one table. Safe for use by several threads. */
final class TableGate {
  /**
   * Keys share counts, so that there is a fixed number of them; those that share one are read again
   * together. The number is part of the messages between processes.
   */
  static final int KEY_COUNTS = 512;

  /** Every write: what queries depend on. */
  final WriteCount any = new WriteCount();

  /** Writes of which it is not known which rows they change. */
  final WriteCount whole = new WriteCount();

  /** Writes that may delete rows: what tables depend on whose references cascade. */
  final WriteCount deletes = new WriteCount();

  /** Each made when it is first asked for. */
  private final AtomicReferenceArray<@Nullable WriteCount> keys =
      new AtomicReferenceArray<>(KEY_COUNTS);

  /** The writes to the row of a key, and to some others. */
  WriteCount key(int number) {
    WriteCount known = keys.get(number);
    if (known != null) {
      return known;
    }
    WriteCount made = new WriteCount();
    WriteCount other = keys.compareAndExchange(number, null, made);
    return other == null ? made : other;
  }

  /** Which count a key has; the same in every process. */
  static int number(Object key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (KEY_COUNTS - 1);
  }
}
