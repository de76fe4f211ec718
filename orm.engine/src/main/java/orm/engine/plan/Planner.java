package orm.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Param;
import orm.api.query.SelectTree;
import orm.api.schema.ColumnType;
import orm.engine.filter.FilterSet;
import orm.engine.filter.FilterUse;
import orm.spi.mapping.EntityMapping;

/**
 * Plans queries: resolves tables, joins and columns, gives each value the type of what it is
 * compared with, and refuses what contradicts itself. Immutable and safe for use by several
 * threads.
 *
 * <p>Values are numbered in the order in which {@link PlanKey} collects them: from, joins, where,
 * grouping, having, result, order, offset.
 *
 * <p>Map: {@link Planning} takes the clauses of one query in this order. It asks
 * {@link TablePlanner} what the query reads from, {@link ExpressionPlanner} what its conditions and
 * values are, which asks {@link OperatorPlanner} how operands fit together, and
 * {@link ResultPlanner} what it gives; {@link CombinedQuery} makes one plan of several.
 * {@link Scope} knows the tables that a query can see, {@link Statement} what all queries of one
 * statement share.
 */
public final class Planner {
  private final TableModels models;
  private final OperatorPlanner operators;
  private final int maxAliasBytes;

  /**
   * Makes a planner for one database.
   *
   * @param models the tables
   * @param ordered whether the database can compare and sort values of a type
   * @param maxAliasBytes the greatest length of a name
   */
  public Planner(TableModels models, Predicate<ColumnType> ordered, int maxAliasBytes) {
    this.models = models;
    this.operators = new OperatorPlanner(ordered);
    this.maxAliasBytes = maxAliasBytes;
  }

  /**
   * Plans a query.
   *
   * @param tree the query
   * @param filters the filters that apply
   * @return the plan, the same for every query of this shape
   * @throws orm.api.error.InvalidQueryException if the query contradicts itself
   * @throws UnsupportedQueryException if the database cannot answer it
   */
  public QueryPlan plan(SelectTree<?> tree, StatementFilters filters) {
    Statement statement = newStatement(0, tree.bindings(), filters);
    QueryPlan plan = new Planning(statement, statement.newScope(null)).plan(tree);
    return statement.complete(plan);
  }

  /**
   * Plans what filters demand of the rows of a table that statements name by its own name.
   *
   * @param mapping the mapping of its entity
   * @param set the filters
   * @return the guard
   */
  public TableGuard guard(EntityMapping<?, ?> mapping, FilterSet set) {
    StatementFilters filters = new StatementFilters(set, 0, null);
    TableModel table = models.of(mapping);
    if (filters.isLifted()) {
      return new TableGuard(table, set, List.of(), FilterUse.NONE);
    }
    Statement statement = newStatement(0, Map.of(), filters);
    Scope scope = statement.newScope(null);
    List<FilterCondition> conditions = filters.on(statement, scope, scope.named(table), mapping);
    return new TableGuard(table, set, conditions, filters.use());
  }

  /** Begins a statement whose values are numbered from {@code firstSlot}. */
  Statement newStatement(int firstSlot, Map<Param<?>, Object> bindings, StatementFilters filters) {
    return new Statement(models, operators, maxAliasBytes, firstSlot, bindings, filters);
  }

  static UnsupportedQueryException unsupported(String what, String why, String fix) {
    return new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, what).because(why).fix(fix));
  }
}
