package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.model.Ref;
import orm.spi.mapping.Binder;

/** Takes the keys inside references apart. */
public final class Keys {
  private Keys() {}

  /**
   * Returns the columns of the key inside a reference.
   *
   * @param ref the reference
   * @return the columns, in the order of the key
   */
  public static List<Object> of(Ref<?> ref) {
    KeyParts parts = new KeyParts();
    ref.writeKey(parts);
    return parts.values;
  }

  /** Collects the columns of a key. */
  private static final class KeyParts implements Binder {
    private final List<Object> values = new ArrayList<>();

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
      return bind((Object) value);
    }

    @Override
    public Binder bind(@Nullable Object value) {
      if (value == null) {
        throw new IllegalArgumentException("a key has no null columns");
      }
      values.add(value);
      return this;
    }

    @Override
    public Binder bindNulls(int columns) {
      throw new IllegalArgumentException("a key has no null columns");
    }
  }
}
