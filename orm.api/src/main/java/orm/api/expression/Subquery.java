package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A query used inside another one; every {@code Select} is a subquery.
 *
 * @param <T> what its rows hold
 */
@ProviderType
public interface Subquery<T> {}
