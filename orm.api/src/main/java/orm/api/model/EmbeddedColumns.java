package orm.api.model;

import java.util.List;
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

  @Override
  public final RowReader<T> reader() {
    return reader;
  }

  @Override
  public final <V> V accept(TreeVisitor<V> visitor) {
    return visitor.row(parts(), reader);
  }
}
