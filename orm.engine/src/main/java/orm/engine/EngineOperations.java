package orm.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.Operations;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.RowNotFoundException;
import orm.api.expression.Selectable;
import orm.api.model.EntityTable;
import orm.api.model.Graph;
import orm.api.model.Key;
import orm.api.model.Link;
import orm.api.model.Ref;
import orm.api.model.Table;
import orm.api.query.DeleteWithoutWhere;
import orm.api.query.Insert;
import orm.api.query.Keyset;
import orm.api.query.MutationTree;
import orm.api.query.Page;
import orm.api.query.Query;
import orm.api.query.QueryText;
import orm.api.query.Runner;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.query.UpdateWithoutSet;
import orm.api.sql.SqlStatement;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.lifecycle.RowListeners;

/** The operations that a database and a transaction share; they differ in where a call runs. */
abstract class EngineOperations implements Operations, Runner {
  private static final Logger FILTER_LOG = LoggerFactory.getLogger("orm.filter");

  /** What a call needs. */
  enum Access implements AccessRule {
    /** One statement that reads. */
    READ,
    /** One statement whose rows are read while a transaction keeps them. */
    CURSOR,
    /** One statement that writes. */
    WRITE,
    /** Several statements of which all or none must count. */
    ATOMIC;

    @Override
    public Access of(Generation generation) {
      return this;
    }
  }

  /** Tells what a call needs, once it is known where it runs. */
  @FunctionalInterface
  interface AccessRule {
    Access of(Generation generation);
  }

  /** What a call does. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(Session session);
  }

  abstract <T extends @Nullable Object> T run(AccessRule access, Work<T> work);

  /** The filters that apply to a statement that begins now. */
  abstract FilterSet filters();

  /** Who is told of rows. */
  abstract RowListeners listeners();

  /** A listener may fail after the statement, which must then be undone. */
  private Access writing(EntityTable<?, ?> table) {
    return listeners().of(table.mapping()) == null ? Access.WRITE : Access.ATOMIC;
  }

  /** Asks what is known without a connection. */
  abstract <T> T ask(Function<Generation, T> question);

  @Override
  public <E, K> Optional<E> find(Key<E, K> key, K value) {
    return Optional.ofNullable(this.<E, K>findOrNull(key, value));
  }

  private <E, K> @Nullable E findOrNull(Key<E, K> key, K value) {
    Objects.requireNonNull(value, "value");
    return this.<@Nullable E>run(Access.READ, session -> session.find(key, value));
  }

  @Override
  public <E, K> E get(Key<E, K> key, K value) {
    E row = findOrNull(key, value);
    if (row == null) {
      throw notFound(key.table(), String.join(", ", key.keyColumns()));
    }
    return row;
  }

  @Override
  public <E> E follow(Ref<E> ref) {
    return follow(ref.table(), ref);
  }

  private <E, K> E follow(EntityTable<E, K> table, Ref<E> ref) {
    return get(table, table.key(ref));
  }

  private static RowNotFoundException notFound(EntityTable<?, ?> table, String key) {
    return new RowNotFoundException(
        Failure.of(ErrorCode.ROW_NOT_FOUND, "Cannot get a row of " + table.name())
            .because("there is none with this " + key)
            .fix("Use find() where the row may be missing.")
            .at(table.name(), key));
  }

  @Override
  public <E, K> List<E> findAll(Key<E, K> key, Collection<? extends K> values) {
    return run(Access.READ, session -> session.findAll(key, values));
  }

  @Override
  public <E> E insert(EntityTable<E, ?> table, E row) {
    Objects.requireNonNull(row, "row");
    return run(writing(table), session -> session.insert(table, row));
  }

  @Override
  public <E> List<E> insertAll(EntityTable<E, ?> table, Collection<? extends E> rows) {
    List<E> all = List.copyOf(rows);
    if (all.isEmpty()) {
      return List.of();
    }
    Access needed = writing(table);
    AccessRule access = generation -> needed == Access.ATOMIC
        ? needed
        : oneStatement(all.size(), generation.statements(table.mapping()).insertsTogether());
    return Collections.unmodifiableList(run(access, session -> session.insertAll(table, all)));
  }

  @Override
  public <E> E update(EntityTable<E, ?> table, E row) {
    Objects.requireNonNull(row, "row");
    return run(writing(table), session -> session.update(table, row));
  }

  @Override
  public <E> List<E> updateAll(EntityTable<E, ?> table, Collection<? extends E> rows) {
    List<E> all = List.copyOf(rows);
    // a row that is stale shows only after the others were updated: these must be undone
    return all.isEmpty()
        ? List.of()
        : Collections.unmodifiableList(
            run(Access.ATOMIC, session -> session.updateAll(table, all)));
  }

  @Override
  public <E> E upsert(EntityTable<E, ?> table, E row) {
    Objects.requireNonNull(row, "row");
    return run(writing(table), session -> session.upsert(table, row));
  }

  @Override
  public <E> List<E> upsertAll(EntityTable<E, ?> table, Collection<? extends E> rows) {
    List<E> all = new ArrayList<>(rows);
    return all.isEmpty()
        ? List.of()
        : Collections.unmodifiableList(
            run(Access.ATOMIC, session -> session.upsertAll(table, all)));
  }

  private static Access oneStatement(int rows, boolean together) {
    return rows == 1 || (together && rows <= Session.MAX_ROWS_TOGETHER)
        ? Access.WRITE
        : Access.ATOMIC;
  }

