package orm.api.query;

import java.time.Duration;
import java.util.List;
import orm.api.expression.Condition;
import orm.api.expression.Order;
import orm.api.expression.Selectable;
import orm.api.model.Table;

/**
 * The content of a select, for engines and stores. Immutable.
 *
 * @param <R> what a row of the result holds
 * @param from the table that it reads
 * @param where the conditions, all of which must be true
 * @param result what a row gives
 * @param orderBy the sort keys
 * @param offset the number of rows to leave out
 * @param limit the greatest number of rows; {@link Long#MAX_VALUE} for no limit
 * @param timeout the time limit; zero for none
 */
public record SelectTree<R>(
    Table<?> from,
    List<Condition> where,
    Selectable<R> result,
    List<Order> orderBy,
    long offset,
    long limit,
    Duration timeout) {}
