package orm.api.model;

import java.util.List;
import orm.api.expression.Column;
import orm.spi.mapping.Binder;

/**
 * A unique key of one component, declared with {@code @Unique}: usable for finding and as the
 * target of an upsert.
 *
 * @param <E> the entity
 * @param <K> the Java type of the component
 */
public final class UniqueKey<E, K> implements Key<E, K> {
  private final EntityTable<E, ?> table;
  private final Column<E, K> column;

  /**
   * Makes a key; called by generated code.
   *
   * @param table the table
   * @param column the unique column
   */
  public UniqueKey(EntityTable<E, ?> table, Column<E, K> column) {
    this.table = table;
    this.column = column;
  }

  @Override
  public EntityTable<E, ?> table() {
    return table;
  }

  /** {@return the unique column} */
  public Column<E, K> column() {
    return column;
  }

  @Override
  public List<String> keyColumns() {
    return table
        .schema()
        .foreignKey(column.name())
        .map(reference -> reference.columns())
        .orElseGet(() -> List.of(column.name()));
  }

  @Override
  public void writeKey(K value, Binder out) {
    if (value instanceof Ref<?> ref) {
      ref.writeKey(out);
    } else {
      out.bind((Object) value);
    }
  }
}
