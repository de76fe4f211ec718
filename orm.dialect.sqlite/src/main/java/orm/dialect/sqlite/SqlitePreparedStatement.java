package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of a {@link KeptStatement}, from {@code prepareStatement} to {@code close}. What is set
 * on it goes with it, and once closed it cannot reach the statement any more, whoever has that by
 * then.
 */
final class SqlitePreparedStatement extends RefusingStatement {
  /** Beyond this, values are not left in SQLite's memory until the next use. */
  private static final int LARGE = 8_192;

  /** Where nothing was set: it would be null, and a condition silently false. */
  private static final Object UNSET = new Object();

  private final SqliteConnection connection;
  private final @Nullable Object[] values;
  private KeptStatement statement;
  private @Nullable List<@Nullable Object[]> batch;
  private @Nullable SqliteRows rows;
  private long updated = -1;
  private long maxRows;
  private boolean large;
  private boolean closed;
  private boolean closeOnCompletion;

  SqlitePreparedStatement(SqliteConnection connection, KeptStatement statement) {
    this.connection = connection;
    this.statement = statement;
    this.values = new @Nullable Object[statement.parameters()];
    Arrays.fill(values, UNSET);
  }

  boolean isUtf8() {
    return connection.isUtf8();
  }

  private void requireOpen() throws SQLException {
    if (closed) {
      throw new SQLException("the statement is closed");
    }
  }

  // Parameters

  private void set(int index, @Nullable Object value) throws SQLException {
    if (index < 1 || index > values.length) {
      requireOpen();
      throw new SQLException("there is no parameter " + index + " among " + values.length);
    }
    values[index - 1] = value;
  }

  @Override
  public void setNull(int index, int type) throws SQLException {
    set(index, null);
  }

  @Override
  public void setNull(int index, int type, String name) throws SQLException {
    set(index, null);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    set(index, value ? 1 : 0);
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    set(index, (int) value);
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    set(index, (int) value);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    set(index, value);
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    set(index, value);
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    set(index, (double) value);
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    set(index, value);
  }

  @Override
  public void setString(int index, @Nullable String value) throws SQLException {
    set(index, value);
    large |= value != null && value.length() > LARGE;
  }

  @Override
  public void setBytes(int index, byte @Nullable [] value) throws SQLException {
    set(index, value);
    large |= value != null && value.length > LARGE;
  }

