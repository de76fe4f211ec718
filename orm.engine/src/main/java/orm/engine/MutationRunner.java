package orm.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import orm.engine.generation.Generation;
import orm.engine.plan.MutationPlanner;
import orm.engine.plan.TableModel;
import orm.engine.plan.WrittenColumns;
import orm.engine.render.MutationRenderer.RowsSql;
import orm.engine.render.RenderedSql;
import orm.engine.render.TableStatements;
import orm.spi.mapping.EntityMapping;
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
  static EngineOperations.Access access(MutationTree<?> tree, Generation generation) {
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

  /**
   * Runs a mutation.
   *
   * @param result what to read of each row; null for nothing
   * @param into takes what was read
   * @return the number of rows that were written
   */
  <E, R> long run(MutationTree<E> tree, @Nullable Selectable<R> result, List<R> into) {
    long written;
    if (tree.insertsRows()) {
      written = insert(tree, result, into);
    } else {
      List<Object> values = MutationPlanner.stampValues(intake.stamp());
      RenderedSql sql = generation.mutation(tree, result, values);
      if (result == null) {
        written = generation.queryExecutor().change(call, sql, values);
      } else {
        into.addAll(generation.queryExecutor().query(call, sql, values, result));
        written = into.size();
      }
    }
    if (written < tree.leastRows() || written > tree.mostRows()) {
      throw otherNumber(tree, written);
    }
    return written;
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

  private <E, R> long insert(MutationTree<E> tree, @Nullable Selectable<R> result, List<R> into) {
    EntityMapping<E, ?> mapping = tree.table().mapping();
    String entity = generation.models().of(mapping).entity();
    List<E> rows = intake.checked(mapping, entity, tree.rows(), WriteKind.INSERT);
    MutationTree.Conflict conflict = tree.conflict();
    if (conflict == null) {
      return insert(tree, rows, result, into);
    }
    if (!conflict.keeps()) {
      requireDistinctKeys(conflict, mapping, rows);
    }
    boolean primary = conflict.key().table().mapping() == mapping
        && conflict.key().keyColumns().equals(tree.table().keyColumns());
    if (!primary) {
      return insert(tree, rows, result, into);
    }
    // a row whose key the database has yet to make is in nobody's way
    List<E> keyed = new ArrayList<>();
    List<E> unkeyed = new ArrayList<>();
    for (E row : rows) {
      (mapping.key(row) == null ? unkeyed : keyed).add(row);
    }
    return insert(tree.withoutConflict(), unkeyed, result, into)
        + insert(tree, keyed, result, into);
  }

  private <E, R> long insert(
      MutationTree<E> tree, List<E> rows, @Nullable Selectable<R> result, List<R> into) {
    if (rows.isEmpty()) {
      return 0;
    }
    EntityMapping<E, ?> mapping = tree.table().mapping();
    TableStatements statements = generation.statements(mapping);
    boolean arrays = rows.size() > 1 && statements.sendsArrays();
    List<Object> values = MutationPlanner.stampValues(intake.stamp());
    RowsSql sql = generation.insertOfRows(tree, result, values, arrays);
    long written = 0;
    for (List<E> part : arrays ? Session.parts(rows) : List.of(rows)) {
      written += generation
          .rowExecutor()
          .insertRows(
              call, sql, statements.table().columns(), part, mapping::write, values, result, into);
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
