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
      case TEXT, ENUM, JSON, UUID, DATE, TIME, DATETIME, INSTANT, LIST ->
        statement.setString(index, Lists.text(value, type));
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

  @Override
  public boolean getBoolean(ResultSet rows, int index) throws SQLException {
    long stored = Cells.integer(rows, index);
    if (stored != 0 && stored != 1) {
      throw new SQLException("the stored number is neither 0 nor 1");
    }
    return stored == 1;
  }

  @Override
  public int getInt(ResultSet rows, int index) throws SQLException {
    long stored = Cells.integer(rows, index);
    if (stored != (int) stored) {
      throw new SQLException("the stored number has more than 32 bits");
    }
    return (int) stored;
  }

  @Override
  public long getLong(ResultSet rows, int index) throws SQLException {
    return Cells.integer(rows, index);
  }

  @Override
  public double getDouble(ResultSet rows, int index) throws SQLException {
    Object stored = rows.getObject(index);
    if (stored == null) {
      return 0;
    }
    if (stored instanceof Number number) {
      return number.doubleValue();
    }
    throw Cells.wrongKind("a number", stored);
  }

  @Override
  public @Nullable String getText(ResultSet rows, int index) throws SQLException {
    return Cells.text(rows, index);
  }

  @Override
  public @Nullable BigDecimal getDecimal(ResultSet rows, int index, ColumnType type)
      throws SQLException {
    return decimals.get(rows.getObject(index), type);
  }

  @Override
  public byte @Nullable [] getBytes(ResultSet rows, int index) throws SQLException {
    Object stored = rows.getObject(index);
    if (stored == null || stored instanceof byte[]) {
      return (byte[]) stored;
    }
    throw Cells.wrongKind("a blob", stored);
  }

  @Override
  public @Nullable UUID getUuid(ResultSet rows, int index) throws SQLException {
    String text = Cells.text(rows, index);
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
    String text = Cells.text(rows, index);
    return text == null ? null : IsoTime.readDate(text);
  }

  @Override
  public @Nullable LocalTime getTime(ResultSet rows, int index) throws SQLException {
    String text = Cells.text(rows, index);
    return text == null ? null : IsoTime.readTime(text);
  }

  @Override
  public @Nullable LocalDateTime getDateTime(ResultSet rows, int index) throws SQLException {
    String text = Cells.text(rows, index);
    return text == null ? null : IsoTime.readDateTime(text);
  }

  @Override
  public @Nullable Instant getInstant(ResultSet rows, int index) throws SQLException {
    String text = Cells.text(rows, index);
    return text == null ? null : IsoTime.readInstant(text);
  }

  @Override
  public @Nullable List<?> getList(ResultSet rows, int index, ColumnType element)
      throws SQLException {
    String text = Cells.text(rows, index);
    return text == null ? null : Lists.read(text, element);
  }
}
