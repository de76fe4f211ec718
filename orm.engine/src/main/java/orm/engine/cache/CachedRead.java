package orm.engine.cache;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that may be answered from memory. Used by one thread.
 *
 * @param <T> what the call gives
 */
public abstract class CachedRead<T extends @Nullable Object> {
  private final DatabaseCache cache;
  private final int generation;

  /** Where the value is kept. */
  final SafeStore store;

  /** Whether something was there that may have changed. */
  private boolean outdated;

  /** What calls have in common that wait for each other; generations may have other databases. */
  private record Asked(int generation, Object key) {}

  CachedRead(DatabaseCache cache, int generation, SafeStore store) {
    this.cache = cache;
    this.generation = generation;
    this.store = store;
  }

  /** Looks for the value; null if it is not there or may have changed. */
  abstract @Nullable Object look();

  /** The counts that stand still while the database is asked. */
  abstract WriteCount[] counts();

  /** Tells calls for the same apart from all others. */
  abstract Object flightKey();

  /** Keeps what was read after the stamp was taken, as long as that holds. */
  abstract void keep(Object value, Stamp stamp, long at);

  /**
   * Answers from memory.
   *
   * @return the value; null if it must be asked for
   */
  public final @Nullable Object kept() {
    Object found = look();
    (found == null ? store.misses : store.hits).increment();
    if (outdated) {
      store.invalidations.increment();
    }
    return found;
  }

  /**
   * Asks the database, and keeps what it says if nothing was written meanwhile. Of several callers
   * that want the same one asks, and the others wait for it, bounded.
   *
   * @param waitNanos how long this call may wait for another one; 0 for not at all
   * @param ask asks the database, outside of any transaction
   * @return what it says
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // the same key gives the same type
  public final T ask(long waitNanos, Supplier<T> ask) {
    Stamp stamp = cache.mayKeep() ? Stamp.of(counts()) : null;
    if (stamp == null) {
      return ask.get();
    }
    Object key = new Asked(generation, flightKey());
    Flight mine = new Flight(stamp);
    Flight other = cache.flights().putIfAbsent(key, mine);
    if (other != null) {
      if (waitNanos > 0 && other.stamp().isLike(stamp)) {
        Object found = other.await(waitNanos);
        if (found != null) {
          return found == Flight.NOTHING ? null : (T) found;
        }
      }
      return ask(stamp, ask);
    }
    try {
      Object kept = look(); // another one may have landed since this call looked
      if (kept != null) {
        mine.land(kept);
        return (T) kept;
      }
      T value = ask(stamp, ask);
      mine.land(value);
      return value;
    } finally {
      cache.flights().remove(key, mine);
      mine.end();
    }
  }

  private T ask(Stamp stamp, Supplier<T> ask) {
    long at = System.nanoTime();
    T value = ask.get();
    if (value != null && stamp.holds()) {
      keep(value, stamp, at);
    }
    return value;
  }

  /** What is kept under a key, if it is as young as wanted and nothing was written since. */
  final @Nullable Entry valid(Object key, long ttlNanos) {
    Entry entry = store.get(key);
    if (entry == null) {
      return null;
    }
    if (entry.generation() == generation
        && System.nanoTime() - entry.at() < ttlNanos
        && entry.stamp().holds()) {
      return entry;
    }
    outdated = true;
    return null;
  }

  final Entry entry(Object value, Stamp stamp, long at) {
    return new Entry(value, generation, stamp, at);
  }
}
