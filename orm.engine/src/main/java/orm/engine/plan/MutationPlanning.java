package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Selectable;
import orm.api.query.MutationTree;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.query.SelectTree.Join.How;
import orm.engine.plan.MutationPlan.Assignment;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.QueryPlan.Pair;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;

/**
 * Plans one insert, update or delete, clause by clause in the order in which values are numbered;
 * used once.
 */
final class MutationPlanning {
  private final Statement statement;
  private final MutationTree<?> tree;
  private final Scope scope;
  private final ExpressionPlanner expressions;
  private final TablePlanner tables;
  private final MutationTarget target;
  private final TableModel table;
  private final AssignmentPlanner assigning;

  MutationPlanning(Statement statement, MutationTree<?> tree) {
    this.statement = statement;
    this.tree = tree;
    this.scope = statement.newScope(null);
    this.expressions = new ExpressionPlanner(statement, scope);
    this.tables = new TablePlanner(statement, scope, expressions);
    this.target = MutationTarget.of(tree, scope);
    this.table = target.table();
    this.assigning = new AssignmentPlanner(target, statement.operators());
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
    List<Assignment> assignments = assigning.assignments(tree.assignments(), expressions);
    if (assignments.isEmpty()) {
      throw target.invalid(
          "no column is set; every setIf(…) was without a value",
          "Set a column, or leave out the update where there is nothing to change.");
    }
    assigning.stampUpdate(assignments);
    List<PlanNode> where = predicate();
    List<PlannedTable> from = others(where);
    return complete(assignments, null, from, where, null, returning);
  }

  private MutationPlan delete(@Nullable Selectable<?> returning) {
    tree.joins().forEach(this::join);
    List<PlanNode> where = predicate();
    List<PlannedTable> others = others(where);
    List<Assignment> marks = statement.filters().isLifted() ? List.of() : assigning.softDelete();
    if (others.isEmpty()) {
      return complete(marks, null, List.of(), where, null, returning);
    }
    // DELETE … USING is not known everywhere; a condition on the other tables says the same
    Set<String> aliases = new HashSet<>();
    others.forEach(other -> aliases.add(other.alias()));
    List<PlanNode> own = new ArrayList<>();
    List<PlanNode> inside = new ArrayList<>();
    for (PlanNode condition : where) {
      (uses(condition, aliases) ? inside : own).add(condition);
    }
    own.add(CallNode.exists(QueryPlan.rows(others, inside)));
    return complete(marks, null, List.of(), own, null, returning);
  }

  private void join(MutationTree.Joined joined) {
    tables.join(new SelectTree.Join(How.INNER, joined.table(), joined.on(), false));
  }

  /** The user's predicate; one that is always true was hardly meant. */
  private List<PlanNode> predicate() {
    List<PlanNode> conditions = new ArrayList<>();
    for (Condition condition : tree.where()) {
      conditions.add(expressions.rowCondition(condition));
    }
    boolean everything = conditions.stream().allMatch(node -> truth(node).orElse(false));
    if (everything && !tree.all()) {
      throw target.invalid(
          "its predicate is always true, so it would change every row",
          "Look for an empty and() or a notIn of nothing; say all() if every row is meant.");
    }
    if (tree.all()) {
      conditions.removeIf(node -> truth(node).orElse(false));
    }
    List<PlanNode> where = new ArrayList<>();
    tables.subtype(target.source()).ifPresent(where::add);
    where.addAll(conditions);
    where.addAll(filters());
    return where;
  }

  /** What filters demand of the rows that are written. */
  private List<PlanNode> filters() {
    return scope.filters(target.row(), Scope.rows(target.source())).stream()
        .map(FilterCondition::condition)
        .toList();
  }

