package orm.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.model.EntityTable;
import orm.api.model.Graph;
import orm.api.model.Link;
import orm.api.model.Ref;
import orm.api.model.UnknownKeyException;
import orm.api.sql.SqlStatement;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.TableModel;
import orm.engine.plan.WrittenColumns;
import orm.engine.validation.RowChecks;
import orm.spi.dialect.SqlSyntax;
import orm.spi.validation.WriteKind;

/**
 * Inserts a graph: of the tables that are left, one whose rows refer to stored rows only; where
 * there is none, one that can do with null until the others are there.
 */
final class GraphInsert {
  private final TransactionHandle operations;
  private final Graph graph;
  private final Map<String, List<Graph.Entry<?>>> left = new LinkedHashMap<>();

  /** The rows that have a null in the place of a key. */
  private final List<Deferred<?>> deferred = new ArrayList<>();

  /** A row and the columns that are filled in later. */
  private record Deferred<E>(Graph.Entry<E> entry, List<Integer> columns) {}

  private GraphInsert(TransactionHandle operations, Graph graph) {
    this.operations = operations;
    this.graph = graph;
    for (Graph.Entry<?> entry : graph.entries()) {
      left.computeIfAbsent(entry.table().name(), name -> new ArrayList<>()).add(entry);
    }
  }

  static void run(TransactionHandle operations, Graph graph) {
    GraphInsert insert = new GraphInsert(operations, graph);
    insert.check();
    while (!insert.left.isEmpty()) {
      insert.insertNext();
    }
    insert.deferred.forEach(insert::fillIn);
    for (Graph.Tie<?, ?> tie : graph.ties()) {
      insert.tie(tie);
    }
  }

  /** Lets the validator see all rows before the first one is stored. */
  private void check() {
    RowChecks checks = operations.intake().validators().begin("insert", "the graph");
    if (checks != null) {
      for (int i = 0; i < graph.entries().size(); i++) {
        check(checks, i, graph.entries().get(i));
      }
      checks.requireNone();
    }
  }

  private <E> void check(RowChecks checks, int index, Graph.Entry<E> entry) {
    EntityTable<E, ?> table = entry.table();
    E complete = operations.intake().completed(table.mapping(), entry.row(), WriteKind.INSERT);
    checks.row(model(table).entity(), index, complete, WriteKind.INSERT);
  }

  private void insertNext() {
    for (Map.Entry<String, List<Graph.Entry<?>>> table : left.entrySet()) {
      if (table.getValue().stream().allMatch(GraphInsert::isReady)) {
        store(table.getKey(), table.getValue());
        return;
      }
    }
    graph.deferring(true);
    try {
      for (Map.Entry<String, List<Graph.Entry<?>>> table : left.entrySet()) {
        List<Deferred<?>> incomplete = incomplete(table.getValue());
        if (incomplete != null) {
          deferred.addAll(incomplete);
          store(table.getKey(), table.getValue());
          return;
        }
      }
    } finally {
      graph.deferring(false);
    }
    throw new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot insert the graph")
        .because("rows of " + String.join(", ", left.keySet())
            + " refer to each other in a circle, by references that are required")
        .fix("Declare one reference of the circle @Nullable."));
  }

  private static <E> boolean isReady(Graph.Entry<E> entry) {
    try {
      entry.table().mapping().write(entry.row(), new WrittenColumns());
      return true;
    } catch (UnknownKeyException notStoredYet) {
      return false;
    }
  }

  /** The rows that would be stored with nulls; null if one of these is not allowed. */
  private @Nullable List<Deferred<?>> incomplete(List<Graph.Entry<?>> entries) {
    List<Deferred<?>> incomplete = new ArrayList<>();
    for (Graph.Entry<?> entry : entries) {
      Deferred<?> row = incomplete(entry);
      if (row == null) {
        return null;
      }
      if (!row.columns().isEmpty()) {
        incomplete.add(row);
      }
    }
    return incomplete;
  }

  private <E> @Nullable Deferred<E> incomplete(Graph.Entry<E> entry) {
    TableModel model = model(entry.table());
    WrittenColumns columns = new WrittenColumns();
    try {
      entry.table().mapping().write(entry.row(), columns);
    } catch (UnknownKeyException inKey) {
      return null;
    }
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < model.columns().size(); i++) {
      if (columns.values().get(i) == null && isReference(model, i)) {
        if (!model.columns().get(i).schema().nullable()) {
          return null;
        }
        missing.add(i);
      }
    }
    return new Deferred<>(entry, missing);
  }

  private static boolean isReference(TableModel model, int column) {
    String name = model.columns().get(column).schema().name();
    return model.schema().foreignKeys().stream().anyMatch(key -> key.columns().contains(name));
  }

  /** All rows of one table go in one batch; subtypes have one each. */
  private void store(String table, List<Graph.Entry<?>> entries) {
    left.remove(table);
    Map<EntityTable<?, ?>, List<Graph.Entry<?>>> byType = new LinkedHashMap<>();
    for (Graph.Entry<?> entry : entries) {
      byType.computeIfAbsent(entry.table(), type -> new ArrayList<>()).add(entry);
    }
    byType.forEach(this::storeAll);
  }

  @SuppressWarnings("unchecked") // entries of one table are of its entity
  private <E> void storeAll(EntityTable<E, ?> table, List<? extends Graph.Entry<?>> entries) {
    List<E> rows = new ArrayList<>();
    for (Graph.Entry<?> entry : entries) {
      rows.add((E) entry.row());
    }
    List<E> stored = operations.run(
        EngineOperations.Access.ATOMIC, session -> session.insertChecked(table, rows));
    for (int i = 0; i < stored.size(); i++) {
      graph.resolve((Graph.Entry<E>) entries.get(i), stored.get(i));
    }
  }

  private <E> void fillIn(Deferred<E> row) {
    EntityTable<E, ?> table = row.entry().table();
    TableModel model = model(table);
    SqlSyntax syntax = operations.generation().connector().syntax();
    WrittenColumns columns = new WrittenColumns();
    table.mapping().write(graph.stored(row.entry().ref()), columns);
    List<String> set = new ArrayList<>();
    List<String> where = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int column : row.columns()) {
      Object value = columns.values().get(column);
      if (value != null) { // a reference that is null by itself stays so
        set.add(assignment(syntax, model.columns().get(column), column));
        values.put("c" + column, value);
      }
    }
    for (ColumnModel key : model.key()) {
      int column = model.columns().indexOf(key);
      where.add(assignment(syntax, key, column));
      values.put("c" + column, Objects.requireNonNull(columns.values().get(column)));
    }
    if (!set.isEmpty()) {
      SqlStatement update = operations.sql("UPDATE " + syntax.quote(model.name()) + " SET "
          + String.join(", ", set) + " WHERE " + String.join(" AND ", where));
      for (Map.Entry<String, Object> value : values.entrySet()) {
        update = update.bind(value.getKey(), value.getValue());
      }
      long unused = update.execute();
    }
  }

  private static String assignment(SqlSyntax syntax, ColumnModel column, int index) {
    return syntax.quote(column.name()) + " = :c" + index;
  }

  private <A, B> void tie(Graph.Tie<A, B> tie) {
    Link<A, B> relation = tie.relation();
    Ref<A> one = tie.one();
    long unused = operations.link(relation, one, tie.others());
  }

  private TableModel model(EntityTable<?, ?> table) {
    return operations.generation().models().of(table.mapping());
  }
}
