package orm.api.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.RowCountException;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.api.query.SelectTree.Join;
import orm.api.query.SelectTree.Part;
import orm.spi.mapping.RowReader;

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
    return new SelectValue<>(null, new SelectDraft(table).giving(table));
  }

  static <R> SelectValue<R> on(Runner runner, Select<R> select) {
    return new SelectValue<>(runner, select.tree());
  }

  @Override
  public SelectValue<R> where(Condition... all) {
    SelectDraft draft = body("where");
    draft.where = SelectDraft.added(draft.where, List.of(all));
    return with(draft);
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
  public SelectValue<R> join(Table<?> path) {
    return join(Join.How.INNER, path, null, false);
  }

  @Override
  public SelectValue<R> join(Table<?> table, Condition on) {
    return join(Join.How.INNER, table, Objects.requireNonNull(on, "on"), false);
  }

  @Override
  public SelectValue<R> leftJoin(Table<?> path) {
    return join(Join.How.LEFT, path, null, false);
  }

  @Override
  public SelectValue<R> leftJoin(Table<?> table, Condition on) {
    return join(Join.How.LEFT, table, Objects.requireNonNull(on, "on"), false);
  }

  @Override
  public SelectValue<R> rightJoin(Table<?> table, Condition on) {
    return join(Join.How.RIGHT, table, Objects.requireNonNull(on, "on"), false);
  }

  @Override
  public SelectValue<R> fullJoin(Table<?> table, Condition on) {
    return join(Join.How.FULL, table, Objects.requireNonNull(on, "on"), false);
  }

  @Override
  public SelectValue<R> crossJoin(Table<?> table) {
    return join(Join.How.CROSS, table, null, false);
  }

  @Override
  public SelectValue<R> joinLateral(Table<?> rows) {
    return join(Join.How.INNER, rows, null, true);
  }

  @Override
  public SelectValue<R> leftJoinLateral(Table<?> rows) {
    return join(Join.How.LEFT, rows, null, true);
  }

  private SelectValue<R> join(
      Join.How kind, Table<?> table, @Nullable Condition on, boolean lateral) {
    SelectDraft draft = body("join");
    draft.joins = SelectDraft.added(draft.joins, List.of(new Join(kind, table, on, lateral)));
    return with(draft);
  }

  @Override
  public SelectValue<R> groupBy(Expression<?>... by) {
    SelectDraft draft = body("groupBy");
    draft.grouping = new SelectTree.Grouping(List.of(List.of(by)), false);
    return with(draft);
  }

  @Override
  public SelectValue<R> groupingSets(List<? extends List<? extends Expression<?>>> sets) {
    SelectDraft draft = body("groupingSets");
    List<List<Expression<?>>> copy = new ArrayList<>();
    for (List<? extends Expression<?>> set : sets) {
      copy.add(List.copyOf(set));
    }
    draft.grouping = new SelectTree.Grouping(List.copyOf(copy), true);
    return with(draft);
  }

  @Override
  public SelectValue<R> having(Condition... all) {
    SelectDraft draft = body("having");
    draft.having = SelectDraft.added(draft.having, List.of(all));
    return with(draft);
  }

  @Override
  public SelectValue<R> distinct() {
    SelectDraft draft = body("distinct");
    draft.distinct = new SelectTree.Distinct(List.of());
    return with(draft);
  }

  @Override
  public SelectValue<R> distinctOn(Expression<?>... by) {
    SelectDraft draft = body("distinctOn");
    draft.distinct = new SelectTree.Distinct(List.of(by));
    return with(draft);
  }

  @Override
  public SelectValue<R> union(Select<R> other) {
    return combine(Part.Kind.UNION, other);
  }

  @Override
  public SelectValue<R> unionAll(Select<R> other) {
    return combine(Part.Kind.UNION_ALL, other);
  }

  @Override
  public SelectValue<R> intersect(Select<R> other) {
    return combine(Part.Kind.INTERSECT, other);
  }

  @Override
  public SelectValue<R> except(Select<R> other) {
    return combine(Part.Kind.EXCEPT, other);
  }

  /** Combines from left to right, whatever the kinds; only a row of one kind stays flat. */
  private SelectValue<R> combine(Part.Kind kind, Select<R> other) {
    SelectDraft draft = new SelectDraft(tree.from());
    Part last = new Part(kind, other.tree());
    boolean open = tree.orderBy().isEmpty() && tree.offset() == 0 && tree.limit() == Long.MAX_VALUE;
    boolean flat = open
        && tree.parts().size() > 1
        && tree.parts().stream().skip(1).allMatch(part -> part.kind() == kind);
    draft.parts = flat
        ? SelectDraft.added(tree.parts(), List.of(last))
        : List.of(new Part(Part.Kind.FIRST, tree), last);
    draft.timeout = tree.timeout();
    draft.label = tree.label();
    draft.bindings = tree.bindings();
    return with(draft);
  }

  @Override
  public SelectValue<R> orderBy(Order... order) {
    SelectDraft draft = new SelectDraft(tree);
    draft.orderBy = List.of(order);
    return with(draft);
  }

  @Override
  public SelectValue<R> limit(long rows) {
    requireNotNegative("limit", rows);
    SelectDraft draft = new SelectDraft(tree);
    draft.limit = rows;
    return with(draft);
  }

  @Override
  public SelectValue<R> offset(long rows) {
    requireNotNegative("offset", rows);
    SelectDraft draft = new SelectDraft(tree);
    draft.offset = rows;
    return with(draft);
  }

  @Override
  public SelectValue<R> forUpdate() {
    return forUpdate(LockWait.WAIT);
  }

  @Override
  public SelectValue<R> forUpdate(LockWait wait) {
    SelectDraft draft = body("forUpdate");
    draft.lock = new SelectTree.Lock(true, Objects.requireNonNull(wait, "wait"));
    return with(draft);
  }

  @Override
  public SelectValue<R> forShare(LockWait wait) {
    SelectDraft draft = body("forShare");
    draft.lock = new SelectTree.Lock(false, Objects.requireNonNull(wait, "wait"));
    return with(draft);
  }

  @Override
  public SelectValue<R> timeout(Duration limit) {
    requireNotNegative("timeout", limit.isNegative() ? -1 : 0);
    SelectDraft draft = new SelectDraft(tree);
    draft.timeout = limit;
    return with(draft);
  }

  @Override
  public SelectValue<R> label(String label) {
    SelectDraft draft = new SelectDraft(tree);
    draft.label = Objects.requireNonNull(label, "label");
    return with(draft);
  }

  @Override
  public SelectValue<R> unscoped(String reason) {
    SelectDraft draft = new SelectDraft(tree);
    draft.unscoped = Reasons.require(reason);
    return with(draft);
  }

  @Override
  public <V> SelectValue<R> bind(Param<V> parameter, V value) {
    Objects.requireNonNull(value, () -> "parameter " + parameter + " is null");
    SelectDraft draft = new SelectDraft(tree);
    draft.bindings = Bindings.with(draft.bindings, parameter, value);
    return with(draft);
  }

  @Override
  public <Z> SelectValue<Z> select(Selectable<Z> result) {
    return new SelectValue<>(
        runner, body("select").giving(Objects.requireNonNull(result, "result")));
  }

  @Override
  @SuppressWarnings("unchecked") // the rows are those of the table until select is called
  public <Z> SelectValue<Z> select(Shape<R, Z> shape) {
    if (tree.result() != tree.from()) {
      throw new IllegalStateException("a shape begins at whole rows; call select once");
    }
    return select(shape.at((Table<R>) tree.from()));
  }

  private SelectValue<R> with(SelectDraft draft) {
    return new SelectValue<>(runner, draft.giving(tree.result()));
  }

  /** A copy whose clauses may still change; those of combined queries belong to the parts. */
  private SelectDraft body(String step) {
    if (!tree.parts().isEmpty()) {
      throw new IllegalStateException(
          step + " belongs to one of the combined queries: call it before they are combined, or"
              + " make them a table with asTable");
    }
    return new SelectDraft(tree);
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
  public RowReader<R> reader() {
    return tree.result().reader();
  }

  @Override
  public void forEach(Consumer<? super R> action) {
    Object unused = runner().stream(tree, rows -> {
      rows.forEach(action);
      return tree;
    });
  }

  @Override
  public <X> X stream(Function<? super Stream<R>, ? extends X> use) {
    return runner().stream(tree, use);
  }

  @Override
  public Page<R> page(Keyset keyset) {
    return runner().page(tree, keyset);
  }

  @Override
  public QueryText text() {
    return runner().text(tree);
  }

  @Override
  public List<String> explain() {
    return runner().explain(tree);
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
