package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Selectable;
import orm.engine.execute.Executor.Call;
import orm.engine.eyes.Bound;
import orm.engine.eyes.SentStatement;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.RowShape;
import orm.engine.render.MutationRenderer.RowsSql;
import orm.engine.render.RenderedSql;
import orm.engine.render.TableStatements.TableSql;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/**
 * Runs statements that take whole rows, or keys, which bind their columns themselves. Safe for use
 * by several threads.
 *
 * <p>Map: statements that run once, then once for each row, then once with arrays of rows, at the
 * end inserts of the query language, which can have other values besides.
 */
public final class RowExecutor {
  private final Executor executor;
  private final ValueCodec codec;
  private final SlotBinder slots;

  /**
   * Makes an executor.
   *
   * @param executor runs statements
   * @param codec how values travel
   */
  public RowExecutor(Executor executor, ValueCodec codec) {
    this.executor = executor;
    this.codec = codec;
    this.slots = new SlotBinder(codec);
  }

  /** Binds the columns of one row. */
  @FunctionalInterface
  public interface RowBinding {
    /**
     * Binds them.
     *
     * @param out takes one value per column
     */
    void bind(Binder out);
  }

  /**
   * Binds the columns of one of many rows.
   *
   * @param <E> the row
   */
  @FunctionalInterface
  public interface EachBinding<E> {
    /**
     * Binds them.
     *
     * @param row the row
     * @param out takes one value per column
     */
    void bind(E row, Binder out);
  }

