package orm.api.query;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Condition;
import orm.api.model.Table;

/**
 * An update that still lacks its predicate: {@link #where} or, for every row, {@link #all}.
 *
 * @param <E> the entity whose table is updated
 */
@ProviderType
@CheckReturnValue
public interface UpdateWithoutWhere<E> extends UpdateWithoutSet<E> {
  /**
   * Updates the rows for which every condition is true. A predicate that turns out to be always
   * true, such as an empty {@code and()}, is refused when it runs.
   *
   * @param first a condition
   * @param more more conditions
   * @return the complete update
   */
  FilteredMutation<E> where(Condition first, Condition... more);

  /**
   * Updates every row of the table.
   *
   * @return the complete update
   */
  FilteredMutation<E> all();

  @Override
  UpdateWithoutWhere<E> from(Table<?> table, Condition on);
}
