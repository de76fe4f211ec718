package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.NotNullException;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Operator;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.Ref;
import orm.api.query.MutationTree;
import orm.api.query.MutationTree.Kind;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.query.SelectTree.Join.How;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Origin;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.api.schema.ForeignKeySchema;
import orm.engine.plan.MutationPlan.Assignment;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.NullNode;
import orm.engine.plan.PlanNode.StoredNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.Planner.ColumnsOperand;
import orm.engine.plan.Planner.NodeOperand;
import orm.engine.plan.Planner.Operand;
import orm.engine.plan.Planner.Planning;
import orm.engine.plan.Planner.Statement;
import orm.engine.plan.Planner.ValueOperand;
import orm.engine.plan.QueryPlan.Pair;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.engine.plan.Scope.Instance;
import orm.spi.mapping.Stamp;

/**
 * Plans inserts, updates and deletes: conditions and values as {@link Planner} plans them, and what
 * a table demands of whoever writes to it. Immutable and safe for use by several threads.
 *
 * <p>The first values of a mutation are those of its stamp; the others are numbered in the order in
 * which {@link PlanKey} collects them: other tables, assignments or query, where, conflict, result.
 */
public final class MutationPlanner {
  /** The value that is the time of the write. */
  private static final int NOW = 0;

  /** The value that is a new UUID. */
  private static final int NEW_UUID = 1;

  /** The number of values that belong to the stamp. */
  private static final int STAMPED = 2;

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
   * @return the plan, the same for every mutation of this shape
   * @throws InvalidQueryException if it contradicts itself
   * @throws NotNullException if a required column would have no value
   */
  public MutationPlan plan(MutationTree<?> tree, @Nullable Selectable<?> returning) {
    return new Work(tree).plan(returning);
  }

  /**
   * Begins the values of a mutation.
   *
   * @param stamp supplies time and keys
   * @return a list with the values of the stamp, to which the others are added
   */
  public static List<Object> stampValues(Stamp stamp) {
    List<Object> values = new ArrayList<>();
    values.add(stamp.now());
    values.add(stamp.newUuid());
    return values;
  }

  /** One mutation while it is planned. */
  private final class Work {
    private final MutationTree<?> tree;
    private final Statement statement;
    private final Source<?> source;
    private final Planning planning;
    private final Instance target;
    private final TableModel table;

    Work(MutationTree<?> tree) {
      this.tree = tree;
      Select<?> select = tree.source();
      this.statement = new Statement(
          new int[] {STAMPED}, select == null ? Map.of() : select.tree().bindings());
      this.source = tree.table().source();
      this.planning = planner.new Planning(planner.newScope(null), statement);
      if (source.query() != null || Scope.rows(source).parent() != null) {
        throw Scope.invalid(
            "Cannot " + verb() + " " + source,
            "it is a path or a query, and no table",
            "Begin with the table itself, and say in where(…) which rows are meant.");
      }
      this.target = planning.scope().target(source);
      this.table = target.table();
    }

    private String verb() {
      return tree.kind() == Kind.INSERT
          ? "insert into"
          : tree.kind() == Kind.DELETE ? "delete from" : "update";
    }

    private InvalidQueryException invalid(String why, String fix) {
      String verb = tree.kind().name().toLowerCase(Locale.ROOT);
      return new InvalidQueryException(
          Failure.of(ErrorCode.INVALID_QUERY, "Cannot " + verb + " " + table.entity())
              .because(why)
              .fix(fix)
              .at(table.entity(), null));
    }

    MutationPlan plan(@Nullable Selectable<?> returning) {
      return switch (tree.kind()) {
        case INSERT -> insert(returning);
        case UPDATE -> update(returning);
        case DELETE -> delete(returning);
      };
    }

    // ---- Update and delete

