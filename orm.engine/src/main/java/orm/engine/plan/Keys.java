package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import orm.api.model.Ref;

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
    WrittenColumns columns = new WrittenColumns();
    ref.writeKey(columns);
    List<Object> key = new ArrayList<>(columns.values().size());
    for (Object value : columns.values()) {
      if (value == null) {
        throw new IllegalArgumentException("a key has no null columns");
      }
      key.add(value);
    }
    return key;
  }
}
