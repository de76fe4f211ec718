package orm.bench.store;

import static orm.bench.book.Book_.BOOK;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import orm.api.Database;
import orm.bench.book.Books;

/** SQLite in memory: every store has a database of its own. */
public final class SqliteGround implements Ground {
  /** Makes a ground that costs nothing yet. */
  public SqliteGround() {}

  @Override
  public Store open(Contestant contestant) {
    return filled(contestant, Access.SQLITE_MEMORY);
  }

  /** Makes and fills the table, which a contestant has in a form of its own. */
  public static Store filled(Contestant contestant, String url) {
    Store store = empty(contestant, url);
    store.insertAll(Books.samples(1, Books.COUNT));
    return store;
  }

  private static Store empty(Contestant contestant, String url) {
    Database db = Access.database(contestant, url);
    if (db != null) {
      db.schema().create(List.of(BOOK));
      return Access.store(contestant, db);
    }
    HikariDataSource pool = Access.pool(url);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : BookSql.SQLITE_TABLE) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Access.jdbc(contestant, pool, url);
  }

  @Override
  public Store restored(Contestant contestant, Store used) {
    used.close();
    return open(contestant);
  }

  @Override
  public void close() {
    // Each store closes its database.
  }
}
