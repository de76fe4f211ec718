package orm.engine.lifecycle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.spi.lifecycle.RowListener;
import orm.spi.mapping.EntityMapping;

/**
 * The listeners of rows, by the entity; they may be others at the next statement. Costs a look at a
 * field while there are none. Safe for use by several threads.
 */
public final class RowListeners {
  /** Null while there are none. */
  private volatile @Nullable IdentityHashMap<EntityMapping<?, ?>, EntityListeners<?>> current;

  /**
   * Lets listeners be told from now on.
   *
   * @param listeners all of them, in the order in which they are called
   */
  public synchronized void use(List<RowListener<?>> listeners) {
    IdentityHashMap<EntityMapping<?, ?>, List<RowListener<?>>> byEntity = new IdentityHashMap<>();
    for (RowListener<?> listener : listeners) {
      byEntity
          .computeIfAbsent(listener.table().mapping(), first -> new ArrayList<>())
          .add(listener);
    }
    IdentityHashMap<EntityMapping<?, ?>, EntityListeners<?>> all = new IdentityHashMap<>();
    byEntity.forEach((mapping, of) -> all.put(mapping, listeners(of)));
    current = all.isEmpty() ? null : all;
  }

  @SuppressWarnings("unchecked") // all of them have the table of one entity
  private static <E> EntityListeners<E> listeners(List<RowListener<?>> of) {
    List<RowListener<E>> typed = new ArrayList<>();
    of.forEach(listener -> typed.add((RowListener<E>) listener));
    return new EntityListeners<>(List.copyOf(typed));
  }

  /**
   * Returns those of an entity.
   *
   * @param <E> the entity
   * @param mapping its mapping
   * @return the listeners; null for none
   */
  @SuppressWarnings("unchecked") // a mapping is of one entity
  public <E> @Nullable EntityListeners<E> of(EntityMapping<E, ?> mapping) {
    IdentityHashMap<EntityMapping<?, ?>, EntityListeners<?>> all = current;
    return all == null ? null : (EntityListeners<E>) all.get(mapping);
  }
}
