package orm.spi.mapping;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.json.Json;

/**
 * Brings values of types of the user's into JSON documents and back, each through its converter: in
 * the document stands what a column of its own would hold. Rows and binders are one, for the column
 * that they are at.
 */
@ProviderType
public interface JsonConversion {
  /**
   * Makes JSON of a value.
   *
   * @param type the Java class that its converter is for
   * @param value the value; null for JSON null
   * @return the JSON
   * @throws orm.api.error.MappingException if there is no converter
   * @throws orm.api.error.ValueException if the converter fails
   */
  Json toJson(Class<?> type, @Nullable Object value);

  /**
   * Makes a value of JSON.
   *
   * @param <T> the type
   * @param type the Java class that its converter is for
   * @param json the JSON
   * @return the value; null for JSON null
   * @throws orm.api.error.MappingException if there is no converter, it fails, or the JSON is of
   *     another kind than it stores
   */
  <T> @Nullable T fromJson(Class<T> type, Json json);
}
