package orm.engine;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.StaleRowException;
import orm.api.error.StatementException;
import orm.api.error.TimeoutException;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Key;
import orm.api.model.Table;
import orm.api.model.UniqueKey;
import orm.api.query.Keyset;
import orm.api.query.MutationTree;
import orm.api.query.Page;
import orm.api.query.QueryText;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.engine.execute.Executor.Call;
import orm.engine.execute.QueryExecutor;
import orm.engine.execute.RowExecutor;
import orm.engine.execute.Subject;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.lifecycle.EntityListeners;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Disclosure;
import orm.engine.plan.TableGuard;
import orm.engine.plan.TableModel;
import orm.engine.plan.WrittenColumns;
import orm.engine.render.RenderedSql;
import orm.engine.render.SelectRenderer.Purpose;
import orm.engine.render.TableStatements;
import orm.engine.render.TableStatements.TableSql;
import orm.spi.mapping.EntityMapping;
import orm.spi.validation.WriteKind;

/**
 * The operations on one connection. What holds the connection, and what a failure means for it, is
 * decided outside.
 *
 * <p>Map: single rows, then many rows, then queries; at the end how a call is described and
 * limited.
 */
final class Session {
  /**
   * Rows that are sent by one statement; more are sent by several, so that memory stays bounded.
   */
  static final int MAX_ROWS_TOGETHER = 10_000;

  private static final Selectable<Boolean> NOTHING = Selectable.of(row -> true, List.of());

  private final Generation generation;
  private final Connection connection;
  private final RowIntake intake;
  private final @Nullable TransactionHandle tx;

  /**
   * Makes a session.
   *
   * @param tx the transaction of the connection; null for none
   */
  Session(
      Generation generation,
      Connection connection,
      RowIntake intake,
      @Nullable TransactionHandle tx) {
    this.generation = generation;
    this.connection = connection;
    this.intake = intake;
    this.tx = tx;
  }

  private Session with(FilterSet filters) {
    return new Session(generation, connection, intake.with(filters), tx);
  }

  /** {@return the same session, seeing what filters hide} */
  Session unscoped() {
    return with(FilterSet.LIFTED);
  }

  Generation generation() {
    return generation;
  }

  <E, K> @Nullable E find(Key<E, K> key, K value) {
    EntityTable<E, ?> table = key.table();
    TableStatements statements = statements(table);
    List<String> keyColumns = key.keyColumns();
    TableSql sql = guarded(statements, statements.find(keyColumns, subtype(table)));
    E found = rows()
        .one(
            call("find", statements),
            sql,
            statements.key(keyColumns),
            null,
            out -> key.writeKey(value, out),
            table.mapping());
    EntityListeners<E> told = intake.listeners().of(table.mapping());
    return found == null || told == null
        ? found
        : told.afterLoad(statements.table().entity(), found);
  }

  <E> E insert(EntityTable<E, ?> table, E row) {
    TableStatements statements = statements(table);
    String entity = statements.table().entity();
    E complete = intake.checked(table.mapping(), entity, row, WriteKind.INSERT);
    requireVisible("insert", statements, table.mapping(), complete);
    return written(table, insertComplete(table, statements, complete), WriteKind.INSERT);
  }

