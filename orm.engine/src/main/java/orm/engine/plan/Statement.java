package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Param;
import orm.api.expression.Source;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.CommonTable;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.spi.convert.TypeConverter;

/**
 * What all queries of one statement share while it is planned: the numbers of values, the values of
 * parameters, and the queries that are written once, before it. Used by one thread.
 */
final class Statement {
  private final TableModels models;
  private final OperatorPlanner operators;
  private final int maxAliasBytes;

  /** Shared with the statements for nested lists, which run with the same values. */
  private final int[] nextSlot;

  private final Map<Param<?>, Object> bindings;
  private final StatementFilters filters;
  private final List<CommonTable> common = new ArrayList<>();
  private final Map<String, Integer> commonNames = new HashMap<>();

  /** Where the rows of queries that are written once, or feed on themselves, are found. */
  private final Map<Source<?>, Rows> rows = new HashMap<>();

  private final Set<String> tableNames = new HashSet<>();

  /** The rows of a query under a name, with their columns by logical name. */
  record Rows(String name, Map<String, ColumnNode> columns) {}

  Statement(
      TableModels models,
      OperatorPlanner operators,
      int maxAliasBytes,
      int firstSlot,
      Map<Param<?>, Object> bindings,
      StatementFilters filters) {
    this(models, operators, maxAliasBytes, new int[] {firstSlot}, bindings, filters);
  }

  private Statement(
      TableModels models,
      OperatorPlanner operators,
      int maxAliasBytes,
      int[] nextSlot,
      Map<Param<?>, Object> bindings,
      StatementFilters filters) {
    this.models = models;
    this.operators = operators;
    this.maxAliasBytes = maxAliasBytes;
    this.nextSlot = nextSlot;
    this.bindings = bindings;
    this.filters = filters;
  }

  /** A statement of its own that runs with the values of this one. */
  Statement apart() {
    return new Statement(models, operators, maxAliasBytes, nextSlot, bindings, filters);
  }

  StatementFilters filters() {
    return filters;
  }

  OperatorPlanner operators() {
    return operators;
  }

  /** What a query inside {@code outer} can see; null for one that stands by itself. */
  Scope newScope(@Nullable Scope outer) {
    return new Scope(this, models, outer, maxAliasBytes);
  }

  /** The position of the next value. */
  int nextSlot() {
    if (filters.arePlanned()) {
      throw filters.literal();
    }
    return nextSlot[0]++;
  }

  /** The number of rows to leave out, which is a value; null where there are none. */
  @Nullable
  ValueNode offset(long rows) {
    return rows == 0 ? null : Operands.byClass(nextSlot(), rows);
  }

  /** What converts a value of a class that is not known; null for all others. */
  @Nullable
  TypeConverter<?, ?> converterOf(Object value) {
    return models.converters().findForUnknown(value);
  }

  /** What a fragment computes, which its user has said. */
  ValueType typeOfFragment(Class<?> type) {
    boolean known = type.isEnum() || JavaTypes.of(type).isPresent();
    TypeConverter<?, ?> converter = known ? null : models.converters().find(type);
    return new ValueType(
        "a fragment",
        converter == null ? Operands.typeOf(type) : converter.columnType(),
        converter);
  }

  Object valueOf(Param<?> parameter) {
    Object value = bindings.get(parameter);
    if (value == null) {
      throw PlanKey.unbound(parameter);
    }
    return value;
  }

  // ---- Queries with a name

  @Nullable
  Rows rows(Source<?> source) {
    return rows.get(source);
  }

  void name(Source<?> source, Rows named) {
    rows.put(source, named);
  }

  void writeBefore(CommonTable table) {
    common.add(table);
  }

  /** Two queries may have been given one name, and neither may hide the other. */
  String commonName(String wanted) {
    String name = Scope.shortened(wanted, maxAliasBytes - 4);
    int times = commonNames.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return times == 1 ? name : commonName(name + "_" + times);
  }

  /** Takes note of the tables that a query reads. */
  void reads(List<PlannedTable> tables) {
    for (PlannedTable table : tables) {
      if (table.relation() instanceof Relation.Named named && named.table()) {
        tableNames.add(named.name());
      }
    }
  }

  /** The outermost query, with the queries that are written before it. */
  QueryPlan complete(QueryPlan plan) {
    requireNoneHidden();
    return common.isEmpty() ? plan : plan.withCommon(common);
  }

  /** The queries that are written before a statement that writes to a table. */
  List<CommonTable> common(String target) {
    tableNames.add(target);
    requireNoneHidden();
    return List.copyOf(common);
  }

  private void requireNoneHidden() {
    for (CommonTable table : common) {
      if (tableNames.contains(table.name())) {
        throw Scope.invalid(
            "Cannot call a common table " + table.name(),
            "the query reads a table of this name, which would be hidden",
            "Give it another name.");
      }
    }
  }
}
