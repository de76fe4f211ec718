package orm.bench.store;

import static orm.bench.book.Book_.BOOK;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import orm.api.Database;
import orm.bench.book.Books;

/** A database in a PostgreSQL server: one table, which all contestants use. */
public final class PostgresGround implements Ground {
  private final String url;

  /**
   * Takes a database.
   *
   * @param url one that {@link #prepare} was called for
   */
  public PostgresGround(String url) {
    this.url = url;
  }

  /** Makes the table in an empty database, and a copy of it to restore it from. */
  public static void prepare(String url) {
    try (Database db = Access.orm(url)) {
      db.schema().create(List.of(BOOK));
      db.insertAll(BOOK, Books.samples(1, Books.COUNT));
    }
    run(url, "CREATE TABLE book_copy AS SELECT * FROM book");
    restore(url);
  }

  private static void restore(String url) {
    run(
        url,
        "TRUNCATE book",
        "INSERT INTO book SELECT * FROM book_copy ORDER BY id",
        "SELECT setval(pg_get_serial_sequence('book', 'id'), " + Books.COUNT + ")",
        "VACUUM (ANALYZE) book");
  }

  private static void run(String url, String... statements) {
    try (Connection connection = Access.connect(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Store open(Contestant contestant) {
    restore(url);
    return Access.open(contestant, url);
  }

  @Override
  public Store restored(Contestant contestant, Store used) {
    restore(url);
    return used;
  }

  @Override
  public void close() {
    // The server belongs to somebody else.
  }
}
