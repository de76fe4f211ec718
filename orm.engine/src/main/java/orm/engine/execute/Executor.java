package orm.engine.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.TimeoutException;
import orm.api.expression.Selectable;
import orm.engine.execute.ColumnBinder.DriverException;
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
 * Runs statements: prepares, binds, executes, reads, closes; under a time limit where there is one;
 * and translates what goes wrong. Safe for use by several threads.
 */
public final class Executor {
  /** What the change of a constant is given. */
  private static final Object NO_VALUE = new Object();

  /** Rows that a stream takes from the database at a time. */
  private static final int FETCH_SIZE = 500;

  private final ValueCodec codec;
  private final Failures failures;
  private final StatementLog log;
  private final Watchdog watchdog;

  /**
   * Makes an executor.
   *
   * @param codec how values travel
   * @param failures translates exceptions
   * @param log is told what ran
   * @param watchdog cancels what runs too long
   */
  public Executor(ValueCodec codec, Failures failures, StatementLog log, Watchdog watchdog) {
    this.codec = codec;
    this.failures = failures;
    this.log = log;
    this.watchdog = watchdog;
  }

  /**
   * Where and for what a statement runs.
   *
   * @param connection the connection
   * @param subject what it is about
   * @param limitNanos the time allowed, in nanoseconds; 0 for no limit
   */
  public record Call(Connection connection, Subject subject, long limitNanos) {}

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

  /** What is done with a prepared statement; gives the number of rows. */
  interface Task {
    long run(PreparedStatement statement) throws SQLException;
  }

  /**
   * Runs a query, and one more statement for each level of lists inside its rows.
   *
   * @param <T> what a row gives
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @param result what its rows give
   * @return the rows, unmodifiable
   */
  public <T> List<T> query(Call call, RenderedSql sql, List<Object> values, Selectable<T> result) {
    List<T> rows = new ArrayList<>();
    if (sql.nested().isEmpty()) {
      RowReader<T> reader = result.reader();
      run(call, sql.text(), statement -> {
        bind(call.subject(), statement, sql, 0, values, List.of());
        return readAll(statement, sql.shape(), reader, rows);
      });
    } else {
      RowTree tree = RowTree.of(result, sql);
      List<@Nullable Object> read = new ArrayList<>();
      @Nullable JdbcRow[] last = new JdbcRow[1];
      run(call, sql.text(), statement -> {
        bind(call.subject(), statement, sql, 0, values, List.of());
        try (ResultSet found = statement.executeQuery()) {
          JdbcRow row = new JdbcRow(found, codec, sql.shape());
          last[0] = row;
          while (row.next()) {
            tree.read(row, read);
          }
        }
        return read.size();
      });
      JdbcRow row = Objects.requireNonNull(last[0]);
      fetchLists(call, tree, values, row);
      assemble(tree, read, row, rows);
    }
    return Collections.unmodifiableList(rows);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the tree was made from the result of T
  private static <T> void assemble(
      RowTree tree, List<@Nullable Object> read, JdbcRow row, List<T> into) {
    for (Object parts : read) {
      into.add((T) tree.assemble(parts, row));
    }
  }

  /** Reads the lists of all rows at once, level by level. */
  private void fetchLists(Call call, RowTree tree, List<Object> values, JdbcRow assembler) {
    for (RowTree.Lists lists : tree.lists()) {
      if (lists.isEmpty()) {
        continue;
      }
      if (!lists.joined()) {
        fetch(call, lists, values);
      }
      fetchLists(call, lists.elements(), values, assembler);
      lists.complete(assembler);
    }
  }

  private void fetch(Call call, RowTree.Lists lists, List<Object> values) {
    RenderedSql sql = lists.sql();
    run(call, sql.text(), statement -> {
      bind(call.subject(), statement, sql, 0, values, lists.keys());
      long count = 0;
      try (ResultSet found = statement.executeQuery()) {
        JdbcRow row = new JdbcRow(found, codec, sql.shape());
        while (row.next()) {
          lists.take(row);
          count++;
        }
      }
      return count;
    });
  }

  /**
   * Lends the rows of a query while they are read.
   *
   * @param <T> what a row gives
   * @param <X> what is made of them
   * @param call where; the connection is in a transaction
   * @param sql the query
   * @param values its values by slot
   * @param result what its rows give
   * @param use uses the rows
   * @return what it made
   */
  @SuppressWarnings("NullAway") // what use makes may be null
  public <T, X> X stream(
      Call call,
      RenderedSql sql,
      List<Object> values,
      Selectable<T> result,
      Function<? super Stream<T>, ? extends X> use) {
    List<X> made = new ArrayList<>(1);
    run(call, sql.text(), statement -> {
      bind(call.subject(), statement, sql, 0, values, List.of());
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet found = statement.executeQuery();
          LentRows<T> rows = new LentRows<>(
              new JdbcRow(found, codec, sql.shape()), reader(call, sql, values, result))) {
        made.add(use.apply(rows.stream()));
        return rows.count();
      }
    });
    return made.get(0);
  }

