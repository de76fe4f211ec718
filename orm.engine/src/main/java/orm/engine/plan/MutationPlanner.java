package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.error.InvalidQueryException;
import orm.api.error.NotNullException;
import orm.api.expression.Selectable;
import orm.api.query.MutationTree;
import orm.api.query.Select;
import orm.spi.mapping.Stamp;

/**
 * Plans inserts, updates and deletes: conditions and values as {@link Planner} plans them, and what
 * a table demands of whoever writes to it. Immutable and safe for use by several threads.
 *
 * <p>The first values of a mutation are those of its stamp; the others are numbered in the order in
 * which {@link PlanKey} collects them: other tables, assignments or query, where, conflict, result.
 *
 * <p>Map: {@link MutationPlanning} takes the clauses of one statement in this order,
 * {@link AssignmentPlanner} decides what is stored in the columns, {@link MutationTarget} is the
 * table that is written.
 */
public final class MutationPlanner {
  /** The value that is the time of the write. */
  static final int NOW = 0;

  /** The value that is a new UUID. */
  static final int NEW_UUID = 1;

  /** The value that is who writes. */
  static final int ACTOR = 2;

  /** The number of values that belong to the stamp. */
  private static final int STAMPED = 3;

  private final Planner planner;

  /**
   * Makes a planner.
   *
   * @param planner plans conditions and values
   */
  public MutationPlanner(Planner planner) {
    this.planner = planner;
  }

  /**
   * Plans an insert, update or delete.
   *
   * @param tree what to do
   * @param returning what to read of each row; null for nothing
   * @param filters the filters that apply
   * @return the plan, the same for every mutation of this shape
   * @throws InvalidQueryException if it contradicts itself
   * @throws NotNullException if a required column would have no value
   */
  public MutationPlan plan(
      MutationTree<?> tree, @Nullable Selectable<?> returning, StatementFilters filters) {
    Select<?> select = tree.source();
    Statement statement = planner.newStatement(
        STAMPED, select == null ? Map.of() : select.tree().bindings(), filters);
    return new MutationPlanning(statement, tree).plan(returning);
  }

  /**
   * Begins the values of a mutation.
   *
   * @param stamp supplies time and keys
   * @param actor who writes; {@link Absent#VALUE} where nobody tells or the table does not keep it
   * @return a list with the values of the stamp, to which the others are added
   */
  public static List<Object> stampValues(Stamp stamp, Object actor) {
    List<Object> values = new ArrayList<>();
    values.add(stamp.now());
    values.add(stamp.newUuid());
    values.add(actor);
    return values;
  }
}
