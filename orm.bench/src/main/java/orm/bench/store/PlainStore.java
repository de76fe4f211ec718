package orm.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import orm.bench.book.Book;

/**
 * JDBC as a careful programmer writes it without extra machinery: a statement is prepared at every
 * call, columns are read by their index. This is what all ratios refer to.
 */
final class PlainStore implements Store {
  private static final String[] KEY = {"id"};

  private final HikariDataSource pool;
  private final BookForm form;

  PlainStore(HikariDataSource pool, BookForm form) {
    this.pool = pool;
    this.form = form;
  }

  @Override
  public Book find(long key) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BookSql.FIND)) {
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
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BookSql.INSERT, KEY)) {
      form.bind(statement, book);
      statement.setInt(BookSql.INSERT_VERSION, book.version());
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return book.withId(keys.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Book> insertAll(List<Book> books) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      List<Book> stored =
          form == BookForm.POSTGRES ? batch(connection, books) : oneByOne(connection, books);
      connection.commit();
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Book> batch(Connection connection, List<Book> books) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BookSql.INSERT, KEY)) {
      for (Book book : books) {
        form.bind(statement, book);
        statement.setInt(BookSql.INSERT_VERSION, book.version());
        statement.addBatch();
      }
      statement.executeBatch();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        List<Book> stored = new ArrayList<>(books.size());
        for (Book book : books) {
          keys.next();
          stored.add(book.withId(keys.getLong(1)));
        }
        return stored;
      }
    }
  }

  /** The driver of SQLite gives back only the last key of a batch. */
  private List<Book> oneByOne(Connection connection, List<Book> books) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BookSql.INSERT_RETURNING)) {
      List<Book> stored = new ArrayList<>(books.size());
      for (Book book : books) {
        form.bind(statement, book);
        statement.setInt(BookSql.INSERT_VERSION, book.version());
        try (ResultSet keys = statement.executeQuery()) {
          keys.next();
          stored.add(book.withId(keys.getLong(1)));
        }
      }
      return stored;
    }
  }

  @Override
  public Book update(Book book) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BookSql.UPDATE)) {
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
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BookSql.WITH_PAGES)) {
      statement.setInt(1, pages);
      return list(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Book> all() {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BookSql.ALL)) {
      return list(statement);
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
