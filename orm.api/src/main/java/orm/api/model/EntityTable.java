package orm.api.model;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Expressions;
import orm.api.expression.Source;
import orm.api.schema.TableSchema;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;

/**
 * The table of an entity. It carries its own mapping, so nothing has to be looked up.
 *
 * <p>Immutable and safe for use by several threads. Extended by generated classes only.
 *
 * @param <E> the entity
 * @param <K> its key: the type of the single key column, or a generated record of several
 */
public abstract non-sealed class EntityTable<E, K> extends Table<E> implements Key<E, K> {
  private final EntityMapping<E, K> mapping;
  private @Nullable TableSchema schema;

  /**
   * Makes a table instance.
   *
   * @param name the logical name of the table
   * @param source the instance
   * @param mapping the mapping of the entity, the same object for every instance
   */
  protected EntityTable(String name, Source<E> source, EntityMapping<E, K> mapping) {
    super(name, source.of(mapping), mapping);
    this.mapping = mapping;
  }

  /**
   * Gives this table another name, for self joins and correlated subqueries.
   *
   * @param alias the name, not empty
   * @return another instance of the same table
   */
  public abstract EntityTable<E, K> as(String alias);

  /**
   * Returns the table that a reference or link of this entity leads to; implemented by generated
   * code.
   *
   * @param component the component that holds the reference, or the path of the link
   * @return the target under its own name
   * @throws IllegalArgumentException if this entity has no such reference
   */
  public EntityTable<?, ?> target(String component) {
    throw new IllegalArgumentException(name() + " has no reference " + component);
  }

  /**
   * Makes a reference to the row with a key; nothing is read.
   *
   * @param key the key
   * @return the reference
   */
  public final Ref<E> ref(K key) {
    return new Ref<>(this, key);
  }

  /**
   * Makes a reference, and null of null; for generated readers.
   *
   * @param key the key, or null
   * @return the reference, or null
   */
  public final @Nullable Ref<E> refOrNull(@Nullable K key) {
    return key == null ? null : ref(key);
  }

  /**
   * Makes a reference to a saved entity.
   *
   * @param entity the entity, with its key
   * @return the reference
   * @throws IllegalArgumentException if the entity has no key yet
   */
  public final Ref<E> refTo(E entity) {
    return ref(keyOf(entity));
  }

  /**
   * Returns the key of a saved entity.
   *
   * @param entity the entity, with its key
   * @return the key
   * @throws IllegalArgumentException if the entity has no key yet
   */
  public final K keyOf(E entity) {
    K key = mapping.key(entity);
    if (key == null) {
      throw new IllegalArgumentException(
          "this " + name() + " has no key yet; insert it first and use the record it returns");
    }
    return key;
  }

  /**
   * Returns the key inside a reference.
   *
   * @param ref a reference to this table
   * @return the key
   */
  @SuppressWarnings("unchecked") // references to E are made by ref(K) only
  public final K key(Ref<E> ref) {
    return (K) ref.key();
  }

  /**
   * Returns the key inside a reference, and null of null.
   *
   * @param ref a reference to this table, or null
   * @return the key, or null
   */
  public final @Nullable K keyOrNull(@Nullable Ref<E> ref) {
    return ref == null || ref.isDeferred() ? null : key(ref);
  }

  @Override
  public final EntityTable<E, ?> table() {
    return this;
  }

  @Override
  public final List<String> keyColumns() {
    return schema().primaryKey();
  }

  @Override
  public final void writeKey(K value, Binder out) {
    mapping.writeKey(value, out);
  }

  /**
   * Is one of several rows; they are sent as one parameter for each key column, however many.
   *
   * @param rows the rows
   * @return the condition
   */
  public final Condition in(Collection<Ref<E>> rows) {
    return new RowRef<>(this).in(rows);
  }

  /**
   * Asks of a path, such as {@code AUTHOR.books()}, whether it leads to a row that fits.
   *
   * @param all what must be true of the row; nothing asks whether there is a row at all
   * @return the condition
   */
  public final Condition any(Condition... all) {
    return Expressions.related(source, all);
  }

  /**
   * Asks of a path whether it leads to no row that fits.
   *
   * @param all what must be true of the row
   * @return the condition
   */
  public final Condition none(Condition... all) {
    return any(all).not();
  }

  /**
   * Asks of a path whether all rows that it leads to fit; true where it leads to none. A row for
   * which the answer is unknown, because of a null, does not fit.
   *
   * @param all what must be true of each row
   * @return the condition
   */
  public final Condition every(Condition... all) {
    return none(Expressions.and(all).isNotTrue());
  }

  /** {@return the mapping of the entity} */
  public final EntityMapping<E, K> mapping() {
    return mapping;
  }

  /** {@return the definition of the table} */
  public final TableSchema schema() {
    TableSchema parsed = schema;
    if (parsed == null) {
      parsed = TableSchema.parse(mapping.schema());
      schema = parsed; // a race parses twice and stores equal values
    }
    return parsed;
  }
}
