package orm.bench.library.store;

import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Novel_.NOVEL;
import static orm.bench.library.Publisher_.PUBLISHER;
import static orm.bench.library.Tag_.TAG;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import orm.api.Database;
import orm.api.model.EntityTable;
import orm.bench.library.Library;
import orm.bench.library.Novel;
import orm.bench.store.Access;
import orm.bench.store.Contestant;

/** The tables of the library, which are only read. */
public final class LibraryGround {
  static final List<EntityTable<?, ?>> TABLES = List.of(AUTHOR, PUBLISHER, TAG, NOVEL);

  private LibraryGround() {}

  /** Makes and fills the tables in a database of PostgreSQL, where all contestants use them. */
  public static void prepare(String url) throws SQLException {
    try (Database db = Access.orm(url)) {
      fill(db);
    }
    try (Connection connection = Access.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (ANALYZE) author, publisher, tag, novel, novel_tag");
    }
  }

  private static void fill(Database db) {
    db.schema().create(TABLES);
    db.insertAll(AUTHOR, Library.authors());
    db.insertAll(PUBLISHER, Library.publishers());
    db.insertAll(TAG, Library.tags());
    db.insertAll(NOVEL, Library.novels());
    db.script(Library.TIE_TAGS);
  }

  /** Lets a contestant in where {@link #prepare} was called. */
  public static LibraryStore open(Contestant contestant, String url) {
    return contestant == Contestant.ORM
        ? new OrmLibrary(Access.orm(url))
        : store(contestant, Access.pool(url), url);
  }

  /** Makes tables in memory for one contestant, in its own form, and lets it in. */
  public static LibraryStore inMemory(Contestant contestant) {
    if (contestant == Contestant.ORM) {
      Database db = Access.orm(Access.SQLITE_MEMORY);
      fill(db);
      return new OrmLibrary(db);
    }
    HikariDataSource pool = Access.pool(Access.SQLITE_MEMORY);
    try (Connection connection = pool.getConnection()) {
      fill(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return store(contestant, pool, Access.SQLITE_MEMORY);
  }

  private static LibraryStore store(Contestant contestant, HikariDataSource pool, String url) {
    return switch (contestant) {
      case JDBC -> new JdbcLibrary(pool, LibraryForm.of(url), false);
      case TUNED -> new JdbcLibrary(pool, LibraryForm.of(url), true);
      case ORM, RULES, WATCHED, KEPT -> throw new IllegalArgumentException("has a pool of its own");
      case JOOQ -> new JooqLibrary(pool, LibraryForm.of(url));
      case HIBERNATE -> new HibernateLibrary(pool, LibraryForm.of(url));
    };
  }

  // ---- Tables on SQLite for all but the ORM

  private static void fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String table : LibrarySql.SQLITE_TABLES) {
        statement.execute(table);
      }
      insert(connection, "author (name, country) VALUES (?, ?)", Library.authors(), (row, out) -> {
        out.setString(1, row.name());
        out.setString(2, row.country());
      });
      insert(
          connection, "publisher (name, city) VALUES (?, ?)", Library.publishers(), (row, out) -> {
            out.setString(1, row.name());
            out.setString(2, row.city());
          });
      insert(
          connection,
          "tag (name) VALUES (?)",
          Library.tags(),
          (row, out) -> out.setString(1, row.name()));
      insert(
          connection,
          "novel (title, price, published, in_print, pages, author_id, publisher_id)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          Library.novels(),
          LibraryGround::bind);
      statement.execute(Library.TIE_TAGS);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Binds all columns but the key. */
  private interface Binding<T> {
    void bind(T row, PreparedStatement out) throws SQLException;
  }

  private static <T> void insert(
      Connection connection, String into, List<T> rows, Binding<T> binding) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + into)) {
      for (T row : rows) {
        binding.bind(row, statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(Novel novel, PreparedStatement out) throws SQLException {
    out.setString(1, novel.title());
    out.setString(2, novel.price().toPlainString());
    out.setString(3, novel.published().toString());
    out.setBoolean(4, novel.inPrint());
    out.setInt(5, novel.pages());
    out.setLong(6, AUTHOR.key(novel.author()));
    out.setLong(7, PUBLISHER.key(novel.publisher()));
  }
}
