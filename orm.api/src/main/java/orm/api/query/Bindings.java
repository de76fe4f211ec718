package orm.api.query;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Param;

/**
 * The values of parameters. Immutable. A query has a handful of them, and each {@code bind} makes a
 * copy: so they are pairs in an array.
 */
final class Bindings extends AbstractMap<Param<?>, Object> {
  private static final Object[] NONE = {};

  private final Object[] pairs;

  private Bindings(Object[] pairs) {
    this.pairs = pairs;
  }

  /** The same values, and one more or another one. */
  static Bindings with(Map<Param<?>, Object> known, Param<?> parameter, Object value) {
    Object[] pairs = known instanceof Bindings bindings ? bindings.pairs : NONE;
    int at = 0;
    while (at < pairs.length && !pairs[at].equals(parameter)) {
      at += 2;
    }
    Object[] all = Arrays.copyOf(pairs, Math.max(pairs.length, at + 2));
    all[at] = parameter;
    all[at + 1] = value;
    return new Bindings(all);
  }

  @Override
  public @Nullable Object get(@Nullable Object parameter) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(parameter)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  @Override
  public Set<Entry<Param<?>, Object>> entrySet() {
    Map<Param<?>, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((Param<?>) pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(all).entrySet();
  }
}
