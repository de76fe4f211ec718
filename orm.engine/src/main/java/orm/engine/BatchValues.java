package orm.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ValueException;
import orm.api.schema.ColumnType;
import orm.engine.plan.BoundValue;
import orm.engine.plan.Converters;

/**
 * Gives the values of a batch one type for each parameter: the statement is prepared once, and null
 * has no type of its own.
 */
final class BatchValues {
  private final Map<String, BoundValue> common;
  private final Converters converters;
  private final Map<String, ColumnType> types = new HashMap<>();

  /**
   * Begins a batch.
   *
   * @param common the values of every row that does not give its own
   */
  BatchValues(Map<String, BoundValue> common, Converters converters) {
    this.common = common;
    this.converters = converters;
    common.forEach((name, value) -> types.put(name, value.type()));
  }

  List<Map<String, BoundValue>> of(List<? extends Map<String, ?>> rows) {
    List<Map<String, BoundValue>> typed = new ArrayList<>(rows.size());
    for (Map<String, ?> row : rows) {
      typed.add(row(row));
    }
    for (Map<String, BoundValue> row : typed) {
      row.replaceAll(this::unified);
    }
    return typed;
  }

  private Map<String, BoundValue> row(Map<String, ?> row) {
    Map<String, BoundValue> values = new LinkedHashMap<>(common);
    row.forEach((name, value) -> {
      if (value == null) {
        values.put(name, new BoundValue(name, ColumnType.text(0), null, false));
      } else {
        BoundValue bound = BoundValue.of(name, value, converters);
        types.merge(name, bound.type(), BatchValues::wider);
        values.put(name, bound);
      }
    });
    return values;
  }

  private static ColumnType wider(ColumnType known, ColumnType next) {
    return known.kind() == ColumnType.Kind.INT && next.kind() == ColumnType.Kind.BIGINT
        ? next
        : known;
  }

  private BoundValue unified(String name, BoundValue value) {
    ColumnType type = Optional.ofNullable(types.get(name)).orElse(value.type());
    Object stored = value.stored();
    if (stored == null || type.equals(value.type())) {
      return new BoundValue(name, type, stored, value.elements());
    }
    if (type.kind() == ColumnType.Kind.BIGINT && stored instanceof Integer small) {
      return new BoundValue(name, type, small.longValue(), false);
    }
    throw new ValueException(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot bind :" + name)
        .because("one row gives a value of type " + type + ", another one of " + value.type())
        .fix("Give values of one class in every row of a batch."));
  }
}
