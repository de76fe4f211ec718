package orm.dialect.postgres;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.spi.dialect.ValueCodec;

/**
 * How values travel to PostgreSQL and back.
 *
 * <p>A value and a null of one kind are sent with the same type: the driver prepares a statement
 * anew whenever the types of its parameters change.
 */
final class PostgresCodec implements ValueCodec {

  @Override
  public @Nullable String refuse(ColumnType type, Object value) {
    return PostgresLimits.refuse(type, value);
  }

  @Override
  public boolean mayRefuse(ColumnType type) {
    return PostgresLimits.mayRefuse(type);
  }

  @Override
  public void setNull(PreparedStatement statement, int index, ColumnType type) throws SQLException {
    String name = switch (type.kind()) {
      case BOOLEAN -> "bool";
      case SMALLINT, INT -> "int4";
      case BIGINT, DURATION -> "int8";
      case REAL -> "float4";
      case DOUBLE -> "float8";
      case DECIMAL -> "numeric";
      case BYTES -> "bytea";
      case UUID -> "uuid";
      case DATE -> "date";
      case TIME -> "time";
      case DATETIME -> "timestamp";
      case INSTANT -> "timestamptz";
      case TEXT, ENUM, JSON, LIST, INET, CIDR, MACADDR, INTERVAL, RANGE -> "varchar";
      case CONVERTED -> throw new IllegalArgumentException("not converted yet: " + type);
    };
    // By name: of the constants of java.sql.Types some leave the type to be guessed.
    statement.setNull(index, java.sql.Types.OTHER, name);
  }

  @Override
  public void setBoolean(PreparedStatement statement, int index, boolean value)
      throws SQLException {
    statement.setBoolean(index, value);
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
    if (type.kind() == ColumnType.Kind.REAL) {
      // As a double it would not be equal to what the column holds.
      statement.setFloat(index, (float) value);
    } else {
      statement.setDouble(index, value);
    }
  }

  @Override
  public void setText(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setString(index, value);
  }

  @Override
  public void setObject(PreparedStatement statement, int index, ColumnType type, Object value)
      throws SQLException {
    switch (type.kind()) {
      case BOOLEAN -> statement.setBoolean(index, (Boolean) value);
      case SMALLINT, INT -> statement.setInt(index, (Integer) value);
      case BIGINT, DURATION -> statement.setLong(index, (Long) value);
      case REAL, DOUBLE -> setDouble(statement, index, type, (Double) value);
      case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) value);
      case TEXT, ENUM, JSON -> statement.setString(index, (String) value);
      case BYTES -> statement.setBytes(index, (byte[]) value);
      case UUID, DATE, TIME, DATETIME -> statement.setObject(index, value);
      case INSTANT -> statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
      case LIST ->
        statement.setString(
            index, ArrayText.write((List<?>) value, PostgresSyntax.elementOf(type)));
      case INET, CIDR, MACADDR, INTERVAL, RANGE ->
        statement.setString(index, ElementText.write(value, type));
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
    // Arrays of these travel in binary form; the rest is text with a cast.
    @Nullable
    Object[] array = switch (type.kind()) {
      case BOOLEAN -> values.toArray(new Boolean[0]);
      case SMALLINT, INT -> values.toArray(new Integer[0]);
      case BIGINT, DURATION -> values.toArray(new Long[0]);
      case DOUBLE -> values.toArray(new Double[0]);
      case BYTES -> values.toArray(new byte[0][]);
      case REAL -> floats(values);
      case TEXT, ENUM, JSON -> values.toArray(new String[0]);
      default -> texts(values, type);
    };
    statement.setObject(index, array);
  }

  private static @Nullable Float[] floats(List<? extends @Nullable Object> values) {
    @Nullable Float[] floats = new @Nullable Float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      Object value = values.get(i);
      floats[i] = value == null ? null : ((Double) value).floatValue();
    }
    return floats;
  }

  private static @Nullable String[] texts(
      List<? extends @Nullable Object> values, ColumnType type) {
    @Nullable String[] texts = new @Nullable String[values.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = values.get(i);
      texts[i] = value == null ? null : ElementText.write(value, type);
    }
    return texts;
  }

  @Override
  public boolean getBoolean(ResultSet rows, int index) throws SQLException {
    return rows.getBoolean(index);
  }

  @Override
  public int getInt(ResultSet rows, int index) throws SQLException {
    return rows.getInt(index);
  }

  @Override
  public long getLong(ResultSet rows, int index) throws SQLException {
    return rows.getLong(index);
  }

  @Override
  public double getDouble(ResultSet rows, int index) throws SQLException {
    return rows.getDouble(index);
  }

  @Override
  public @Nullable String getText(ResultSet rows, int index) throws SQLException {
    return rows.getString(index);
  }

  @Override
  public @Nullable BigDecimal getDecimal(ResultSet rows, int index, ColumnType type)
      throws SQLException {
    BigDecimal value = rows.getBigDecimal(index);
    if (value == null || !type.hasScale() || value.scale() == type.scale()) {
      return value;
    }
    try {
      return value.setScale(type.scale());
    } catch (ArithmeticException inexact) {
      throw new SQLException(
          "the stored number has more than " + type.scale() + " digits behind the point",
          "22003",
          inexact);
    }
  }

  @Override
  public byte @Nullable [] getBytes(ResultSet rows, int index) throws SQLException {
    return rows.getBytes(index);
  }

  @Override
  public @Nullable UUID getUuid(ResultSet rows, int index) throws SQLException {
    Object value = rows.getObject(index);
    if (value == null || value instanceof UUID) {
      return (UUID) value;
    }
    // The driver's own conversion would be a cast.
    throw new SQLException("the stored value is no UUID", "22P02");
  }

  @Override
  public @Nullable LocalDate getDate(ResultSet rows, int index) throws SQLException {
    LocalDate value = rows.getObject(index, LocalDate.class);
    if (value != null && (value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN))) {
      throw infinite("date");
    }
    return value;
  }

  @Override
  public @Nullable LocalTime getTime(ResultSet rows, int index) throws SQLException {
    LocalTime value = rows.getObject(index, LocalTime.class);
    if (value != null && value.equals(LocalTime.MAX)) {
      throw new SQLException("the stored time is 24:00:00, which Java does not know", "22008");
    }
    return value;
  }

  @Override
  public @Nullable LocalDateTime getDateTime(ResultSet rows, int index) throws SQLException {
    LocalDateTime value = rows.getObject(index, LocalDateTime.class);
    if (value != null && (value.equals(LocalDateTime.MAX) || value.equals(LocalDateTime.MIN))) {
      throw infinite("timestamp");
    }
    return value;
  }

  @Override
  public @Nullable Instant getInstant(ResultSet rows, int index) throws SQLException {
    OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
    if (value == null) {
      return null;
    }
    if (value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN)) {
      throw infinite("timestamp");
    }
    return value.toInstant();
  }

  private static SQLException infinite(String what) {
    return new SQLException(
        "the stored " + what + " is infinite, which Java does not know", "22008");
  }

  @Override
  public @Nullable Object getObject(ResultSet rows, int index, ColumnType type)
      throws SQLException {
    String text = rows.getString(index);
    return text == null ? null : ElementText.read(text, type);
  }

  @Override
  public @Nullable List<?> getList(ResultSet rows, int index, ColumnType element)
      throws SQLException {
    String text = rows.getString(index);
    if (text == null) {
      return null;
    }
    List<String> parts = ArrayText.read(text);
    List<Object> values = new ArrayList<>(parts.size());
    for (String part : parts) {
      values.add(ElementText.read(part, element));
    }
    return values;
  }
}