  /**
   * Reads what a statement gave back for one of many rows.
   *
   * @param <E> the row
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface EachReader<E, T> {
    /**
     * Reads it.
     *
     * @param row the row that was sent
     * @param back what came back
     * @return what it gives
     */
    T read(E row, Row back);
  }

  // ---- Run once

  /**
   * Runs a statement that reads at most one row.
   *
   * @param <T> what the row gives
   * @param call where
   * @param sql the statement
   * @param columns the columns that are bound
   * @param positions the parameter of each column; null to count from 1
   * @param binding binds them
   * @param reader reads the row
   * @return what it gives; null where there is no row
   */
  public <T> @Nullable T one(
      Call call,
      TableSql sql,
      List<ColumnModel> columns,
      int @Nullable [] positions,
      RowBinding binding,
      RowReader<T> reader) {
    One<T> one = sql.guard() == null
        ? new One<>(sql, columns, positions, binding, reader)
        : new GuardedOne<>(call, sql, columns, positions, binding, reader);
    executor.run(call, sql.text(), one);
    return one.result;
  }

  /** The hot path: one object instead of several closures. */
  private class One<T> implements Executor.Task {
    private final TableSql sql;
    private final List<ColumnModel> columns;
    private final int @Nullable [] positions;
    private final RowBinding binding;
    private final RowReader<T> reader;
    private @Nullable T result;

    One(
        TableSql sql,
        List<ColumnModel> columns,
        int @Nullable [] positions,
        RowBinding binding,
        RowReader<T> reader) {
      this.sql = sql;
      this.columns = columns;
      this.positions = positions;
      this.binding = binding;
      this.reader = reader;
    }

    /** Binds what stands behind the columns. */
    void bindMore(PreparedStatement statement) throws SQLException {}

    /** What is bound, for those who look at it. */
    Bound bound() {
      return new BoundRow(codec, columns, positions, binding);
    }

    @Override
    public long run(PreparedStatement statement, @Nullable SentStatement seen) throws SQLException {
      if (seen != null) {
        seen.bound(bound());
      }
      binding.bind(new ColumnBinder(statement, codec, columns, positions));
      bindMore(statement);
      try (ResultSet rows = statement.executeQuery()) {
        JdbcRow row = new JdbcRow(rows, codec, sql.returning());
        if (!row.next()) {
          return 0;
        }
        result = reader.read(row);
        return 1;
      }
    }
  }

  /** A statement with what filters demand. */
  private final class GuardedOne<T> extends One<T> {
    private final Call call;
    private final TableSql sql;
    private final int before;

    GuardedOne(
        Call call,
        TableSql sql,
        List<ColumnModel> columns,
        int @Nullable [] positions,
        RowBinding binding,
        RowReader<T> reader) {
      super(sql, columns, positions, binding, reader);
      this.call = call;
      this.sql = sql;
      this.before = positions == null ? columns.size() : sql.parameters();
    }

    @Override
    void bindMore(PreparedStatement statement) throws SQLException {
      bindGuard(call, statement, sql, before);
    }

    @Override
    Bound bound() {
      return guarded(call, super.bound(), sql, before);
    }
  }

  /**
   * Runs a statement that changes one row.
   *
   * @param call where
   * @param sql the statement
   * @param columns the columns of the table
   * @param binding binds them
   * @return the number of rows that it changed
   */
  public long change(Call call, TableSql sql, List<ColumnModel> columns, RowBinding binding) {
    return executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(
            call, new BoundRow(codec, columns, sql.positions(), binding), sql, sql.parameters()));
      }
      binding.bind(new ColumnBinder(statement, codec, columns, sql.positions()));
      bindGuard(call, statement, sql, sql.parameters());
      return statement.executeUpdate();
    });
  }

  /**
   * Runs a statement that binds columns in their order and reads rows.
   *
   * @param <T> what a row gives
   * @param call where
   * @param sql the statement
   * @param columns the columns that are bound
   * @param binding binds them
   * @param reader reads a row
   * @return the rows
   */
  public <T> List<T> rows(
      Call call, TableSql sql, List<ColumnModel> columns, RowBinding binding, RowReader<T> reader) {
    List<T> results = new ArrayList<>();
    executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(call, new BoundRow(codec, columns, null, binding), sql, columns.size()));
      }
      binding.bind(new ColumnBinder(statement, codec, columns, null));
      bindGuard(call, statement, sql, columns.size());
      return executor.readAll(statement, sql.returning(), reader, results);
    });
    return results;
  }

  // ---- Run once for each row

  /**
   * Runs a statement once for each row; prepares it once.
   *
   * @param <E> the rows
   * @param <T> what each one gives
   * @param call where
   * @param sql the statement
   * @param columns the columns of the table
   * @param rows the rows
   * @param binding binds a row
   * @param reader reads what the statement gives back for it
   * @return what each row gave, in order
   */
  public <E, T> List<T> each(
      Call call,
      TableSql sql,
      List<ColumnModel> columns,
      List<? extends E> rows,
      EachBinding<E> binding,
      EachReader<E, T> reader) {
    List<T> results = new ArrayList<>(rows.size());
    executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(
            call,
            new BoundRows<>(codec, columns, sql.positions(), rows, binding, false),
            sql,
            sql.parameters()));
      }
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, sql.positions());
      for (E row : rows) {
        binding.bind(row, binder.restart());
        bindGuard(call, statement, sql, sql.parameters());
        try (ResultSet back = statement.executeQuery()) {
          JdbcRow current = new JdbcRow(back, codec, sql.returning());
          if (!current.next()) {
            throw new SQLException("the statement returned no row");
          }
          results.add(reader.read(row, current));
        }
      }
      return rows.size();
    });
    return results;
  }

  /**
   * Runs a statement once for each row, each of which must change exactly one; stops at the first
   * that does not.
   *
   * @param <E> the rows
   * @param call where
   * @param sql the statement
   * @param columns the columns of the table
   * @param rows the rows
   * @param binding binds a row
   * @return the number of rows that were changed
   */
  public <E> long changeEach(
      Call call,
      TableSql sql,
      List<ColumnModel> columns,
      List<? extends E> rows,
      EachBinding<E> binding) {
    return executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(
            call,
            new BoundRows<>(codec, columns, sql.positions(), rows, binding, false),
            sql,
            sql.parameters()));
      }
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, sql.positions());
      long changed = 0;
      for (E row : rows) {
        binding.bind(row, binder.restart());
        bindGuard(call, statement, sql, sql.parameters());
        if (statement.executeUpdate() != 1) {
          return changed;
        }
        changed++;
      }
      return changed;
    });
  }

  // ---- Run once with arrays of rows

  /**
   * Runs a statement that takes many rows as arrays and gives rows back.
   *
   * @param <E> the rows
   * @param <T> what comes back
   * @param call where
   * @param sql the statement
   * @param columns the columns that are bound
   * @param positions the parameter of each column, 0 for none; null to count from 1
   * @param rows the rows
   * @param binding binds a row
   * @param reader reads a row that comes back
   * @return what came back, in the order of the database
   */
  public <E, T> List<T> arrays(
      Call call,
      TableSql sql,
      List<ColumnModel> columns,
      int @Nullable [] positions,
      List<? extends E> rows,
      EachBinding<E> binding,
      RowReader<T> reader) {
    List<T> results = new ArrayList<>(rows.size());
    int before = positions == null ? columns.size() : sql.parameters();
    executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(
            call, new BoundRows<>(codec, columns, positions, rows, binding, true), sql, before));
      }
      BoundRows.bindArrays(statement, codec, columns, positions, rows, binding);
      bindGuard(call, statement, sql, before);
      return executor.readAll(statement, sql.returning(), reader, results);
    });
    return results;
  }

  /**
   * Runs a statement that takes many rows as arrays and gives nothing back.
   *
   * @param <E> the rows
   * @param call where
   * @param sql the statement
   * @param columns the columns of the table
   * @param rows the rows
   * @param binding binds a row
   * @return the number of rows that were changed
   */
  public <E> long changeArrays(
      Call call,
      TableSql sql,
      List<ColumnModel> columns,
      List<? extends E> rows,
      EachBinding<E> binding) {
    return executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(guarded(
            call,
            new BoundRows<>(codec, columns, sql.positions(), rows, binding, true),
            sql,
            sql.parameters()));
      }
      BoundRows.bindArrays(statement, codec, columns, sql.positions(), rows, binding);
      bindGuard(call, statement, sql, sql.parameters());
      return statement.executeUpdate();
    });
  }

  /** Binds what filters demand, behind the parameters of columns. */
  private void bindGuard(Call call, PreparedStatement statement, TableSql sql, int before)
      throws SQLException {
    RenderedSql guard = sql.guard();
    if (guard != null) {
      slots.bind(call.subject(), statement, guard, before, sql.values(), List.of(), null);
    }
  }

  /** What is bound, for those who look at it, with what filters demand. */
  private Bound guarded(Call call, Bound rows, TableSql sql, int before) {
    RenderedSql guard = sql.guard();
    return guard == null ? rows : slots.behind(rows, call.subject(), guard, before, sql.values());
  }

  // ---- Rows of the query language

  /**
   * Inserts rows by a statement that takes them one at a time, or all as arrays.
   *
   * @param <E> the rows
   * @param <T> what each one gives
   * @param call where
   * @param insert the statement
   * @param columns the columns of the table
   * @param rows the rows
   * @param binding binds a row
   * @param values the values of the statement by slot
   * @param result what to read of each row; null for nothing
   * @param into takes what was read
   * @return the number of rows that were written
   */
  public <E, T> long insertRows(
      Call call,
      RowsSql insert,
      List<ColumnModel> columns,
      List<? extends E> rows,
      EachBinding<E> binding,
      List<Object> values,
      @Nullable Selectable<T> result,
      List<T> into) {
    RenderedSql sql = insert.sql();
    RowReader<T> reader = result == null ? null : result.reader();
    return executor.run(call, sql.text(), (statement, seen) -> {
      if (seen != null) {
        seen.bound(slots.behind(
            new BoundRows<>(codec, columns, insert.positions(), rows, binding, insert.arrays()),
            call.subject(),
            sql,
            insert.parameters(),
            values));
      }
      if (insert.arrays()) {
        BoundRows.bindArrays(statement, codec, columns, insert.positions(), rows, binding);
        slots.bind(call.subject(), statement, sql, insert.parameters(), values, List.of(), null);
        return written(statement, sql.shape(), reader, into);
      }
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, insert.positions());
      long written = 0;
      for (E row : rows) {
        binding.bind(row, binder.restart());
        slots.bind(call.subject(), statement, sql, insert.parameters(), values, List.of(), null);
        written += written(statement, sql.shape(), reader, into);
      }
      return written;
    });
  }

  private <T> long written(
      PreparedStatement statement, RowShape shape, @Nullable RowReader<T> reader, List<T> into)
      throws SQLException {
    if (reader == null) {
      return statement.executeUpdate();
    }
    int before = into.size();
    return executor.readAll(statement, shape, reader, into) - before;
  }
}
