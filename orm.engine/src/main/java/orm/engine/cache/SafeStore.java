package orm.engine.cache;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.CacheInfo;
import orm.spi.cache.CacheProvider;
import orm.spi.cache.CacheStore;

/**
 * A store of a plugin, whose failures are nobody's: the first one switches it off. Safe for use by
 * several threads.
 */
final class SafeStore {
  private static final Logger LOG = LoggerFactory.getLogger(SafeStore.class);

  final LongAdder hits = new LongAdder();
  final LongAdder misses = new LongAdder();
  final LongAdder invalidations = new LongAdder();
  private final String database;
  private final String name;
  private final @Nullable CacheStore<Object, Entry> store;
  private volatile String failed = "";

  SafeStore(CacheProvider provider, String database, String name, long limit) {
    this.database = database;
    this.name = name;
    @Nullable CacheStore<Object, Entry> made = null;
    try {
      made = provider.store(database + "/" + name, limit);
    } catch (RuntimeException | LinkageError thrown) {
      fail(provider, thrown);
    }
    this.store = made;
  }

  String name() {
    return name;
  }

  private void fail(Object culprit, Throwable thrown) {
    boolean first = failed.isEmpty();
    failed = culprit.getClass().getName() + ": " + thrown;
    if (first) {
      LOG.error(
          "database {} keeps no {} in memory any more, because {} failed; calls go to the database",
          database,
          name,
          culprit.getClass().getName(),
          thrown);
    }
  }

  @Nullable
  Entry get(Object key) {
    CacheStore<Object, Entry> asked = store;
    if (asked == null || !failed.isEmpty()) {
      return null;
    }
    try {
      return asked.get(key);
    } catch (RuntimeException | LinkageError thrown) {
      fail(asked, thrown);
      return null;
    }
  }

  void put(Object key, Entry entry, int weight, long ttlNanos) {
    CacheStore<Object, Entry> asked = store;
    if (asked == null || !failed.isEmpty()) {
      return;
    }
    try {
      asked.put(key, entry, weight, ttlNanos);
    } catch (RuntimeException | LinkageError thrown) {
      fail(asked, thrown);
    }
  }

  void clear() {
    CacheStore<Object, Entry> asked = store;
    if (asked == null) {
      return;
    }
    try {
      asked.clear();
    } catch (RuntimeException | LinkageError thrown) {
      fail(asked, thrown);
    }
  }

  CacheInfo info() {
    long entries = 0;
    long evictions = 0;
    CacheStore<Object, Entry> asked = store;
    if (asked != null && failed.isEmpty()) {
      try {
        entries = asked.size();
        evictions = asked.evictions();
      } catch (RuntimeException | LinkageError thrown) {
        fail(asked, thrown);
      }
    }
    return new CacheInfo(
        name, entries, hits.sum(), misses.sum(), evictions, invalidations.sum(), failed);
  }
}
