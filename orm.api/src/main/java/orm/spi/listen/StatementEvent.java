package orm.spi.listen;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement. It holds no bound values.
 *
 * @param database the name of the database
 * @param sql the text as it was sent, with {@code ?} for its parameters
 * @param rows how many rows were read or changed; -1 where that is unknown
 * @param nanos how long it took, in nanoseconds, reading of the rows included
 * @param error what it failed with; null where it succeeded
 */
public record StatementEvent(
    String database,
    String sql,
    long rows,
    long nanos,
    @Nullable Throwable error) {}
