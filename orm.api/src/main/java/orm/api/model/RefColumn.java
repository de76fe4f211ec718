package orm.api.model;

import java.util.List;
import java.util.function.Function;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Condition;
import orm.api.expression.Source;
import orm.spi.mapping.RowReader;

/**
 * A reference from {@code S} to {@code T}, whose key is {@code K}; several columns where {@code K}
 * has several. Its {@link #name()} is the component that holds it.
 *
 * @param <S> the entity with the reference
 * @param <T> the entity that it leads to
 * @param <K> the key of {@code T}
 */
public final class RefColumn<S, T, K> extends Column<S, Ref<T>> {
  private final EntityTable<S, ?> owner;
  private final RowReader<K> key;

  /**
   * Makes a reference; called by generated code.
   *
   * @param owner the table instance that has the reference
   * @param component the component that holds it
   * @param key reads the key of the target; gives null for a null reference
   */
  public RefColumn(EntityTable<S, ?> owner, String component, RowReader<K> key) {
    super(owner.source(), component, reader(owner, component, key));
    this.owner = owner;
    this.key = key;
  }

  @SuppressWarnings("unchecked") // target(component) is the table of T by generation
  private static <T, K> RowReader<Ref<T>> reader(
      EntityTable<?, ?> owner, String component, RowReader<K> key) {
    return row -> ((EntityTable<T, K>) owner.target(component)).refOrNull(key.read(row));
  }

  /**
   * Leads to the row of a table instance: joins two instances by hand.
   *
   * @param target the instance
   * @return the condition
   */
  public Condition refersTo(EntityTable<T, K> target) {
    return eq(new RowRef<>(target));
  }

  /**
   * The bare key inside this reference, to compare it with key columns and to sort by it.
   *
   * @return the key
   * @throws IllegalStateException if the key has several columns
   */
  public ComparableColumn<S, K> key() {
    List<String> columns = owner
        .schema()
        .foreignKey(name())
        .orElseThrow(() -> new IllegalStateException(owner + " has no reference " + name()))
        .columns();
    if (columns.size() > 1) {
      throw new IllegalStateException(
          "the key of reference " + name() + " has several columns; compare it with refersTo");
    }
    return new ComparableColumn<>(source(), columns.get(0), key);
  }

  /**
   * Follows this reference; for generated paths.
   *
   * @return the instance that it leads to
   */
  public Source<T> path() {
    return source().reference(name());
  }

  /**
   * Returns the rows that refer to a table instance: {@code BOOK.author.inverse(AUTHOR,
   * Book_::new)}. What {@code AUTHOR.books()} is inside one bundle, this is across bundles.
   *
   * @param <A> the table with the reference
   * @param one the instance that is referred to
   * @param type makes the table, mostly {@code Book_::new}
   * @return the rows that refer to {@code one}
   */
  public <A extends Table<S>> A inverse(EntityTable<T, K> one, Function<Source<S>, A> type) {
    return type.apply(one.source().inverse(name()));
  }
}
