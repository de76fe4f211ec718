package orm.api.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.Binder;

/**
 * A reference to a row: its table and key, nothing else. It cannot load by itself;
 * {@code db.follow(ref)} does.
 *
 * <p>Immutable; references are equal when table and key are. Made by {@link EntityTable#ref}.
 *
 * @param <E> the entity that it leads to
 */
public final class Ref<E> {
  private final EntityTable<E, ?> table;
  private final Object key;

  <K> Ref(EntityTable<E, K> table, K key) {
    this.table = table;
    this.key = Objects.requireNonNull(key, "key");
  }

  /** {@return the table of the row} */
  public EntityTable<E, ?> table() {
    return table;
  }

  Object key() {
    return key;
  }

  /**
   * Binds the key of the row.
   *
   * @param out takes one value for each key column of the table
   */
  public void writeKey(Binder out) {
    writeKey(table, out);
  }

  private <K> void writeKey(EntityTable<E, K> typed, Binder out) {
    typed.mapping().writeKey(typed.key(this), out);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref<?> that
        && table.name().equals(that.table.name())
        && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return 31 * table.name().hashCode() + key.hashCode();
  }

  /** {@return table and key, such as {@code author#7}} */
  @Override
  public String toString() {
    return table.name() + "#" + key;
  }
}
