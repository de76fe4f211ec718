package orm.engine.plan;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.error.ValueException;
import orm.api.model.Ref;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Range;
import orm.spi.convert.TypeConverter;

/**
 * The value of a parameter in a statement that was written as text, where its class alone tells the
 * type.
 *
 * @param name the name of the parameter, for messages
 * @param type the type to send it as, or that of its elements
 * @param stored the value as dialects take it; null for null
 * @param elements whether it is a list to look into, sent as one parameter
 */
public record BoundValue(
    String name, ColumnType type, @Nullable Object stored, boolean elements) {

  /**
   * Takes a value.
   *
   * @param name the parameter
   * @param value the value
   * @param converters the converters that are there
   * @return the value
   * @throws ValueException if it does not belong to its type
   * @throws MappingException if nothing converts it
   */
  public static BoundValue of(String name, Object value, Converters converters) {
    Typed typed = typed(name, value, converters);
    return new BoundValue(name, typed.type(), typed.stored(name, value), false);
  }

  /**
   * Takes null.
   *
   * @param name the parameter
   * @param javaType the class that the value would have
   * @param converters the converters that are there
   * @return null of that type
   * @throws MappingException if nothing converts such values
   */
  public static BoundValue ofNull(String name, Class<?> javaType, Converters converters) {
    Optional<ColumnType> own = JavaTypes.of(javaType);
    if (own.isPresent()) {
      return new BoundValue(name, own.get(), null, false);
    }
    if (Collection.class.isAssignableFrom(javaType)) {
      return new BoundValue(name, ColumnType.list(ColumnType.text(0)), null, false);
    }
    TypeConverter<?, ?> converter = converters.find(javaType);
    if (converter == null) {
      throw noConverter(name, javaType);
    }
    return new BoundValue(name, converter.columnType(), null, false);
  }

  /**
   * Takes a list to look into.
   *
   * @param name the parameter
   * @param values values of one class
   * @param converters the converters that are there
   * @return the list
   * @throws ValueException if the values are of several types
   * @throws MappingException if nothing converts them
   */
  public static BoundValue ofElements(String name, List<?> values, Converters converters) {
    if (values.isEmpty()) {
      return new BoundValue(name, ColumnType.text(0), List.of(), true);
    }
    Typed first = typed(name, values.get(0), converters);
    for (Object value : values) {
      // int and long meet in long; nothing else is widened
      if (first.type().kind() == Kind.INT && value instanceof Long) {
        first = new Typed(ColumnType.of(Kind.BIGINT), null);
        break;
      }
    }
    Typed common = first;
    return new BoundValue(
        name,
        common.type(),
        values.stream().map(value -> common.stored(name, value)).toList(),
        true);
  }

  /** What a class of values becomes. */
  private record Typed(ColumnType type, @Nullable TypeConverter<?, ?> converter) {
    Object stored(String name, Object value) {
      return StoredValue.of(place(name), type, converter, plain(name, value));
    }
  }

  private static Typed typed(String name, Object given, Converters converters) {
    Object value = plain(name, given);
    Optional<ColumnType> own = JavaTypes.of(value.getClass());
    if (own.isPresent()) {
      return new Typed(own.get(), null);
    }
    if (value instanceof List<?> list) {
      return listType(name, list, converters);
    }
    if (value instanceof Range<?> range) {
      return new Typed(JavaTypes.ofRange(range), null);
    }
    TypeConverter<?, ?> converter = converters.findFor(value);
    if (converter == null) {
      throw noConverter(name, value.getClass());
    }
    return new Typed(converter.columnType(), converter);
  }

  /** A reference is its key; the name of an enum constant is its text. */
  private static Object plain(String name, Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (!(value instanceof Ref<?> ref)) {
      return value;
    }
    List<Object> key = Keys.of(ref);
    if (key.size() != 1) {
      throw new ValueException(Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot bind :" + name)
          .because("a reference of " + key.size() + " columns is no single value")
          .fix("Bind each part of its key to a parameter of its own."));
    }
    return key.get(0);
  }

  private static Typed listType(String name, List<?> list, Converters converters) {
    Object first = list.isEmpty() ? "" : Objects.requireNonNull(list.get(0));
    Optional<ColumnType> element = JavaTypes.of(first.getClass());
    if (element.isPresent()) {
      return new Typed(ColumnType.list(element.get()), null);
    }
    if (first instanceof Range<?> range) {
      return new Typed(ColumnType.list(JavaTypes.ofRange(range)), null);
    }
    TypeConverter<?, ?> converter = first instanceof List<?> ? null : converters.findFor(first);
    if (converter == null) {
      throw new ValueException(
          Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot bind :" + name)
              .because("a list in a column holds no " + first.getClass().getName())
              .fix(
                  "Bind a list of values that the manual lists, or register a TypeConverter for them."));
    }
    return new Typed(ColumnType.list(converter.columnType()), converter);
  }

  private static MappingException noConverter(String name, Class<?> type) {
    return new MappingException(Failure.of(ErrorCode.NO_CONVERTER, "Cannot bind :" + name)
        .because("there is no TypeConverter for " + type.getName())
        .fix("Bind a value of a type that the manual lists, or register a TypeConverter for it."));
  }

  private static String place(String name) {
    return "parameter :" + name;
  }
}
