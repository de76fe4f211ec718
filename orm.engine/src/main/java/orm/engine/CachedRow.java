package orm.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.model.Key;
import orm.engine.EngineOperations.Work;
import orm.engine.cache.CachedRead;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.plan.TableGuard;
import orm.engine.render.TableStatements;
import orm.spi.mapping.Caching;

/**
 * A row that may be found in memory, by a key. Rows are kept as the database has them; listeners
 * see them later. Used by one call.
 *
 * @param <E> the entity
 * @param <K> the key
 */
record CachedRow<E, K>(Key<E, K> key, K value, Caching caching, FilterSet filters)
    implements Function<Generation, @Nullable CachedRead<@Nullable E>>, Work<@Nullable E> {

  /**
   * Null where a filter concerns the table: whether somebody may see a row is for the database to
   * say. Rows that are deleted softly are never kept, because nobody without a scope looks here.
   */
  @Override
  public @Nullable CachedRead<@Nullable E> apply(Generation generation) {
    TableStatements statements = generation.statements(key.table().mapping(), filters);
    TableGuard guard = statements.guard();
    boolean everybody = guard == null ? !statements.deletesSoftly() : guard.isOfDeletionsOnly();
    return !everybody
        ? null
        : generation
            .cache()
            .row(
                generation.peers(),
                generation.number(),
                statements.table(),
                generation.naming(),
                caching,
                key,
                value);
  }

  @Override
  public @Nullable E run(Session session) {
    return session.row(key, value);
  }
}
