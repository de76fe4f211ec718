package orm.api.model;

import java.util.List;
import orm.spi.mapping.Binder;

/**
 * Finds at most one {@code E} by a value of {@code K}: an entity table by its primary key, or a
 * unique key of it.
 *
 * @param <E> the entity
 * @param <K> the Java type of the key
 */
public sealed interface Key<E, K> permits EntityTable, UniqueKey {
  /** {@return the table} */
  EntityTable<E, ?> table();

  /**
   * {@return the logical names of its columns, in the order in which {@link #writeKey} binds them}
   */
  List<String> keyColumns();

  /**
   * Binds a value of this key.
   *
   * @param value the value
   * @param out takes one value for each of {@link #keyColumns()}
   */
  void writeKey(K value, Binder out);
}
