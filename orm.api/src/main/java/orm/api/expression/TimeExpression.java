package orm.api.expression;

import java.time.temporal.Temporal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A date or a time.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface TimeExpression<T extends Temporal> extends ComparableExpression<T> {}