    private MutationPlan update(@Nullable Selectable<?> returning) {
      tree.joins().forEach(this::join);
      List<Assignment> assignments = assignments(tree.assignments(), planning);
      if (assignments.isEmpty()) {
        throw invalid(
            "no column is set; every setIf(…) was without a value",
            "Set a column, or leave out the update where there is nothing to change.");
      }
      stampUpdate(assignments);
      List<PlanNode> where = predicate();
      List<PlannedTable> from = others(where);
      return complete(assignments, null, from, where, null, returning);
    }

    private MutationPlan delete(@Nullable Selectable<?> returning) {
      tree.joins().forEach(this::join);
      List<PlanNode> where = predicate();
      List<PlannedTable> others = others(where);
      if (others.isEmpty()) {
        return complete(List.of(), null, List.of(), where, null, returning);
      }
      // DELETE … USING is not known everywhere; a condition on the other tables says the same
      Set<String> aliases = new HashSet<>();
      others.forEach(other -> aliases.add(other.alias()));
      List<PlanNode> own = new ArrayList<>();
      List<PlanNode> inside = new ArrayList<>();
      for (PlanNode condition : where) {
        (uses(condition, aliases) ? inside : own).add(condition);
      }
      own.add(CallNode.condition(
          Operator.EXISTS, List.of(new SubqueryNode(rows(others, List.of(), inside, Map.of())))));
      return complete(List.of(), null, List.of(), own, null, returning);
    }

    private void join(MutationTree.Joined joined) {
      planning.join(new SelectTree.Join(How.INNER, joined.table(), joined.on(), false));
    }

    /** The user's predicate; one that is always true was hardly meant. */
    private List<PlanNode> predicate() {
      List<PlanNode> conditions = new ArrayList<>();
      for (Condition condition : tree.where()) {
        PlanNode node = planning.condition(condition);
        Grouped.requireNoAggregate(node);
        conditions.add(node);
      }
      boolean everything = conditions.stream().allMatch(node -> truth(node).orElse(false));
      if (everything && !tree.all()) {
        throw invalid(
            "its predicate is always true, so it would change every row",
            "Look for an empty and() or a notIn of nothing; say all() if every row is meant.");
      }
      if (tree.all()) {
        conditions.removeIf(node -> truth(node).orElse(false));
      }
      List<PlanNode> where = new ArrayList<>();
      planning.subtype(source).ifPresent(where::add);
      where.addAll(conditions);
      return where;
    }

    /** What a condition always is, whatever the rows. */
    private static Optional<Boolean> truth(PlanNode node) {
      if (node instanceof TruthNode constant) {
        return Optional.of(constant.truth());
      }
      if (!(node instanceof CallNode call)) {
        return Optional.empty();
      }
      List<Optional<Boolean>> parts = call.arguments().stream().map(Work::truth).toList();
      boolean known = parts.stream().allMatch(Optional::isPresent);
      return switch (call.operator()) {
        case NOT, NOT_TRUE -> parts.get(0).map(truth -> !truth);
        case AND ->
          parts.contains(Optional.of(false))
              ? Optional.of(false)
              : known ? Optional.of(true) : Optional.empty();
        case OR ->
          parts.contains(Optional.of(true))
              ? Optional.of(true)
              : known ? Optional.of(false) : Optional.empty();
        default -> Optional.empty();
      };
    }

