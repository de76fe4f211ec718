package orm.api.admin;

import java.time.Instant;

/**
 * A generation at one moment.
 *
 * @param number counts the generations of a database, from 1
 * @param serving whether it takes new calls; otherwise it waits for those inside to end
 * @param dialect the name of its dialect
 * @param provider who brought the dialect, such as {@code orm.dialect.sqlite 0.1.0}
 * @param product product and version of the database
 * @param since when it was opened
 * @param users how many calls and transactions are inside
 * @param pool its connections
 */
public record GenerationInfo(
    int number,
    boolean serving,
    String dialect,
    String provider,
    String product,
    Instant since,
    long users,
    PoolInfo pool) {}