  /** What a condition always is, whatever the rows. */
  private static Optional<Boolean> truth(PlanNode node) {
    if (node instanceof TruthNode constant) {
      return Optional.of(constant.truth());
    }
    if (!(node instanceof CallNode call)) {
      return Optional.empty();
    }
    List<Optional<Boolean>> parts =
        call.arguments().stream().map(MutationPlanning::truth).toList();
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
   * The tables besides the target, in the form of a from clause that cannot see it: what ties them
   * to the target becomes a condition. An outer join from the target begins at a second instance of
   * its row.
   */
  private List<PlannedTable> others(List<PlanNode> where) {
    List<PlannedTable> joined = scope.tables();
    List<PlannedTable> others = new ArrayList<>();
    List<PlanNode> ties = new ArrayList<>();
    String anchor = null;
    for (PlannedTable other : joined) {
      QueryPlan.Join join = other.join();
      if (join != null && join.how() == How.LEFT && leavesTarget(join)) {
        anchor = scope.alias(table.name());
        others.add(new PlannedTable(anchor, new Relation.Named(table.name(), true), null));
        for (ColumnNode key : target.row().key()) {
          ties.add(new Pair(under(anchor, key), key).equal());
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
        ties.add(pair.equal());
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
      ExpressionPlanner values = new ExpressionPlanner(statement, statement.newScope(null));
      assignments.addAll(assigning.assignments(tree.assignments(), values));
      assigning.stampInsert(assignments, true);
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
      throw target.invalid(
          "its rows come from combined queries, which have no tables to compute values from",
          "Make the combined queries a table with asTable, and select from that.");
    }
    Planning inner = new Planning(statement, statement.newScope(null));
    QueryPlan plan = inner.plan(rows, values -> {
      into.addAll(assigning.assignments(tree.assignments(), values));
      assigning.stampInsert(into, false);
      return into.stream().map(Assignment::value).toList();
    });
    if (rows.lock() != null) {
      throw target.invalid("its query locks rows", "Lock them by a query of its own.");
    }
    return plan;
  }

  private MutationPlan.@Nullable Conflict conflict(List<Assignment> inserted) {
    MutationTree.Conflict wanted = tree.conflict();
    if (wanted == null) {
      return null;
    }
    if (wanted.key().table().mapping() != tree.table().mapping()) {
      throw target.invalid(
          "onConflict names a key of " + wanted.key().table().name() + ", another table",
          "Name the table itself for its primary key, or one of its @Unique keys.");
    }
    List<ColumnModel> key =
        wanted.key().keyColumns().stream().map(table::column).toList();
    if (wanted.keeps()) {
      return new MutationPlan.Conflict(key, List.of(), List.of());
    }
    Scope own = targetOnly();
    ExpressionPlanner existing = ExpressionPlanner.ofConflict(statement, own);
    List<Assignment> assignments = assigning.assignments(wanted.assignments(), existing);
    assignments.forEach(assignment -> Grouped.requireNoAggregate(assignment.value()));
    if (wanted.overwrite()) {
      assigning.overwrite(key, inserted, assignments);
    }
    assigning.stampConflict(assignments);
    List<PlanNode> where = new ArrayList<>();
    tables.subtype(target.source()).ifPresent(where::add);
    for (Condition condition : wanted.where()) {
      where.add(existing.rowCondition(condition));
    }
    where.addAll(filters());
    requireOwnColumns(own, "onConflict");
    return new MutationPlan.Conflict(key, List.copyOf(assignments), List.copyOf(where));
  }

  // ---- Results

  private @Nullable QueryPlan returned(@Nullable Selectable<?> returning) {
    Scope own = targetOnly();
    PlanNode check =
        statement.filters().check(own.filters(target.row(), Scope.rows(target.source())));
    if (returning == null && check == null) {
      return null;
    }
    ResultPlanner results =
        new ResultPlanner(statement, own, new ExpressionPlanner(statement, own));
    if (returning != null) {
      returning.accept(results);
    }
    if (!results.nested().isEmpty()) {
      throw Planner.unsupported(
          "Cannot return nested lists",
          "what is written has no lists",
          "Return the keys, and read the lists by a query.");
    }
    results.columns().forEach(Grouped::requireNoAggregate);
    requireOwnColumns(own, "returning");
    QueryDraft draft = new QueryDraft();
    List<PlanNode> columns = new ArrayList<>(results.columns());
    if (check != null) {
      columns.add(check);
    }
    draft.result = columns;
    draft.optionalWidths = results.optionalWidths();
    return draft.plan();
  }

  /** Sees the written row and nothing else. */
  private Scope targetOnly() {
    Scope own = statement.newScope(null);
    own.register(target.source(), target.row());
    own.alias(target.alias()); // so that no table of a subquery takes it
    return own;
  }

  private void requireOwnColumns(Scope own, String place) {
    if (!own.tables().isEmpty()) {
      throw target.invalid(
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
    QueryPlan result = returned(returning);
    boolean keyed = conflict != null && conflict.key().equals(table.key());
    boolean marks = tree.kind() == MutationTree.Kind.DELETE && !assignments.isEmpty();
    return new MutationPlan(
        marks ? MutationTree.Kind.UPDATE : tree.kind(),
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
}
