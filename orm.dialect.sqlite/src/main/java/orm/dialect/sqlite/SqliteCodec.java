package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.spi.dialect.ValueCodec;

/** How values travel to SQLite and back. */
final class SqliteCodec implements ValueCodec {
  private static final int UUID_LENGTH = 36;

  private final DecimalForm decimals;

  SqliteCodec(DecimalForm decimals) {
    this.decimals = decimals;
  }

  @Override
  public @Nullable String refuse(ColumnType type, Object value) {
    return SqliteLimits.refuse(type, value);
  }

  @Override
  public boolean mayRefuse(ColumnType type) {
    return SqliteLimits.mayRefuse(type);
  }

  @Override
  public void setNull(PreparedStatement statement, int index, ColumnType type) throws SQLException {
    statement.setNull(index, Types.NULL);
  }

  @Override
  public void setBoolean(PreparedStatement statement, int index, boolean value)
      throws SQLException {
    statement.setInt(index, value ? 1 : 0);
  }

  @Override
  public void setInt(PreparedStatement statement, int index, int value) throws SQLException {
    statement.setInt(index, value);
  }

  @Override
  public void setLong(PreparedStatement statement, int index, long value) throws SQLException {
    statement.setLong(index, value);
  }

  @Override
  public void setDouble(PreparedStatement statement, int index, ColumnType type, double value)
      throws SQLException {
    statement.setDouble(index, value);
  }

  @Override
  public void setText(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setString(index, value);
  }

  @Override
  public void setObject(PreparedStatement statement, int index, ColumnType type, Object value)
      throws SQLException {
    switch (type.kind()) {
      case BOOLEAN -> statement.setInt(index, (Boolean) value ? 1 : 0);
      case SMALLINT, INT -> statement.setInt(index, (Integer) value);
      case BIGINT, DURATION -> statement.setLong(index, (Long) value);
      case REAL, DOUBLE -> statement.setDouble(index, (Double) value);
      case DECIMAL -> decimals.set(statement, index, type, (BigDecimal) value);
      case BYTES -> statement.setBytes(index, (byte[]) value);
      case TEXT,
          ENUM,
          JSON,
          UUID,
          DATE,
          TIME,
          DATETIME,
          INSTANT,
          LIST,
          INET,
          CIDR,
          MACADDR,
          INTERVAL,
          RANGE -> statement.setString(index, Lists.text(value, type));
      case CONVERTED -> throw new IllegalArgumentException("not converted yet: " + type);
    }
  }

  @Override
  public void setElements(
      PreparedStatement statement,
      int index,
      ColumnType type,
      List<? extends @Nullable Object> values)
      throws SQLException {
    statement.setString(index, Lists.writeOperands(values, type, decimals));
  }

  /** Below the pool: the rows as they come from our connection. */
  private static SqliteRows own(ResultSet rows) throws SQLException {
    return rows instanceof SqliteRows own ? own : rows.unwrap(SqliteRows.class);
  }

  @Override
  public boolean getBoolean(ResultSet rows, int index) throws SQLException {
    return own(rows).getBoolean(index);
  }

  @Override
  public int getInt(ResultSet rows, int index) throws SQLException {
    return own(rows).getInt(index);
  }

  @Override
  public long getLong(ResultSet rows, int index) throws SQLException {
    return own(rows).integer(index);
  }

  @Override
  public double getDouble(ResultSet rows, int index) throws SQLException {
    return own(rows).number(index);
  }

  @Override
  public @Nullable String getText(ResultSet rows, int index) throws SQLException {
    return own(rows).text(index);
  }

  @Override
  public @Nullable BigDecimal getDecimal(ResultSet rows, int index, ColumnType type)
      throws SQLException {
    return decimals.get(own(rows), index, type);
  }

  @Override
  public byte @Nullable [] getBytes(ResultSet rows, int index) throws SQLException {
    return own(rows).blob(index);
  }

  @Override
  public @Nullable UUID getUuid(ResultSet rows, int index) throws SQLException {
    String text = own(rows).text(index);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == UUID_LENGTH) { // shorter groups would be taken too
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException malformed) {
      throw new SQLException("the stored text is no UUID", malformed);
    }
    throw new SQLException("the stored text is no UUID");
  }

  @Override
  public @Nullable LocalDate getDate(ResultSet rows, int index) throws SQLException {
    byte[] utf8 = own(rows).utf8(index);
    return utf8 == null ? null : IsoTime.readDate(utf8);
  }

  @Override
  public @Nullable LocalTime getTime(ResultSet rows, int index) throws SQLException {
    byte[] utf8 = own(rows).utf8(index);
    return utf8 == null ? null : IsoTime.readTime(utf8);
  }

  @Override
  public @Nullable LocalDateTime getDateTime(ResultSet rows, int index) throws SQLException {
    byte[] utf8 = own(rows).utf8(index);
    return utf8 == null ? null : IsoTime.readDateTime(utf8);
  }

  @Override
  public @Nullable Instant getInstant(ResultSet rows, int index) throws SQLException {
    byte[] utf8 = own(rows).utf8(index);
    return utf8 == null ? null : IsoTime.readInstant(utf8);
  }

  @Override
  public @Nullable Object getObject(ResultSet rows, int index, ColumnType type)
      throws SQLException {
    String text = own(rows).text(index);
    return text == null ? null : TextForm.read(text, type);
  }

  @Override
  public @Nullable List<?> getList(ResultSet rows, int index, ColumnType element)
      throws SQLException {
    String text = own(rows).text(index);
    return text == null ? null : Lists.read(text, element);
  }
}
