package orm.spi.mapping;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves records of one entity between Java and the database: generated, straight-line, without
 * reflection.
 *
 * <p>A mapping is stateless and shared by all threads. Its identity stands for the entity: the
 * engine keys what it prepared for a table on the mapping object.
 *
 * @param <E> the entity
 * @param <K> its key: the type of the single key column, or a generated record of several
 */
@ConsumerType
public interface EntityMapping<E, K> extends RowReader<E> {
  /**
   * Reads every column in schema order.
   *
   * @param row a row that stands before the first column of this entity
   * @return a new record
   */
  @Override
  E read(Row row);

  /**
   * Binds every column in schema order.
   *
   * @param entity the record
   * @param out takes the values
   */
  void write(E entity, Binder out);

  /**
   * Completes a record before it is inserted: time stamps, keys made in Java, and the stored form
   * of every value.
   *
   * @param entity the record as the user made it
   * @param stamp supplies time and keys
   * @return the record as it will be stored, but for what the database generates
   */
  E beforeInsert(E entity, Stamp stamp);

  /**
   * Completes a record before it is updated.
   *
   * @param entity the record as the user made it
   * @param stamp supplies the time
   * @return the record as it will be stored, but for its version
   */
  E beforeUpdate(E entity, Stamp stamp);

  /**
   * Copies a record with the columns that the database generated on insert.
   *
   * @param entity the record that was inserted
   * @param row the generated columns, in schema order
   * @return the record as it is stored
   */
  E withGenerated(E entity, Row row);

  /**
   * Copies a record with the version that an update gave it.
   *
   * @param entity the record that was updated
   * @return the record with its version raised by one; the same record if the entity has no version
   */
  E withNextVersion(E entity);

  /**
   * Returns the key of a record.
   *
   * @param entity the record
   * @return the key; null before insert where the database generates it
   */
  @Nullable
  K key(E entity);

  /**
   * Binds the columns of a key in schema order.
   *
   * @param key the key
   * @param out takes the values
   */
  void writeKey(K key, Binder out);

  /**
   * Returns the definition of the table in the schema text format, see
   * {@code orm.api.schema.TableSchema#parse}.
   *
   * @return a constant
   */
  String schema();

  /**
   * Returns the content hash of {@link #schema()}: the first 16 hexadecimal digits of its SHA-256
   * over UTF-8.
   *
   * @return a constant
   */
  String schemaHash();

  /**
   * Tells how rows of the entity are kept in memory.
   *
   * @return a constant; null where they are not, which is the rule
   */
  default @Nullable Caching caching() {
    return null;
  }
}
