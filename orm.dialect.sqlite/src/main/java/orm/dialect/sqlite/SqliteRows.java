package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4ResultSet;

/**
 * The rows of one execution.
 *
 * <p>Most of the time of a small query goes into the calls from Java to SQLite, so their number is
 * what matters here: the driver asks for the names of all columns at each execution, which takes
 * longer than to find the row; and for each text it makes a buffer where an array will do. The type
 * of a value is asked for with the value itself, so that {@link #wasNull()} costs nothing and a
 * value of another kind is an error instead of a silent zero.
 */
final class SqliteRows extends JDBC4ResultSet {
  private final SqlitePreparedStatement view;
  private final KeptStatement statement;
  private final DB database;
  private final long handle;
  private final boolean hasRow;
  private int columns;
  private boolean atRow;
  private boolean finished;
  private boolean failed;
  private boolean lastWasNull;

  /**
   * Wraps what an execution left behind.
   *
   * @param hasRow whether SQLite stands at the first row; if not, it has finished already
   */
  SqliteRows(SqlitePreparedStatement view, KeptStatement statement, boolean hasRow, int columns) {
    super(statement);
    this.view = view;
    this.statement = statement;
    this.database = statement.database();
    this.handle = statement.handle();
    this.hasRow = hasRow;
    this.columns = columns;
    this.emptyResultSet = !hasRow;
    this.open = true;
  }

  @Override
  public boolean next() throws SQLException {
    requireOpen();
    if (finished) {
      return false;
    }
    atRow = row == 0 ? hasRow : !isLimitReached() && step();
    if (atRow) {
      row++;
    } else {
      finished = true;
    }
    return atRow;
  }

  private boolean isLimitReached() {
    return maxRows > 0 && row >= maxRows;
  }

  private boolean step() throws SQLException {
    int code;
    synchronized (database) {
      statement.requireThere();
      code = database.step(handle);
    }
    if (code == Codes.SQLITE_ROW) {
      return true;
    }
    if (code != Codes.SQLITE_DONE) {
      finished = true;
      failed = true;
      atRow = false;
      database.throwex(code);
    }
    return false;
  }

  @Override
  public void close() throws SQLException {
    if (!open) {
      return;
    }
    open = false;
    atRow = false;
    try {
      if (hasRow) { // else SQLite is reset already
        reset();
      }
    } finally {
      view.closed(this);
    }
  }

  /**
   * Ends the execution. Outside of a transaction this is where a statement that was not read to its
   * end is committed, so it may fail here for the first time.
   */
  private void reset() throws SQLException {
    synchronized (database) {
      if (!statement.isGone()) {
        int code = database.reset(handle);
        if (code != Codes.SQLITE_OK && !failed) {
          database.throwex(code);
        }
      }
    }
  }

  @Override
  public boolean isClosed() {
    return !open;
  }

  private void requireOpen() throws SQLException {
    if (!open) {
      throw new SQLException("the result is closed");
    }
  }

  /** The type of a value at the row; to be called under the lock. */
  private int type(int column) throws SQLException {
    if (!atRow) {
      requireOpen();
      throw new SQLException("the result is not at a row");
    }
    if (column < 1 || column > columns) {
      throw new SQLException("there is no column " + column + " among " + columns);
    }
    statement.requireThere();
    lastCol = column;
    int type = database.column_type(handle, column - 1);
    lastWasNull = type == Codes.SQLITE_NULL;
    return type;
  }

  /** An integer, 0 for null. */
  long integer(int column) throws SQLException {
    synchronized (database) {
      int type = type(column);
      if (type == Codes.SQLITE_INTEGER) {
        return database.column_long(handle, column - 1);
      }
      if (type == Codes.SQLITE_NULL) {
        return 0;
      }
      throw wrongKind("an integer", type);
    }
  }

  /** A number, 0 for null. */
  double number(int column) throws SQLException {
    synchronized (database) {
      int type = type(column);
      if (type == Codes.SQLITE_FLOAT || type == Codes.SQLITE_INTEGER) {
        return database.column_double(handle, column - 1);
      }
      if (type == Codes.SQLITE_NULL) {
        return 0;
      }
      throw wrongKind("a number", type);
    }
  }

