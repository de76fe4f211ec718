package orm.api.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.EmbeddedColumns;
import orm.api.model.EntityTable;
import orm.api.model.Key;
import orm.api.model.Table;
import orm.api.query.MutationTree.Assignment;
import orm.api.query.MutationTree.Joined;

/** The one implementation of every step of a mutation; what a step offers is its interface. */
final class MutationValue<E>
    implements UpdateWithoutWhere<E>,
        DeleteWithoutWhere<E>,
        Insert<E>,
        Insert.Assigned<E>,
        Insert.Conflict<E>,
        Insert.Overwrite<E>,
        FilteredMutation<E> {
  private final Runner runner;
  private final MutationTree<E> tree;

  private MutationValue(Runner runner, MutationTree<E> tree) {
    this.runner = runner;
    this.tree = tree;
  }

  static <E> MutationValue<E> of(Runner runner, MutationTree.Kind kind, EntityTable<E, ?> table) {
    Objects.requireNonNull(table, "table");
    return new MutationValue<>(runner, new MutationDraft<>(kind, table).tree());
  }

  // ---- Assignments: of the conflict once there is one

  @Override
  public <V> MutationValue<E> set(Column<E, V> column, V value) {
    Objects.requireNonNull(
        value,
        () -> "the value of " + column + " is null; use setNull(…), setIf"
            + " for an optional one, or leave it out of an insert");
    return assign(column, Expressions.value(value));
  }

  @Override
  public <V> MutationValue<E> set(Column<E, V> column, Expression<V> value) {
    return assign(column, Objects.requireNonNull(value, "value"));
  }

  @Override
  public MutationValue<E> setNull(Column<E, ?> column) {
    return assign(column, null);
  }

  @Override
  public <V> MutationValue<E> set(EmbeddedColumns<E, V> columns, V value) {
    return assignAll(columns, Objects.requireNonNull(value, "value"));
  }

  @Override
  public MutationValue<E> setNull(EmbeddedColumns<E, ?> columns) {
    return assignAll(columns, null);
  }

  private <V> MutationValue<E> assignAll(EmbeddedColumns<E, V> columns, @Nullable V record) {
    List<Assignment> added = new ArrayList<>();
    columns.pair(
        record,
        (column, value) ->
            added.add(new Assignment(column, value == null ? null : Expressions.value(value))));
    return assign(added);
  }

  @Override
  public <V> MutationValue<E> setIf(Column<E, V> column, Optional<? extends V> value) {
    return value.isPresent() ? set(column, (V) value.get()) : this;
  }

  private MutationValue<E> assign(Column<E, ?> column, @Nullable Expression<?> value) {
    return assign(List.of(new Assignment(Objects.requireNonNull(column, "column"), value)));
  }

  private MutationValue<E> assign(List<Assignment> added) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    MutationTree.Conflict conflict = tree.conflict();
    if (conflict == null) {
      draft.assignments = SelectDraft.added(draft.assignments, added);
    } else {
      draft.conflict = new MutationTree.Conflict(
          conflict.key(),
          conflict.overwrite(),
          SelectDraft.added(conflict.assignments(), added),
          conflict.where());
    }
    return with(draft);
  }

  // ---- Rows

  @Override
  public MutationValue<E> values(E row) {
    return values(List.of(row));
  }

  @Override
  public MutationValue<E> values(Collection<? extends E> rows) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.rows = List.copyOf(rows);
    return with(draft);
  }

  @Override
  public MutationValue<E> from(Select<?> rows) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.source = Objects.requireNonNull(rows, "rows");
    return with(draft);
  }

  @Override
  public MutationValue<E> from(Table<?> table, Condition on) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.joins = SelectDraft.added(
        draft.joins,
        List.of(
            new Joined(Objects.requireNonNull(table, "table"), Objects.requireNonNull(on, "on"))));
    return with(draft);
  }

  @Override
  public MutationValue<E> using(Table<?> table, Condition on) {
    return from(table, on);
  }

  @Override
  public MutationValue<E> where(Condition first, Condition... more) {
    List<Condition> all = new ArrayList<>();
    all.add(first);
    all.addAll(List.of(more));
    return where(all.toArray(new Condition[0]));
  }

  @Override
  public MutationValue<E> where(Condition... all) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    MutationTree.Conflict conflict = tree.conflict();
    if (conflict == null) {
      draft.where = SelectDraft.added(draft.where, List.of(all));
    } else {
      draft.conflict = new MutationTree.Conflict(
          conflict.key(),
          conflict.overwrite(),
          conflict.assignments(),
          SelectDraft.added(conflict.where(), List.of(all)));
    }
    return with(draft);
  }

  @Override
  public MutationValue<E> all() {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.all = true;
    return with(draft);
  }

  // ---- Conflicts

  @Override
  public MutationValue<E> onConflict(Key<E, ?> key) {
    return conflict(Objects.requireNonNull(key, "key"), false);
  }

  @Override
  public MutationValue<E> doNothing() {
    return this;
  }

  @Override
  public MutationValue<E> overwrite() {
    return conflict(Objects.requireNonNull(tree.conflict()).key(), true);
  }

  private MutationValue<E> conflict(Key<?, ?> key, boolean overwrite) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.conflict = new MutationTree.Conflict(key, overwrite, List.of(), List.of());
    return with(draft);
  }

  // ---- Running

  @Override
  public MutationValue<E> expectRows(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("a number of rows must not be negative");
    }
    return new MutationValue<>(runner, tree.counting(rows, rows));
  }

  @Override
  public MutationValue<E> timeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative");
    }
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.timeout = limit;
    return with(draft);
  }

  @Override
  public MutationValue<E> label(String label) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.label = Objects.requireNonNull(label, "label");
    return with(draft);
  }

  @Override
  public MutationValue<E> unscoped(String reason) {
    MutationDraft<E> draft = new MutationDraft<>(tree);
    draft.unscoped = Reasons.require(reason);
    return with(draft);
  }

  private MutationValue<E> with(MutationDraft<E> draft) {
    return new MutationValue<>(runner, draft.tree());
  }

  @Override
  public long execute() {
    return runner.execute(tree);
  }

  @Override
  public <R> Results<R> returning(Selectable<R> result) {
    return new MutationResults<>(runner, tree, Objects.requireNonNull(result, "result"));
  }
}
