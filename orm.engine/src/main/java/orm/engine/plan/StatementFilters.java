package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.FilterException;
import orm.api.error.OrmException;
import orm.api.expression.Condition;
import orm.api.expression.Operator;
import orm.api.expression.Param;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.engine.filter.FilterSet;
import orm.engine.filter.FilterUse;
import orm.engine.filter.FilterValue;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.Scope.Instance;
import orm.spi.filter.FilteredTable;
import orm.spi.mapping.EntityMapping;

/**
 * The filters of one statement while it is planned: what they demand of each table, and which
 * values they give, numbered behind those of the statement. Used by one thread.
 */
public final class StatementFilters {
  /** Stands for the condition that a row was not deleted softly. */
  static final int DELETED = -1;

  private static final String SOFT_DELETE = "soft delete";

  private final FilterSet set;
  private final int firstSlot;
  private final boolean liftedAsWhole;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<FilterValue> values = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();

  /** The filters whose conditions are being planned; inside these they do not apply. */
  private final Set<Integer> underWay = new HashSet<>();

  /** The filter whose condition is being planned, the innermost one; -1 for none. */
  private int current = -1;

  private String entity = "";
  private boolean lifted;
  private boolean checked;

  /**
   * Begins a statement.
   *
   * @param set the filters
   * @param firstSlot the number of values that the statement has of its own
   * @param unscoped why nothing of the statement is filtered; null where it is
   */
  public StatementFilters(FilterSet set, int firstSlot, @Nullable String unscoped) {
    this.set = set;
    this.firstSlot = firstSlot;
    this.liftedAsWhole = set.isLifted() || unscoped != null;
    this.lifted = liftedAsWhole;
    if (unscoped != null) {
      reasons.add(unscoped);
    }
  }

  /** {@return what the statement uses, once it is planned} */
  public FilterUse use() {
    return names.isEmpty() && reasons.isEmpty() && !checked
        ? FilterUse.NONE
        : new FilterUse(List.copyOf(names), values, List.copyOf(reasons), checked);
  }

  // ---- Which queries are filtered

  boolean isLifted() {
    return lifted;
  }

  /** Plans a query, which may see everything; {@code unscoped} is why, or null. */
  <T> T within(@Nullable String unscoped, Supplier<T> planning) {
    if (unscoped == null) {
      return planning.get();
    }
    reasons.add(unscoped);
    return lifted(true, planning);
  }

  /** Plans a query that stands by itself, wherever it is met first. */
  <T> T apart(Supplier<T> planning) {
    return lifted(liftedAsWhole, planning);
  }

  private <T> T lifted(boolean all, Supplier<T> planning) {
    boolean before = lifted;
    lifted = all;
    try {
      return planning.get();
    } finally {
      lifted = before;
    }
  }

  /** {@return this, of a statement whose result ends with a check of the written row} */
  public StatementFilters checked() {
    checked = true;
    return this;
  }

  /** What the written row must satisfy; null where it is not checked. */
  @Nullable
  PlanNode check(List<FilterCondition> conditions) {
    if (!checked) {
      return null;
    }
    List<PlanNode> tests = TableGuard.tests(set, conditions).stream()
        .map(FilterCondition::condition)
        .toList();
    return tests.size() == 1 ? tests.get(0) : CallNode.condition(Operator.AND, tests);
  }

  // ---- Values of the filter whose condition is being planned

  boolean arePlanned() {
    return current >= 0;
  }

  /** Where the value of a parameter stands among those of the statement. */
  int slot(Param<?> parameter) {
    FilterValue wanted = new FilterValue(current, parameter, entity);
    for (int i = 0; i < values.size(); i++) {
      FilterValue known = values.get(i);
      if (known.filter() == current && known.parameter() == parameter) {
        return firstSlot + i;
      }
    }
    values.add(wanted);
    return firstSlot + values.size() - 1;
  }

  Object value(Param<?> parameter) {
    return set.value(new FilterValue(current, parameter, entity));
  }

  FilterException literal() {
    return unfit(
        "its condition has a value, which would stay the same for ever",
        "Use a parameter, and give its value in value(…).",
        null);
  }

  // ---- Conditions

  /** What must be true of the rows of an instance; {@code scope} is where it stands. */
  List<FilterCondition> on(
      Statement statement, Scope scope, Instance instance, EntityMapping<?, ?> mapping) {
    List<FilterCondition> found = new ArrayList<>();
    TableModel table = instance.table();
    Optional<ColumnSchema> deleted = table.schema().columnOf(Role.DELETED);
    if (deleted.isPresent() && !set.seesDeleted()) {
      names.add(SOFT_DELETE);
      found.add(new FilterCondition(
          DELETED,
          SOFT_DELETE,
          isThere(instance.column(table.column(deleted.get().name())))));
    }
    for (int i = 0; i < set.filters().size(); i++) {
      if (!underWay.contains(i)) {
        Condition condition =
            set.condition(i, new FilteredTable(table.entity(), table.schema(), mapping));
        if (condition != null) {
          names.add(set.name(i));
          Scope own = scope.beside(instance, mapping);
          found.add(new FilterCondition(
              i, set.name(i), planned(i, table.entity(), statement, own, condition)));
        }
      }
    }
    return found;
  }

  private static PlanNode isThere(ColumnNode deleted) {
    return deleted.type().kind() == ColumnType.Kind.BOOLEAN
        ? CallNode.condition(
            Operator.EQ, List.of(deleted, ValueNode.constant(deleted.type(), false)))
        : CallNode.condition(Operator.IS_NULL, List.of(deleted));
  }

  private PlanNode planned(
      int filter, String table, Statement statement, Scope scope, Condition condition) {
    int outer = current;
    String outerEntity = entity;
    current = filter;
    entity = table;
    underWay.add(filter);
    try {
      PlanNode node = new ExpressionPlanner(statement, scope).rowCondition(condition);
      if (!scope.tables().isEmpty()) {
        throw unfit(
            "its condition follows a path to another table",
            "Ask other tables by exists(…).",
            null);
      }
      return node;
    } catch (FilterException explained) {
      throw explained;
    } catch (OrmException unplanned) {
      throw unfit(
          "its condition cannot be planned, see the cause", "Correct the condition.", unplanned);
    } catch (IllegalArgumentException missing) { // the message names the column
      throw unfit(
          "its condition names what is not there: " + missing.getMessage(),
          "Correct the condition, or give none for this entity.",
          missing);
    } finally {
      underWay.remove(filter);
      current = outer;
      entity = outerEntity;
    }
  }

  private FilterException unfit(String why, String fix, @Nullable Throwable cause) {
    return new FilterException(
        Failure.of(ErrorCode.FILTER_FAILED, "Cannot filter " + entity + " by " + set.name(current))
            .because(why)
            .fix(fix)
            .at(entity, null)
            .cause(cause));
  }
}
