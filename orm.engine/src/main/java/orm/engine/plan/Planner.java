package orm.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.model.Ref;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.query.SelectTree.Join.How;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.FragmentNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.OverNode;
import orm.engine.plan.PlanNode.RescaledNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.UnlimitedNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.QueryPlan.CommonTable;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.engine.plan.QueryPlan.SortKey;
import orm.engine.plan.Scope.Instance;
import orm.spi.mapping.RowReader;

/**
 * Plans queries: resolves tables, joins and columns, gives each value the type of what it is
 * compared with, and refuses what contradicts itself. Immutable and safe for use by several
 * threads.
 *
 * <p>Values are numbered in the order in which {@link PlanKey} collects them: from, joins, where,
 * grouping, having, result, order, offset.
 */
public final class Planner {
  private final TableModels models;
  private final Predicate<ColumnType> ordered;
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
    this.ordered = ordered;
    this.maxAliasBytes = maxAliasBytes;
  }

  /**
   * Plans a query.
   *
   * @param tree the query
   * @return the plan, the same for every query of this shape
   * @throws orm.api.error.InvalidQueryException if the query contradicts itself
   * @throws UnsupportedQueryException if the database cannot answer it
   */
  public QueryPlan plan(SelectTree<?> tree) {
    Statement statement = new Statement(new int[1], tree.bindings());
    QueryPlan plan = new Planning(newScope(null), statement).plan(tree);
    return statement.complete(plan);
  }

  /** Whether the values among the arguments take the type of what they are compared with. */
  static boolean compares(Operator operator) {
    return operator.compareTo(Operator.NOT_IN) <= 0 || operator == Operator.DISTINCT_FROM;
  }

  Scope newScope(@Nullable Scope outer) {
    return new Scope(models, outer, maxAliasBytes);
  }

  boolean isOrdered(ColumnType type) {
    return ordered.test(type);
  }

  /** What the parts of one statement share. */
  static final class Statement {
    private final int[] nextSlot;
    private final Map<Param<?>, Object> bindings;
    private final List<CommonTable> common = new ArrayList<>();

    /** Where the rows of queries that are written once, or feed on themselves, are found. */
    private final Map<Source<?>, Rows> rows = new HashMap<>();

    private final Set<String> tableNames = new HashSet<>();

    private final Map<String, Integer> commonNames = new HashMap<>();

    Statement(int[] nextSlot, Map<Param<?>, Object> bindings) {
      this.nextSlot = nextSlot;
      this.bindings = bindings;
    }

    /** The queries that are written before a statement that writes to a table. */
    List<CommonTable> common(String target) {
      tableNames.add(target);
      requireNoneHidden();
      return List.copyOf(common);
    }

    /** A statement of its own that runs with the values of this one. */
    Statement apart() {
      return new Statement(nextSlot, bindings);
    }

    /** Two queries may have been given one name, and neither may hide the other. */
    String commonName(String wanted, int maxBytes) {
      String name = Scope.shortened(wanted, maxBytes - 4);
      int times = commonNames.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
      return times == 1 ? name : commonName(name + "_" + times, maxBytes);
    }

    QueryPlan complete(QueryPlan plan) {
      requireNoneHidden();
      return common.isEmpty() ? plan : plan.withCommon(List.copyOf(common));
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

  /** The rows of a query under a name. */
  private record Rows(String name, Map<String, ColumnNode> columns) {}

  /** What an expression turned out to be while its neighbours are not known yet. */
  sealed interface Operand {}

  /** One column, or the several of a composite reference. */
  record ColumnsOperand(List<ColumnNode> columns) implements Operand {}

  record ValueOperand(int slot, Object value) implements Operand {}

  record NodeOperand(PlanNode node) implements Operand {}

  /** Plans one query; a subquery has a planning of its own that shares the numbers of values. */
  final class Planning implements TreeVisitor<Operand> {
    private final Scope scope;
    private final Statement statement;
    private final List<QueryPlan.Nested> nested = new ArrayList<>();
    private final Map<Integer, Integer> optionalWidths = new HashMap<>();

    /** Where this combines queries: what planned the first one that combines none. */
    private @Nullable Planning first;

    /** What the query groups by, by its shape with its values. */
    private Map<List<Object>, PlanNode> grouped = Map.of();

    /** Whether values are written into the text. */
    private boolean literal;

    /** Plans what a query gives instead of its own result: the values of an insert. */
    private @Nullable Function<Planning, List<PlanNode>> values;

    /** Whether there is a row that could not be inserted. */
    private boolean conflicting;

    Planning(Scope scope, Statement statement) {
      this.scope = scope;
      this.statement = statement;
    }

    QueryPlan plan(SelectTree<?> tree) {
      if (!tree.parts().isEmpty()) {
        return combined(tree);
      }
      return plan(tree, List.of(), null);
    }

    /** Begins with the tables. */
    private QueryPlan plan(SelectTree<?> tree, List<PlanNode> keys, @Nullable Source<?> apartFrom) {
      Source<?> from = tree.from().source();
      List<PlanNode> where = new ArrayList<>();
      List<PlanNode> result = new ArrayList<>(keys);
      if (apartFrom != null) {
        result.addAll(scope.beginApart(from));
      } else if (from.query() != null) {
        addRows(from, null);
      } else {
        for (QueryPlan.Pair tie : scope.begin(from)) {
          where.add(CallNode.condition(Operator.EQ, List.of(tie.right(), tie.left())));
        }
      }
      int keyColumns = result.size();
      subtype(from).ifPresent(where::add);
      tree.joins().forEach(this::join);
      for (Condition condition : tree.where()) {
        PlanNode node = condition(condition);
        Grouped.requireNoAggregate(node);
        where.add(node);
      }
      QueryPlan.Grouping grouping = grouping(tree, result);
      List<PlanNode> having = new ArrayList<>();
      for (Condition condition : tree.having()) {
        having.add(condition(condition));
      }
      result(tree, result);
      QueryPlan.Distinct distinct = distinct(tree);
      List<SortKey> orderBy = sortKeys(tree.orderBy());
      if (apartFrom != null
          && grouping == null
          && result.stream().anyMatch(Grouped::hasAggregate)) {
        throw unsupported(
            "Cannot nest a list of aggregates",
            "without groups it has one value, and where there are no rows it would have none",
            "Select scalar(…) or scalarNumber(…) of the query instead of many(…).");
      }
      Grouped.check(grouping, having, result.subList(keyColumns, result.size()), orderBy);
      requireSelected(distinct, result, orderBy);
      boolean limited = tree.limit() < Long.MAX_VALUE || tree.offset() > 0;
      QueryPlan.Ranked ranked = apartFrom != null && limited
          ? new QueryPlan.Ranked(
              List.copyOf(result.subList(0, keyColumns)), tree.offset(), tree.limit())
          : null;
      ValueNode offset = offset(tree, ranked != null);
      for (PlannedTable table : scope.tables()) {
        if (table.relation() instanceof Relation.Named named && named.table()) {
          statement.tableNames.add(named.name());
        }
      }
      return new QueryPlan(
          List.of(),
          scope.tables(),
          List.copyOf(result),
          distinct,
          List.copyOf(where),
          grouping,
          List.copyOf(having),
          List.of(),
          orderBy,
          ranked == null ? tree.limit() : Long.MAX_VALUE,
          offset,
          ranked,
          tree.lock(),
          List.copyOf(nested),
          Map.copyOf(optionalWidths));
    }

    private void result(SelectTree<?> tree, List<PlanNode> result) {
      if (values == null) {
        tree.result().accept(new Results(result));
      } else {
        result.addAll(values.apply(this));
      }
    }

    /** Plans a query that gives other values than it says. */
    QueryPlan plan(SelectTree<?> tree, Function<Planning, List<PlanNode>> other) {
      values = other;
      return plan(tree);
    }

    /** Sees the row that could not be inserted. */
    Planning conflicting() {
      conflicting = true;
      return this;
    }

    /** The columns of a result, on their own. */
    List<PlanNode> result(Selectable<?> result) {
      List<PlanNode> columns = new ArrayList<>();
      result.accept(new Results(columns));
      if (!nested.isEmpty()) {
        throw unsupported(
            "Cannot return nested lists",
            "what is written has no lists",
            "Return the keys, and read the lists by a query.");
      }
      return List.copyOf(columns);
    }

    Map<Integer, Integer> optionalWidths() {
      return Map.copyOf(optionalWidths);
    }

    Scope scope() {
      return scope;
    }

    private @Nullable ValueNode offset(SelectTree<?> tree, boolean ranked) {
      if (tree.offset() == 0) {
        return null;
      }
      ValueNode offset = Operands.byClass(statement.nextSlot[0]++, tree.offset());
      return ranked ? null : offset;
    }

    // ---- Several queries in one

    private QueryPlan combined(SelectTree<?> tree) {
      List<QueryPlan.Part> parts = new ArrayList<>();
      Planning first = null;
      for (SelectTree.Part part : tree.parts()) {
        Planning planning = new Planning(newScope(scope.outer()), statement);
        first = first == null ? planning : first;
        QueryPlan plan = planning.plan(part.tree());
        parts.add(new QueryPlan.Part(part.kind(), plan));
        requireSame(parts.get(0).plan(), plan);
      }
      return combined(tree, parts, Objects.requireNonNull(first));
    }

    /** Sort keys are columns of the first part's result. */
    private QueryPlan combined(SelectTree<?> tree, List<QueryPlan.Part> parts, Planning first) {
      this.first = first.first == null ? first : first.first;
      QueryPlan head = parts.get(0).plan();
      QueryPlan named = head; // where the first part is combined itself, its first part has tables
      while (!named.parts().isEmpty()) {
        named = named.parts().get(0).plan();
      }
      String alias = scope.alias("combined");
      List<PlanNode> result = new ArrayList<>();
      for (int i = 0; i < head.result().size(); i++) {
        result.add(new ColumnNode(alias, columnName(i), head.result().get(i).value(), true));
      }
      List<SortKey> orderBy = new ArrayList<>();
      for (SortKey key : this.first.sortKeys(tree.orderBy())) {
        int index = named.result().indexOf(key.by());
        if (index < 0) {
          throw Scope.invalid(
              "Cannot sort combined queries by " + key.by().value().place(),
              "it is not in their result",
              "Select it in the first query, or make the whole a table with asTable.");
        }
        orderBy.add(new SortKey(result.get(index), key.descending(), key.nulls()));
      }
      return new QueryPlan(
          List.of(),
          List.of(),
          result,
          null,
          List.of(),
          null,
          List.of(),
          List.copyOf(parts),
          List.copyOf(orderBy),
          tree.limit(),
          offset(tree, false),
          null,
          null,
          List.of(),
          head.optionalWidths());
    }

    private static void requireSame(QueryPlan first, QueryPlan other) {
      if (!other.nested().isEmpty()) {
        throw unsupported(
            "Cannot combine queries with nested lists",
            "rows with lists are not compared",
            "Combine the rows first, make them a table with asTable, and nest lists there.");
      }
      if (first.result().size() != other.result().size()) {
        throw Scope.invalid(
            "Cannot combine queries",
            "one gives " + first.result().size() + " columns, the other "
                + other.result().size(),
            "Select the same columns in both.");
      }
      for (int i = 0; i < first.result().size(); i++) {
        PlanNode left = first.result().get(i);
        PlanNode right = other.result().get(i);
        if (left.type().kind() != right.type().kind()
            || left.type().scale() != right.type().scale()) {
          throw Scope.invalid(
              "Cannot combine queries",
              "column " + (i + 1) + " is " + left.type() + " in one ("
                  + left.value().place() + ") and " + right.type() + " in the other ("
                  + right.value().place() + ")",
              "Bring both to one type.");
        }
      }
    }

    // ---- Tables

    void join(SelectTree.Join join) {
      Source<?> source = join.table().source();
      Condition on = join.on();
      if (source.query() != null) {
        joinRows(join, source);
        return;
      }
      if (on == null && join.how() != How.CROSS) {
        scope.joinPath(source, join.how());
        return;
      }
      if (source.parent() != null && source.kind() != Source.Kind.SUBTYPE) {
        throw Scope.invalid(
            "Cannot join path " + source + " with a condition",
            "the path is its condition already",
            "Join it without one and put the rest into where(…), or use as(…) for a join by hand.");
      }
      Instance instance = scope.newInstance(Scope.rows(source), false);
      scope.register(source, instance);
      finishJoin(join, instance, new Relation.Named(instance.table().name(), true));
    }

    private void joinRows(SelectTree.Join join, Source<?> source) {
      Relation relation = relation(source, join.lateral() ? scope : null);
      Instance instance = scope.rowsInstance(source, columns(source, relation));
      scope.register(source, instance);
      finishJoin(join, instance, relation);
    }

    private void finishJoin(SelectTree.Join join, Instance instance, Relation relation) {
      PlanNode condition = null;
      Condition on = join.on();
      if (on != null) {
        scope.joining(instance);
        condition = condition(on);
        Grouped.requireNoAggregate(condition);
        scope.joining(null);
      }
      switch (join.how()) {
        case LEFT -> Scope.makeOptional(instance);
        case FULL -> scope.allOptional();
        case RIGHT -> {
          scope.allOptional();
          Scope.makeRequired(instance);
        }
        default -> {}
      }
      Relation narrowed = relation;
      scope.add(new PlannedTable(
          instance.alias(),
          narrowed,
          new QueryPlan.Join(join.how(), List.of(), condition, join.lateral())));
    }

    private void addRows(Source<?> source, @Nullable Scope around) {
      Relation relation = relation(source, around == null ? scope.outer() : around);
      scope.addRows(source, relation, columns(source, relation));
    }

    /** The columns of the rows of a query, by their logical names. */
    private Map<String, ColumnNode> columns(Source<?> source, Relation relation) {
      Rows known = statement.rows.get(source);
      if (known != null) {
        return known.columns();
      }
      if (relation instanceof Relation.Derived derived) {
        return columns(source, derived.plan());
      }
      throw Scope.invalid(
          "Cannot read " + source,
          "it is the last step of a recursive query",
          "Use it inside the step that recursive(…) is given.");
    }

    private Map<String, ColumnNode> columns(Source<?> source, QueryPlan plan) {
      List<String> names = names(source);
      if (names.size() != plan.result().size()) {
        throw Scope.invalid(
            "Cannot read query " + source + " as a table",
            "the table has " + names.size() + " columns, the query gives "
                + plan.result().size(),
            "Select exactly the parts of the row, as the generated row(…) does.");
      }
      List<String> logical = source.isEntity()
          ? scope.table(source).columns().stream().map(c -> c.schema().name()).toList()
          : names;
      Map<String, ColumnNode> columns = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        PlanNode result = plan.result().get(i);
        columns.put(
            logical.get(i), new ColumnNode("", names.get(i), result.value(), result.nullable()));
      }
      return columns;
    }

    /** The names that the columns of the rows of a query have in SQL. */
    private List<String> names(Source<?> source) {
      return source.isEntity()
          ? scope.table(source).columns().stream().map(ColumnModel::name).toList()
          : source.columns();
    }

    private Relation relation(Source<?> source, @Nullable Scope around) {
      SelectTree<?> tree = ((Select<?>) Objects.requireNonNull(source.query())).tree();
      Rows known = statement.rows.get(source);
      if (known != null) {
        return new Relation.Named(known.name(), false);
      }
      return switch (source.kind()) {
        case COMMON -> new Relation.Named(common(source, tree).name(), false);
        case RECURSIVE -> new Relation.Named(String.valueOf(source.name()), false);
        default -> {
          QueryPlan plan = new Planning(newScope(around), statement).plan(tree);
          requireFlat(plan, source);
          yield new Relation.Derived(plan, names(source));
        }
      };
    }

    private static void requireFlat(QueryPlan plan, Source<?> source) {
      if (!plan.nested().isEmpty()) {
        throw unsupported(
            "Cannot read query " + source + " as a table",
            "its rows hold lists",
            "Nest the lists in the outermost query.");
      }
    }

    /** Plans a query that is written before the statement. */
    private Rows common(Source<?> source, SelectTree<?> tree) {
      String name = statement.commonName(String.valueOf(source.name()), maxAliasBytes);
      Source<?> recursion = source.parent();
      QueryPlan plan;
      if (recursion == null) {
        plan = new Planning(newScope(null), statement).plan(tree);
      } else {
        plan = recursive(name, recursion, tree);
      }
      requireFlat(plan, source);
      Rows rows = new Rows(name, columns(source, plan));
      statement.rows.put(source, rows);
      statement.common.add(new CommonTable(name, names(source), plan, recursion != null));
      return rows;
    }

    private QueryPlan recursive(String name, Source<?> recursion, SelectTree<?> tree) {
      List<QueryPlan.Part> parts = new ArrayList<>();
      int last = tree.parts().size() - 1;
      Planning planning = new Planning(newScope(null), statement);
      Planning first = planning;
      for (int i = 0; i <= last; i++) {
        if (i == last) {
          statement.rows.put(
              recursion, new Rows(name, columns(recursion, parts.get(0).plan())));
        }
        SelectTree.Part part = tree.parts().get(i);
        QueryPlan plan = planning.plan(part.tree());
        parts.add(new QueryPlan.Part(part.kind(), i < last ? withoutLengths(plan) : plan));
        requireSame(parts.get(0).plan(), plan);
        planning = new Planning(newScope(null), statement);
      }
      return combined(tree, parts, first);
    }

    /** A step computes values without the lengths that columns have. */
    private static QueryPlan withoutLengths(QueryPlan plan) {
      if (!plan.parts().isEmpty()) {
        return plan;
      }
      List<PlanNode> result = new ArrayList<>();
      for (PlanNode node : plan.result()) {
        result.add(node instanceof ValueNode ? node : new UnlimitedNode(node));
      }
      return plan.withResult(List.copyOf(result));
    }

    /** A table of one subtype reads its rows only. */
    Optional<PlanNode> subtype(Source<?> from) {
      if (from.kind() != Source.Kind.SUBTYPE) {
        return Optional.empty();
      }
      Instance rows = scope.instance(from);
      String discriminator = String.valueOf(rows.table().schema().discriminator());
      ColumnNode column = rows.column(discriminator);
      return Optional.of(CallNode.condition(
          Operator.EQ,
          List.of(column, ValueNode.constant(column.type(), String.valueOf(from.name())))));
    }

    // ---- Groups and order

    /** The keys of lists, which every list has one of, are grouped by too. */
    private QueryPlan.@Nullable Grouping grouping(SelectTree<?> tree, List<PlanNode> keys) {
      SelectTree.Grouping grouping = tree.grouping();
      if (grouping == null) {
        return null;
      }
      literal = true;
      List<List<PlanNode>> sets = new ArrayList<>();
      Map<List<Object>, PlanNode> byShape = new HashMap<>();
      List<List<Object>> shapes = PlanKey.signatures(tree);
      int shape = 0;
      for (List<Expression<?>> set : grouping.sets()) {
        List<PlanNode> nodes = new ArrayList<>(keys);
        for (Expression<?> by : set) {
          if (by instanceof Column<?, ?> column) {
            nodes.addAll(columns(column));
          } else {
            PlanNode node = condition(by);
            Grouped.requireNoAggregate(node);
            nodes.add(node);
            byShape.put(shapes.get(shape++), node);
          }
        }
        sets.add(List.copyOf(nodes));
      }
      literal = false;
      grouped = byShape;
      return new QueryPlan.Grouping(List.copyOf(sets), grouping.several());
    }

    private QueryPlan.@Nullable Distinct distinct(SelectTree<?> tree) {
      SelectTree.Distinct distinct = tree.distinct();
      if (distinct == null) {
        return null;
      }
      List<PlanNode> on = new ArrayList<>();
      for (Expression<?> expression : distinct.on()) {
        if (expression instanceof Column<?, ?> column) {
          on.addAll(columns(column));
        } else {
          on.add(condition(expression));
        }
      }
      return new QueryPlan.Distinct(List.copyOf(on));
    }

    private static void requireSelected(
        QueryPlan.@Nullable Distinct distinct, List<PlanNode> result, List<SortKey> orderBy) {
      if (distinct == null) {
        return;
      }
      if (!distinct.on().isEmpty()) {
        for (int i = 0; i < distinct.on().size() && !orderBy.isEmpty(); i++) {
          if (i >= orderBy.size() || !distinct.on().contains(orderBy.get(i).by())) {
            throw Scope.invalid(
                "Cannot keep the first of equal rows",
                "the order does not begin with the values of distinctOn",
                "Sort by these values first.");
          }
        }
        return;
      }
      for (SortKey key : orderBy) {
        if (!result.contains(key.by())) {
          throw Scope.invalid(
              "Cannot sort distinct rows by " + key.by().value().place(),
              "it is not in the result, and equal rows may differ in it",
              "Select it too, or leave out the sort key.");
        }
      }
    }

    private List<SortKey> sortKeys(List<Order> orders) {
      List<SortKey> keys = new ArrayList<>();
      for (Order order : orders) {
        if (order.by() instanceof Column<?, ?> column) {
          for (ColumnNode node : columns(column)) {
            requireOrdered(node, "sort by");
            keys.add(new SortKey(node, order.descending(), order.nulls()));
          }
        } else {
          PlanNode node = condition(order.by());
          requireOrdered(node, "sort by");
          keys.add(new SortKey(node, order.descending(), order.nulls()));
        }
      }
      return List.copyOf(keys);
    }

    // ---- Expressions

    /** An expression that is one value by itself. */
    PlanNode condition(Expression<?> expression) {
      return single("use as a value", expression.accept(this));
    }

    PlanNode single(String what, Operand operand) {
      if (operand instanceof NodeOperand node) {
        return node.node();
      }
      if (operand instanceof ColumnsOperand columns) {
        return one(columns.columns(), what);
      }
      ValueOperand value = (ValueOperand) operand;
      return byItself(value);
    }

    private PlanNode byItself(ValueOperand value) {
      if (value.value() instanceof Ref<?>) {
        throw unsupported(
            "Cannot use a reference as a value",
            "it is compared with reference columns only",
            "Use the key inside it.");
      }
      return value.slot() < 0
          ? new LiteralNode(value.value(), ValueType.computed(Operands.typeOf(value.value())))
          : Operands.byClass(value.slot(), value.value());
    }

    private List<ColumnNode> columns(Column<?, ?> column) {
      Instance instance = scope.instance(column.source());
      if (column.name().isEmpty()) {
        return instance.key(); // the row itself, see refersTo
      }
      if (!column.source().isEntity()) {
        return List.of(instance.column(column.name()));
      }
      return instance
          .table()
          .schema()
          .foreignKey(column.name())
          .map(key -> instance.columns(key.columns()))
          .orElseGet(() -> List.of(instance.column(column.name())));
    }

    @Override
    public Operand column(Column<?, ?> column) {
      return new ColumnsOperand(columns(column));
    }

    @Override
    public Operand value(Object value) {
      return new ValueOperand(literal ? ValueNode.CONSTANT : statement.nextSlot[0]++, value);
    }

    @Override
    public Operand param(Param<?> parameter) {
      Object value = statement.bindings.get(parameter);
      if (value == null) {
        throw PlanKey.unbound(parameter);
      }
      return value(value);
    }

    @Override
    public Operand constant(Object value) {
      return new NodeOperand(new ConstantNode(value));
    }

    @Override
    public Operand tuple(List<Expression<?>> parts) {
      List<PlanNode> nodes = new ArrayList<>();
      for (Expression<?> part : parts) {
        nodes.add(condition(part));
      }
      return new NodeOperand(new TupleNode(List.copyOf(nodes)));
    }

    @Override
    public Operand subquery(Subquery<?> query) {
      QueryPlan plan = new Planning(newScope(scope), statement).plan(((Select<?>) query).tree());
      if (!plan.nested().isEmpty()) {
        throw unsupported(
            "Cannot use a query with nested lists as an operand",
            "its rows are no single values",
            "Select one column.");
      }
      return new NodeOperand(new SubqueryNode(plan));
    }

    @Override
    public Operand related(Source<?> path, List<Condition> all) {
      if (path.parent() == null) {
        throw Scope.invalid(
            "Cannot ask any(…) of " + scope.table(path).entity(),
            "it is a table and no path from a table of the query",
            "Begin at a table of the query, such as AUTHOR.books().any(…), or use exists(…).");
      }
      Planning inner = new Planning(newScope(scope), statement);
      List<PlanNode> where = new ArrayList<>();
      for (QueryPlan.Pair tie : inner.scope.begin(path)) {
        where.add(CallNode.condition(Operator.EQ, List.of(tie.right(), tie.left())));
      }
      for (Condition condition : all) {
        where.add(inner.condition(condition));
      }
      QueryPlan plan = new QueryPlan(
          List.of(),
          inner.scope.tables(),
          List.of(),
          null,
          List.copyOf(where),
          null,
          List.of(),
          List.of(),
          List.of(),
          Long.MAX_VALUE,
          null,
          null,
          null,
          List.of(),
          Map.of());
      return new NodeOperand(CallNode.condition(Operator.EXISTS, List.of(new SubqueryNode(plan))));
    }

    @Override
    public Operand over(Expression<?> function, Window window) {
      if (!(condition(function) instanceof CallNode call)) {
        throw new IllegalStateException("a window function is a call");
      }
      List<PlanNode> partition = new ArrayList<>();
      for (Expression<?> by : window.partition()) {
        if (by instanceof Column<?, ?> column) {
          partition.addAll(columns(column));
        } else {
          partition.add(condition(by));
        }
      }
      return new NodeOperand(
          new OverNode(call, List.copyOf(partition), sortKeys(window.order()), window.frame()));
    }

    @Override
    public Operand fragment(Fragment fragment) {
      List<PlanNode> holes = new ArrayList<>();
      for (Expression<?> hole : fragment.holes()) {
        holes.add(condition(hole));
      }
      return new NodeOperand(new FragmentNode(
          fragment.texts(),
          List.copyOf(holes),
          new ValueType("a fragment", Operands.typeOf(fragment.type()), null)));
    }

    @Override
    public Operand row(List<Selectable<?>> parts, RowReader<?> reader) {
      throw new IllegalStateException("a row is no operand");
    }

    @Override
    public Operand table(Source<?> source, RowReader<?> reader) {
      throw new IllegalStateException("a table is no operand");
    }

    @Override
    public Operand call(Operator operator, List<Expression<?>> arguments) {
      if (!literal && !grouped.isEmpty()) {
        PlanNode known = grouped.get(PlanKey.signature(operator, arguments));
        if (known != null) {
          return new NodeOperand(known);
        }
      }
      if (operator == Operator.EXCLUDED && !conflicting) {
        throw Scope.invalid(
            "Cannot use excluded(…) here",
            "only onConflict(…) of an insert knows a row that could not be inserted",
            "Use the column itself.");
      }
      if (operator == Operator.AND || operator == Operator.OR || operator == Operator.NOT) {
        return new NodeOperand(logic(operator, arguments));
      }
      List<Operand> operands = new ArrayList<>(arguments.size());
      for (Expression<?> argument : arguments) {
        operands.add(argument.accept(this));
      }
      return new NodeOperand(
          switch (operator) {
            case IN, NOT_IN -> membership(operator, operands);
            case EQ, NE, IS_NULL, IS_NOT_NULL, DISTINCT_FROM -> pairwise(operator, operands);
            default -> computed(operator, operands);
          });
    }

    private PlanNode logic(Operator operator, List<Expression<?>> arguments) {
      List<PlanNode> nodes = new ArrayList<>(arguments.size());
      for (Expression<?> argument : arguments) {
        nodes.add(condition(argument));
      }
      if (nodes.isEmpty()) {
        return new TruthNode(operator == Operator.AND);
      }
      return nodes.size() == 1 && operator != Operator.NOT
          ? nodes.get(0)
          : CallNode.condition(operator, List.copyOf(nodes));
    }

    private PlanNode computed(Operator operator, List<Operand> operands) {
      ValueType anchor =
          operator == Operator.LIST_CONTAINS ? element(operands) : anchor(operator, operands);
      List<PlanNode> nodes = new ArrayList<>(operands.size());
      for (int i = 0; i < operands.size(); i++) {
        nodes.add(argument(operator, i, operands.get(i), anchor));
      }
      if (isArithmetic(operator)) {
        requireOneScale(operator, nodes);
      } else if (anchor != null && sharesType(operator)) {
        for (int i = 0; i < nodes.size(); i++) {
          if (!isCondition(operator, i, nodes.size())) {
            nodes.set(i, rescaled(nodes.get(i), anchor));
          }
        }
      }
      requireComparable(operator, nodes);
      Typing.requireUnit(operator, nodes);
      List<PlanNode> arguments = operator == Operator.COALESCE ? inOneList(nodes) : nodes;
      return new CallNode(operator, List.copyOf(arguments), Typing.of(operator, nodes));
    }

    /** The first of several within the first of others, unless the query groups by it. */
    private List<PlanNode> inOneList(List<PlanNode> nodes) {
      List<PlanNode> all = new ArrayList<>();
      for (PlanNode node : nodes) {
        if (node instanceof CallNode inner
            && inner.operator() == Operator.COALESCE
            && !grouped.containsValue(node)) {
          all.addAll(inner.arguments());
        } else {
          all.add(node);
        }
      }
      return all;
    }

    private static @Nullable ValueType element(List<Operand> operands) {
      if (operands.get(0) instanceof ColumnsOperand columns) {
        ValueType list = columns.columns().get(0).value();
        ColumnType element = list.type().element();
        return element == null ? null : new ValueType(list.place(), element, null);
      }
      return null;
    }

    /** Sums and differences of decimals need the same number of digits behind the point. */
    private static void requireOneScale(Operator operator, List<PlanNode> nodes) {
      if (operator == Operator.TIMES
          || operator == Operator.DIVIDE
          || nodes.get(0).type().kind() != Kind.DECIMAL) {
        return;
      }
      PlanNode widest = nodes.get(0);
      for (PlanNode node : nodes) {
        widest = node.type().scale() > widest.type().scale() ? node : widest;
      }
      for (int i = 0; i < nodes.size(); i++) {
        nodes.set(i, rescaled(nodes.get(i), widest.value()));
      }
    }

    private static PlanNode rescaled(PlanNode node, ValueType to) {
      if (!node.type().hasScale() || !to.type().hasScale()) {
        return node;
      }
      return node.type().scale() == to.type().scale()
          ? node
          : new RescaledNode(node, ValueType.computed(to.type()));
    }

    private static boolean isArithmetic(Operator operator) {
      return switch (operator) {
        case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> true;
        default -> false;
      };
    }

    /** Whether all values that an operator chooses from, or compares, are of one type. */
    private static boolean sharesType(Operator operator) {
      return switch (operator) {
        case COALESCE, NULL_IF, GREATEST, LEAST, CASE, LT, LE, GT, GE, BETWEEN -> true;
        default -> false;
      };
    }

    private static boolean isCondition(Operator operator, int position, int size) {
      return operator == Operator.CASE && position % 2 == 0 && position != size - 1;
    }

    /**
     * What values are compared with: the operand that has a type of its own, and where there is
     * none the decimal with most digits behind the point.
     */
    private @Nullable ValueType anchor(Operator operator, List<Operand> operands) {
      if (!compares(operator) && !sharesType(operator)) {
        return null;
      }
      ValueType widest = null;
      ValueType finest = null;
      for (int i = 0; i < operands.size(); i++) {
        if (isCondition(operator, i, operands.size())) {
          continue;
        }
        if (operands.get(i) instanceof ValueOperand value
            && value.value() instanceof BigDecimal decimal
            && (finest == null || finest.type().scale() < decimal.scale())) {
          finest = ValueType.computed(Operands.typeOf(decimal));
        }
        ValueType type = null;
        if (operands.get(i) instanceof ColumnsOperand columns) {
          type = one(columns.columns(), "compare").value();
        } else if (operands.get(i) instanceof NodeOperand node) {
          type = node.node().value();
        }
        if (type != null
            && (widest == null || type.type().scale() > widest.type().scale())) {
          widest = type;
        }
      }
      return widest == null ? finest : widest;
    }

    private PlanNode argument(
        Operator operator, int position, Operand operand, @Nullable ValueType anchor) {
      if (operand instanceof ValueOperand value) {
        if (anchor == null || isCondition(operator, position, Integer.MAX_VALUE)) {
          return byItself(value);
        }
        return value.slot() < 0
            ? new LiteralNode(value.value(), anchor)
            : Operands.compared(value.slot(), operator, position, anchor);
      }
      return single(words(operator), operand);
    }

    private static String words(Operator operator) {
      return "use " + operator + " with";
    }

    private void requireComparable(Operator operator, List<PlanNode> nodes) {
      switch (operator) {
        case LT, LE, GT, GE, BETWEEN -> requireOrdered(nodes.get(0), "compare by order");
        case MIN, MAX, GREATEST, LEAST -> requireOrdered(nodes.get(0), "take the least of");
        case PLUS, MINUS, TIMES, SUM, AVG, NEGATE, ABS -> {
          if (nodes.get(0).type().kind() == Kind.DECIMAL) {
            requireOrdered(nodes.get(0), "compute with");
          }
        }
        default -> {}
      }
    }

    private static void requireNoJson(PlanNode node) {
      if (node.type().kind() == Kind.JSON) {
        throw Scope.invalid(
            "Cannot compare " + node.value().place(),
            "JSON documents are not compared as a whole",
            "Keep what you search by in a column of its own, or compare a member.");
      }
    }

    void requireOrdered(PlanNode node, String what) {
      ValueType value = node.value();
      if (!ordered.test(value.type())) {
        throw new UnsupportedQueryException(
            Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot " + what + " " + value.place())
                .because("this database has no order for " + value.type())
                .fix(
                    value.type().kind() == Kind.DECIMAL
                        ? "Declare it with @Numeric and a precision of at most 18."
                        : "Use a column of another type.")
                .at(value.entity(), value.component()));
      }
    }

    private PlanNode membership(Operator operator, List<Operand> operands) {
      if (operands.get(1) instanceof NodeOperand rows) {
        PlanNode operand = single(words(operator), operands.get(0));
        int width = operand instanceof TupleNode tuple ? tuple.parts().size() : 1;
        QueryPlan plan = ((SubqueryNode) rows.node()).plan();
        if (plan.result().size() != width) {
          throw Scope.invalid(
              "Cannot look for " + width + " value(s) in a query",
              "the query gives " + plan.result().size() + " columns",
              "Select as many columns as there are operands.");
        }
        return among(operator, operand, plan);
      }
      ValueOperand values = (ValueOperand) operands.get(1);
      if (values.value() instanceof List<?> list && list.isEmpty()) {
        return new TruthNode(operator == Operator.NOT_IN);
      }
      if (operands.get(0) instanceof ColumnsOperand columns && columns.columns().size() > 1) {
        return compositeMembership(operator, columns.columns(), values);
      }
      if (operands.get(0) instanceof NodeOperand node && node.node() instanceof TupleNode tuple) {
        return tupleMembership(operator, tuple, values);
      }
      PlanNode operand = single(words(operator), operands.get(0));
      requireNoJson(operand);
      UnaryOperator<Object> part =
          value -> value instanceof Ref<?> ref ? Operands.keyPart(ref, 0) : value;
      return CallNode.condition(
          operator, List.of(operand, Operands.elements(values.slot(), operand.value(), part)));
    }

    /** Decimals are compared with the same number of digits behind the point. */
    private static PlanNode among(Operator operator, PlanNode operand, QueryPlan plan) {
      List<PlanNode> operands = operand instanceof TupleNode tuple
          ? new ArrayList<>(tuple.parts())
          : new ArrayList<>(List.of(operand));
      List<PlanNode> result = new ArrayList<>(plan.result());
      for (int i = 0; i < result.size(); i++) {
        PlanNode left = operands.get(i);
        PlanNode right = result.get(i);
        if (right.type().scale() >= left.type().scale()) {
          operands.set(i, rescaled(left, right.value()));
        } else {
          result.set(i, rescaled(right, left.value()));
        }
      }
      boolean changed = !result.equals(plan.result());
      if (changed && (!plan.parts().isEmpty() || plan.distinct() != null)) {
        throw Scope.invalid(
            "Cannot look for a decimal in a query",
            "its rows are distinct or combined, and have fewer digits behind the point",
            "Select decimals of the same scale, or leave out distinct().");
      }
      PlanNode left =
          operand instanceof TupleNode ? new TupleNode(List.copyOf(operands)) : operands.get(0);
      QueryPlan rows = changed ? plan.withResult(List.copyOf(result)) : plan;
      return CallNode.condition(operator, List.of(left, new SubqueryNode(rows)));
    }

    /** The values travel as one list for each operand. */
    private static PlanNode tupleMembership(
        Operator operator, TupleNode operands, ValueOperand values) {
      List<PlanNode> lists = new ArrayList<>();
      for (int i = 0; i < operands.parts().size(); i++) {
        PlanNode operand = operands.parts().get(i);
        requireNoJson(operand);
        int part = i;
        lists.add(Operands.elements(
            values.slot(), operand.value(), row -> ((List<?>) row).get(part)));
      }
      return among(operator, operands, lists);
    }

    /** The keys travel as one list for each of their columns. */
    private static PlanNode compositeMembership(
        Operator operator, List<ColumnNode> columns, ValueOperand values) {
      List<PlanNode> lists = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        int part = i;
        lists.add(Operands.elements(
            values.slot(), columns.get(i).value(), ref -> Operands.keyPart((Ref<?>) ref, part)));
      }
      return among(operator, new TupleNode(List.copyOf(columns)), lists);
    }

    private static PlanNode among(Operator operator, TupleNode operands, List<PlanNode> lists) {
      PlanNode among =
          CallNode.condition(Operator.IN, List.of(operands, new TupleNode(List.copyOf(lists))));
      return operator == Operator.IN ? among : CallNode.condition(Operator.NOT, List.of(among));
    }

    /** Equality and null of references that have several columns is that of all of them. */
    private PlanNode pairwise(Operator operator, List<Operand> operands) {
      List<ColumnNode> columns = List.of();
      for (Operand operand : operands) {
        if (operand instanceof ColumnsOperand found && columns.isEmpty()) {
          columns = found.columns();
        }
      }
      if (columns.size() <= 1) {
        return compared(operator, operands, columns);
      }
      boolean negated = operator == Operator.NE
          || operator == Operator.IS_NOT_NULL
          || operator == Operator.DISTINCT_FROM;
      Operator positive = switch (operator) {
        case NE -> Operator.EQ;
        case IS_NOT_NULL -> Operator.IS_NULL;
        case DISTINCT_FROM -> throw composite("use isDistinctFrom with");
        default -> operator;
      };
      List<PlanNode> all = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        List<PlanNode> arguments = new ArrayList<>();
        for (Operand operand : operands) {
          arguments.add(
              operand instanceof ColumnsOperand found
                  ? found.columns().get(i)
                  : Operands.ofReference(
                      ((ValueOperand) operand).slot(), i, columns.get(i).value()));
        }
        all.add(CallNode.condition(positive, arguments));
      }
      PlanNode and = CallNode.condition(Operator.AND, all);
      return negated ? CallNode.condition(Operator.NOT, List.of(and)) : and;
    }

    private PlanNode compared(Operator operator, List<Operand> operands, List<ColumnNode> columns) {
      ValueType anchor = anchor(operator, operands);
      List<PlanNode> nodes = new ArrayList<>(operands.size());
      for (int i = 0; i < operands.size(); i++) {
        Operand operand = operands.get(i);
        if (operand instanceof ValueOperand value && value.value() instanceof Ref<?>) {
          if (columns.isEmpty()) {
            throw composite("compare with");
          }
          nodes.add(Operands.ofReference(value.slot(), 0, columns.get(0).value()));
        } else {
          nodes.add(argument(operator, i, operand, anchor));
        }
      }
      if (operator != Operator.IS_NULL && operator != Operator.IS_NOT_NULL) {
        nodes.forEach(Planning::requireNoJson);
        if (anchor != null) {
          nodes.replaceAll(node -> rescaled(node, anchor));
        }
      }
      return CallNode.condition(operator, List.copyOf(nodes));
    }

    private static ColumnNode one(List<ColumnNode> columns, String what) {
      if (columns.size() != 1) {
        throw composite(what);
      }
      return columns.get(0);
    }

    // ---- Results

    /** Collects the columns of the result. */
    private final class Results implements TreeVisitor<Results> {
      private final List<PlanNode> result;

      /** Whether parts may be left away by an outer join. */
      private boolean inOptional;

      Results(List<PlanNode> result) {
        this.result = result;
      }

      @Override
      public Results column(Column<?, ?> column) {
        result.addAll(columns(column));
        return this;
      }

      @Override
      public Results value(Object value) {
        return add(Planning.this.value(value));
      }

      @Override
      public Results param(Param<?> parameter) {
        return add(Planning.this.param(parameter));
      }

      @Override
      public Results call(Operator operator, List<Expression<?>> arguments) {
        return add(Planning.this.call(operator, arguments));
      }

      @Override
      public Results over(Expression<?> function, Window window) {
        return add(Planning.this.over(function, window));
      }

      @Override
      public Results related(Source<?> path, List<Condition> all) {
        return add(Planning.this.related(path, all));
      }

      @Override
      public Results fragment(Fragment fragment) {
        return add(Planning.this.fragment(fragment));
      }

      @Override
      public Results subquery(Subquery<?> query) {
        return add(Planning.this.subquery(query));
      }

      private Results add(Operand operand) {
        result.add(single("select", operand));
        return this;
      }

      @Override
      public Results row(List<Selectable<?>> parts, RowReader<?> reader) {
        for (Selectable<?> part : parts) {
          part.accept(this);
        }
        return this;
      }

      @Override
      public Results optional(Selectable<?> part) {
        int begin = result.size();
        boolean outer = inOptional;
        inOptional = true;
        part.accept(this);
        inOptional = outer;
        if (result.size() == begin || optionalWidths.put(begin, result.size() - begin) != null) {
          throw unsupported(
              "Cannot select an optional part",
              "it has no columns, or another optional part begins at the same column",
              "Select its columns by themselves.");
        }
        return this;
      }

      @Override
      public Results table(Source<?> source, RowReader<?> reader) {
        Instance instance = scope.instance(source);
        if (instance.optional() && !inOptional) {
          throw Scope.invalid(
              "Cannot select " + instance.describe() + " as a whole",
              "the join or reference that leads to it may find nothing",
              "Select optional(…) of it.");
        }
        result.addAll(instance.all());
        return this;
      }

      @Override
      public Results many(Subquery<?> query, LoadStrategy strategy) {
        SelectTree<?> tree = ((Select<?>) query).tree();
        Source<?> path = tree.from().source();
        Source<?> parent = Scope.rows(path).parent();
        if (parent == null || path.query() != null || !tree.parts().isEmpty()) {
          throw unsupported(
              "Cannot nest a list",
              "its query does not begin at a path from the query around it",
              "Begin it at a path, such as many(from(AUTHOR.books())…).");
        }
        if (!grouped.isEmpty()) {
          throw unsupported(
              "Cannot nest a list", "the rows around it are groups", "Nest it in plain rows.");
        }
        List<ColumnNode> key = Scope.rows(path).kind() == Source.Kind.REFERENCE
            ? referenceKey(Scope.rows(path), parent)
            : scope.instance(parent).key();
        int position = result.size();
        result.addAll(key);
        Statement own = statement.apart();
        QueryPlan plan =
            own.complete(new Planning(newScope(null), own).plan(tree, List.of(), path));
        nested.add(new QueryPlan.Nested(plan, key.size(), position, strategy));
        return this;
      }

      private List<ColumnNode> referenceKey(Source<?> path, Source<?> parent) {
        Instance one = scope.instance(parent);
        return one.table()
            .schema()
            .foreignKey(String.valueOf(path.name()))
            .map(key -> one.columns(key.columns()))
            .orElseThrow();
      }
    }
  }

  /**
   * Tells whether a query makes one row of many without grouping.
   *
   * @param plan the query
   * @return whether it does
   */
  public static boolean hasAggregate(QueryPlan plan) {
    return plan.result().stream().anyMatch(Grouped::hasAggregate);
  }

  /** The name that a column of a result has where the query gives it none. */
  public static String columnName(int index) {
    return "c" + (index + 1);
  }

  static UnsupportedQueryException unsupported(String what, String why, String fix) {
    return new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, what).because(why).fix(fix));
  }

  private static UnsupportedQueryException composite(String what) {
    return unsupported(
        "Cannot " + what + " a reference of several columns",
        "it is no single value",
        "Compare it with eq, ne, refersTo, isNull or isNotNull.");
  }
}
