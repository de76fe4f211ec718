package orm.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/**
 * What a value of a query is: of a column, or computed.
 *
 * @param place the column that it comes from, for messages, or what computes it
 * @param type how it is stored
 * @param converter converts it; null where none is needed
 * @param disclosure who may see it, and what is compared with it
 */
public record ValueType(
    String place, ColumnType type, @Nullable TypeConverter<?, ?> converter, Disclosure disclosure) {
  /**
   * Describes a value that belongs to no column.
   *
   * @param place what computes it, for messages
   * @param type how it is stored
   * @param converter converts it; null where none is needed
   */
  public ValueType(String place, ColumnType type, @Nullable TypeConverter<?, ?> converter) {
    this(place, type, converter, Disclosure.UNKNOWN);
  }

  static ValueType of(ColumnModel column) {
    return new ValueType(
        column.place(), column.type(), column.converter(), Disclosure.of(column.schema()));
  }

  /** The same for what is made of other values: what hides one of them hides this. */
  ValueType madeOf(List<PlanNode> parts) {
    return new ValueType(place, type, converter, Disclosure.strictest(parts));
  }

  static ValueType computed(ColumnType type) {
    return new ValueType("a computed value", type, null);
  }

  /** The entity of the place; null where it is no column. */
  @Nullable
  String entity() {
    int dot = place.indexOf('.');
    return dot < 0 ? null : place.substring(0, dot);
  }

  /** The component of the place; null where it is no column. */
  @Nullable
  String component() {
    int dot = place.indexOf('.');
    return dot < 0 ? null : place.substring(dot + 1);
  }
}
