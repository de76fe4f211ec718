package orm.api.model;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Selectable;
import orm.api.expression.TreeVisitor;
import orm.spi.mapping.RowReader;

/**
 * The columns of a record that is embedded in an entity; generated classes add one field per
 * component.
 *
 * @param <S> the entity
 * @param <T> the embedded record
 */
public abstract class EmbeddedColumns<S, T> implements Selectable<T> {
  private final RowReader<T> reader;

  /**
   * Makes the columns.
   *
   * @param reader reads the embedded record
   */
  protected EmbeddedColumns(RowReader<T> reader) {
    this.reader = reader;
  }

  /** {@return the columns in the order in which they are read; implemented by generated code} */
  protected abstract List<Selectable<?>> parts();

  /**
   * Takes a record apart; implemented by generated code.
   *
   * @param value the record
   * @return the value of each of {@link #parts()}, null where it has none
   */
  protected abstract List<?> values(T value);

  /**
   * Pairs each column with its value, also those of records inside.
   *
   * @param value the record; null for one whose columns are all null
   * @param action takes a column and its value
   */
  @SuppressWarnings("unchecked") // generated code keeps parts and values in step
  public final void pair(
      @Nullable T value, BiConsumer<? super Column<S, ?>, ? super @Nullable Object> action) {
    List<Selectable<?>> parts = parts();
    List<?> values = value == null ? null : values(value);
    for (int i = 0; i < parts.size(); i++) {
      Object part = values == null ? null : values.get(i);
      if (parts.get(i) instanceof EmbeddedColumns<?, ?> inner) {
        ((EmbeddedColumns<S, Object>) inner).pair(part, action);
      } else {
        action.accept((Column<S, ?>) parts.get(i), part);
      }
    }
  }

  @Override
  public final RowReader<T> reader() {
    return reader;
  }

  @Override
  public final <V> V accept(TreeVisitor<V> visitor) {
    return visitor.row(parts(), reader);
  }
}