  @Override
  public <E> void delete(EntityTable<E, ?> table, E row) {
    Objects.requireNonNull(row, "row");
    run(writing(table), session -> {
      session.delete(table, row);
      return true;
    });
  }

  @Override
  public <E> E restore(EntityTable<E, ?> table, E row) {
    Objects.requireNonNull(row, "row");
    return run(Access.WRITE, session -> session.restore(table, row));
  }

  @Override
  public Operations unscoped(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why the filters do not apply");
    }
    FILTER_LOG.info("a handle is used without filters: {}", reason);
    return new UnscopedOperations(this);
  }

  @Override
  public <E> Insert<E> insertInto(EntityTable<E, ?> table) {
    return Insert.on(this, table);
  }

  @Override
  public <E> UpdateWithoutSet<E> update(EntityTable<E, ?> table) {
    return UpdateWithoutSet.on(this, table);
  }

  @Override
  public <E> DeleteWithoutWhere<E> deleteFrom(EntityTable<E, ?> table) {
    return DeleteWithoutWhere.on(this, table);
  }

  @Override
  public long execute(MutationTree<?> mutation) {
    Mutating call = new Mutating(this, mutation);
    return run(call, call);
  }

  @Override
  public <R> List<R> returning(MutationTree<?> mutation, Selectable<R> result) {
    AccessRule access = generation -> access(mutation, generation);
    return run(access, session -> {
      List<R> rows = new ArrayList<>();
      session.mutate(mutation, result, rows);
      return Collections.unmodifiableList(rows);
    });
  }

  /** Runs a mutation that gives nothing back: one object instead of two closures. */
  private record Mutating(EngineOperations on, MutationTree<?> tree)
      implements AccessRule, Work<Long> {
    @Override
    public Access of(Generation generation) {
      return on.access(tree, generation);
    }

    @Override
    public Long run(Session session) {
      return session.mutate(tree, null, new ArrayList<>());
    }
  }

  private Access access(MutationTree<?> mutation, Generation generation) {
    return mutation.insertsRows() && writing(mutation.table()) == Access.ATOMIC
        ? Access.ATOMIC
        : MutationRunner.access(mutation, generation, filters());
  }

  @Override
  public void insert(Graph graph) {
    if (graph.entries().stream().anyMatch(entry -> graph.isStored(entry.ref()))) {
      throw new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot insert the graph")
          .because("it was inserted before")
          .fix("Make a new graph for new rows."));
    }
    boolean unused = atomically(operations -> {
      GraphInsert.run(operations, graph);
      return true;
    });
  }

  @Override
  public <A, B> long link(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others) {
    List<Ref<B>> all = List.copyOf(others);
    return links(relation, links -> links.add(one, all));
  }

  @Override
  public <A, B> long unlink(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others) {
    List<Ref<B>> all = List.copyOf(others);
    return links(relation, links -> links.remove(one, all));
  }

  @Override
  public <A, B> long relink(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others) {
    List<Ref<B>> all = List.copyOf(others);
    return links(relation, links -> links.replace(one, all));
  }

  private long links(Link<?, ?> relation, ToLongFunction<Links> work) {
    return atomically(
        operations -> work.applyAsLong(new Links(operations, operations.generation(), relation)));
  }

  /** Runs several operations in one transaction. */
  abstract <T> T atomically(Function<TransactionHandle, T> work);

  @Override
  public <R> Query<R> from(Table<R> table) {
    return Query.on(this, Select.from(table));
  }

  @Override
  public <R> Query<R> query(Select<R> select) {
    return Query.on(this, select);
  }

  /** {@return whether row locks last longer than a call} */
  abstract boolean isTransaction();

  private void requireLockable(SelectTree<?> tree) {
    if (tree.lock() != null && !isTransaction()) {
      throw new InvalidQueryException(Failure.of(
              ErrorCode.INVALID_QUERY, "Cannot lock rows of " + tree.from().name())
          .because("outside a transaction the locks would end with the query")
          .fix("Run the query inside db.transaction(tx -> …), on tx."));
    }
  }

  @Override
  public <R> List<R> list(SelectTree<R> tree) {
    requireLockable(tree);
    return run(Access.READ, session -> session.list(tree));
  }

  @Override
  public <R, X> X stream(SelectTree<R> tree, Function<? super Stream<R>, ? extends X> use) {
    requireLockable(tree);
    return run(Access.CURSOR, session -> session.stream(tree, use));
  }

  @Override
  public <R> Page<R> page(SelectTree<R> tree, Keyset keyset) {
    requireLockable(tree);
    return run(Access.READ, session -> session.page(tree, keyset));
  }

  @Override
  public QueryText text(SelectTree<?> tree) {
    return ask(generation -> Session.text(generation, tree, filters()));
  }

  @Override
  public List<String> explain(SelectTree<?> tree) {
    return run(Access.READ, session -> session.explain(tree));
  }

  @Override
  public long count(SelectTree<?> tree) {
    return run(Access.READ, session -> session.count(tree));
  }

  @Override
  public boolean exists(SelectTree<?> tree) {
    return run(Access.READ, session -> session.exists(tree));
  }

  @Override
  public SqlStatement sql(String text) {
    return TextStatement.of(this, text);
  }

  @Override
  public int script(String text) {
    ScriptRun script = new ScriptRun(text);
    return run(script, script);
  }
}
