package orm.spi.dialect;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.schema.ColumnType;

/**
 * How values travel to and from one database. Stateless; the fast path of every statement.
 *
 * <p>Positions count from 1 as in JDBC. Values come checked: not null, of the Java type that
 * belongs to the kind, times in microseconds, decimals within precision and at their scale,
 * {@link #refuse} asked.
 *
 * <table>
 * <caption>Java types by kind</caption>
 * <tr><td>BOOLEAN</td><td>{@code Boolean}</td></tr>
 * <tr><td>SMALLINT, INT</td><td>{@code Integer}</td></tr>
 * <tr><td>BIGINT, DURATION (nanoseconds)</td><td>{@code Long}</td></tr>
 * <tr><td>REAL, DOUBLE</td><td>{@code Double}</td></tr>
 * <tr><td>DECIMAL</td><td>{@link BigDecimal}</td></tr>
 * <tr><td>TEXT, ENUM (its name), JSON (its text)</td><td>{@code String}</td></tr>
 * <tr><td>BYTES</td><td>{@code byte[]}</td></tr>
 * <tr><td>UUID</td><td>{@link UUID}</td></tr>
 * <tr><td>DATE, TIME, DATETIME</td><td>{@link LocalDate}, {@link LocalTime}, {@link LocalDateTime}</td></tr>
 * <tr><td>INSTANT</td><td>{@link Instant}</td></tr>
 * <tr><td>INET, CIDR, MACADDR, INTERVAL</td><td>{@code Inet}, {@code Cidr}, {@code MacAddress}, {@code
 * Interval} of {@code orm.api.type}</td></tr>
 * <tr><td>RANGE</td><td>{@code orm.api.type.Range} of the bound's Java type</td></tr>
 * <tr><td>LIST</td><td>{@link List} of the element's Java type</td></tr>
 * </table>
 */
@ConsumerType
public interface ValueCodec {
  /**
   * Tells why a value cannot be stored in this database, though it can in others.
   *
   * @param type the type of the column
   * @param value the value, of the Java type that belongs to the kind
   * @return the reason, without the value; null if it can
   */
  @Nullable
  String refuse(ColumnType type, Object value);

  /**
   * Tells whether {@link #refuse} may refuse a value of a kind at all; asked once per column.
   *
   * @param type the type of the column
   * @return whether each value must be shown to {@code refuse}
   */
  boolean mayRefuse(ColumnType type);

  /**
   * Binds null.
   *
   * @param statement the statement
   * @param index the position
   * @param type the type
   * @throws SQLException if the driver fails
   */
  void setNull(PreparedStatement statement, int index, ColumnType type) throws SQLException;

  /**
   * Binds a boolean.
   *
   * @param statement the statement
   * @param index the position
   * @param value the value
   * @throws SQLException if the driver fails
   */
  void setBoolean(PreparedStatement statement, int index, boolean value) throws SQLException;

  /**
   * Binds a number of kind SMALLINT or INT.
   *
   * @param statement the statement
   * @param index the position
   * @param value the value
   * @throws SQLException if the driver fails
   */
  void setInt(PreparedStatement statement, int index, int value) throws SQLException;

  /**
   * Binds a number of kind BIGINT or DURATION.
   *
   * @param statement the statement
   * @param index the position
   * @param value the value
   * @throws SQLException if the driver fails
   */
  void setLong(PreparedStatement statement, int index, long value) throws SQLException;

  /**
   * Binds a number of kind REAL or DOUBLE.
   *
   * @param statement the statement
   * @param index the position
   * @param type the type
   * @param value the value
   * @throws SQLException if the driver fails
   */
  void setDouble(PreparedStatement statement, int index, ColumnType type, double value)
      throws SQLException;

  /**
   * Binds a text of kind TEXT.
   *
   * @param statement the statement
   * @param index the position
   * @param value the value
   * @throws SQLException if the driver fails
   */
  void setText(PreparedStatement statement, int index, String value) throws SQLException;

  /**
   * Binds a value of any kind.
   *
   * @param statement the statement
   * @param index the position
   * @param type the type
   * @param value the value, of the Java type that belongs to the kind
   * @throws SQLException if the driver fails
   */
  void setObject(PreparedStatement statement, int index, ColumnType type, Object value)
      throws SQLException;

  /**
   * Binds many values as one parameter: those of {@link SqlSyntax#in}, or a column of rows for
   * {@link SqlSyntax#arrayParameter}.
   *
   * @param statement the statement
   * @param index the position
   * @param type the type of one value
   * @param values the values; null elements only for columns of rows
   * @throws SQLException if the driver fails
   */
  void setElements(
      PreparedStatement statement,
      int index,
      ColumnType type,
      List<? extends @Nullable Object> values)
      throws SQLException;

  /**
   * Reads a boolean; false for null, which {@link ResultSet#wasNull()} tells, as for all
   * primitives.
   *
   * @param rows the result
   * @param index the position
   * @return the value
   * @throws SQLException if the driver fails or the stored value is of another kind
   */
  boolean getBoolean(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a number of kind SMALLINT or INT.
   *
   * @param rows the result
   * @param index the position
   * @return the value
   * @throws SQLException if the driver fails or the stored value is out of range or of another kind
   */
  int getInt(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a number of kind BIGINT or DURATION.
   *
   * @param rows the result
   * @param index the position
   * @return the value
   * @throws SQLException if the driver fails or the stored value is of another kind
   */
  long getLong(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a number of kind REAL or DOUBLE.
   *
   * @param rows the result
   * @param index the position
   * @return the value
   * @throws SQLException if the driver fails or the stored value is of another kind
   */
  double getDouble(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a text of kind TEXT, ENUM or JSON.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails
   */
  @Nullable
  String getText(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a decimal.
   *
   * @param rows the result
   * @param index the position
   * @param type the type, which tells the scale
   * @return the exact value, at the declared scale where there is one; or null
   * @throws SQLException if the driver fails or the stored value is not exact
   */
  @Nullable
  BigDecimal getDecimal(ResultSet rows, int index, ColumnType type) throws SQLException;

  /**
   * Reads bytes.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails
   */
  byte @Nullable [] getBytes(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a UUID.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails
   */
  @Nullable
  UUID getUuid(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a date.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails or the stored value is no finite date
   */
  @Nullable
  LocalDate getDate(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a time of day.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails or the stored value is no time
   */
  @Nullable
  LocalTime getTime(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a date and time without zone.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails or the stored value is no finite time
   */
  @Nullable
  LocalDateTime getDateTime(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a point in time.
   *
   * @param rows the result
   * @param index the position
   * @return the value, or null
   * @throws SQLException if the driver fails or the stored value is no finite time
   */
  @Nullable
  Instant getInstant(ResultSet rows, int index) throws SQLException;

  /**
   * Reads a value of kind INET, CIDR, MACADDR, INTERVAL or RANGE.
   *
   * @param rows the result
   * @param index the position
   * @param type the type
   * @return the value, of the Java type that belongs to the kind, or null
   * @throws SQLException if the driver fails or the stored value is of another kind
   */
  @Nullable
  Object getObject(ResultSet rows, int index, ColumnType type) throws SQLException;

  /**
   * Reads a list.
   *
   * @param rows the result
   * @param index the position
   * @param element the type of the elements
   * @return elements of the Java type that belongs to the kind, or null
   * @throws SQLException if the driver fails or an element is null or of another kind
   */
  @Nullable
  List<?> getList(ResultSet rows, int index, ColumnType element) throws SQLException;
}
