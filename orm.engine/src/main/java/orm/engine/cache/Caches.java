package orm.engine.cache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import orm.spi.cache.CacheProvider;

/**
 * The provider of stores, which may be another one at the next call. Safe for use by several
 * threads.
 */
public final class Caches {
  private final List<DatabaseCache> users = new CopyOnWriteArrayList<>();
  private @Nullable CacheProvider current;

  /** Begins without a provider. */
  public Caches() {}

  /**
   * Makes the cache of a database, which follows the provider.
   *
   * @param database the name of the database
   * @return the cache
   */
  public synchronized DatabaseCache of(String database) {
    DatabaseCache cache = new DatabaseCache(database);
    cache.use(current);
    users.add(cache);
    return cache;
  }

  /**
   * Lets a provider make the stores from now on, and gives up all that the one before made.
   *
   * @param provider the preferred one; null for none
   */
  public synchronized void use(@Nullable CacheProvider provider) {
    if (provider != current) {
      current = provider;
      users.forEach(cache -> cache.use(provider));
    }
  }
}
