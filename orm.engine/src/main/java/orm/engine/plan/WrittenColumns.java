package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.Binder;

/** Collects what a row or a key writes, column by column. */
public final class WrittenColumns implements Binder {
  private final List<@Nullable Object> values = new ArrayList<>();

  /** {@return the values in the order of the columns} */
  public List<@Nullable Object> values() {
    return values;
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
