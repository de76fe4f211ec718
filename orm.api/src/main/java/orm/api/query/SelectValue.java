package orm.api.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.RowCountException;
import orm.api.expression.Condition;
import orm.api.expression.Order;
import orm.api.expression.Selectable;
import orm.api.model.Table;

/**
 * The one implementation of both faces: {@code Select} without a runner, {@code Query} with one.
 */
final class SelectValue<R> implements Query<R> {
  private final @Nullable Runner runner;
  private final SelectTree<R> tree;

  private SelectValue(@Nullable Runner runner, SelectTree<R> tree) {
    this.runner = runner;
    this.tree = tree;
  }

  static <R> SelectValue<R> of(Table<R> table) {
    return new SelectValue<>(
        null,
        new SelectTree<>(table, List.of(), table, List.of(), 0, Long.MAX_VALUE, Duration.ZERO));
  }

  static <R> SelectValue<R> on(Runner runner, Select<R> select) {
    return new SelectValue<>(runner, select.tree());
  }

  @Override
  public SelectValue<R> where(Condition... all) {
    List<Condition> where;
    if (tree.where().isEmpty()) {
      where = List.of(all);
    } else {
      where = new ArrayList<>(tree.where().size() + all.length);
      where.addAll(tree.where());
      where.addAll(Arrays.asList(all));
      where = List.copyOf(where);
    }
    return with(where, tree.result(), tree.orderBy(), tree.offset(), tree.limit(), tree.timeout());
  }

  @Override
  public <V> SelectValue<R> whereIf(Optional<V> value, Function<? super V, Condition> condition) {
    return value.isPresent() ? where(condition.apply(value.get())) : this;
  }

  @Override
  public SelectValue<R> whereIf(boolean wanted, Supplier<Condition> condition) {
    return wanted ? where(condition.get()) : this;
  }

  @Override
  public SelectValue<R> orderBy(Order... order) {
    return with(
        tree.where(), tree.result(), List.of(order), tree.offset(), tree.limit(), tree.timeout());
  }

  @Override
  public SelectValue<R> limit(long rows) {
    requireNotNegative("limit", rows);
    return with(tree.where(), tree.result(), tree.orderBy(), tree.offset(), rows, tree.timeout());
  }

  @Override
  public SelectValue<R> offset(long rows) {
    requireNotNegative("offset", rows);
    return with(tree.where(), tree.result(), tree.orderBy(), rows, tree.limit(), tree.timeout());
  }

  @Override
  public SelectValue<R> timeout(Duration limit) {
    requireNotNegative("timeout", limit.isNegative() ? -1 : 0);
    return with(tree.where(), tree.result(), tree.orderBy(), tree.offset(), tree.limit(), limit);
  }

  @Override
  public <Z> SelectValue<Z> select(Selectable<Z> result) {
    return with(tree.where(), result, tree.orderBy(), tree.offset(), tree.limit(), tree.timeout());
  }

  private <Z> SelectValue<Z> with(
      List<Condition> where,
      Selectable<Z> result,
      List<Order> orderBy,
      long offset,
      long limit,
      Duration timeout) {
    return new SelectValue<>(
        runner, new SelectTree<>(tree.from(), where, result, orderBy, offset, limit, timeout));
  }

  private static void requireNotNegative(String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " must not be negative");
    }
  }

  @Override
  public SelectTree<R> tree() {
    return tree;
  }

  @Override
  public List<R> list() {
    return runner().list(tree);
  }

  @Override
  public Optional<R> first() {
    return present(runner().list(atMost(1)));
  }

  @Override
  public Optional<R> find() {
    List<R> rows = runner().list(atMost(2));
    if (rows.size() > 1) {
      throw rowCount("found two rows or more");
    }
    return present(rows);
  }

  /** A row that is null, of a query for one nullable column, counts as absent here. */
  private static <R> Optional<R> present(List<R> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  @Override
  public R one() {
    List<R> rows = runner().list(atMost(2));
    if (rows.size() != 1) {
      throw rowCount(rows.isEmpty() ? "found no row" : "found two rows or more");
    }
    return rows.get(0);
  }

  private RowCountException rowCount(String found) {
    return new RowCountException(
        Failure.of(ErrorCode.ROW_COUNT, "Cannot read one row of " + tree.from().name())
            .because(found)
            .fix("Use list() or first() where the number of rows is open."));
  }

  private SelectTree<R> atMost(long rows) {
    return tree.limit() <= rows ? tree : limit(rows).tree();
  }

  @Override
  public long count() {
    return runner().count(tree);
  }

  @Override
  public boolean exists() {
    return runner().exists(tree);
  }

  private Runner runner() {
    if (runner == null) {
      throw new IllegalStateException("this select has no database; run it with db.query(select)");
    }
    return runner;
  }
}