  @Override
  public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    setString(index, value == null ? null : value.toPlainString());
  }

  @Override
  public void setObject(int index, @Nullable Object value) throws SQLException {
    if (value == null) {
      set(index, null);
    } else if (value instanceof String text) {
      setString(index, text);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
      set(index, value);
    } else if (value instanceof Boolean truth) {
      setBoolean(index, truth);
    } else if (value instanceof Short || value instanceof Byte) {
      set(index, ((Number) value).intValue());
    } else if (value instanceof Float number) {
      setFloat(index, number);
    } else if (value instanceof byte[] bytes) {
      setBytes(index, bytes);
    } else if (value instanceof BigDecimal decimal) {
      setBigDecimal(index, decimal);
    } else {
      throw new SQLFeatureNotSupportedException(
          "a value of " + value.getClass().getName() + " has no form of its own in SQLite");
    }
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type) throws SQLException {
    setObject(index, value);
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type, int scale)
      throws SQLException {
    setObject(index, value);
  }

  @Override
  public void clearParameters() throws SQLException {
    requireOpen();
    Arrays.fill(values, UNSET);
  }

  // Execution

  @Override
  public ResultSet executeQuery() throws SQLException {
    SqliteRows result = statement.columnsWhenCompiled() == 0 ? null : run(values);
    if (result == null) {
      throw new SQLException("the statement gives no rows; use executeUpdate");
    }
    return result;
  }

  @Override
  public boolean execute() throws SQLException {
    return run(values) != null;
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) Math.min(executeLargeUpdate(), Integer.MAX_VALUE);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    if (statement.columnsWhenCompiled() > 0) {
      throw new SQLException("the statement gives rows; use executeQuery");
    }
    run(values);
    return updated;
  }

  /** Runs the statement; gives its rows, or null where it has none. */
  private @Nullable SqliteRows run(@Nullable Object[] binds) throws SQLException {
    requireOpen();
    SqliteRows before = rows;
    if (before != null) {
      rows = null; // so that it does not close this statement
      before.close();
    }
    updated = -1;
    for (int i = 0; i < binds.length; i++) {
      if (binds[i] == UNSET) {
        throw new SQLException("parameter " + (i + 1) + " is not set");
      }
    }
    if (statement.isGone()) { // an earlier failure took it
      statement = connection.compile(statement.text());
    }
    boolean hasRow = connection.run(statement, binds.length == 0 ? null : binds);
    if (statement.columnsWhenCompiled() == 0) {
      updated = statement.changesRows() ? connection.changes() : 0;
      return null;
    }
    SqliteRows result = new SqliteRows(this, statement, hasRow, connection.columns(statement));
    result.maxRows = maxRows;
    rows = result;
    return result;
  }

  @Override
  public void addBatch() throws SQLException {
    requireOpen();
    List<@Nullable Object[]> collected = batch == null ? new ArrayList<>() : batch;
    collected.add(values.clone());
    batch = collected;
  }

  @Override
  public void clearBatch() {
    batch = null;
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return Arrays.stream(executeLargeBatch())
        .mapToInt(count -> (int) Math.min(count, Integer.MAX_VALUE))
        .toArray();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    requireOpen();
    List<@Nullable Object[]> collected = batch == null ? List.of() : batch;
    batch = null;
    long[] counts = new long[collected.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        SqliteRows result = run(collected.get(i));
        if (result != null) {
          throw new SQLException("a statement that gives rows cannot be in a batch");
        }
        counts[i] = updated;
      } catch (SQLException failure) {
        throw new BatchUpdateException(
            failure.getMessage(),
            failure.getSQLState(),
            failure.getErrorCode(),
            Arrays.copyOf(counts, i),
            failure);
      }
    }
    return counts;
  }

  @Override
  public void cancel() throws SQLException {
    if (!closed) {
      statement.database().interrupt();
    }
  }

  // Results

  @Override
  public @Nullable ResultSet getResultSet() throws SQLException {
    requireOpen();
    return rows;
  }

  @Override
  public int getUpdateCount() throws SQLException {
    return (int) Math.min(getLargeUpdateCount(), Integer.MAX_VALUE);
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    requireOpen();
    return updated;
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    return getMoreResults(Statement.CLOSE_CURRENT_RESULT);
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    requireOpen();
    SqliteRows last = rows;
    if (last != null && current != Statement.KEEP_CURRENT_RESULT) {
      last.close();
    }
    updated = -1;
    return false;
  }

  /** Told by its rows that they are closed. */
  void closed(SqliteRows result) throws SQLException {
    if (rows == result) {
      rows = null;
      if (closeOnCompletion) {
        close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    SqliteRows last = rows;
    rows = null;
    try {
      if (last != null) {
        last.close();
      }
    } finally {
      connection.giveBack(statement, large);
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    requireOpen();
    closeOnCompletion = true;
  }

  @Override
  public boolean isCloseOnCompletion() {
    return closeOnCompletion;
  }

  // Facts and limits

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    requireOpen();
    if (statement.columnsWhenCompiled() == 0) {
      return null;
    }
    SqliteRows current = rows;
    return current != null
        ? current.getMetaData()
        : new SqliteRows(this, statement, false, connection.columns(statement)).getMetaData();
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    requireOpen();
    return statement;
  }

  @Override
  public int getMaxRows() {
    return (int) Math.min(maxRows, Integer.MAX_VALUE);
  }

  @Override
  public void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public long getLargeMaxRows() {
    return maxRows;
  }

  @Override
  public void setLargeMaxRows(long max) throws SQLException {
    if (max < 0) {
      throw new SQLException("a limit cannot be negative");
    }
    maxRows = max;
  }

  @Override
  public @Nullable SQLWarning getWarnings() {
    return null;
  }
}
