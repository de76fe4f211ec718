package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.spi.mapping.Binder;

/** Collects what a row or a key writes, column by column. */
public final class WrittenColumns implements Binder {
  private final List<@Nullable Object> values = new ArrayList<>();

  /** {@return the values in the order of the columns} */
  public List<@Nullable Object> values() {
    return values;
  }

  /**
   * Returns the values of some columns.
   *
   * @param columns their positions, from 0
   * @return the values; null where one of them is null, which is equal to nothing
   */
  public @Nullable List<Object> of(int[] columns) {
    List<Object> found = new ArrayList<>(columns.length);
    for (int column : columns) {
      Object value = values.get(column);
      if (value == null) {
        return null;
      }
      found.add(value);
    }
    return found;
  }

  @Override
  public Binder bind(boolean value) {
    values.add(value);
    return this;
  }

  @Override
  public Binder bind(int value) {
    values.add(value);
    return this;
  }

  @Override
  public Binder bind(long value) {
    values.add(value);
    return this;
  }

  @Override
  public Binder bind(double value) {
    values.add(value);
    return this;
  }

  @Override
  public Binder bind(@Nullable String value) {
    values.add(value);
    return this;
  }

  @Override
  public Binder bind(@Nullable Object value) {
    values.add(value);
    return this;
  }

  /** Documents are no keys: nobody looks into them here. */
  @Override
  public Json toJson(Class<?> type, @Nullable Object value) {
    return Json.ofNull();
  }

  @Override
  public <T> @Nullable T fromJson(Class<T> type, Json json) {
    throw new UnsupportedOperationException("a binder reads nothing");
  }

  @Override
  public Binder bindNulls(int columns) {
    for (int i = 0; i < columns; i++) {
      values.add(null);
    }
    return this;
  }
}
