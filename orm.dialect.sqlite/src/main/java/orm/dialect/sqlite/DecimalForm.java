package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.ColumnType;

/**
 * How decimals are kept. SQLite's own numbers are binary and cannot hold them exactly.
 *
 * <p>Up to 18 digits are an integer of the smallest units: exact, ordered and fast. Others are
 * text: exact, but not ordered. Files that were made by others may have them in columns of numeric
 * affinity: the native form.
 *
 * @param isNative whether decimals are in columns of numeric affinity
 */
record DecimalForm(boolean isNative) {
  /** The digits that 64 bits hold whatever they are. */
  private static final int LONG_DIGITS = 18;

  /** The digits that a double keeps; what is behind them is noise. */
  static final int DOUBLE_DIGITS = 15;

  private static final MathContext DOUBLE_PRECISION =
      new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN);

  boolean isScaled(ColumnType type) {
    return !isNative && type.hasScale() && type.size() <= LONG_DIGITS;
  }

  boolean isOrdered(ColumnType type) {
    return isNative || isScaled(type);
  }

  String parameter() {
    // Outside of comparisons with a column a text would not become a number by itself.
    return isNative ? "CAST(? AS NUMERIC)" : "?";
  }

  String typeName(ColumnType type) {
    if (isScaled(type)) {
      return "INTEGER";
    }
    if (!isNative) {
      return "TEXT";
    }
    if (type.hasScale() && type.size() <= DOUBLE_DIGITS) {
      return "REAL";
    }
    throw new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot make a column of type " + type)
            .because("with option.decimals=native SQLite keeps " + DOUBLE_DIGITS + " digits")
            .fix("Use option.decimals=scaled, or a precision of at most " + DOUBLE_DIGITS + "."));
  }

  String typeCheck(String column, ColumnType type) {
    if (!isScaled(type)) {
      return "";
    }
    String greatest = "9".repeat(type.size());
    return column + " BETWEEN -" + greatest + " AND " + greatest;
  }

  String logicalValue(String column, ColumnType type) {
    if (isScaled(type)) {
      return type.scale() == 0 ? column : "(" + column + " / 1" + "0".repeat(type.scale()) + ".0)";
    }
    return isNative ? column : "CAST(" + column + " AS NUMERIC)";
  }

  /**
   * A number is converted here, exactly; another expression by SQLite, whose numbers are doubles.
   */
  String storedValue(String sql, ColumnType type) {
    if (isNative) {
      return sql;
    }
    boolean scaled = isScaled(type);
    try {
      BigDecimal number = new BigDecimal(sql.strip());
      BigDecimal value = type.hasScale() ? number.setScale(type.scale()) : number;
      return scaled ? value.unscaledValue().toString() : "'" + value.toPlainString() + "'";
    } catch (NumberFormatException | ArithmeticException expression) {
      return scaled
          ? "CAST(round((" + sql + ") * 1" + "0".repeat(type.scale()) + ") AS INTEGER)"
          : "CAST((" + sql + ") AS TEXT)";
    }
  }

  void set(PreparedStatement statement, int index, ColumnType type, BigDecimal value)
      throws SQLException {
    if (isScaled(type)) {
      statement.setLong(index, unscaled(value, type));
    } else {
      statement.setString(index, value.toPlainString());
    }
  }

  long unscaled(BigDecimal value, ColumnType type) throws SQLException {
    try {
      return value.setScale(type.scale()).unscaledValue().longValueExact();
    } catch (ArithmeticException inexact) {
      throw new SQLException("a decimal does not fit " + type, inexact);
    }
  }

  @Nullable
  BigDecimal get(SqliteRows rows, int index, ColumnType type) throws SQLException {
    if (isScaled(type)) {
      long units = rows.integer(index);
      return units == 0 && rows.wasNull() ? null : BigDecimal.valueOf(units, type.scale());
    }
    Object stored = isNative ? rows.value(index) : rows.text(index);
    if (stored == null) {
      return null;
    }
    if (stored instanceof byte[]) {
      throw new SQLException("the stored value is a blob instead of a decimal");
    }
    try {
      BigDecimal value = new BigDecimal(stored.toString());
      if (stored instanceof Double) {
        value = value.round(DOUBLE_PRECISION);
      }
      return type.hasScale() ? value.setScale(type.scale()) : value;
    } catch (ArithmeticException | NumberFormatException inexact) {
      throw new SQLException("the stored value is no " + type, inexact);
    }
  }
}
