package orm.engine.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import orm.api.admin.CacheInfo;
import orm.spi.cache.CacheProvider;
import orm.spi.mapping.Caching;
import orm.spi.mapping.EntityMapping;

/** The stores that one provider made for one database. Safe for use by several threads. */
final class Stores {
  /** The rows of all queries together. */
  private static final int QUERY_ROWS = 100_000;

  private static final String QUERIES = "queries";

  private final DatabaseCache cache;
  private final CacheProvider provider;

  /** Made when the first query asks for it: a provider may be slow to load. */
  private volatile @Nullable SafeStore queries;

  /** By their mapping, which stands for the entity of one class loader. */
  private final ConcurrentMap<EntityMapping<?, ?>, SafeStore> entities = new ConcurrentHashMap<>();

  Stores(DatabaseCache cache, CacheProvider provider) {
    this.cache = cache;
    this.provider = provider;
  }

  SafeStore queries() {
    SafeStore known = queries;
    return known == null ? madeForQueries() : known;
  }

  private synchronized SafeStore madeForQueries() {
    SafeStore made = queries;
    if (made == null) {
      made = new SafeStore(provider, cache.database(), QUERIES, QUERY_ROWS);
      queries = made;
    }
    return made;
  }

  SafeStore of(EntityMapping<?, ?> mapping, String entity, Caching caching) {
    SafeStore known = entities.get(mapping);
    return known == null
        ? entities.computeIfAbsent(
            mapping, made -> new SafeStore(provider, cache.database(), entity, caching.size()))
        : known;
  }

  void clear() {
    entities.values().forEach(SafeStore::clear);
    entities.clear(); // they hold the classes of their entities
    SafeStore made = queries;
    if (made != null) {
      made.clear();
    }
  }

  boolean clear(String name) {
    boolean found = name.equals(QUERIES);
    SafeStore made = queries;
    if (found && made != null) {
      made.clear();
    }
    for (SafeStore store : entities.values()) {
      if (store.name().equals(name)) {
        store.clear();
        found = true;
      }
    }
    return found;
  }

  List<CacheInfo> infos() {
    List<CacheInfo> infos = new ArrayList<>();
    entities.values().forEach(store -> infos.add(store.info()));
    SafeStore made = queries;
    infos.add(made == null ? new CacheInfo(QUERIES, 0, 0, 0, 0, 0, "") : made.info());
    return infos;
  }
}
