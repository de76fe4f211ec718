package orm.spi.mapping;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes one value from the next columns of a row.
 *
 * <p>A reader is stateless: one instance serves every row, statement and thread.
 *
 * @param <T> the type of the value
 */
@ConsumerType
@FunctionalInterface
public interface RowReader<T> {
  /**
   * Reads the value, moving {@code row} past the columns it consists of.
   *
   * @param row the current row, valid only during this call
   * @return the value; null only where every column of a nullable part is null
   */
  @Nullable
  T read(Row row);
}
