package orm.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.RowCountException;
import orm.api.expression.Selectable;
import orm.api.query.MutationTree;
import orm.api.query.MutationTree.Kind;
import orm.engine.execute.Executor.Call;
import orm.engine.execute.QueryExecutor;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.lifecycle.EntityListeners;
import orm.engine.plan.Absent;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.MutationPlanner;
import orm.engine.plan.TableGuard;
import orm.engine.plan.TableModel;
import orm.engine.plan.WrittenColumns;
import orm.engine.render.MutationRenderer.RowsSql;
import orm.engine.render.RenderedSql;
import orm.engine.render.TableStatements;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.RowReader;
import orm.spi.validation.WriteKind;

/** Runs inserts, updates and deletes of the query language on one connection. */
final class MutationRunner {
  private final Generation generation;
  private final RowIntake intake;
  private final Call call;

  MutationRunner(Generation generation, RowIntake intake, Call call) {
    this.generation = generation;
    this.intake = intake;
    this.call = call;
  }

  /** What a mutation needs so that all or nothing of it counts. */
  static EngineOperations.Access access(
      MutationTree<?> tree, Generation generation, FilterSet filters) {
    TableGuard guard = guard(tree, generation, filters);
    if (guard != null && (guard.tests() || tree.conflict() != null)) {
      return EngineOperations.Access.ATOMIC; // what is written may be refused afterwards
    }
    boolean single = tree.kind() == Kind.INSERT
        && tree.source() == null
        && (tree.rows().size() == 1 || !tree.insertsRows());
    if (single) { // what it writes is one row or none, so only too many must be undone
      return tree.mostRows() > 0 ? EngineOperations.Access.WRITE : EngineOperations.Access.ATOMIC;
    }
    boolean oneStatement = !tree.insertsRows()
        || (tree.rows().size() <= Session.MAX_ROWS_TOGETHER
            && tree.conflict() == null
            && generation.statements(tree.table().mapping()).sendsArrays());
    return tree.anyNumber() && oneStatement
        ? EngineOperations.Access.WRITE
        : EngineOperations.Access.ATOMIC;
  }

  private static @Nullable TableGuard guard(
      MutationTree<?> tree, Generation generation, FilterSet filters) {
    return tree.unscoped() != null
        ? null
        : generation.statements(tree.table().mapping(), filters).guard();
  }

  /** Whether a mutation may set columns so that filters hide the row. */
  private boolean isChecked(MutationTree<?> tree, @Nullable TableGuard guard) {
    if (guard == null || !guard.tests()) {
      return false;
    }
    MutationTree.Conflict conflict = tree.conflict();
    return (tree.kind() == Kind.INSERT && !tree.insertsRows())
        || (tree.kind() == Kind.UPDATE && guard.concerns(columns(tree, tree.assignments())))
        || (conflict != null && guard.concerns(columns(tree, conflict.assignments())));
  }

  /** The columns that are set; a reference has columns of other names. */
  private Set<String> columns(MutationTree<?> tree, List<MutationTree.Assignment> assignments) {
    TableModel table = generation.models().of(tree.table().mapping());
    Set<String> columns = new HashSet<>();
    for (MutationTree.Assignment assignment : assignments) {
      String name = assignment.column().name();
      columns.add(name);
      table.schema().foreignKey(name).ifPresent(key -> columns.addAll(key.columns()));
    }
    return columns;
  }

  private List<Object> stampValues(MutationTree<?> tree) {
    ColumnModel told = generation.models().of(tree.table().mapping()).actorColumn();
    Optional<?> actor = told == null ? Optional.empty() : intake.actor(told.place());
    return MutationPlanner.stampValues(
        intake.stamp(), actor.isPresent() ? actor.get() : Absent.VALUE);
  }

  /** What was read of a written row that satisfies the filters. */
  private record Checked<R>(@Nullable R value) {}

  /** Reads the check of a written row behind what else is read of it. */
  private <R> Selectable<Checked<R>> checked(@Nullable Selectable<R> result, TableGuard guard) {
    RowReader<R> reader = result == null ? null : result.reader();
    return Selectable.of(
        row -> {
          R value = reader == null ? null : row.nextPart(reader);
          if (!Boolean.TRUE.equals(row.nextBooleanOrNull())) {
            throw guard.refused(call.subject().verb());
          }
          return new Checked<>(value);
        },
        List.of());
  }

  @SuppressWarnings("NullAway") // a value may be null where the result says so
  private static <R> long taken(
      List<Checked<R>> rows, @Nullable Selectable<R> result, List<R> into) {
    if (result != null) {
      rows.forEach(row -> into.add(row.value()));
    }
    return rows.size();
  }

  /**
   * Runs a mutation.
   *
   * @param result what to read of each row; null for nothing
   * @param into takes what was read
   * @return the number of rows that were written
   */
  <E, R> long run(MutationTree<E> tree, @Nullable Selectable<R> result, List<R> into) {
    TableGuard guard = guard(tree, generation, intake.filters());
    TableGuard check = isChecked(tree, guard) ? guard : null;
    long written;
    if (tree.insertsRows()) {
      written = insert(tree, guard, check, result, into);
    } else {
      EntityListeners<E> told = intake.listeners().of(tree.table().mapping());
      if (told != null) {
        told.requireRows(
            call.subject().verb(),
            generation.models().of(tree.table().mapping()).entity());
      }
      List<Object> values = stampValues(tree);
      RenderedSql sql = generation.mutation(tree, result, values, intake.filters(), check != null);
      QueryExecutor executor = generation.queryExecutor();
      if (check != null) {
        written = taken(executor.query(call, sql, values, checked(result, check)), result, into);
      } else if (result == null) {
        written = executor.change(call, sql, values);
      } else {
        into.addAll(executor.query(call, sql, values, result));
        written = into.size();
      }
    }
    requireNoneHidden(tree, guard, written);
    if (written < tree.leastRows() || written > tree.mostRows()) {
      throw otherNumber(tree, written);
    }
    return written;
  }