    /**
     * The tables besides the target, in the form of a from clause that cannot see it: what ties
     * them to the target becomes a condition. An outer join from the target begins at a second
     * instance of its row.
     */
    private List<PlannedTable> others(List<PlanNode> where) {
      List<PlannedTable> joined = planning.scope().tables();
      List<PlannedTable> others = new ArrayList<>();
      List<PlanNode> ties = new ArrayList<>();
      String anchor = null;
      for (PlannedTable other : joined) {
        QueryPlan.Join join = other.join();
        if (join != null && join.how() == How.LEFT && leavesTarget(join)) {
          anchor = planning.scope().alias(table.name());
          others.add(new PlannedTable(anchor, new Relation.Named(table.name(), true), null));
          for (ColumnNode key : target.key()) {
            ties.add(equal(key, under(anchor, key)));
          }
          break;
        }
      }
      for (PlannedTable other : joined) {
        QueryPlan.Join join = other.join();
        if (join == null) {
          throw new IllegalStateException("only the target begins a mutation");
        }
        if (join.how() == How.LEFT) {
          List<Pair> pairs = new ArrayList<>();
          for (Pair pair : join.pairs()) {
            boolean fromTarget = anchor != null && pair.left().alias().equals(target.alias());
            pairs.add(
                fromTarget
                    ? new Pair(under(String.valueOf(anchor), pair.left()), pair.right())
                    : pair);
          }
          others.add(new PlannedTable(
              other.alias(),
              other.relation(),
              new QueryPlan.Join(How.LEFT, pairs, join.on(), false)));
          continue;
        }
        for (Pair pair : join.pairs()) {
          ties.add(equal(pair.right(), pair.left()));
        }
        PlanNode on = join.on();
        if (on != null) {
          ties.add(on);
        }
        QueryPlan.Join next =
            others.isEmpty() ? null : new QueryPlan.Join(How.CROSS, List.of(), null, false);
        others.add(new PlannedTable(other.alias(), other.relation(), next));
      }
      where.addAll(0, ties);
      return List.copyOf(others);
    }

    private boolean leavesTarget(QueryPlan.Join join) {
      return join.pairs().stream().anyMatch(pair -> pair.left().alias().equals(target.alias()));
    }

    private static ColumnNode under(String alias, ColumnNode column) {
      return new ColumnNode(alias, column.name(), column.value(), column.nullable());
    }

    private static PlanNode equal(PlanNode one, PlanNode other) {
      return CallNode.condition(Operator.EQ, List.of(one, other));
    }

    /** Whether a condition needs one of these tables, or may: a subquery is not looked into. */
    private static boolean uses(PlanNode node, Set<String> aliases) {
      if (node instanceof SubqueryNode) {
        return true;
      }
      if (node instanceof ColumnNode column) {
        return aliases.contains(column.alias());
      }
      if (node instanceof CallNode call) {
        return call.arguments().stream().anyMatch(argument -> uses(argument, aliases));
      }
      return Grouped.parts(node).stream().anyMatch(part -> uses(part, aliases));
    }

    // ---- Insert

    private MutationPlan insert(@Nullable Selectable<?> returning) {
      List<Assignment> assignments = new ArrayList<>();
      QueryPlan query = null;
      Select<?> select = tree.source();
      if (select != null) {
        query = query(select.tree(), assignments);
      } else if (!tree.insertsRows()) {
        Planning values = planner.new Planning(planner.newScope(null), statement);
        assignments.addAll(assignments(tree.assignments(), values));
        stampInsert(assignments, true);
      }
      MutationPlan.Conflict conflict = conflict(assignments);
      if (query != null && conflict != null && query.where().isEmpty()) {
        // a parser would else take ON for the beginning of a join condition
        query = query.withWhere(List.of(new TruthNode(true)));
      }
      return complete(assignments, query, List.of(), List.of(), conflict, returning);
    }

    private QueryPlan query(SelectTree<?> rows, List<Assignment> into) {
      if (!rows.parts().isEmpty()) {
        throw invalid(
            "its rows come from combined queries, which have no tables to compute values from",
            "Make the combined queries a table with asTable, and select from that.");
      }
      Planning inner = planner.new Planning(planner.newScope(null), statement);
      QueryPlan plan = inner.plan(rows, self -> {
        into.addAll(assignments(tree.assignments(), self));
        stampInsert(into, false);
        return into.stream().map(Assignment::value).toList();
      });
      if (rows.lock() != null) {
        throw invalid("its query locks rows", "Lock them by a query of its own.");
      }
      return plan;
    }

