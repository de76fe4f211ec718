package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sqlite.SQLiteDataSource;
import orm.api.config.DatabaseSettings;
import orm.api.config.Isolation;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.Connector;
import orm.spi.dialect.ValueCodec;

/**
 * Measures the codec and the kept statements against plain JDBC, which prepares per call. No test;
 * run it by hand, pinned to one CPU:
 *
 * <pre>{@code
 * mvn -pl orm.dialect.sqlite -am test-compile
 * taskset -c 1 java -cp … orm.dialect.sqlite.MeasureStatements
 * }</pre>
 *
 * <p>Prints the time of each, and the ratio of the medians of rounds that alternate.
 */
final class MeasureStatements {
  private static final int ROWS = 10_000;
  private static final int ROUNDS = 15;
  private static final ColumnType PRICE = ColumnType.decimal(10, 2);
  private static final ColumnType DATE = ColumnType.of(Kind.DATE);
  private static final String COLUMNS =
      "id, title, author, price, published, in_print, pages, version";
  private static final String FIND = "SELECT " + COLUMNS + " FROM book WHERE id = ?";
  private static final String HUNDRED = "SELECT " + COLUMNS + " FROM book WHERE id BETWEEN ? AND ?";
  private static final String ALL = "SELECT " + COLUMNS + " FROM book";
  private static final String UPDATE = "UPDATE book SET pages = ? WHERE id = ?";
  private static final String INSERT =
      "INSERT INTO book (title, author, price, published, in_print,"
          + " pages, version) VALUES (?, ?, ?, ?, ?, ?, ?)";

  private final Random random = new Random(1);
  private final Connection plain;
  private final Connector connector;
  private final Connection own;
  private final ValueCodec codec;
  private long sink;

  private record Book(
      long id,
      String title,
      String author,
      BigDecimal price,
      LocalDate published,
      boolean inPrint,
      int pages,
      int version) {}

  private interface Work {
    void run() throws SQLException;
  }