  private <E> E insertComplete(EntityTable<E, ?> table, TableStatements statements, E complete) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableSql sql = statements.insert();
    List<ColumnModel> columns = statements.table().columns();
    Call call = call("insert", statements);
    if (!statements.readsBack()) {
      rows().change(call, sql, columns, out -> mapping.write(complete, out));
      return complete;
    }
    E stored = rows()
        .one(
            call,
            sql,
            columns,
            sql.positions(),
            out -> mapping.write(complete, out),
            back -> mapping.withGenerated(complete, back));
    return requireRow(call, stored);
  }

  <E> E update(EntityTable<E, ?> table, E row) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    String entity = statements.table().entity();
    E complete = intake.checked(mapping, entity, row, WriteKind.UPDATE);
    requireVisible("update", statements, mapping, complete);
    long changed = rows()
        .change(
            call("update", statements),
            guarded(statements, statements.update()),
            statements.table().columns(),
            out -> mapping.write(complete, out));
    if (changed == 0) {
      throw stale("update", statements, 1, 0);
    }
    return written(table, mapping.withNextVersion(complete), WriteKind.UPDATE);
  }

  <E> E upsert(EntityTable<E, ?> table, E row) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    String entity = statements.table().entity();
    E complete = intake.checked(mapping, entity, row, WriteKind.UPSERT);
    requireVisible("upsert", statements, mapping, complete);
    if (mapping.key(complete) == null) {
      return written(table, insertComplete(table, statements, complete), WriteKind.UPSERT);
    }
    TableSql sql = guarded(statements, statements.upsert());
    Call call = call("upsert", statements);
    E stored = rows()
        .one(
            call,
            sql,
            statements.table().columns(),
            sql.positions(),
            out -> mapping.write(complete, out),
            mapping);
    return written(table, requireUpserted(call, statements, stored), WriteKind.UPSERT);
  }

  <E> void delete(EntityTable<E, ?> table, E row) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    EntityListeners<E> told = intake.listeners().of(mapping);
    String entity = statements.table().entity();
    if (told != null) {
      told.beforeDelete(entity, row);
    }
    if (statements.deletesSoftly() && !intake.filters().isLifted()) {
      markDeleted(table, statements, row);
    } else {
      takeAway(mapping, statements, row);
    }
    if (told != null) {
      told.afterDelete(entity, row);
    }
  }

  private <E> void takeAway(EntityMapping<E, ?> mapping, TableStatements statements, E row) {
    long changed = rows()
        .change(
            call("delete", statements),
            guarded(statements, statements.delete()),
            statements.table().columns(),
            out -> mapping.write(row, out));
    if (changed == 0) {
      throw stale("delete", statements, 1, 0);
    }
  }

  /** Marks one row as deleted, by key and version. */
  private <E> void markDeleted(EntityTable<E, ?> table, TableStatements statements, E row) {
    MutationTree<E> tree = ofRow(MutationTree.Kind.DELETE, table, statements, row, List.of());
    if (mutate(tree, null, new ArrayList<>()) == 0) {
      throw stale("delete", statements, 1, 0);
    }
  }

  /** Takes back that a row was marked as deleted. */
  <E> E restore(EntityTable<E, ?> table, E row) {
    TableStatements statements = statements(table);
    ColumnSchema deleted = statements
        .table()
        .schema()
        .columnOf(Role.DELETED)
        .orElseThrow(() -> new InvalidQueryException(Failure.of(
                ErrorCode.INVALID_QUERY, "Cannot restore " + statements.table().entity())
            .because("its rows are taken away when they are deleted")
            .fix("Declare a component @SoftDelete.")
            .at(statements.table().entity(), null)));
    Column<E, Object> column = new Column<>(table.source(), deleted.name(), Object.class);
    boolean flag = deleted.type().kind() == ColumnType.Kind.BOOLEAN;
    MutationTree<E> tree = ofRow(
        MutationTree.Kind.UPDATE,
        table,
        statements,
        row,
        List.of(new MutationTree.Assignment(column, flag ? Expressions.value(false) : null)),
        flag ? column.eq(true) : column.isNotNull());
    List<E> restored = new ArrayList<>();
    with(intake.filters().withDeleted()).mutate(tree, table, restored);
    if (restored.isEmpty()) {
      throw stale("restore", statements, 1, 0);
    }
    return restored.get(0);
  }

  /** A mutation of the row with the key and version of this one. */
  private static <E> MutationTree<E> ofRow(
      MutationTree.Kind kind,
      EntityTable<E, ?> table,
      TableStatements statements,
      E row,
      List<MutationTree.Assignment> assignments,
      Condition... more) {
    WrittenColumns written = new WrittenColumns();
    table.mapping().write(row, written);
    TableModel model = statements.table();
    List<Condition> where = new ArrayList<>(List.of(more));
    for (int i = 0; i < model.columns().size(); i++) {
      ColumnModel column = model.columns().get(i);
      Object value = written.values().get(i);
      boolean tells = model.key().contains(column) || column.schema().role() == Role.VERSION;
      if (tells && value != null) {
        where.add(
            new Column<E, Object>(table.source(), column.schema().name(), Object.class).eq(value));
      }
    }
    return new MutationTree<>(
        kind,
        table,
        List.of(),
        assignments,
        null,
        List.of(),
        null,
        where,
        false,
        0,
        Long.MAX_VALUE,
        Duration.ZERO,
        null,
        null);
  }

  /** What an upsert gives back; nothing where a filter hides the row that is there. */
  private static <E> E requireUpserted(Call call, TableStatements statements, @Nullable E row) {
    TableGuard guard = statements.guard();
    if (row == null && guard != null) {
      throw guard.hidden("upsert");
    }
    return requireRow(call, row);
  }

  private static <E> E requireRow(Call call, @Nullable E row) {
    if (row == null) {
      TableModel table = call.subject().table();
      String entity = table == null ? "a row" : table.entity();
      throw new StatementException(
          Failure.of(ErrorCode.STATEMENT_FAILED, "Cannot " + call.subject().verb() + " " + entity)
              .because("the database stored no row; a trigger or rule may have left it out")
              .fix("Look at the triggers of the table.")
              .at(entity, null));
    }
    return row;
  }

  <E> List<E> insertAll(EntityTable<E, ?> table, List<? extends E> rows) {
    String entity = statements(table).table().entity();
    List<E> complete = intake.checked(table.mapping(), entity, rows, WriteKind.INSERT);
    requireAllVisible("insert", statements(table), table.mapping(), complete);
    return written(table, insertComplete(table, complete), WriteKind.INSERT);
  }

  /** Inserts rows that were checked before, together with others. */
  <E> List<E> insertChecked(EntityTable<E, ?> table, List<? extends E> rows) {
    if (intake.listeners().of(table.mapping()) != null) {
      return insertAll(table, rows); // the listeners may give rows that nobody has checked
    }
    intake.expect(rows.size());
    List<E> complete = new ArrayList<>(rows.size());
    for (E row : rows) {
      complete.add(intake.completed(table.mapping(), row, WriteKind.INSERT));
    }
    requireAllVisible("insert", statements(table), table.mapping(), complete);
    return insertComplete(table, complete);
  }

  private <E> List<E> insertComplete(EntityTable<E, ?> table, List<E> complete) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    List<ColumnModel> columns = statements.table().columns();
    if (!statements.insertsTogether()) {
      TableSql sql = statements.insert();
      if (statements.readsBack()) {
        return rows()
            .each(
                call("insert", statements),
                sql,
                columns,
                complete,
                mapping::write,
                mapping::withGenerated);
      }
      rows().changeEach(call("insert", statements), sql, columns, complete, mapping::write);
      return complete;
    }
    TableSql sql = statements.insertAll();
    List<E> stored = new ArrayList<>(complete.size());
    for (List<E> part : parts(complete)) {
      if (statements.readsBack()) {
        int[] next = {0};
        stored.addAll(rows()
            .arrays(
                call("insert", statements),
                sql,
                columns,
                sql.positions(),
                part,
                mapping::write,
                back -> mapping.withGenerated(part.get(next[0]++), back)));
      } else {
        rows().changeArrays(call("insert", statements), sql, columns, part, mapping::write);
        stored.addAll(part);
      }
    }
    return stored;
  }

  <E> List<E> updateAll(EntityTable<E, ?> table, List<? extends E> rows) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    String entity = statements.table().entity();
    List<E> complete = intake.checked(mapping, entity, rows, WriteKind.UPDATE);
    requireAllVisible("update", statements, mapping, complete);
    requireDistinctKeys(mapping, complete, "update", statements);
    List<ColumnModel> columns = statements.table().columns();
    long changed = 0;
    if (statements.sendsArrays()) {
      for (List<E> part : parts(complete)) {
        changed += rows()
            .changeArrays(
                call("update", statements),
                guarded(statements, statements.updateAll()),
                columns,
                part,
                mapping::write);
      }
    } else {
      changed = rows()
          .changeEach(
              call("update", statements),
              guarded(statements, statements.update()),
              columns,
              complete,
              mapping::write);
    }
    if (changed < complete.size()) {
      throw stale("update", statements, complete.size(), changed);
    }
    List<E> stored = new ArrayList<>(complete.size());
    for (E row : complete) {
      stored.add(mapping.withNextVersion(row));
    }
    return written(table, stored, WriteKind.UPDATE);
  }

  <E> List<E> upsertAll(EntityTable<E, ?> table, List<? extends E> rows) {
    EntityMapping<E, ?> mapping = table.mapping();
    TableStatements statements = statements(table);
    List<E> keyed = new ArrayList<>();
    List<E> unkeyed = new ArrayList<>();
    List<Boolean> hasKey = new ArrayList<>(rows.size());
    String entity = statements.table().entity();
    List<E> all = intake.checked(mapping, entity, rows, WriteKind.UPSERT);
    requireAllVisible("upsert", statements, mapping, all);
    for (E complete : all) {
      boolean known = mapping.key(complete) != null;
      hasKey.add(known);
      (known ? keyed : unkeyed).add(complete);
    }
    requireDistinctKeys(mapping, keyed, "upsert", statements);
    List<E> inserted = unkeyed.isEmpty() ? List.of() : insertComplete(table, unkeyed);
    List<E> overwritten = keyed.isEmpty() ? List.of() : upsertKeyed(mapping, statements, keyed);
    List<E> stored = new ArrayList<>(rows.size());
    int nextInserted = 0;
    int nextOverwritten = 0;
    for (boolean known : hasKey) {
      stored.add(known ? overwritten.get(nextOverwritten++) : inserted.get(nextInserted++));
    }
    return written(table, stored, WriteKind.UPSERT);
  }

  private <E> List<E> upsertKeyed(
      EntityMapping<E, ?> mapping, TableStatements statements, List<E> rows) {
    List<ColumnModel> columns = statements.table().columns();
    if (!statements.sendsArrays() && statements.guard() != null) {
      return upsertGuarded(mapping, statements, rows);
    }
    if (!statements.sendsArrays()) {
      return rows()
          .each(
              call("upsert", statements),
              statements.upsert(),
              columns,
              rows,
              mapping::write,
              (row, back) -> mapping.read(back));
    }
    TableSql sql = guarded(statements, statements.upsertAll());
    Map<Object, E> byKey = new HashMap<>();
    for (List<E> part : parts(rows)) {
      List<E> stored = rows()
          .arrays(
              call("upsert", statements),
              sql,
              columns,
              sql.positions(),
              part,
              mapping::write,
              mapping);
      for (E row : stored) {
        byKey.put(keyOf(mapping, row), row);
      }
    }
    List<E> ordered = new ArrayList<>(rows.size());
    for (E row : rows) {
      ordered.add(
          requireUpserted(call("upsert", statements), statements, byKey.get(keyOf(mapping, row))));
    }
    return ordered;
  }

  /** One by one, because a statement that gives no row back tells of one that is hidden. */
  private <E> List<E> upsertGuarded(
      EntityMapping<E, ?> mapping, TableStatements statements, List<E> rows) {
    Call call = call("upsert", statements);
    TableSql sql = guarded(statements, statements.upsert());
    List<E> stored = new ArrayList<>(rows.size());
    for (E row : rows) {
      E back = rows()
          .one(
              call,
              sql,
              statements.table().columns(),
              sql.positions(),
              out -> mapping.write(row, out),
              mapping);
      stored.add(requireUpserted(call, statements, back));
    }
    return stored;
  }

  private static <E> Object keyOf(EntityMapping<E, ?> mapping, E row) {
    Object key = mapping.key(row);
    return key == null ? row : key; // a row without a key is refused when it is bound
  }

  private static <E> void requireDistinctKeys(
      EntityMapping<E, ?> mapping, List<E> rows, String verb, TableStatements statements) {
    Set<Object> keys = new HashSet<>();
    for (E row : rows) {
      if (!keys.add(keyOf(mapping, row))) {
        throw new InvalidQueryException(Failure.of(
                ErrorCode.INVALID_QUERY,
                "Cannot " + verb + " several " + statements.table().entity())
            .because("two of the rows have the same key, and which one counts is not said")
            .fix("Give each key once."));
      }
    }
  }

  <E, K> List<E> findAll(Key<E, K> key, Collection<? extends K> values) {
    List<K> distinct = new ArrayList<>(new LinkedHashSet<>(values));
    if (distinct.isEmpty()) {
      return List.of();
    }
    EntityTable<E, ?> table = key.table();
    List<String> keyColumns = key.keyColumns();
    if (keyColumns.size() == 1) {
      return list(Select.from(table).where(keyColumn(key).in(distinct)).tree());
    }
    TableStatements statements = statements(table);
    List<ColumnModel> columns = statements.key(keyColumns);
    List<E> found = new ArrayList<>();
    for (List<K> part : parts(distinct)) {
      TableSql sql = guarded(statements, statements.findAll(keyColumns, part.size()));
      Call call = call("find", statements);
      if (statements.sendsArrays()) {
        found.addAll(rows().arrays(call, sql, columns, null, part, key::writeKey, table.mapping()));
      } else {
        List<ColumnModel> repeated = new ArrayList<>(columns.size() * part.size());
        Collections.nCopies(part.size(), columns).forEach(repeated::addAll);
        found.addAll(rows()
            .rows(
                call,
                sql,
                repeated,
                out -> part.forEach(value -> key.writeKey(value, out)),
                table.mapping()));
      }
    }
    EntityListeners<E> told = intake.listeners().of(table.mapping());
    return Collections.unmodifiableList(told == null ? found : loaded(told, table, found));
  }

  @SuppressWarnings("unchecked") // a key of one column has the type of that column
  private static <E, K> Column<E, K> keyColumn(Key<E, K> key) {
    return key instanceof UniqueKey<E, K> unique
        ? unique.column()
        : new Column<>(key.table().source(), key.keyColumns().get(0), (Class<K>) Object.class);
  }

  <R> List<R> list(SelectTree<R> tree) {
    List<Object> values = new ArrayList<>();
    RenderedSql sql = query(tree, Purpose.ROWS, values);
    List<R> rows = queries().query(call("query", tree), sql, values, tree.result());
    EntityListeners<R> told = told(tree);
    return told == null ? rows : loaded(told, (EntityTable<R, ?>) tree.result(), rows);
  }

  <R, X> X stream(SelectTree<R> tree, Function<? super Stream<R>, ? extends X> use) {
    List<Object> values = new ArrayList<>();
    RenderedSql sql = query(tree, Purpose.STREAM, values);
    EntityListeners<R> told = told(tree);
    if (told == null) {
      return queries().stream(call("query", tree), sql, values, tree.result(), use);
    }
    String entity = entity((EntityTable<R, ?>) tree.result());
    return queries().stream(
        call("query", tree),
        sql,
        values,
        tree.result(),
        rows -> use.apply(rows.map(row -> told.afterLoad(entity, row))));
  }

  /** Who is told of the rows of a query; null for nobody, and where they are no whole rows. */
  private <R> @Nullable EntityListeners<R> told(SelectTree<R> tree) {
    return tree.result() instanceof EntityTable<R, ?> table
        ? intake.listeners().of(table.mapping())
        : null;
  }

  private <E> List<E> loaded(EntityListeners<E> told, EntityTable<E, ?> table, List<E> rows) {
    String entity = entity(table);
    List<E> loaded = new ArrayList<>(rows.size());
    for (E row : rows) { // a join may have left a row away
      loaded.add(row == null ? row : told.afterLoad(entity, row));
    }
    return Collections.unmodifiableList(loaded);
  }

  /** Tells listeners of a row that was written. */
  private <E> E written(EntityTable<E, ?> table, E row, WriteKind kind) {
    EntityListeners<E> told = intake.listeners().of(table.mapping());
    if (told != null) {
      told.afterWrite(entity(table), List.of(row), kind);
    }
    return row;
  }

  /** Tells listeners of rows that were written. */
  private <E> List<E> written(EntityTable<E, ?> table, List<E> rows, WriteKind kind) {
    EntityListeners<E> told = intake.listeners().of(table.mapping());
    if (told != null) {
      told.afterWrite(entity(table), rows, kind);
    }
    return rows;
  }

  private String entity(EntityTable<?, ?> table) {
    return generation.models().of(table.mapping()).entity();
  }

  List<String> explain(SelectTree<?> tree) {
    List<Object> values = new ArrayList<>();
    RenderedSql sql = query(tree, Purpose.EXPLAIN, values);
    List<String> lines = queries().lines(call("explain", tree), sql, values);
    if (sql.filters().names().isEmpty()) {
      return lines;
    }
    List<String> all = new ArrayList<>();
    all.add("filters: " + String.join(", ", sql.filters().names()));
    all.addAll(lines);
    return Collections.unmodifiableList(all);
  }

  <R> Page<R> page(SelectTree<R> tree, Keyset keyset) {
    Page<R> page = KeysetReader.page(this, tree, keyset);
    EntityListeners<R> told = told(tree);
    return told == null
        ? page
        : new Page<>(
            loaded(told, (EntityTable<R, ?>) tree.result(), page.rows()),
            page.next(),
            page.previous());
  }

  /** Returns the text of a query, planned with the filters of this session. */
  RenderedSql query(SelectTree<?> tree, Purpose purpose, List<Object> values) {
    return generation.query(tree, purpose, values, intake.filters());
  }

  static QueryText text(Generation generation, SelectTree<?> tree, FilterSet filters) {
    List<Object> values = new ArrayList<>();
    return text(generation.query(tree, Purpose.ROWS, values, filters), values);
  }

  private static QueryText text(RenderedSql sql, List<Object> values) {
    List<String> shown = new ArrayList<>();
    for (RenderedSql.Bind bind : sql.binds()) {
      if (bind.slot() >= 0) {
        boolean hidden = bind.disclosure() == Disclosure.SENSITIVE;
        shown.add(hidden ? "***" : String.valueOf(values.get(bind.slot())));
      } else if (bind.slot() <= RenderedSql.firstKeySlot()) {
        shown.add("<keys>");
      }
    }
    return new QueryText(sql.text(), shown, lists(sql, values), sql.filters().names());
  }

  private static List<QueryText> lists(RenderedSql sql, List<Object> values) {
    List<QueryText> lists = new ArrayList<>();
    for (RenderedSql.Nested list : sql.nested()) {
      if (list.joined()) {
        lists.addAll(lists(list.sql(), values));
      } else {
        lists.add(text(list.sql(), values));
      }
    }
    return lists;
  }

  long count(SelectTree<?> tree) {
    List<Object> values = new ArrayList<>();
    RenderedSql sql = query(withoutRow(tree), Purpose.COUNT, values);
    return queries().number(call("count", tree), sql, values);
  }

  boolean exists(SelectTree<?> tree) {
    List<Object> values = new ArrayList<>();
    RenderedSql sql = query(withoutRow(tree), Purpose.EXISTS, values);
    return queries().number(call("query", tree), sql, values) >= 0;
  }

  /** Whole rows that are only counted are not read, so that an outer join may leave them away. */
  private static SelectTree<?> withoutRow(SelectTree<?> tree) {
    boolean counted = tree.result() instanceof Table<?>
        && tree.grouping() == null
        && tree.distinct() == null
        && tree.parts().isEmpty();
    return counted ? tree.giving(NOTHING) : tree;
  }

  /** Runs an insert, update or delete; {@code result} is null where nothing is read back. */
  <E, R> long mutate(MutationTree<E> tree, @Nullable Selectable<R> result, List<R> into) {
    TableModel table = generation.models().of(tree.table().mapping());
    String verb = tree.kind().name().toLowerCase(Locale.ROOT);
    Call call = call(new Subject(verb, table, tree.label()), tree.timeout().toNanos());
    return new MutationRunner(generation, intake, call).run(tree, result, into);
  }

  void execute(String verb, @Nullable TableModel table, String sql) {
    generation.executor().execute(call(new Subject(verb, table), 0), sql);
  }

  static <T> List<List<T>> parts(List<T> rows) {
    List<List<T>> parts = new ArrayList<>();
    for (int begin = 0; begin < rows.size(); begin += MAX_ROWS_TOGETHER) {
      parts.add(rows.subList(begin, Math.min(begin + MAX_ROWS_TOGETHER, rows.size())));
    }
    return parts;
  }

  private static @Nullable String subtype(EntityTable<?, ?> table) {
    Source<?> source = table.source();
    return source.kind() == Source.Kind.SUBTYPE ? source.name() : null;
  }

  private static StaleRowException stale(
      String verb, TableStatements statements, long wanted, long changed) {
    TableModel table = statements.table();
    return new StaleRowException(
        Failure.of(ErrorCode.STALE_ROW, "Cannot " + verb + " " + table.entity())
            .because(
                wanted == 1
                    ? "the row was changed or deleted since it was read"
                    : (wanted - changed)
                        + " of "
                        + wanted
                        + " rows were changed or deleted since they were read")
            .fix("Read it again and repeat the change.")
            .at(table.entity(), null));
  }

  private TableStatements statements(EntityTable<?, ?> table) {
    return generation.statements(table.mapping(), intake.filters());
  }

  /** A statement with the values that filters give to this call. */
  private static TableSql guarded(TableStatements statements, TableSql sql) {
    TableGuard guard = statements.guard();
    return guard == null ? sql : sql.with(guard.values());
  }

  /** Refuses a row that filters would hide. */
  private static <E> void requireVisible(
      String verb, TableStatements statements, EntityMapping<E, ?> mapping, E row) {
    TableGuard guard = statements.guard();
    if (guard != null) {
      guard.require(verb, mapping, List.of(row));
    }
  }

  /** Refuses rows that filters would hide. */
  private static <E> void requireAllVisible(
      String verb, TableStatements statements, EntityMapping<E, ?> mapping, List<E> rows) {
    TableGuard guard = statements.guard();
    if (guard != null) {
      guard.require(verb, mapping, rows);
    }
  }

  private RowExecutor rows() {
    return generation.rowExecutor();
  }

  private QueryExecutor queries() {
    return generation.queryExecutor();
  }

  private Call call(String verb, TableStatements statements) {
    return call(new Subject(verb, statements.table()), 0);
  }

  private Call call(String verb, SelectTree<?> tree) {
    Source<?> from = tree.from().source();
    TableModel table = from.isEntity() ? generation.models().of(from.mapping()) : null;
    return call(new Subject(verb, table), tree.timeout().toNanos());
  }

  /** A call that is about no table. */
  Call call(String verb, Duration timeout) {
    return call(new Subject(verb, null), timeout.toNanos());
  }

  private Call call(Subject subject, long ownNanos) {
    return new Call(connection, subject, limit(ownNanos), tx == null ? null : tx.watched());
  }

  /** The least of the limits of this statement, the database and the transaction; 0 for none. */
  private long limit(long ownNanos) {
    long limit = ownNanos;
    long general = generation.statementNanos();
    if (general > 0 && (limit == 0 || general < limit)) {
      limit = general;
    }
    long deadline = tx == null ? 0 : tx.deadline();
    if (deadline != 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw expired();
      }
      limit = limit == 0 ? left : Math.min(limit, left);
    }
    return limit;
  }

  static TimeoutException expired() {
    return new TimeoutException(Failure.of(ErrorCode.TIMEOUT, "Cannot continue the transaction")
        .because("its time limit has passed")
        .fix("Raise Tx.timeout, or do less in one transaction."));
  }

  /** The deadline for work that begins now; 0 for none. */
  static long deadline(Duration timeout) {
    if (timeout.isZero()) {
      return 0;
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout.toMillis());
    return end == 0 ? 1 : end;
  }
}
