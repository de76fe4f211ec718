package orm.spi.convert;

import org.osgi.annotation.versioning.ConsumerType;
import orm.api.schema.ColumnType;

/**
 * Keeps values of a Java type as values of a type that databases know. Stateless: one instance
 * serves all threads.
 *
 * <p>Null never reaches a converter: a null value is a null column. If a method throws, the
 * statement fails with a {@code MappingException} or {@code ValueException} that names converter
 * and column.
 *
 * @param <J> the Java type
 * @param <D> the stored type: the Java type that belongs to {@link #columnType()}, such as
 *     {@code String} for text, {@code Long} for bigint, {@code BigDecimal} for decimal
 */
@ConsumerType
public interface TypeConverter<J, D> {
  /** {@return the Java type that it converts, exactly this class} */
  Class<J> javaType();

  /** {@return the stored Java type} */
  Class<D> storedType();

  /** {@return the type of the column, not itself converted} */
  ColumnType columnType();

  /**
   * Converts for storing.
   *
   * @param value the value, not null
   * @return the stored form, not null
   */
  D toStored(J value);

  /**
   * Converts after reading.
   *
   * @param stored the stored form, not null
   * @return the value, not null
   */
  J fromStored(D stored);
}
