package orm.spi.convert;

import org.osgi.annotation.versioning.ConsumerType;
import orm.api.schema.ColumnType;

/**
 * Keeps values of a Java type as values of a type that databases know. Stateless: one instance
 * serves all threads.
 *
 * <p>It serves the components that are marked {@link orm.api.annotation.Converted}, alone or as the
 * elements of a list or array, and no others: so it may be for a type that the library knows as
 * well, or for an enum. In statements that are written as text it serves the classes that the
 * library does not know.
 *
 * <p>Null never reaches a converter: a null value is a null column. If a method throws or returns
 * null, the statement fails before anything is written, with a {@code ValueException} on the way in
 * and a {@code MappingException} on the way out, which name converter, entity and component.
 *
 * <p>As a service a converter may come and go while databases are open. Of several for one class
 * the one with the highest ranking is used. A statement that has begun with one ends with it.
 *
 * @param <J> the Java type
 * @param <D> the stored type: the Java type that belongs to {@link #columnType()}, which is
 *     {@code Boolean}, {@code Integer} for int and smallint, {@code Long} for bigint,
 *     {@code Double} for real and double, {@code BigDecimal}, {@code String} for text and enum,
 *     {@code byte[]}, {@code UUID}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime},
 *     {@code Instant}, {@code Duration}, {@code Json}, a class of {@code orm.api.type}, or
 *     {@code List} for a list
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
   * Tells whether stored values have the order of the Java values: then queries may compare columns
   * with {@code lt} and the like, sort by them, take the greatest, and page over them. What sorts
   * otherwise is refused when the query is planned.
   *
   * @return whether for any two values {@code a.compareTo(b)} has the sign of comparing what they
   *     are stored as; false by default
   */
  default boolean keepsOrder() {
    return false;
  }

  /**
   * Converts for storing. Equal values give equal stored forms, or else {@code eq} finds nothing.
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
