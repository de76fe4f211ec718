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
  private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
  private final Queue<K> byAge = new ConcurrentLinkedQueue<>();

  BoundedCache(int limit) {
    this.limit = limit;
  }

  /** Returns the value of a key, making it where it is not there; two threads may both make it. */
  V get(K key, Supplier<V> make) {
    V known = values.get(key);
    if (known != null) {
      return known;
    }
    V made = make.get();
    V other = values.putIfAbsent(key, made);
    if (other != null) {
      return other;
    }
    byAge.add(key);
    while (values.size() > limit) {
      K oldest = byAge.poll();
      if (oldest == null) {
        break;
      }
      values.remove(oldest);
    }
    return made;
  }

  /** Returns the value of a key; null where it is not there. */
  @Nullable
  V known(K key) {
    return values.get(key);
  }

  void clear() {
    values.clear();
    byAge.clear();
  }
}
