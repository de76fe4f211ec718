package orm.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.query.SelectTree;
import orm.engine.EngineOperations.Work;
import orm.engine.cache.CachedRead;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.plan.PlanKey;
import orm.engine.plan.ResultReaders;
import orm.engine.render.RenderedSql;
import orm.engine.render.SelectRenderer.Purpose;

/**
 * A query that may be answered from memory. It is planned once, so that what is looked for there
 * and what the database is asked have the same values, also those of filters. Used by one call.
 *
 * @param <Q> the rows of the query
 * @param <T> what the call gives
 */
final class CachedQuery<Q, T> implements Function<Generation, @Nullable CachedRead<T>>, Work<T> {
  private final SelectTree<Q> tree;
  private final Purpose purpose;
  private final FilterSet filters;
  private final Answer<Q, T> answer;
  private final List<Object> values = new ArrayList<>();
  private @Nullable RenderedSql planned;

  /** Asks the database. */
  @FunctionalInterface
  interface Answer<Q, T> {
    T of(Session session, SelectTree<Q> tree, RenderedSql sql, List<Object> values);
  }

  CachedQuery(SelectTree<Q> tree, Purpose purpose, FilterSet filters, Answer<Q, T> answer) {
    this.tree = tree;
    this.purpose = purpose;
    this.filters = filters;
    this.answer = answer;
    if (tree.lock() != null) {
      throw new InvalidQueryException(Failure.of(
              ErrorCode.INVALID_QUERY, "Cannot keep rows of " + tree.from().name() + " in memory")
          .because("the query locks them, which only the database can do")
          .fix("Leave out cached(…) or the lock."));
    }
  }

  /**
   * Null where the result may change although no table does, or where who gets it may change it.
   */
  @Override
  public @Nullable CachedRead<T> apply(Generation generation) {
    PlanKey plan = PlanKey.of(tree, purpose, values, filters.number());
    RenderedSql sql = generation.query(tree, purpose, plan, values, filters);
    planned = sql;
    if (!sql.mayBeKept()) {
      return null;
    }
    List<Object> readers = purpose == Purpose.ROWS ? ResultReaders.of(tree.result()) : List.of();
    return generation
        .cache()
        .query(
            generation.peers(),
            generation.number(),
            plan,
            values,
            readers,
            sql.allTables(),
            tree.cached().toNanos());
  }

  @Override
  public T run(Session session) {
    RenderedSql sql = planned;
    if (sql == null) { // it was not looked for in memory
      sql = session.query(tree, purpose, values);
    }
    return answer.of(session, tree, sql, values);
  }
}
