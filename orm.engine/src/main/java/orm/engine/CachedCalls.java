package orm.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.model.Key;
import orm.api.query.SelectTree;
import orm.engine.cache.CachedRead;
import orm.engine.generation.Generation;
import orm.engine.plan.PlanKey;
import orm.engine.plan.ResultReaders;
import orm.engine.render.RenderedSql;
import orm.engine.render.SelectRenderer.Purpose;
import orm.spi.mapping.Caching;

/** The calls that may be answered from memory, as the cache sees them. */
final class CachedCalls {
  private CachedCalls() {}

  static <E, K> @Nullable CachedRead<@Nullable E> row(
      Generation generation, Caching caching, Key<E, K> key, K value) {
    return generation
        .cache()
        .row(
            generation.peers(),
            generation.number(),
            generation.models().of(key.table().mapping()),
            generation.naming(),
            caching,
            key,
            value);
  }

  /**
   * Null where the result may change although no table does, or where who gets it may change it.
   */
  static <T> @Nullable CachedRead<T> result(
      Generation generation, SelectTree<?> tree, Purpose purpose) {
    List<Object> values = new ArrayList<>();
    PlanKey plan = PlanKey.of(tree, purpose, values);
    RenderedSql sql = generation.query(tree, purpose, plan);
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

  static void requireKeepable(SelectTree<?> tree) {
    if (tree.lock() != null) {
      throw new InvalidQueryException(Failure.of(
              ErrorCode.INVALID_QUERY, "Cannot keep rows of " + tree.from().name() + " in memory")
          .because("the query locks them, which only the database can do")
          .fix("Leave out cached(…) or the lock."));
    }
  }
}
