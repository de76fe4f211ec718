package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.sql.SqlResult;
import orm.engine.execute.Executor.Call;
import orm.engine.eyes.BindText;
import orm.engine.eyes.Bound;
import orm.engine.eyes.SentStatement;
import orm.engine.plan.BoundValue;
import orm.engine.plan.Disclosure;
import orm.engine.render.TextRenderer.Sent;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.RowReader;

/**
 * Runs statements that were written as text: their values tell their types themselves, and their
 * columns are seen only when the result is there. Safe for use by several threads.
 */
public final class TextExecutor {
  /** Rows that are fetched together while they are streamed. */
  private static final int ROWS_FETCHED = 500;

  private final Executor executor;
  private final ValueCodec codec;

  /**
   * Makes an executor.
   *
   * @param executor runs statements
   * @param codec how values travel
   */
  public TextExecutor(Executor executor, ValueCodec codec) {
    this.executor = executor;
    this.codec = codec;
  }

  /**
   * Reads rows.
   *
   * @param <T> what a row gives
   * @param call where
   * @param sql the statement
   * @param layout its columns
   * @param reader reads a row
   * @param most the greatest number of rows to read; 0 for all
   * @return the rows, unmodifiable
   */
  @SuppressWarnings("NullAway") // a null column of a query for one column is a null row
  public <T> List<T> list(Call call, Sent sql, RowLayout layout, RowReader<T> reader, int most) {
    List<T> result = new ArrayList<>();
    long unused = executor.run(call, sql.text(), (statement, seen) -> {
      bind(statement, sql.binds(), seen);
      statement.setMaxRows(most);
      try (ResultSet rows = statement.executeQuery()) {
        JdbcRow row = layout.open(rows, codec);
        while (row.next()) {
          result.add(reader.read(row));
        }
      }
      return result.size();
    });
    return Collections.unmodifiableList(result);
  }

  /**
   * Lends the rows one by one.
   *
   * @param <T> what a row gives
   * @param <X> what is made of the rows
   * @param call where, in a transaction, since some databases give all rows at once outside
   * @param sql the statement
   * @param layout its columns
   * @param reader reads a row
   * @param use uses the rows
   * @return what it made
   */
  @SuppressWarnings("NullAway") // what use makes may be null
  public <T, X> X stream(
      Call call,
      Sent sql,
      RowLayout layout,
      RowReader<T> reader,
      Function<? super Stream<T>, ? extends X> use) {
    List<X> made = new ArrayList<>(1);
    long unused = executor.run(call, sql.text(), (statement, seen) -> {
      bind(statement, sql.binds(), seen);
      statement.setFetchSize(ROWS_FETCHED);
      try (ResultSet found = statement.executeQuery();
          LentRows<T> rows = new LentRows<>(
              layout.open(found, codec), (row, into) -> into.add(reader.read(row)))) {
        made.add(use.apply(rows.stream()));
        return rows.count();
      }
    });
    return made.get(0);
  }

  /**
   * Runs a statement for its effect.
   *
   * @param call where
   * @param sql the statement
   * @param reads whether the rows that it gives were there before
   * @return the number of rows that it changed
   */
  public long change(Call call, Sent sql, boolean reads) {
    return executor.run(call, sql.text(), (statement, seen) -> {
      bind(statement, sql.binds(), seen);
      if (!statement.execute()) {
        return Math.max(0, statement.getLargeUpdateCount());
      }
      long given = 0;
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          given++;
        }
      }
      return reads ? 0 : given;
    });
  }

  /**
   * Runs a statement of which nothing is known.
   *
   * @param call where
   * @param sql the statement
   * @param most the greatest number of rows to read
   * @return what it gave
   */
  public SqlResult result(Call call, Sent sql, int most) {
    List<SqlResult> found = new ArrayList<>(1);
    long unused = executor.run(call, sql.text(), (statement, seen) -> {
      bind(statement, sql.binds(), seen);
      statement.setMaxRows(most == Integer.MAX_VALUE ? 0 : most + 1); // one more tells of others
      if (!statement.execute()) {
        long changed = Math.max(0, statement.getLargeUpdateCount());
        found.add(new SqlResult(List.of(), List.of(), true, changed));
        return changed;
      }
      try (ResultSet rows = statement.getResultSet()) {
        found.add(result(rows, most));
      }
      return found.get(0).rows().size();
    });
    return found.get(0);
  }

  private static SqlResult result(ResultSet rows, int most) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    List<List<Optional<Object>>> values = new ArrayList<>();
    while (rows.next()) {
      if (values.size() == most) {
        return new SqlResult(labels, values, false, -1);
      }
      List<Optional<Object>> row = new ArrayList<>(labels.size());
      for (int i = 1; i <= labels.size(); i++) {
        row.add(value(rows, i));
      }
      values.add(row);
    }
    return new SqlResult(labels, values, true, -1);
  }

  private static Optional<Object> value(ResultSet rows, int column) throws SQLException {
    @Nullable Object value = rows.getObject(column);
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return Optional.ofNullable(value);
    } else if (value instanceof byte[] bytes) {
      return Optional.of("0x" + HexFormat.of().formatHex(bytes));
    }
    return Optional.ofNullable(rows.getString(column));
  }

  /**
   * Runs a statement once for each row of values.
   *
   * @param call where, in a transaction
   * @param text the statement
   * @param rows the values of each row
   * @return how many rows each one changed
   */
  public long[] batch(Call call, String text, List<List<BoundValue>> rows) {
    long[][] counts = {{}};
    long unused = executor.run(call, text, (statement, seen) -> {
      if (seen != null) {
        seen.bound(new TextRows(rows));
      }
      for (List<BoundValue> row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      counts[0] = statement.executeLargeBatch();
      long sum = 0;
      for (long count : counts[0]) {
        sum += Math.max(0, count);
      }
      return sum;
    });
    return counts[0];
  }

  private void bind(
      PreparedStatement statement, List<BoundValue> binds, @Nullable SentStatement seen)
      throws SQLException {
    if (seen != null) {
      seen.bound(new TextRows(List.of(binds)));
    }
    bind(statement, binds);
  }

  /** What is bound to text belongs to no column, as far as anybody knows. */
  private final class TextRows implements Bound {
    private final List<List<BoundValue>> rows;

    TextRows(List<List<BoundValue>> rows) {
      this.rows = rows;
    }

    @Override
    public void bind(PreparedStatement statement) throws SQLException {
      TextExecutor.this.bind(statement, rows.get(0));
    }

    @Override
    public void show(BindText out) {
      rows.forEach(row -> row.forEach(value -> out.add(Disclosure.UNKNOWN, value.stored())));
    }
  }

  private void bind(PreparedStatement statement, List<BoundValue> binds) throws SQLException {
    for (int i = 0; i < binds.size(); i++) {
      BoundValue bind = binds.get(i);
      @Nullable Object value = bind.stored();
      if (value == null) {
        codec.setNull(statement, i + 1, bind.type());
      } else if (bind.elements()) {
        List<?> elements = (List<?>) value;
        for (Object element : elements) {
          Checks.checkBound(bind.name(), bind.type(), codec, Objects.requireNonNull(element));
        }
        codec.setElements(statement, i + 1, bind.type(), elements);
      } else {
        Checks.checkBound(bind.name(), bind.type(), codec, value);
        codec.setObject(statement, i + 1, bind.type(), value);
      }
    }
  }
}
