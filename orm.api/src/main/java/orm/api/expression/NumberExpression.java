package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A number.
 *
 * @param <N> the Java type
 */
@ProviderType
public interface NumberExpression<N extends Number> extends ComparableExpression<N> {}
