package orm.api.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.Binder;

/**
 * A reference to a row: its table and key, nothing else. It cannot load by itself;
 * {@code db.follow(ref)} does.
 *
 * <p>Immutable; references are equal when table and key are. Made by {@link EntityTable#ref}. One
 * that a {@link Graph} made gets its key when the graph is inserted, and until then is equal to
 * itself only.
 *
 * @param <E> the entity that it leads to
 */
public final class Ref<E> {
  private final EntityTable<E, ?> table;
  private final @Nullable Graph graph;
  private volatile @Nullable Object key;

  <K> Ref(EntityTable<E, K> table, K key) {
    this.table = table;
    this.graph = null;
    this.key = Objects.requireNonNull(key, "key");
  }

  Ref(EntityTable<E, ?> table, Graph graph) {
    this.table = table;
    this.graph = graph;
  }

  void resolve(Object stored) {
    key = stored;
  }

  /** Whether this has no key yet, and the graph may write null in its place for now. */
  boolean isDeferred() {
    return key == null && graph != null && graph.defers();
  }

  /** {@return the table of the row} */
  public EntityTable<E, ?> table() {
    return table;
  }

  Object key() {
    Object known = key;
    if (known == null) {
      throw new UnknownKeyException(
          "this reference to " + table + " has no key before its graph is inserted");
    }
    return known;
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
    return this == other
        || (other instanceof Ref<?> that
            && key != null
            && table.name().equals(that.table.name())
            && Objects.equals(key, that.key));
  }

  @Override
  public int hashCode() {
    return 31 * table.name().hashCode() + Objects.hashCode(key);
  }

  /** {@return table and key, such as {@code author#7}} */
  @Override
  public String toString() {
    return table.name() + "#" + (key == null ? "?" : key);
  }
}
