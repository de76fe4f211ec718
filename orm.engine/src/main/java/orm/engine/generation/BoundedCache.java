package orm.engine.generation;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers up to a number of values; beyond that it forgets the oldest ones. Safe for use by
 * several threads; reading takes no lock.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class BoundedCache<K, V> {
  private final int limit;

  /** Replaced as a whole: what is being made meanwhile is remembered where nobody looks. */
  private volatile Memory<K, V> memory = new Memory<>();

  private static final class Memory<K, V> {
    final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    final Queue<K> byAge = new ConcurrentLinkedQueue<>();
  }

  BoundedCache(int limit) {
    this.limit = limit;
  }

  /** Returns the value of a key, making it where it is not there; two threads may both make it. */
  V get(K key, Supplier<V> make) {
    Memory<K, V> current = memory;
    V known = current.values.get(key);
    if (known != null) {
      return known;
    }
    V made = make.get();
    V other = current.values.putIfAbsent(key, made);
    if (other != null) {
      return other;
    }
    current.byAge.add(key);
    while (current.values.size() > limit) {
      K oldest = current.byAge.poll();
      if (oldest == null) {
        break;
      }
      current.values.remove(oldest);
    }
    return made;
  }

  /** Returns the value of a key; null where it is not there. */
  @Nullable
  V known(K key) {
    return memory.values.get(key);
  }

  void clear() {
    memory = new Memory<>();
  }
}
