package orm.bench.library.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.StringJoiner;

/** How a program that uses JDBC itself speaks of values and keys to one database. */
enum LibraryForm {
  /** The driver knows all types. */
  POSTGRES {
    @Override
    BigDecimal decimal(ResultSet row, int column) throws SQLException {
      return row.getBigDecimal(column);
    }

    @Override
    LocalDate date(ResultSet row, int column) throws SQLException {
      return row.getObject(column, LocalDate.class);
    }

    @Override
    void bind(PreparedStatement statement, int parameter, LocalDate date) throws SQLException {
      statement.setObject(parameter, date);
    }

    @Override
    String among(String column) {
      return column + " = ANY (?)";
    }

    @Override
    void bind(PreparedStatement statement, int parameter, Collection<Long> keys)
        throws SQLException {
      statement.setObject(parameter, keys.stream().mapToLong(Long::longValue).toArray());
    }
  },

  /** Exact decimals and readable dates are texts; a list of keys is a JSON array. */
  SQLITE {
    @Override
    BigDecimal decimal(ResultSet row, int column) throws SQLException {
      return new BigDecimal(row.getString(column));
    }

    @Override
    LocalDate date(ResultSet row, int column) throws SQLException {
      return LocalDate.parse(row.getString(column));
    }

    @Override
    void bind(PreparedStatement statement, int parameter, LocalDate date) throws SQLException {
      statement.setString(parameter, date.toString());
    }

    @Override
    String among(String column) {
      return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    void bind(PreparedStatement statement, int parameter, Collection<Long> keys)
        throws SQLException {
      StringJoiner json = new StringJoiner(",", "[", "]");
      keys.forEach(key -> json.add(key.toString()));
      statement.setString(parameter, json.toString());
    }
  };

  static LibraryForm of(String url) {
    return url.startsWith("jdbc:sqlite:") ? SQLITE : POSTGRES;
  }

  abstract BigDecimal decimal(ResultSet row, int column) throws SQLException;

  abstract LocalDate date(ResultSet row, int column) throws SQLException;

  abstract void bind(PreparedStatement statement, int parameter, LocalDate date)
      throws SQLException;

  /** The condition that a key is one of many, which are one parameter. */
  abstract String among(String column);

  abstract void bind(PreparedStatement statement, int parameter, Collection<Long> keys)
      throws SQLException;
}
