package orm.api.query;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Condition;

/**
 * An update or delete whose rows were chosen, and may be narrowed further.
 *
 * @param <E> the entity whose table is written
 */
@ProviderType
@CheckReturnValue
public interface FilteredMutation<E> extends Mutation<E> {
  /**
   * Keeps only rows for which every condition is true besides.
   *
   * @param all the conditions; none at all changes nothing
   * @return a mutation with them
   */
  FilteredMutation<E> where(Condition... all);

  @Override
  FilteredMutation<E> expectRows(long rows);

  @Override
  FilteredMutation<E> timeout(Duration limit);

  @Override
  FilteredMutation<E> label(String label);

  @Override
  FilteredMutation<E> unscoped(String reason);
}
