package orm.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orm.bench.book.Book;

/**
 * JDBC with the tricks that an expert knows: statements are kept with their connections, generated
 * keys come by RETURNING, and batches travel to PostgreSQL as arrays.
 */
final class TunedStore implements Store {
  private final HikariDataSource pool;
  private final BookForm form;
  private final KeptStatements statements = new KeptStatements();

  TunedStore(HikariDataSource pool, BookForm form) {
    this.pool = pool;
    this.form = form;
  }

  @Override
  public Book find(long key) {
    try (Connection connection = pool.getConnection()) {
      PreparedStatement statement = statements.get(connection, BookSql.FIND);
      statement.setLong(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("no book " + key);
        }
        return form.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Book insert(Book book) {
    try (Connection connection = pool.getConnection()) {
      return insert(statements.get(connection, BookSql.INSERT_RETURNING), book);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Book insert(PreparedStatement statement, Book book) throws SQLException {
    form.bind(statement, book);
    statement.setInt(BookSql.INSERT_VERSION, book.version());
    try (ResultSet keys = statement.executeQuery()) {
      keys.next();
      return book.withId(keys.getLong(1));
    }
  }

  @Override
  public List<Book> insertAll(List<Book> books) {
    try (Connection connection = pool.getConnection()) {
      return form == BookForm.POSTGRES ? arrays(connection, books) : oneByOne(connection, books);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Book> arrays(Connection connection, List<Book> books) throws SQLException {
    PreparedStatement statement = statements.get(connection, BookSql.INSERT_ARRAYS);
    statement.setObject(1, column(books, Book::title, new String[0]));
    statement.setObject(2, column(books, Book::publisher, new String[0]));
    statement.setArray(
        3, connection.createArrayOf("numeric", column(books, Book::price, new BigDecimal[0])));
    statement.setArray(
        4, connection.createArrayOf("date", column(books, Book::published, new LocalDate[0])));
    statement.setObject(5, column(books, Book::inPrint, new Boolean[0]));
    statement.setObject(6, column(books, Book::pages, new Integer[0]));
    statement.setObject(7, column(books, Book::version, new Integer[0]));
    try (ResultSet keys = statement.executeQuery()) {
      List<Book> stored = new ArrayList<>(books.size());
      for (Book book : books) {
        keys.next();
        stored.add(book.withId(keys.getLong(1)));
      }
      return stored;
    }
  }

  private static <T> T[] column(List<Book> books, Function<Book, T> value, T[] type) {
    return books.stream().map(value).toList().toArray(type);
  }

  private List<Book> oneByOne(Connection connection, List<Book> books) throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement statement = statements.get(connection, BookSql.INSERT_RETURNING);
    List<Book> stored = new ArrayList<>(books.size());
    for (Book book : books) {
      stored.add(insert(statement, book));
    }
    connection.commit();
    return stored;
  }

  @Override
  public Book update(Book book) {
    try (Connection connection = pool.getConnection()) {
      PreparedStatement statement = statements.get(connection, BookSql.UPDATE);
      form.bind(statement, book);
      statement.setLong(BookSql.UPDATE_KEY, book.key());
      statement.setInt(BookSql.UPDATE_VERSION, book.version());
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("stale: " + book);
      }
      return book.withNextVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Book> withPages(int pages) {
    try (Connection connection = pool.getConnection()) {
      PreparedStatement statement = statements.get(connection, BookSql.WITH_PAGES);
      statement.setInt(1, pages);
      return list(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Book> all() {
    try (Connection connection = pool.getConnection()) {
      return list(statements.get(connection, BookSql.ALL));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Book> list(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Book> books = new ArrayList<>();
      while (rows.next()) {
        books.add(form.read(rows));
      }
      return books;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