  /** Reads the next rows: one by one, or, where they hold lists, some hundreds at a time. */
  private <T> LentRows.Reader<T> reader(
      Call call, RenderedSql sql, List<Object> values, Selectable<T> result) {
    if (sql.nested().isEmpty()) {
      RowReader<T> reader = result.reader();
      return (row, into) -> into.add(reader.read(row));
    }
    RowTree tree = RowTree.of(result, sql);
    return (row, into) -> {
      List<@Nullable Object> read = new ArrayList<>();
      tree.read(row, read);
      while (read.size() < FETCH_SIZE && row.next()) {
        tree.read(row, read);
      }
      fetchLists(call, tree, values, row);
      assemble(tree, read, row, into);
      tree.lists().forEach(RowTree.Lists::clear);
    };
  }

  /**
   * Runs a statement that changes rows and gives none back.
   *
   * @param call where
   * @param sql the statement
   * @param values its values by slot
   * @return the number of rows that it changed
   */
  public long change(Call call, RenderedSql sql, List<Object> values) {
    return run(call, sql.text(), statement -> {
      bind(call.subject(), statement, sql, 0, values, List.of());
      return statement.executeUpdate();
    });
  }

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
    return run(call, sql.text(), statement -> {
      if (insert.arrays()) {
        bindArrays(statement, columns, insert.positions(), rows, binding);
        bind(call.subject(), statement, sql, insert.parameters(), values, List.of());
        return written(statement, sql.shape(), reader, into);
      }
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, insert.positions());
      long written = 0;
      for (E row : rows) {
        binding.bind(row, binder.restart());
        bind(call.subject(), statement, sql, insert.parameters(), values, List.of());
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
    return readAll(statement, shape, reader, into) - before;
  }

  /**
   * Runs a query for one number.
   *
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @return the first column of the first row; -1 where there is no row
   */
  public long number(Call call, RenderedSql sql, List<Object> values) {
    long[] number = {-1};
    run(call, sql.text(), statement -> {
      bind(call.subject(), statement, sql, 0, values, List.of());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return 0;
        }
        number[0] = codec.getLong(rows, 1);
        return 1;
      }
    });
    return number[0];
  }

  /**
   * Runs a query for text, such as the plan of another one.
   *
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @return the last column of each row
   */
  public List<String> lines(Call call, RenderedSql sql, List<Object> values) {
    List<String> lines = new ArrayList<>();
    run(call, sql.text(), statement -> {
      bind(call.subject(), statement, sql, 0, values, List.of());
      try (ResultSet rows = statement.executeQuery()) {
        int last = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          lines.add(String.valueOf(rows.getString(last)));
        }
      }
      return lines.size();
    });
    return Collections.unmodifiableList(lines);
  }

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
    One<T> one = new One<>(sql, columns, positions, binding, reader);
    run(call, sql.text(), one);
    return one.result;
  }

  /** The hot path: one object instead of several closures. */
  private final class One<T> implements Task {
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

    @Override
    public long run(PreparedStatement statement) throws SQLException {
      binding.bind(new ColumnBinder(statement, codec, columns, positions));
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
    run(call, sql.text(), statement -> {
      binding.bind(new ColumnBinder(statement, codec, columns, null));
      return readAll(statement, sql.returning(), reader, results);
    });
    return results;
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
    return run(call, sql.text(), statement -> {
      binding.bind(new ColumnBinder(statement, codec, columns, sql.positions()));
      return statement.executeUpdate();
    });
  }

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
    run(call, sql.text(), statement -> {
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, sql.positions());
      for (E row : rows) {
        binding.bind(row, binder.restart());
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
    return run(call, sql.text(), statement -> {
      ColumnBinder binder = new ColumnBinder(statement, codec, columns, sql.positions());
      long changed = 0;
      for (E row : rows) {
        binding.bind(row, binder.restart());
        if (statement.executeUpdate() != 1) {
          return changed;
        }
        changed++;
      }
      return changed;
    });
  }

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
    run(call, sql.text(), statement -> {
      bindArrays(statement, columns, positions, rows, binding);
      return readAll(statement, sql.returning(), reader, results);
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
    return run(call, sql.text(), statement -> {
      bindArrays(statement, columns, sql.positions(), rows, binding);
      return statement.executeUpdate();
    });
  }

  /**
   * Runs a statement without parameters, such as the definition of a table.
   *
   * @param call where
   * @param sql the text
   */
  public void execute(Call call, String sql) {
    execute(call, sql, sql);
  }

  /**
   * Runs a statement without parameters whose text may hold values that must not be shown.
   *
   * @param call where
   * @param sql the text
   * @param shown what logs and exceptions show of it
   */
  public void execute(Call call, String sql, String shown) {
    long start = System.nanoTime();
    OrmException error = null;
    try (Statement statement = call.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      execute(call, statement, sql, shown);
    } catch (TimeoutException timeout) {
      error = timeout;
      throw timeout;
    } catch (SQLException failed) {
      error = failures.of(call.subject(), shown, failed);
      throw error;
    } finally {
      if (log.active()) {
        log.executed(shown, -1, System.nanoTime() - start, error);
      }
    }
  }

  private void execute(Call call, Statement statement, String sql, String shown)
      throws SQLException {
    if (call.limitNanos() == 0) {
      statement.execute(sql);
      return;
    }
    Watchdog.Guard guard = watchdog.watch(statement, call.limitNanos());
    try (guard) {
      statement.execute(sql);
    } catch (SQLException failed) {
      if (guard.fired()) {
        throw timeout(call, shown, failed);
      }
      throw failed;
    }
  }

  private <E> void bindArrays(
      PreparedStatement statement,
      List<ColumnModel> columns,
      int @Nullable [] positions,
      List<? extends E> rows,
      EachBinding<E> binding)
      throws SQLException {
    ArrayCollector collector = new ArrayCollector(codec, columns, positions, rows.size());
    for (E row : rows) {
      binding.bind(row, collector.nextRow());
    }
    for (int i = 0; i < columns.size(); i++) {
      List<@Nullable Object> column = collector.column(i);
      if (column != null) {
        codec.setElements(
            statement, positions == null ? i + 1 : positions[i], columns.get(i).type(), column);
      }
    }
  }

  private void bind(
      Subject subject,
      PreparedStatement statement,
      RenderedSql sql,
      int before,
      List<Object> values,
      List<List<Object>> keys)
      throws SQLException {
    List<RenderedSql.Bind> binds = sql.binds();
    for (int i = 0; i < binds.size(); i++) {
      RenderedSql.Bind bind = binds.get(i);
      Object given = given(bind.slot(), values, keys);
      int index = before + i + 1;
      Object value = bind.change().apply(given);
      ColumnModel column = bind.column();
      if (bind.elements()) {
        for (Object element : (List<?>) value) {
          Checks.checkOperand(subject, bind.type(), codec, Objects.requireNonNull(element));
        }
        codec.setElements(statement, index, bind.type(), (List<?>) value);
      } else if (column != null) {
        Checks.check(column, codec, value);
        codec.setObject(statement, index, bind.type(), value);
      } else {
        Checks.checkOperand(subject, bind.type(), codec, value);
        codec.setObject(statement, index, bind.type(), value);
      }
    }
  }

  private static Object given(int slot, List<Object> values, List<List<Object>> keys) {
    if (slot >= 0) {
      return values.get(slot);
    }
    return slot <= RenderedSql.firstKeySlot()
        ? keys.get(RenderedSql.firstKeySlot() - slot)
        : NO_VALUE;
  }

  @SuppressWarnings("NullAway") // a null column of a query for one column is a null row
  private <T> long readAll(
      PreparedStatement statement, RowShape shape, RowReader<T> reader, List<T> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      JdbcRow row = new JdbcRow(rows, codec, shape);
      while (row.next()) {
        into.add(reader.read(row));
      }
    }
    return into.size();
  }

  /** The life of a statement. */
  long run(Call call, String sql, Task task) {
    long start = log.active() ? System.nanoTime() : 0;
    long rows = -1;
    RuntimeException error = null;
    try {
      rows = call.limitNanos() > 0 ? runWatched(call, sql, task) : runFree(call, sql, task);
      return rows;
    } catch (SQLException failed) {
      error = failures.of(call.subject(), sql, failed);
      throw error;
    } catch (DriverException failed) {
      error = failures.of(call.subject(), sql, failed.failure());
      throw error;
    } catch (RuntimeException failed) {
      error = failed;
      throw failed;
    } finally {
      if (start != 0) {
        log.executed(sql, rows, System.nanoTime() - start, error);
      }
    }
  }

  private static long runFree(Call call, String sql, Task task) throws SQLException {
    try (PreparedStatement statement = call.connection().prepareStatement(sql)) {
      return task.run(statement);
    }
  }

  private long runWatched(Call call, String sql, Task task) throws SQLException {
    try (PreparedStatement statement = call.connection().prepareStatement(sql)) {
      Watchdog.Guard guard = watchdog.watch(statement, call.limitNanos());
      try (guard) {
        return task.run(statement);
      } catch (SQLException failed) {
        if (guard.fired()) {
          throw timeout(call, sql, failed);
        }
        throw failed;
      }
    }
  }

  private static TimeoutException timeout(Call call, String sql, SQLException cause) {
    return new TimeoutException(Failure.of(ErrorCode.TIMEOUT, call.subject().failed())
        .because("it took longer than the "
            + TimeUnit.NANOSECONDS.toMillis(call.limitNanos())
            + " ms that were left")
        .fix("Raise the time limit, or help the statement with an index.")
        .database(null, cause.getSQLState(), sql)
        .cause(cause));
  }
}
