package orm.bench.library.store;

import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Publisher_.PUBLISHER;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.bench.library.Author;
import orm.bench.library.AuthorPage;
import orm.bench.library.Family;
import orm.bench.library.Library;
import orm.bench.library.Line;
import orm.bench.library.Novel;
import orm.bench.library.NovelCard;
import orm.bench.library.Publisher;
import orm.bench.library.Search;
import orm.bench.library.Sheet;
import orm.bench.library.Tag;
import orm.bench.store.KeptStatements;

/**
 * JDBC as a careful programmer writes it: columns are read by their index, and lists are read by
 * one statement for each level and put into their rows by keys. A statement is prepared at every
 * call or, where it is tuned, kept with its connection.
 */
final class JdbcLibrary implements LibraryStore {
  private final HikariDataSource pool;
  private final LibraryForm form;
  private final LibrarySql sql;
  private final @Nullable KeptStatements kept;

  /** All novels, the oldest first: what a program has shown on the page before. */
  private final List<Novel> byAge = Library.byAge();

  JdbcLibrary(HikariDataSource pool, LibraryForm form, boolean tuned) {
    this.pool = pool;
    this.form = form;
    this.sql = new LibrarySql(form);
    this.kept = tuned ? new KeptStatements() : null;
  }

  /** A statement for one call, which may outlive it. */
  private record Prepared(PreparedStatement statement, boolean stays) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      if (!stays) {
        statement.close();
      }
    }
  }

  private Prepared prepare(Connection connection, String text) throws SQLException {
    return kept == null
        ? new Prepared(connection.prepareStatement(text), false)
        : new Prepared(kept.get(connection, text), true);
  }

  /** Work with a connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<AuthorPage> graph(String country) {
    return run(connection -> {
      List<AuthorPage> pages = new ArrayList<>();
      Map<Long, List<NovelCard>> novels = new HashMap<>();
      try (Prepared prepared = prepare(connection, LibrarySql.AUTHORS)) {
        prepared.statement().setString(1, country);
        try (ResultSet rows = prepared.statement().executeQuery()) {
          while (rows.next()) {
            List<NovelCard> own = new ArrayList<>();
            novels.put(rows.getLong(1), own);
            pages.add(new AuthorPage(rows.getString(2), own));
          }
        }
      }
      readTags(connection, readCards(connection, novels));
      return pages;
    });
  }

  /** Fills the lists of novels; gives those of tags, still empty. */
  private Map<Long, List<Tag>> readCards(Connection connection, Map<Long, List<NovelCard>> novels)
      throws SQLException {
    Map<Long, List<Tag>> tags = new HashMap<>();
    try (Prepared prepared = prepare(connection, sql.cards)) {
      form.bind(prepared.statement(), 1, novels.keySet());
      try (ResultSet rows = prepared.statement().executeQuery()) {
        while (rows.next()) {
          List<Tag> own = new ArrayList<>();
          tags.put(rows.getLong(1), own);
          novels
              .get(rows.getLong(2))
              .add(new NovelCard(
                  rows.getString(3),
                  form.decimal(rows, 4),
                  form.date(rows, 5),
                  rows.getInt(6),
                  own));
        }
      }
    }
    return tags;
  }

  private void readTags(Connection connection, Map<Long, List<Tag>> tags) throws SQLException {
    try (Prepared prepared = prepare(connection, sql.tags)) {
      form.bind(prepared.statement(), 1, tags.keySet());
      try (ResultSet rows = prepared.statement().executeQuery()) {
        while (rows.next()) {
          tags.get(rows.getLong(1)).add(new Tag(rows.getLong(2), rows.getString(3)));
        }
      }
    }
  }

  @Override
  public List<Line> lines(int pages) {
    return run(connection -> {
      try (Prepared prepared = prepare(connection, LibrarySql.LINES)) {
        prepared.statement().setInt(1, pages);
        try (ResultSet rows = prepared.statement().executeQuery()) {
          List<Line> lines = new ArrayList<>();
          while (rows.next()) {
            lines.add(new Line(
                rows.getString(1), rows.getString(2), rows.getString(3), form.decimal(rows, 4)));
          }
          return lines;
        }
      }
    });
  }

  @Override
  public List<Sheet> sheets(int first, int count) {
    return run(connection -> {
      try (Prepared prepared = prepare(connection, LibrarySql.SHEETS)) {
        prepared.statement().setLong(1, first);
        prepared.statement().setLong(2, first + count - 1L);
        try (ResultSet rows = prepared.statement().executeQuery()) {
          List<Sheet> sheets = new ArrayList<>();
          while (rows.next()) {
            sheets.add(new Sheet(
                novel(rows),
                new Author(rows.getLong(9), rows.getString(10), rows.getString(11)),
                new Publisher(rows.getLong(12), rows.getString(13), rows.getString(14))));
          }
          return sheets;
        }
      }
    });
  }

  @Override
  public List<Novel> page(int number) {
    Novel before = byAge.get(number * Library.PAGE - 1);
    return run(connection -> {
      try (Prepared prepared = prepare(connection, LibrarySql.PAGE)) {
        form.bind(prepared.statement(), 1, before.published());
        form.bind(prepared.statement(), 2, before.published());
        form.bind(prepared.statement(), 3, before.published());
        prepared.statement().setObject(4, before.id());
        List<Novel> rows = novels(prepared.statement());
        return rows.size() > Library.PAGE ? rows.subList(0, Library.PAGE) : rows;
      }
    });
  }

  @Override
  public List<Novel> search(Search search) {
    StringBuilder text = new StringBuilder(LibrarySql.SEARCH);
    search.pages().ifPresent(fewest -> text.append(" AND pages >= ?"));
    search.since().ifPresent(day -> text.append(" AND published >= ?"));
    search.inPrint().ifPresent(wanted -> text.append(" AND in_print = ?"));
    text.append(" ORDER BY id");
    return run(connection -> {
      try (Prepared prepared = prepare(connection, text.toString())) {
        PreparedStatement statement = prepared.statement();
        int parameter = 1;
        statement.setLong(parameter++, search.author());
        if (search.pages().isPresent()) {
          statement.setInt(parameter++, search.pages().get());
        }
        if (search.since().isPresent()) {
          form.bind(statement, parameter++, search.since().get());
        }
        if (search.inPrint().isPresent()) {
          statement.setBoolean(parameter, search.inPrint().get());
        }
        return novels(statement);
      }
    });
  }

  @Override
  public List<Family> families(int first) {
    return run(connection -> {
      List<Family> families = new ArrayList<>();
      Map<Long, List<Novel>> novels = new HashMap<>();
      try (Prepared prepared = prepare(connection, LibrarySql.FAMILIES)) {
        prepared.statement().setLong(1, first);
        prepared.statement().setLong(2, first + Library.FAMILIES - 1L);
        try (ResultSet rows = prepared.statement().executeQuery()) {
          while (rows.next()) {
            long key = rows.getLong(1);
            List<Novel> own = new ArrayList<>();
            novels.put(key, own);
            families.add(new Family(new Author(key, rows.getString(2), rows.getString(3)), own));
          }
        }
      }
      try (Prepared prepared = prepare(connection, sql.novels)) {
        form.bind(prepared.statement(), 1, novels.keySet());
        try (ResultSet rows = prepared.statement().executeQuery()) {
          while (rows.next()) {
            novels.get(rows.getLong(7)).add(novel(rows));
          }
        }
      }
      return families;
    });
  }

  private List<Novel> novels(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Novel> novels = new ArrayList<>();
      while (rows.next()) {
        novels.add(novel(rows));
      }
      return novels;
    }
  }

  private Novel novel(ResultSet row) throws SQLException {
    return new Novel(
        row.getLong(1),
        row.getString(2),
        form.decimal(row, 3),
        form.date(row, 4),
        row.getBoolean(5),
        row.getInt(6),
        AUTHOR.ref(row.getLong(7)),
        PUBLISHER.ref(row.getLong(8)));
  }

  @Override
  public void close() {
    pool.close();
  }
}
