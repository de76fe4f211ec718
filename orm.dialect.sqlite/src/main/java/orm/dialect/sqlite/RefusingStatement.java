package orm.dialect.sqlite;

import java.io.InputStream;
import java.io.Reader;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC asks of a prepared statement and SQLite has not, or has only in one way.
 *
 * <p>Map: values without a form in SQLite; statements given as text; the one kind of result; hints
 * that change nothing.
 */
abstract class RefusingStatement implements PreparedStatement {
  private static SQLException unsupported(String what) {
    return new SQLFeatureNotSupportedException("SQLite has no " + what);
  }

  @Override
  public void setDate(int index, Date value) throws SQLException {
    throw unsupported("type of dates: bind a text");
  }

  @Override
  public void setDate(int index, Date value, Calendar calendar) throws SQLException {
    throw unsupported("type of dates: bind a text");
  }

  @Override
  public void setTime(int index, Time value) throws SQLException {
    throw unsupported("type of times: bind a text");
  }

  @Override
  public void setTime(int index, Time value, Calendar calendar) throws SQLException {
    throw unsupported("type of times: bind a text");
  }

  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    throw unsupported("type of times: bind a text");
  }

  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    throw unsupported("type of times: bind a text");
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    throw unsupported("arrays");
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw unsupported("references");
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw unsupported("type of row numbers: bind a number");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    throw unsupported("XML");
  }

  @Override
  public void setURL(int index, URL value) throws SQLException {
    throw unsupported("URLs: bind a text");
  }

  @Override
  public void setNString(int index, String value) throws SQLException {
    setString(index, value);
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    throw unsupported("locators: bind the bytes");
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    throw unsupported("streams: bind the bytes");
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    throw unsupported("streams: bind the bytes");
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    throw unsupported("locators: bind the text");
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    throw unsupported("locators: bind the text");
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setAsciiStream(int index, InputStream value) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    throw unsupported("streams: bind the bytes");
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    throw unsupported("streams: bind the bytes");
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    throw unsupported("streams: bind the bytes");
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    throw unsupported("streams: bind the text");
  }

  private static SQLException prepared() {
    return new SQLException("the statement is prepared and takes no text");
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public int executeUpdate(String sql, int keys) throws SQLException {
    throw prepared();
  }

  @Override
  public int executeUpdate(String sql, int[] columns) throws SQLException {
    throw prepared();
  }

  @Override
  public int executeUpdate(String sql, String[] columns) throws SQLException {
    throw prepared();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public boolean execute(String sql, int keys) throws SQLException {
    throw prepared();
  }

  @Override
  public boolean execute(String sql, int[] columns) throws SQLException {
    throw prepared();
  }

  @Override
  public boolean execute(String sql, String[] columns) throws SQLException {
    throw prepared();
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    throw unsupported("generated keys for a statement that did not ask for them: use RETURNING");
  }

  @Override
  public int getResultSetConcurrency() {
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public int getResultSetType() {
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public int getResultSetHoldability() {
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public void setCursorName(String name) throws SQLException {
    throw unsupported("named cursors");
  }

  /** The driver's own would change how long to wait for locks instead. */
  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    if (seconds != 0) {
      throw unsupported("time limit for statements: call cancel() in time");
    }
  }

  @Override
  public int getQueryTimeout() {
    return 0;
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    if (rows < 0) {
      throw new SQLException("a number of rows cannot be negative");
    }
  }

  @Override
  public int getFetchSize() {
    return 0;
  }

  @Override
  public void setFetchDirection(int direction) {
    // A hint; there is one direction.
  }

  @Override
  public int getFetchDirection() {
    return ResultSet.FETCH_FORWARD;
  }

  @Override
  public void setMaxFieldSize(int max) throws SQLException {
    if (max != 0) {
      throw unsupported("limit for the size of values");
    }
  }

  @Override
  public int getMaxFieldSize() {
    return 0;
  }

  @Override
  public void setEscapeProcessing(boolean enable) {
    // There is none to switch.
  }

  @Override
  public void setPoolable(boolean poolable) {
    // A hint; statements are kept below.
  }

  @Override
  public boolean isPoolable() {
    return true;
  }

  @Override
  public void clearWarnings() {
    // There never are any.
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