    /** Completes a row as it is done for rows that are inserted whole. */
    private void stampInsert(List<Assignment> assignments, boolean single) {
      Set<ColumnModel> given = columns(assignments);
      String discriminator = table.schema().discriminator();
      boolean subtype = source.kind() == Source.Kind.SUBTYPE;
      for (ColumnModel column : table.columns()) {
        ColumnSchema schema = column.schema();
        boolean discriminates = subtype && schema.name().equals(discriminator);
        if (given.contains(column)) {
          continue;
        }
        if (discriminates) {
          assignments.add(new Assignment(
              column, PlanNode.ValueNode.constant(column.type(), String.valueOf(source.name()))));
        } else if (schema.role() == Role.CREATED_AT || schema.role() == Role.UPDATED_AT) {
          assignments.add(new Assignment(column, stamped(column, NOW)));
        } else if (schema.role() == Role.VERSION) {
          assignments.add(new Assignment(column, new LiteralNode(0L, ValueType.of(column))));
        } else if (schema.origin() == Origin.UUID) {
          if (!single) {
            throw invalid(
                "key " + column.place() + " is made in Java, one for each row",
                "Read the rows, and insert them as values(…).");
          }
          assignments.add(new Assignment(column, stamped(column, NEW_UUID)));
        } else if (!schema.madeByDatabase() && isRequired(schema)) {
          throw notNull(
              column,
              "the component is required and the insert gives it no value",
              "Add set(…) for it, or declare the component @Nullable or @Default.");
        }
      }
    }

    private boolean isRequired(ColumnSchema column) {
      boolean here = column.subtypes().isEmpty()
          || (source.kind() == Source.Kind.SUBTYPE
              && column.subtypes().contains(String.valueOf(source.name())));
      return here && !column.nullable() && column.defaultSql() == null;
    }

    private MutationPlan.@Nullable Conflict conflict(List<Assignment> inserted) {
      MutationTree.Conflict wanted = tree.conflict();
      if (wanted == null) {
        return null;
      }
      if (wanted.key().table().mapping() != tree.table().mapping()) {
        throw invalid(
            "onConflict names a key of " + wanted.key().table().name() + ", another table",
            "Name the table itself for its primary key, or one of its @Unique keys.");
      }
      List<ColumnModel> key =
          wanted.key().keyColumns().stream().map(table::column).toList();
      if (wanted.keeps()) {
        return new MutationPlan.Conflict(key, List.of(), List.of());
      }
      Planning existing = targetOnly().conflicting();
      List<Assignment> assignments = assignments(wanted.assignments(), existing);
      assignments.forEach(assignment -> Grouped.requireNoAggregate(assignment.value()));
      if (wanted.overwrite()) {
        overwrite(key, inserted, assignments);
      }
      stampConflict(assignments);
      List<PlanNode> where = new ArrayList<>();
      planning.subtype(source).ifPresent(where::add);
      for (Condition condition : wanted.where()) {
        PlanNode node = existing.condition(condition);
        Grouped.requireNoAggregate(node);
        where.add(node);
      }
      requireOwnColumns(existing, "onConflict");
      return new MutationPlan.Conflict(key, List.copyOf(assignments), List.copyOf(where));
    }

    private void overwrite(
        List<ColumnModel> key, List<Assignment> inserted, List<Assignment> assignments) {
      Set<ColumnModel> assigned = columns(assignments);
      Set<ColumnModel> columns =
          tree.insertsRows() ? new HashSet<>(table.columns()) : columns(inserted);
      for (ColumnModel column : table.columns()) {
        ColumnSchema schema = column.schema();
        boolean fixed = key.contains(column)
            || table.key().contains(column)
            || schema.role() == Role.CREATED_AT
            || schema.role() == Role.VERSION
            || (tree.insertsRows() && schema.madeByDatabase());
        if (!fixed && columns.contains(column) && !assigned.contains(column)) {
          assignments.add(new Assignment(column, excluded(column)));
        }
      }
      if (assignments.isEmpty()) { // an empty action would neither count nor return the row
        assignments.add(new Assignment(key.get(0), excluded(key.get(0))));
      }
    }

