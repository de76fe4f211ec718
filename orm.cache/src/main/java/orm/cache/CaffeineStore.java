package orm.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import orm.spi.cache.CacheStore;

/**
 * A store with a limit. Its upkeep is done by the threads that use it: a pool of threads would keep
 * the classes of bundles that have left.
 */
final class CaffeineStore<K, V> implements CacheStore<K, V> {
  private final Cache<K, Kept<V>> kept;

  /**
   * A value with what the store must know of it.
   *
   * @param value the value
   * @param weight its share of the limit
   * @param ttlNanos how long it may stay
   */
  private record Kept<V>(V value, int weight, long ttlNanos) {}

  /** Each value brings its own time, which does not grow when it is read. */
  private static final class OwnTime<K, V> implements Expiry<K, Kept<V>> {
    @Override
    public long expireAfterCreate(K key, Kept<V> value, long now) {
      return value.ttlNanos();
    }

    @Override
    public long expireAfterUpdate(K key, Kept<V> value, long now, long left) {
      return value.ttlNanos();
    }

    @Override
    public long expireAfterRead(K key, Kept<V> value, long now, long left) {
      return left;
    }
  }

  CaffeineStore(long limit) {
    this.kept = Caffeine.newBuilder()
        .maximumWeight(limit)
        .weigher((K key, Kept<V> value) -> value.weight())
        .expireAfter(new OwnTime<K, V>())
        .executor(Runnable::run)
        .recordStats()
        .build();
  }

  @Override
  public @Nullable V get(K key) {
    Kept<V> found = kept.getIfPresent(key);
    return found == null ? null : found.value();
  }

  @Override
  public void put(K key, V value, int weight, long ttlNanos) {
    kept.put(key, new Kept<>(value, weight, ttlNanos));
  }

  @Override
  public void clear() {
    kept.invalidateAll();
    kept.cleanUp();
  }

  @Override
  public long size() {
    return kept.estimatedSize();
  }

  @Override
  public long evictions() {
    return kept.stats().evictionCount();
  }
}
