package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An aggregate that is a number.
 *
 * @param <N> the Java type
 */
@ProviderType
public interface NumberAggregate<N extends Number> extends NumberExpression<N>, Aggregate<N> {
  @Override
  default NumberAggregate<N> filter(Condition condition) {
    return Nodes.numberAggregate(Operator.FILTER, reader(), this, condition);
  }

  @Override
  default NumberExpression<N> over(Window window) {
    return Nodes.overNumber(this, window);
  }
}
