package orm.engine.plan;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made for an object, by its identity, for as long as somebody else holds the
 * object: so nothing keeps the classes of a bundle that has left. Values must not refer to their
 * keys.
 *
 * @param <K> the objects
 * @param <V> what is made for them
 */
public final class WeakIdentityCache<K, V> {
  /** Replaced as a whole: what is being made meanwhile is remembered where nobody looks. */
  private volatile ConcurrentMap<Object, V> values = new ConcurrentHashMap<>();

  private final ReferenceQueue<K> gone = new ReferenceQueue<>();

  /**
   * Returns what belongs to an object, making it where it is not there. Two threads may both make
   * it; one result is kept.
   *
   * @param key the object
   * @param make makes the value
   * @return the value
   */
  public V get(K key, Function<? super K, ? extends V> make) {
    ConcurrentMap<Object, V> current = values;
    V known = current.get(new Lookup(key));
    if (known != null) {
      return known;
    }
    for (Reference<? extends K> entry = gone.poll(); entry != null; entry = gone.poll()) {
      current.remove(entry);
    }
    V made = make.apply(key);
    V other = current.putIfAbsent(new Entry<>(key, gone), made);
    return other == null ? made : other;
  }

  /** Forgets everything. */
  public void clear() {
    values = new ConcurrentHashMap<>();
  }

  /** Equal to the entry of the same object; short-lived. */
  private record Lookup(Object key) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?> entry && entry.get() == key;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(key);
    }
  }

  private static final class Entry<K> extends WeakReference<K> {
    private final int hash;

    Entry(K key, ReferenceQueue<K> queue) {
      super(key, queue);
      hash = System.identityHashCode(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      K key = get();
      return key != null && other instanceof Entry<?> entry && entry.get() == key;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
