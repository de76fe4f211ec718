package orm.api.admin;

/**
 * What became of the rows that are kept in memory, since the database was opened.
 *
 * @param name the simple name of the entity; {@code queries} for the results of queries
 * @param entries about how many there are now
 * @param hits calls that were answered from memory
 * @param misses calls that were not, and asked the database
 * @param evictions how many were forgotten for want of room or because of their age
 * @param invalidations how many were found and not used, because a write may have changed them
 * @param failed who failed and why, so that nothing is kept any more; empty for nobody
 */
public record CacheInfo(
    String name,
    long entries,
    long hits,
    long misses,
    long evictions,
    long invalidations,
    String failed) {}
