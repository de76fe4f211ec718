package orm.api.query;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.annotation.CheckReturnValue;
import orm.api.expression.Condition;
import orm.api.model.EntityTable;
import orm.api.model.Table;

/**
 * A delete that still lacks its predicate: {@link #where} or, for every row, {@link #all}. Paths
 * such as {@code BOOK.author().country} may be used in conditions; they join by themselves.
 *
 * @param <E> the entity whose rows are deleted
 */
@ProviderType
@CheckReturnValue
public interface DeleteWithoutWhere<E> {
  /**
   * Begins a delete; called by engines.
   *
   * @param <E> the entity
   * @param runner runs it
   * @param table the table
   * @return the delete
   */
  static <E> DeleteWithoutWhere<E> on(Runner runner, EntityTable<E, ?> table) {
    return MutationValue.of(runner, MutationTree.Kind.DELETE, table);
  }

  /**
   * Uses the rows of another table too (delete … using). Rows without a partner are kept.
   *
   * @param table another table or the rows of a query
   * @param on which rows belong together
   * @return a delete with it
   */
  DeleteWithoutWhere<E> using(Table<?> table, Condition on);

  /**
   * Deletes the rows for which every condition is true. A predicate that turns out to be always
   * true, such as an empty {@code and()}, is refused when it runs.
   *
   * @param first a condition
   * @param more more conditions
   * @return the complete delete
   */
  FilteredMutation<E> where(Condition first, Condition... more);

  /**
   * Deletes every row of the table.
   *
   * @return the complete delete
   */
  FilteredMutation<E> all();
}
