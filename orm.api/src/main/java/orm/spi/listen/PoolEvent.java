package orm.spi.listen;

import org.jspecify.annotations.Nullable;

/**
 * A connection was taken from the pool, or could not be had.
 *
 * @param database the name of the database
 * @param nanos how long the caller waited for it, in nanoseconds
 * @param waiting how many threads wait for one now
 * @param error why there was none; null where there was one
 */
public record PoolEvent(
    String database, long nanos, int waiting, @Nullable Throwable error) {}
