package orm.engine.execute;

import java.sql.PreparedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.engine.execute.RowExecutor.RowBinding;
import orm.engine.eyes.BindText;
import orm.engine.eyes.Bound;
import orm.engine.plan.ColumnModel;
import orm.spi.dialect.ValueCodec;

/** A row or a key that is bound, for those who look at it. */
final class BoundRow implements Bound {
  private final ValueCodec codec;
  private final List<ColumnModel> columns;
  private final int @Nullable [] positions;
  private final RowBinding binding;

  BoundRow(
      ValueCodec codec, List<ColumnModel> columns, int @Nullable [] positions, RowBinding binding) {
    this.codec = codec;
    this.columns = columns;
    this.positions = positions;
    this.binding = binding;
  }

  @Override
  public void bind(PreparedStatement statement) {
    binding.bind(new ColumnBinder(statement, codec, columns, positions));
  }

  @Override
  public void show(BindText out) {
    out.addRows(columns, positions, 1, (index, row) -> binding.bind(row));
  }
}
