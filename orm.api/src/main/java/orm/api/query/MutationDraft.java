package orm.api.query;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.model.EntityTable;
import orm.api.query.MutationTree.Assignment;
import orm.api.query.MutationTree.Conflict;
import orm.api.query.MutationTree.Joined;
import orm.api.query.MutationTree.Kind;

/** One step from a mutation to the next: a copy that is changed once. */
final class MutationDraft<E> {
  final Kind kind;
  final EntityTable<E, ?> table;
  List<E> rows = List.of();
  List<Assignment> assignments = List.of();

  @Nullable
  Select<?> source;

  List<Joined> joins = List.of();

  @Nullable
  Conflict conflict;

  List<Condition> where = List.of();
  boolean all;
  long leastRows;
  long mostRows = Long.MAX_VALUE;
  Duration timeout = Duration.ZERO;

  @Nullable
  String label;

  @Nullable
  String unscoped;

  MutationDraft(Kind kind, EntityTable<E, ?> table) {
    this.kind = kind;
    this.table = table;
  }

  MutationDraft(MutationTree<E> tree) {
    this(tree.kind(), tree.table());
    this.rows = tree.rows();
    this.assignments = tree.assignments();
    this.source = tree.source();
    this.joins = tree.joins();
    this.conflict = tree.conflict();
    this.where = tree.where();
    this.all = tree.all();
    this.leastRows = tree.leastRows();
    this.mostRows = tree.mostRows();
    this.timeout = tree.timeout();
    this.label = tree.label();
    this.unscoped = tree.unscoped();
  }

  MutationTree<E> tree() {
    return new MutationTree<>(
        kind,
        table,
        rows,
        assignments,
        source,
        joins,
        conflict,
        where,
        all,
        leastRows,
        mostRows,
        timeout,
        label,
        unscoped);
  }
}
