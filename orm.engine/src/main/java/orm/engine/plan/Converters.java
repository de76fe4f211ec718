package orm.engine.plan;

import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
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
    for (TypeConverter<?, ?> converter : available) {
      if (converter.javaType().getName().equals(javaClass)) {
        return converter;
      }
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
    for (TypeConverter<?, ?> converter : available) {
      if (converter.javaType() == javaType) {
        return converter;
      }
    }
    return null;
  }

  /** The preferred converter that takes a value; null if there is none. */
  @Nullable
  TypeConverter<?, ?> findFor(Object value) {
    for (TypeConverter<?, ?> converter : available) {
      if (converter.javaType().isInstance(value)) {
        return converter;
      }
    }
    return null;
  }
}
