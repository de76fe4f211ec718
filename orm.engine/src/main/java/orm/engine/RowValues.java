package orm.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.Binder;

/** Collects the values of a row, to look at some of them. */
final class RowValues implements Binder {
  private final List<@Nullable Object> values = new ArrayList<>();

  /** The values of some columns; null where one of them is null, which is equal to nothing. */
  @Nullable
  List<Object> of(int[] columns) {
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

  @Override
  public Binder bindNulls(int columns) {
    for (int i = 0; i < columns; i++) {
      values.add(null);
    }
    return this;
  }
}
