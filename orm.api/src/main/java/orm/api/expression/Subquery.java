package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;
import orm.spi.mapping.RowReader;

/**
 * A query used inside another one; every {@code Select} is a subquery.
 *
 * @param <T> what its rows hold
 */
@ProviderType
public interface Subquery<T> {
  /** {@return what makes a value of a row} */
  RowReader<T> reader();
}