    private PlanNode excluded(ColumnModel column) {
      ColumnNode node = target.column(column);
      return new CallNode(Operator.EXCLUDED, List.of(node), node.value());
    }

    // ---- Assignments

    private List<Assignment> assignments(List<MutationTree.Assignment> wanted, Planning values) {
      List<Assignment> assignments = new ArrayList<>();
      Set<ColumnModel> seen = new HashSet<>();
      for (MutationTree.Assignment each : wanted) {
        Column<?, ?> column = each.column();
        requireTarget(column);
        List<ColumnModel> columns = columnsOf(column);
        List<PlanNode> nodes = values(columns, each.value(), values);
        for (int i = 0; i < columns.size(); i++) {
          if (!seen.add(columns.get(i))) {
            throw invalid(columns.get(i).place() + " is set twice", "Set each column once.");
          }
          if (tree.source() == null) { // a query checks its groups itself
            Grouped.requireNoAggregate(nodes.get(i));
          }
          assignments.add(new Assignment(columns.get(i), nodes.get(i)));
        }
      }
      return assignments;
    }

    private void requireTarget(Column<?, ?> column) {
      if (!Scope.rows(column.source()).equals(Scope.rows(source))) {
        throw invalid(
            "column " + column + " belongs to another instance than the one that is written",
            "Set columns of the table that the statement began with.");
      }
    }

    private List<ColumnModel> columnsOf(Column<?, ?> column) {
      return table
          .schema()
          .foreignKey(column.name())
          .map(ForeignKeySchema::columns)
          .orElseGet(() -> List.of(column.name()))
          .stream()
          .map(table::column)
          .toList();
    }

    private List<PlanNode> values(
        List<ColumnModel> columns, @Nullable Expression<?> value, Planning planner) {
      List<PlanNode> nodes = new ArrayList<>();
      if (value == null) {
        for (ColumnModel column : columns) {
          if (!column.schema().nullable()) {
            throw notNull(
                column,
                "the component is required and cannot be set to null",
                "Set a value, or declare the component @Nullable.");
          }
          nodes.add(new NullNode(ValueType.of(column)));
        }
        return nodes;
      }
      Operand operand = value.accept(planner);
      for (int i = 0; i < columns.size(); i++) {
        ColumnModel column = columns.get(i);
        if (operand instanceof ValueOperand given) {
          ValueType type = ValueType.of(column);
          nodes.add(new StoredNode(
              given.value() instanceof Ref<?>
                  ? Operands.ofReference(given.slot(), i, type)
                  : Operands.stored(given.slot(), type),
              column));
        } else if (operand instanceof ColumnsOperand found
            && found.columns().size() == columns.size()) {
          nodes.add(fitted(found.columns().get(i), column));
        } else if (operand instanceof NodeOperand node && columns.size() == 1) {
          nodes.add(fitted(node.node(), column));
        } else {
          throw invalid(
              column.place() + " belongs to a reference of several columns, the value does not",
              "Set it to a reference to the same table.");
        }
      }
      return nodes;
    }

    /** Gives a decimal the digits of its column. */
    private PlanNode fitted(PlanNode node, ColumnModel column) {
      ColumnType from = node.type();
      ColumnType to = column.type();
      if (to.kind() != ColumnType.Kind.DECIMAL
          || (from.hasScale() == to.hasScale()
              && from.scale() == to.scale()
              && planner.isOrdered(from) == planner.isOrdered(to))) {
        return node;
      }
      // what the database cannot compute with, it cannot round either
      planning.requireOrdered(node, "set " + column.place() + " to");
      planning.requireOrdered(target.column(column), "compute");
      return from.hasScale() && to.hasScale()
          ? new PlanNode.RescaledNode(node, ValueType.of(column))
          : node;
    }

