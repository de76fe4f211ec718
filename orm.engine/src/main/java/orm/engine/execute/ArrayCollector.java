package orm.engine.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Documents;
import orm.engine.plan.StoredValue;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.Binder;

/** Collects rows column by column, to be sent as one array per column. */
final class ArrayCollector implements Binder {
  private final ValueCodec codec;
  private final List<ColumnModel> columns;
  private final List<@Nullable List<@Nullable Object>> values = new ArrayList<>();
  private int next;

  /**
   * Makes a collector.
   *
   * @param positions 0 for each column that is not sent; null to send all
   */
  ArrayCollector(
      ValueCodec codec, List<ColumnModel> columns, int @Nullable [] positions, int rows) {
    this.codec = codec;
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      values.add(positions == null || positions[i] > 0 ? new ArrayList<>(rows) : null);
    }
  }

  ArrayCollector nextRow() {
    next = 0;
    return this;
  }

  /** The values of a column; null for one that is not sent. */
  @Nullable
  List<@Nullable Object> column(int index) {
    return values.get(index);
  }

  @Override
  public Binder bind(boolean value) {
    return add(value);
  }

  @Override
  public Binder bind(int value) {
    return add(value);
  }

  @Override
  public Binder bind(long value) {
    return add(value);
  }

  @Override
  public Binder bind(double value) {
    return add(value);
  }

  @Override
  public Binder bind(@Nullable String value) {
    return add(value);
  }

  @Override
  public Binder bind(@Nullable Object value) {
    return add(value);
  }

  @Override
  public Json toJson(Class<?> type, @Nullable Object value) {
    ColumnModel column = columns.get(next); // the document is bound once it is made
    return Documents.of(column.place(), column.converter()).toJson(column.place(), type, value);
  }

  @Override
  public <T> @Nullable T fromJson(Class<T> type, Json json) {
    throw new UnsupportedOperationException("a binder reads nothing");
  }

  @Override
  public Binder bindNulls(int count) {
    for (int i = 0; i < count; i++) {
      add(null);
    }
    return this;
  }

  private Binder add(@Nullable Object value) {
    int index = next++;
    List<@Nullable Object> taken = values.get(index);
    if (taken != null) {
      ColumnModel column = columns.get(index);
      if (value == null) {
        if (column.schema().subtypes().isEmpty()) {
          Checks.requireNullable(column);
        }
        taken.add(null);
      } else {
        Object stored = StoredValue.of(column.place(), column.type(), column.converter(), value);
        Checks.check(column, codec, stored);
        taken.add(stored);
      }
    }
    return this;
  }
}
