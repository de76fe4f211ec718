package orm.bench.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import orm.bench.book.Book;

/** How a program that uses JDBC itself reads and writes a book on one database. */
enum BookForm {
  /** The driver knows all types. */
  POSTGRES {
    @Override
    void bind(PreparedStatement statement, Book book) throws SQLException {
      statement.setString(1, book.title());
      statement.setString(2, book.publisher());
      statement.setBigDecimal(3, book.price());
      statement.setObject(4, book.published());
      statement.setBoolean(5, book.inPrint());
      statement.setInt(6, book.pages());
    }

    @Override
    Book read(ResultSet row) throws SQLException {
      return new Book(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          row.getBigDecimal(4),
          row.getObject(5, LocalDate.class),
          row.getBoolean(6),
          row.getInt(7),
          row.getInt(8));
    }
  },

  /**
   * SQLite has neither decimals nor dates. Exact decimals and readable dates are texts, which the
   * JDK writes and reads.
   */
  SQLITE {
    @Override
    void bind(PreparedStatement statement, Book book) throws SQLException {
      statement.setString(1, book.title());
      statement.setString(2, book.publisher());
      statement.setString(3, book.price().toPlainString());
      statement.setString(4, book.published().toString());
      statement.setBoolean(5, book.inPrint());
      statement.setInt(6, book.pages());
    }

    @Override
    Book read(ResultSet row) throws SQLException {
      return new Book(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          new BigDecimal(row.getString(4)),
          LocalDate.parse(row.getString(5)),
          row.getBoolean(6),
          row.getInt(7),
          row.getInt(8));
    }
  };

  /** Binds parameters 1 to 6, which are the same columns in every statement that writes. */
  abstract void bind(PreparedStatement statement, Book book) throws SQLException;

  /** Reads the current row. */
  abstract Book read(ResultSet row) throws SQLException;
}
