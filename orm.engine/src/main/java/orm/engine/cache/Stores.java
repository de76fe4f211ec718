package orm.engine.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import orm.api.admin.CacheInfo;
import orm.spi.cache.CacheProvider;
import orm.spi.mapping.Caching;
import orm.spi.mapping.EntityMapping;

/** The stores that one provider made for one database. Safe for use by several threads. */
final class Stores {
  /** The rows of all queries together. */
  private static final int QUERY_ROWS = 100_000;

  private final DatabaseCache cache;
  private final CacheProvider provider;
  private final SafeStore queries;

  /** By their mapping, which stands for the entity of one class loader. */
  private final ConcurrentMap<EntityMapping<?, ?>, SafeStore> entities = new ConcurrentHashMap<>();

  Stores(DatabaseCache cache, CacheProvider provider) {
    this.cache = cache;
    this.provider = provider;
    this.queries = new SafeStore(provider, cache.database(), "queries", QUERY_ROWS);
  }

  SafeStore queries() {
    return queries;
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
    queries.clear();
  }

  boolean clear(String name) {
    boolean found = false;
    if (name.equals(queries.name())) {
      queries.clear();
      found = true;
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
    infos.add(queries.info());
    return infos;
  }
}
