package orm.spi.cache;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes stores. One instance serves all databases and threads.
 *
 * <p>It is called by the threads of the application and must not wait for anything. What it or one
 * of its stores throws switches that store off: calls go to the database then, and the log names
 * the class that failed.
 */
@ConsumerType
public interface CacheProvider {
  /**
   * Makes an empty store.
   *
   * @param <K> its keys, with {@code equals} and {@code hashCode}
   * @param <V> its values
   * @param name what it is for, in messages, such as {@code main/Book}
   * @param limit the greatest sum of the weights in it, from 1
   * @return the store, used until it is cleared and left to the collector
   */
  <K, V> CacheStore<K, V> store(String name, long limit);
}
