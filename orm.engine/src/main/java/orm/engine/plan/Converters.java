package orm.engine.plan;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.model.Ref;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Range;
import orm.spi.convert.TypeConverter;

/**
 * Finds the converter of a Java type among those that are there. Safe for use by several threads.
 */
public final class Converters {
  private final Iterable<TypeConverter<?, ?>> available;

  /**
   * Looks into a collection that may change; what was prepared with a converter keeps it.
   *
   * @param available the converters, the preferred ones first; safe to read while it changes
   */
  public Converters(Iterable<TypeConverter<?, ?>> available) {
    this.available = available;
  }

  TypeConverter<?, ?> of(String javaClass, String entity, String component) {
    TypeConverter<?, ?> converter = first(type -> type.getName().equals(javaClass));
    if (converter != null) {
      return converter;
    }
    throw new MappingException(
        Failure.of(ErrorCode.NO_CONVERTER, "Cannot map " + entity + "." + component)
            .because("there is no TypeConverter for " + javaClass)
            .fix("Register a TypeConverter service for it, or pass one to Orm.builder.")
            .at(entity, component));
  }

  /**
   * Finds the converter of a class.
   *
   * @param javaType the class
   * @return the preferred one; null if there is none
   */
  public @Nullable TypeConverter<?, ?> find(Class<?> javaType) {
    return first(type -> type == javaType);
  }

  /** The preferred converter that takes a value; null if there is none. */
  @Nullable
  TypeConverter<?, ?> findFor(Object value) {
    return first(type -> type.isInstance(value));
  }

  /** The preferred converter that takes a value of a class that is not known; null for others. */
  @Nullable
  TypeConverter<?, ?> findForUnknown(Object value) {
    boolean known = value instanceof Ref<?>
        || value instanceof Iterable<?>
        || value instanceof Range<?>
        || value instanceof Enum<?>
        || JavaTypes.of(value.getClass()).isPresent();
    return known ? null : findFor(value);
  }

  private @Nullable TypeConverter<?, ?> first(Predicate<Class<?>> wanted) {
    for (TypeConverter<?, ?> converter : available) {
      if (wanted.test(javaType(converter))) {
        return requireSound(converter);
      }
    }
    return null;
  }

  private static Class<?> javaType(TypeConverter<?, ?> converter) {
    Class<?> type;
    try {
      type = converter.javaType();
    } catch (RuntimeException | LinkageError failed) {
      throw new MappingException(
          unsound(converter, "its method javaType failed").cause(failed));
    }
    if (type == null) {
      throw new MappingException(unsound(converter, "its method javaType returned null"));
    }
    return type;
  }

  /** What a converter says of itself must fit together, before it is given values. */
  private static TypeConverter<?, ?> requireSound(TypeConverter<?, ?> converter) {
    ColumnType column;
    Class<?> stored;
    try {
      column = converter.columnType();
      stored = converter.storedType();
    } catch (RuntimeException | LinkageError failed) {
      throw new MappingException(
          unsound(converter, "its method columnType or storedType failed").cause(failed));
    }
    if (column == null || column.kind() == Kind.CONVERTED || holdsConverted(column)) {
      throw new MappingException(
          unsound(converter, "its columnType is " + column + ", which needs a converter itself")
              .fix("Return a type that columns have, such as ColumnType.text(0)."));
    }
    Class<?> wanted = JavaTypes.classOf(column.kind());
    if (stored != wanted) {
      throw new MappingException(unsound(
              converter,
              "its storedType is " + stored + ", and values of type " + column + " are "
                  + wanted.getName())
          .fix("Return " + wanted.getSimpleName() + ".class, or another columnType."));
    }
    return converter;
  }

  private static boolean holdsConverted(ColumnType type) {
    ColumnType element = type.element();
    return element != null && element.kind() == Kind.CONVERTED;
  }

  private static Failure unsound(TypeConverter<?, ?> converter, String why) {
    return Failure.of(
            ErrorCode.MAPPING_FAILED,
            "Cannot use converter " + converter.getClass().getName())
        .because(why);
  }
}
