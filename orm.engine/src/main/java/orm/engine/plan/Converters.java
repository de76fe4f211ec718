package orm.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.spi.convert.TypeConverter;

/** The converters that were there at one time, the preferred one for each Java type. Immutable. */
public final class Converters {
  private final Map<String, TypeConverter<?, ?>> byJavaClass = new HashMap<>();

  /**
   * Makes a set.
   *
   * @param converters the converters, the preferred ones first
   */
  public Converters(List<TypeConverter<?, ?>> converters) {
    for (TypeConverter<?, ?> converter : converters) {
      byJavaClass.putIfAbsent(converter.javaType().getName(), converter);
    }
  }

  TypeConverter<?, ?> of(String javaClass, String entity, String component) {
    TypeConverter<?, ?> converter = byJavaClass.get(javaClass);
    if (converter == null) {
      throw new MappingException(
          Failure.of(ErrorCode.NO_CONVERTER, "Cannot map " + entity + "." + component)
              .because("there is no TypeConverter for " + javaClass)
              .fix("Register a TypeConverter service for it, or pass one to Orm.builder.")
              .at(entity, component));
    }
    return converter;
  }
}