  /** Where a row is to be overwritten that a filter hides, it is neither inserted nor changed. */
  private void requireNoneHidden(MutationTree<?> tree, @Nullable TableGuard guard, long written) {
    MutationTree.Conflict conflict = tree.conflict();
    boolean overwrites = conflict != null
        && !conflict.keeps()
        && conflict.where().isEmpty()
        && tree.source() == null;
    if (guard != null && overwrites && written < Math.max(1, tree.rows().size())) {
      throw guard.hidden(call.subject().verb());
    }
  }

  private RowCountException otherNumber(MutationTree<?> tree, long written) {
    String wanted = tree.leastRows() == tree.mostRows()
        ? String.valueOf(tree.mostRows())
        : tree.leastRows() + " to " + tree.mostRows();
    TableModel table = call.subject().table();
    return new RowCountException(Failure.of(ErrorCode.ROW_COUNT, call.subject().failed())
        .because("it would write "
            + written
            + (written == 1 ? " row, and " : " rows, and ")
            + wanted
            + (wanted.equals("1") ? " was" : " were")
            + " expected; nothing was written")
        .fix("Look at its rows or predicate, or leave the number open.")
        .at(table == null ? null : table.entity(), null));
  }

  // ---- Whole rows

  private <E, R> long insert(
      MutationTree<E> tree,
      @Nullable TableGuard guard,
      @Nullable TableGuard check,
      @Nullable Selectable<R> result,
      List<R> into) {
    EntityMapping<E, ?> mapping = tree.table().mapping();
    String entity = generation.models().of(mapping).entity();
    List<E> rows = intake.checked(mapping, entity, tree.rows(), WriteKind.INSERT);
    if (guard != null) {
      guard.require("insert", mapping, rows);
    }
    long written = insert(tree, rows, check, result, into);
    EntityListeners<E> told = intake.listeners().of(mapping);
    if (told != null) {
      told.afterWrite(entity, rows, WriteKind.INSERT);
    }
    return written;
  }

  private <E, R> long insert(
      MutationTree<E> tree,
      List<E> rows,
      @Nullable TableGuard check,
      @Nullable Selectable<R> result,
      List<R> into) {
    EntityMapping<E, ?> mapping = tree.table().mapping();
    MutationTree.Conflict conflict = tree.conflict();
    if (conflict == null) {
      return send(tree, rows, check, result, into);
    }
    if (!conflict.keeps()) {
      requireDistinctKeys(conflict, mapping, rows);
    }
    boolean primary = conflict.key().table().mapping() == mapping
        && conflict.key().keyColumns().equals(tree.table().keyColumns());
    if (!primary) {
      return send(tree, rows, check, result, into);
    }
    // a row whose key the database has yet to make is in nobody's way
    List<E> keyed = new ArrayList<>();
    List<E> unkeyed = new ArrayList<>();
    for (E row : rows) {
      (mapping.key(row) == null ? unkeyed : keyed).add(row);
    }
    return send(tree.withoutConflict(), unkeyed, null, result, into)
        + send(tree, keyed, check, result, into);
  }

  private <E, R> long send(
      MutationTree<E> tree,
      List<E> rows,
      @Nullable TableGuard check,
      @Nullable Selectable<R> result,
      List<R> into) {
    if (check != null) {
      List<Checked<R>> read = new ArrayList<>();
      sendRows(tree, rows, true, result, checked(result, check), read);
      return taken(read, result, into);
    }
    return sendRows(tree, rows, false, result, result, into);
  }

  /**
   * Sends rows; {@code read} is what is read of each one, {@code result} what the user asked for.
   */
  private <E, T> long sendRows(
      MutationTree<E> tree,
      List<E> rows,
      boolean checked,
      @Nullable Selectable<?> result,
      @Nullable Selectable<T> read,
      List<T> into) {
    if (rows.isEmpty()) {
      return 0;
    }
    EntityMapping<E, ?> mapping = tree.table().mapping();
    TableStatements statements = generation.statements(mapping);
    boolean arrays = rows.size() > 1 && statements.sendsArrays();
    List<Object> values = stampValues(tree);
    RowsSql sql = generation.insertOfRows(tree, result, values, intake.filters(), checked, arrays);
    long written = 0;
    for (List<E> part : arrays ? Session.parts(rows) : List.of(rows)) {
      written += generation
          .rowExecutor()
          .insertRows(
              call, sql, statements.table().columns(), part, mapping::write, values, read, into);
    }
    return written;
  }

  private <E> void requireDistinctKeys(
      MutationTree.Conflict conflict, EntityMapping<E, ?> mapping, List<E> rows) {
    TableModel table = generation.models().of(mapping);
    int[] columns = conflict.key().keyColumns().stream()
        .mapToInt(name -> table.schema().indexOf(name))
        .toArray();
    Set<List<Object>> keys = new HashSet<>();
    for (E row : rows) {
      WrittenColumns values = new WrittenColumns();
      mapping.write(row, values);
      List<Object> key = columns.length == 0 || columns[0] < 0 ? null : values.of(columns);
      if (key != null && !keys.add(key)) {
        throw new InvalidQueryException(
            Failure.of(ErrorCode.INVALID_QUERY, call.subject().failed())
                .because("two of the rows have the same "
                    + String.join(", ", conflict.key().keyColumns())
                    + ", and which one counts is not said")
                .fix("Give each key once."));
      }
    }
  }
}