  private MeasureStatements(String plainUrl, String ownUrl) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(plainUrl);
    source.setJournalMode("WAL");
    source.setSynchronous("NORMAL");
    plain = source.getConnection();
    connector = new SqliteDialect().connector(DatabaseSettings.of(ownUrl));
    own = connector.dataSource().getConnection();
    codec = connector.codec();
    fill(plain, "TEXT", "'12.50'");
    fill(own, "INTEGER", "1250");
  }

  private static void fill(Connection connection, String priceType, String price)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE book (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT"
          + " NOT NULL, author TEXT NOT NULL, price " + priceType
          + " NOT NULL, published TEXT NOT NULL, in_print INTEGER NOT NULL, pages INTEGER NOT NULL,"
          + " version INTEGER NOT NULL) STRICT");
      statement.executeUpdate("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE"
          + " i < " + ROWS + ") INSERT INTO book SELECT i, 'The title of book ' || i, 'Author ' ||"
          + " (i % 100), " + price + ", '2026-11-22', 1, 300, 1 FROM n");
    }
  }

  private int id() {
    return 1 + random.nextInt(ROWS);
  }

  private Book readPlain(ResultSet rows) throws SQLException {
    return new Book(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        new BigDecimal(rows.getString(4)),
        LocalDate.parse(rows.getString(5)),
        rows.getBoolean(6),
        rows.getInt(7),
        rows.getInt(8));
  }

  private Book readOwn(ResultSet rows) throws SQLException {
    return new Book(
        codec.getLong(rows, 1),
        required(codec.getText(rows, 2)),
        required(codec.getText(rows, 3)),
        required(codec.getDecimal(rows, 4, PRICE)),
        required(codec.getDate(rows, 5)),
        codec.getBoolean(rows, 6),
        codec.getInt(rows, 7),
        codec.getInt(rows, 8));
  }

  private static <T> T required(@org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("null");
    }
    return value;
  }

  private void findPlain() throws SQLException {
    try (PreparedStatement statement = plain.prepareStatement(FIND)) {
      statement.setLong(1, id());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        sink += readPlain(rows).id();
      }
    }
  }

  private void findOwn() throws SQLException {
    try (PreparedStatement statement = own.prepareStatement(FIND)) {
      codec.setLong(statement, 1, id());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        sink += readOwn(rows).id();
        if (rows.next()) {
          throw new IllegalStateException("more than one");
        }
      }
    }
  }

  private void rangePlain(String sql, int from, int to) throws SQLException {
    List<Book> books = new ArrayList<>();
    try (PreparedStatement statement = plain.prepareStatement(sql)) {
      if (to > 0) {
        statement.setInt(1, from);
        statement.setInt(2, to);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          books.add(readPlain(rows));
        }
      }
    }
    sink += books.size();
  }

  private void rangeOwn(String sql, int from, int to) throws SQLException {
    List<Book> books = new ArrayList<>();
    try (PreparedStatement statement = own.prepareStatement(sql)) {
      if (to > 0) {
        codec.setInt(statement, 1, from);
        codec.setInt(statement, 2, to);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          books.add(readOwn(rows));
        }
      }
    }
    sink += books.size();
  }

  private void updatePlain() throws SQLException {
    try (PreparedStatement statement = plain.prepareStatement(UPDATE)) {
      statement.setInt(1, random.nextInt(1000));
      statement.setLong(2, id());
      sink += statement.executeUpdate();
    }
  }

  private void updateOwn() throws SQLException {
    try (PreparedStatement statement = own.prepareStatement(UPDATE)) {
      codec.setInt(statement, 1, random.nextInt(1000));
      codec.setLong(statement, 2, id());
      sink += statement.executeUpdate();
    }
  }

  private void insertPlain() throws SQLException {
    try (PreparedStatement statement = plain.prepareStatement(INSERT + " RETURNING id")) {
      statement.setString(1, "The title of a new book");
      statement.setString(2, "Author");
      statement.setString(3, "12.50");
      statement.setString(4, LocalDate.of(2026, 11, 22).toString());
      statement.setBoolean(5, true);
      statement.setInt(6, 300);
      statement.setInt(7, 1);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        sink += rows.getLong(1);
      }
    }
  }

  private void insertOwn() throws SQLException {
    try (PreparedStatement statement = own.prepareStatement(INSERT + " RETURNING id")) {
      codec.setText(statement, 1, "The title of a new book");
      codec.setText(statement, 2, "Author");
      codec.setObject(statement, 3, PRICE, new BigDecimal("12.50"));
      codec.setObject(statement, 4, DATE, LocalDate.of(2026, 11, 22));
      codec.setBoolean(statement, 5, true);
      codec.setInt(statement, 6, 300);
      codec.setInt(statement, 7, 1);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        sink += codec.getLong(rows, 1);
      }
    }
  }

  private void transactionPlain() throws SQLException {
    plain.setAutoCommit(false);
    updatePlain();
    plain.commit();
    plain.setAutoCommit(true);
  }

  private void transactionOwn() throws SQLException {
    connector.begin(own, Isolation.READ_COMMITTED, false);
    updateOwn();
    own.commit();
    connector.end(own, false);
  }

  private void readingOwn() throws SQLException {
    connector.begin(own, Isolation.READ_COMMITTED, true);
    findOwn();
    own.commit();
    connector.end(own, true);
  }

  private void readingPlain() throws SQLException {
    plain.setAutoCommit(false);
    findPlain();
    plain.commit();
    plain.setAutoCommit(true);
  }

  private static double time(Work work, int times) throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return (System.nanoTime() - start) / (double) times;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void compare(String what, int times, Work one, Work other) throws SQLException {
    for (int i = 0; i < 3; i++) {
      time(one, times);
      time(other, times);
    }
    double[] first = new double[ROUNDS];
    double[] second = new double[ROUNDS];
    double[] again = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      first[i] = time(one, times);
      second[i] = time(other, times);
      again[i] = time(one, times);
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s plain %10.0f ns   ours %10.0f ns   ratio %.2f   (plain/plain %.2f)%n",
        what,
        median(first),
        median(second),
        median(second) / median(first),
        median(again) / median(first));
  }

  private void run(String where) throws SQLException {
    System.out.println(where);
    compare("find by id", 20_000, this::findPlain, this::findOwn);
    compare(
        "100 rows", 500, () -> rangePlain(HUNDRED, 101, 200), () -> rangeOwn(HUNDRED, 101, 200));
    compare("10,000 rows", 10, () -> rangePlain(ALL, 0, 0), () -> rangeOwn(ALL, 0, 0));
    compare("find in transaction", 10_000, this::readingPlain, this::readingOwn);
    compare("update", 10_000, this::updatePlain, this::updateOwn);
    compare("update in transaction", 5_000, this::transactionPlain, this::transactionOwn);
    compare("insert … returning", 5_000, this::insertPlain, this::insertOwn);
    System.out.println(sink);
    plain.close();
    own.close();
    connector.close();
  }

  public static void main(String[] arguments) throws Exception {
    new MeasureStatements("jdbc:sqlite::memory:", "jdbc:sqlite::memory:").run("memory");
    Path folder = Files.createTempDirectory("measure");
    try {
      new MeasureStatements(
              "jdbc:sqlite:" + folder.resolve("plain.db"),
              "jdbc:sqlite:" + folder.resolve("own.db"))
          .run("file, WAL");
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
