package orm.api.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.model.Table;

/** One step from a select to the next: a copy that is changed once. */
final class SelectDraft {
  final Table<?> from;
  List<SelectTree.Join> joins = List.of();
  List<Condition> where = List.of();
  SelectTree.@Nullable Grouping grouping;
  List<Condition> having = List.of();
  SelectTree.@Nullable Distinct distinct;
  List<SelectTree.Part> parts = List.of();
  List<Order> orderBy = List.of();
  long offset;
  long limit = Long.MAX_VALUE;
  SelectTree.@Nullable Lock lock;
  Duration timeout = Duration.ZERO;

  @Nullable
  String label;

  Map<Param<?>, Object> bindings = Map.of();

  @Nullable
  String unscoped;

  SelectDraft(Table<?> from) {
    this.from = from;
  }

  SelectDraft(SelectTree<?> tree) {
    this.from = tree.from();
    this.joins = tree.joins();
    this.where = tree.where();
    this.grouping = tree.grouping();
    this.having = tree.having();
    this.distinct = tree.distinct();
    this.parts = tree.parts();
    this.orderBy = tree.orderBy();
    this.offset = tree.offset();
    this.limit = tree.limit();
    this.lock = tree.lock();
    this.timeout = tree.timeout();
    this.label = tree.label();
    this.bindings = tree.bindings();
    this.unscoped = tree.unscoped();
  }

  <R> SelectTree<R> giving(Selectable<R> result) {
    return new SelectTree<>(
        from, joins, where, grouping, having, result, distinct, parts, orderBy, offset, limit, lock,
        timeout, label, bindings, unscoped);
  }

  static <T> List<T> added(List<T> list, List<? extends T> more) {
    if (list.isEmpty()) {
      return List.copyOf(more);
    }
    List<T> all = new ArrayList<>(list.size() + more.size());
    all.addAll(list);
    all.addAll(more);
    return List.copyOf(all);
  }
}
