package orm.test.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import orm.spi.cache.CacheProvider;
import orm.spi.cache.CacheStore;

/** The simplest provider there can be; it never forgets, and fails when the test wants it to. */
final class MapProvider implements CacheProvider {
  private final BooleanSupplier fails;

  MapProvider(BooleanSupplier fails) {
    this.fails = fails;
  }

  @Override
  public <K, V> CacheStore<K, V> store(String name, long limit) {
    Map<K, V> map = new ConcurrentHashMap<>();
    return new CacheStore<>() {
      private void mayFail() {
        if (fails.getAsBoolean()) {
          throw new IllegalStateException("the test wants it");
        }
      }

      @Override
      public @Nullable V get(K key) {
        mayFail();
        return map.get(key);
      }

      @Override
      public void put(K key, V value, int weight, long ttlNanos) {
        mayFail();
        map.put(key, value);
      }

      @Override
      public void clear() {
        // keeps all of it: the engine must not rely on it
      }

      @Override
      public long size() {
        return map.size();
      }

      @Override
      public long evictions() {
        return 0;
      }
    };
  }
}
