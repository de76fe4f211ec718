package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.engine.execute.RowExecutor.EachBinding;
import orm.engine.eyes.BindText;
import orm.engine.eyes.Bound;
import orm.engine.plan.ColumnModel;
import orm.spi.dialect.ValueCodec;

/** Many rows that are bound one after the other, or as arrays, for those who look at them. */
final class BoundRows<E> implements Bound {
  private final ValueCodec codec;
  private final List<ColumnModel> columns;
  private final int @Nullable [] positions;
  private final List<? extends E> rows;
  private final EachBinding<E> binding;
  private final boolean arrays;

  BoundRows(
      ValueCodec codec,
      List<ColumnModel> columns,
      int @Nullable [] positions,
      List<? extends E> rows,
      EachBinding<E> binding,
      boolean arrays) {
    this.codec = codec;
    this.columns = columns;
    this.positions = positions;
    this.rows = rows;
    this.binding = binding;
    this.arrays = arrays;
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    if (arrays) {
      bindArrays(statement, codec, columns, positions, rows, binding);
    } else {
      binding.bind(rows.get(0), new ColumnBinder(statement, codec, columns, positions));
    }
  }

  @Override
  public void show(BindText out) {
    out.addRows(
        columns, positions, rows.size(), (index, row) -> binding.bind(rows.get(index), row));
  }

  /** Binds the rows as one array for each column. */
  static <E> void bindArrays(
      PreparedStatement statement,
      ValueCodec codec,
      List<ColumnModel> columns,
      int @Nullable [] positions,
      List<? extends E> rows,
      EachBinding<E> binding)
      throws SQLException {
    ArrayCollector collector = new ArrayCollector(codec, columns, positions, rows.size());
    for (E row : rows) {
      binding.bind(row, collector.nextRow());
    }
    for (int i = 0; i < columns.size(); i++) {
      List<@Nullable Object> column = collector.column(i);
      if (column != null) {
        codec.setElements(
            statement, positions == null ? i + 1 : positions[i], columns.get(i).type(), column);
      }
    }
  }
}
