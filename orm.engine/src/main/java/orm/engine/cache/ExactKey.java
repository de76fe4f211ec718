package orm.engine.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.engine.plan.WrittenColumns;
import orm.spi.mapping.EntityMapping;

/**
 * Keys that are equal in Java exactly if they are in the database: whole numbers, text, UUIDs, and
 * several of these. Their hash codes are the same in every process.
 */
final class ExactKey {
  private ExactKey() {}

  /** The value; null if it is of another kind. */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Long || value instanceof String || value instanceof UUID) {
      return value;
    }
    return value instanceof Integer || value instanceof Short || value instanceof Byte
        ? ((Number) value).longValue()
        : null;
  }

  /** The columns of a key; null if one of them is of another kind. */
  static <K> @Nullable Object of(EntityMapping<?, K> mapping, K key) {
    Object simple = of(key);
    if (simple != null) {
      return simple;
    }
    WrittenColumns columns = new WrittenColumns();
    mapping.writeKey(key, columns);
    List<Object> parts = new ArrayList<>(columns.values().size());
    for (Object value : columns.values()) {
      Object part = of(value);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
  }
}