  /** The UTF-8 of a text, or null. */
  byte @Nullable [] utf8(int column) throws SQLException {
    synchronized (database) {
      int type = type(column);
      if (type == Codes.SQLITE_TEXT) {
        return bytesOf(column);
      }
      if (type == Codes.SQLITE_NULL) {
        return null;
      }
      throw wrongKind("a text", type);
    }
  }

  private byte[] bytesOf(int column) throws SQLException {
    if (view.isUtf8()) {
      return database.column_blob(handle, column - 1);
    }
    return database.column_text(handle, column - 1).getBytes(StandardCharsets.UTF_8);
  }

  /** A text, or null. */
  @Nullable
  String text(int column) throws SQLException {
    byte[] utf8 = utf8(column);
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  /** A blob, or null. */
  byte @Nullable [] blob(int column) throws SQLException {
    synchronized (database) {
      int type = type(column);
      if (type == Codes.SQLITE_BLOB) {
        return database.column_blob(handle, column - 1);
      }
      if (type == Codes.SQLITE_NULL) {
        return null;
      }
      throw wrongKind("a blob", type);
    }
  }

  /** A value in the Java type that belongs to how it is stored, or null. */
  @Nullable
  Object value(int column) throws SQLException {
    synchronized (database) {
      return switch (type(column)) {
        case Codes.SQLITE_INTEGER -> database.column_long(handle, column - 1);
        case Codes.SQLITE_FLOAT -> database.column_double(handle, column - 1);
        case Codes.SQLITE_TEXT -> new String(bytesOf(column), StandardCharsets.UTF_8);
        case Codes.SQLITE_BLOB -> database.column_blob(handle, column - 1);
        default -> null;
      };
    }
  }

  private static SQLException wrongKind(String wanted, int type) {
    String found = switch (type) {
      case Codes.SQLITE_INTEGER -> "an integer";
      case Codes.SQLITE_FLOAT -> "a real";
      case Codes.SQLITE_TEXT -> "a text";
      default -> "a blob";
    };
    return new SQLException("the stored value is " + found + " instead of " + wanted);
  }

  @Override
  public boolean wasNull() {
    return lastWasNull;
  }

  @Override
  public long getLong(int column) throws SQLException {
    return integer(column);
  }

  @Override
  public int getInt(int column) throws SQLException {
    long value = integer(column);
    if (value != (int) value) {
      throw new SQLException("the stored number has more than 32 bits");
    }
    return (int) value;
  }

  @Override
  public short getShort(int column) throws SQLException {
    int value = getInt(column);
    if (value != (short) value) {
      throw new SQLException("the stored number has more than 16 bits");
    }
    return (short) value;
  }

  @Override
  public byte getByte(int column) throws SQLException {
    int value = getInt(column);
    if (value != (byte) value) {
      throw new SQLException("the stored number has more than 8 bits");
    }
    return (byte) value;
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    long value = integer(column);
    if (value != 0 && value != 1) {
      throw new SQLException("the stored number is neither 0 nor 1");
    }
    return value == 1;
  }

  @Override
  public double getDouble(int column) throws SQLException {
    return number(column);
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return (float) number(column);
  }

  /** Any value as text, as SQLite writes it. */
  @Override
  public @Nullable String getString(int column) throws SQLException {
    synchronized (database) {
      int type = type(column);
      return switch (type) {
        case Codes.SQLITE_NULL -> null;
        case Codes.SQLITE_TEXT -> new String(bytesOf(column), StandardCharsets.UTF_8);
        default -> database.column_text(handle, column - 1);
      };
    }
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    Object value = value(column);
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    if (value == null || value instanceof byte[]) {
      return (byte[]) value;
    }
    throw new SQLException("the stored value is a number instead of a blob");
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    String text = getString(column);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException malformed) {
      throw new SQLException("the stored value is no number", malformed);
    }
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return value(column);
  }

  /** Read once it is asked for, and from SQLite: a table may have changed since the compilation. */
  private void readNames() throws SQLException {
    if (colsMeta == null) {
      synchronized (database) {
        statement.requireThere();
        colsMeta = database.column_names(handle);
        cols = colsMeta;
        columns = colsMeta.length;
      }
    }
  }

  @Override
  public int findColumn(String name) throws SQLException {
    requireOpen();
    readNames();
    return super.findColumn(name);
  }

  @Override
  public int checkCol(int column) throws SQLException {
    readNames();
    return super.checkCol(column);
  }

  @Override
  public Statement getStatement() {
    return view;
  }
}
