package orm.spi.mapping;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the values of one row from left to right, one call per column in schema order.
 *
 * <p>The binder knows the schema, so it sends null with the right type and checks each value before
 * the database is asked: {@link orm.api.error.NotNullException} for null in a required column and
 * {@link orm.api.error.ValueException} for a value that the column cannot hold exactly.
 * {@code byte}, {@code short} and {@code float} widen to {@code int} and {@code double}; boxes and
 * every other type go through {@link #bind(Object)}. A binder belongs to one thread.
 */
@ProviderType
public interface Binder extends JsonConversion {
  /**
   * Takes the next column.
   *
   * @param value the value
   * @return this binder
   */
  Binder bind(boolean value);

  /**
   * Takes the next column.
   *
   * @param value the value
   * @return this binder
   */
  Binder bind(int value);

  /**
   * Takes the next column.
   *
   * @param value the value
   * @return this binder
   */
  Binder bind(long value);

  /**
   * Takes the next column.
   *
   * @param value the value
   * @return this binder
   */
  Binder bind(double value);

  /**
   * Takes the next column.
   *
   * @param value the text; null only for a nullable column
   * @return this binder
   */
  Binder bind(@Nullable String value);

  /**
   * Takes the next column: a box, decimal, date or time, UUID, byte array, enum constant, list,
   * JSON value, or a type with a converter.
   *
   * @param value the value; null only for a nullable column
   * @return this binder
   */
  Binder bind(@Nullable Object value);

  /**
   * Takes null for the next columns, those of an absent embedded record or of another subtype.
   *
   * @param columns how many columns, not negative
   * @return this binder
   */
  Binder bindNulls(int columns);
}
