package orm.api.config;

/** What a database does with a cache that is there. */
public enum CacheUse {
  /** It keeps what entities and queries ask for, and tells other processes of what it writes. */
  ON,
  /** It keeps nothing, but tells other processes of what it writes, because they may. */
  ANNOUNCE,
  /** It keeps nothing and tells nobody. */
  OFF
}
