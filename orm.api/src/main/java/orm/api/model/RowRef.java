package orm.api.model;

import orm.api.expression.Column;
import orm.spi.mapping.RowReader;

/**
 * The primary key of a table instance as a reference to its row; what {@code refersTo} compares
 * with. A plan knows it by its empty name.
 *
 * @param <T> the entity
 */
final class RowRef<T> extends Column<T, Ref<T>> {
  <K> RowRef(EntityTable<T, K> target) {
    super(target.source(), "", unreadable());
  }

  private static <T> RowReader<Ref<T>> unreadable() {
    return row -> {
      throw new IllegalStateException("the key of a row is an operand, not a result");
    };
  }
}
