package orm.spi.cache;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A map that forgets. It need not be exact in anything: the engine looks at every value that comes
 * out before it uses it, so a value that was replaced or is too old may still be given. Nothing is
 * ever removed by name: a value of no use is replaced by the next one, or forgotten like others.
 * Safe for use by several threads; no method waits.
 *
 * @param <K> the keys
 * @param <V> the values
 */
@ConsumerType
public interface CacheStore<K, V> {
  /**
   * Looks for a value.
   *
   * @param key the key
   * @return the value that was last put under it; null if it is not there, or not any more
   */
  @Nullable
  V get(K key);

  /**
   * Keeps a value, or forgets at once.
   *
   * @param key the key
   * @param value the value
   * @param weight its share of the limit, from 1
   * @param ttlNanos after how many nanoseconds nobody wants it any more, so that its memory can be
   *     freed
   */
  void put(K key, V value, int weight, long ttlNanos);

  /** Forgets everything, at once: classes of bundles that leave must not be held any longer. */
  void clear();

  /** {@return about how many values there are} */
  long size();

  /** {@return how many values were forgotten because of the limit or their age} */
  long evictions();
}