    // ---- What the engine adds

    private void stampUpdate(List<Assignment> assignments) {
      Set<ColumnModel> given = columns(assignments);
      for (ColumnModel column : table.columns()) {
        if (!given.contains(column)) {
          if (column.schema().role() == Role.VERSION) {
            assignments.add(new Assignment(column, next(column)));
          } else if (column.schema().role() == Role.UPDATED_AT) {
            assignments.add(new Assignment(column, stamped(column, NOW)));
          }
        }
      }
    }

    private void stampConflict(List<Assignment> assignments) {
      Set<ColumnModel> given = columns(assignments);
      for (ColumnModel column : table.columns()) {
        if (!given.contains(column)) {
          if (column.schema().role() == Role.VERSION) {
            assignments.add(new Assignment(column, next(column)));
          } else if (column.schema().role() == Role.UPDATED_AT) {
            assignments.add(new Assignment(column, excluded(column)));
          }
        }
      }
    }

    private PlanNode next(ColumnModel version) {
      ColumnNode column = target.column(version);
      PlanNode one = new LiteralNode(1L, ValueType.computed(version.type()));
      return new CallNode(Operator.PLUS, List.of(column, one), column.value());
    }

    private static PlanNode stamped(ColumnModel column, int slot) {
      return new StoredNode(Operands.stored(slot, ValueType.of(column)), column);
    }

    private static Set<ColumnModel> columns(List<Assignment> assignments) {
      Set<ColumnModel> columns = new HashSet<>();
      assignments.forEach(assignment -> columns.add(assignment.column()));
      return columns;
    }

    private NotNullException notNull(ColumnModel column, String why, String fix) {
      return new NotNullException(Failure.of(ErrorCode.NOT_NULL, "Cannot store " + column.place())
          .because(why)
          .fix(fix)
          .at(column.entity(), column.schema().component()));
    }

    // ---- Results

    /** Sees the written row and nothing else. */
    private Planning targetOnly() {
      Planning own = planner.new Planning(planner.newScope(null), statement);
      own.scope().register(source, target);
      own.scope().alias(target.alias()); // so that no table of a subquery takes it
      return own;
    }

    private void requireOwnColumns(Planning own, String place) {
      if (!own.scope().tables().isEmpty()) {
        throw invalid(
            place + " uses a path to another table, and has only the row that is written",
            "Read the other table by a scalar subquery, or by a query of its own.");
      }
    }

    private MutationPlan complete(
        List<Assignment> assignments,
        @Nullable QueryPlan query,
        List<PlannedTable> from,
        List<PlanNode> where,
        MutationPlan.@Nullable Conflict conflict,
        @Nullable Selectable<?> returning) {
      QueryPlan result = null;
      if (returning != null) {
        Planning own = targetOnly();
        List<PlanNode> columns = own.result(returning);
        columns.forEach(Grouped::requireNoAggregate);
        requireOwnColumns(own, "returning");
        result = rows(List.of(), columns, List.of(), own.optionalWidths());
      }
      boolean keyed = conflict != null && conflict.key().equals(table.key());
      return new MutationPlan(
          tree.kind(),
          statement.common(table.name()),
          table,
          target.alias(),
          List.copyOf(assignments),
          keyed,
          query,
          from,
          List.copyOf(where),
          conflict,
          result);
    }

    private static QueryPlan rows(
        List<PlannedTable> tables,
        List<PlanNode> result,
        List<PlanNode> where,
        Map<Integer, Integer> optionalWidths) {
      return new QueryPlan(
          List.of(),
          tables,
          result,
          null,
          where,
          null,
          List.of(),
          List.of(),
          List.of(),
          Long.MAX_VALUE,
          null,
          null,
          null,
          List.of(),
          optionalWidths);
    }
  }
}
