package orm.processor.model;

/**
 * How rows of an entity are kept in memory.
 *
 * @param ttlMillis how old they may become, in milliseconds
 * @param size how many there may be
 */
public record CachedRows(long ttlMillis, int size) {}
