package orm.engine.cache;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.engine.plan.PlanKey;

/**
 * A call for the result of a query: for its rows, their number, or whether there are any.
 *
 * @param <T> what the call gives
 */
final class QueryRead<T> extends CachedRead<T> {
  private final DatabaseCache cache;
  private final Question question;
  private final Set<String> tables;
  private final long ttlNanos;

  /**
   * What is asked.
   *
   * @param plan the shape of the query and what is asked of it
   * @param values its values
   * @param readers what makes rows, which is no part of the shape
   */
  private record Question(PlanKey plan, List<Object> values, List<Same> readers) {}

  /** The same object, not an equal one. */
  private record Same(Object object) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  QueryRead(
      DatabaseCache cache,
      Stores stores,
      int generation,
      PlanKey plan,
      List<Object> values,
      List<Object> readers,
      Set<String> tables,
      long ttlNanos) {
    super(cache, generation, stores.queries());
    this.cache = cache;
    this.question =
        new Question(plan, List.copyOf(values), readers.stream().map(Same::new).toList());
    this.tables = tables;
    this.ttlNanos = ttlNanos;
  }

  @Override
  @Nullable
  Object look() {
    Entry entry = valid(question, ttlNanos);
    return entry == null ? null : entry.value();
  }

  @Override
  WriteCount[] counts() {
    Set<WriteCount> counts = new LinkedHashSet<>();
    counts.add(cache.flushes);
    for (String table : tables) {
      counts.add(cache.gate(table).any);
      cache.addCascades(table, counts);
    }
    return counts.toArray(WriteCount[]::new);
  }

  @Override
  Object flightKey() {
    return question;
  }

  @Override
  void keep(Object value, Stamp stamp, long at) {
    int rows = value instanceof Collection<?> all ? all.size() : 0;
    store.put(question, entry(value, stamp, at), rows + 1, ttlNanos);
  }
}
