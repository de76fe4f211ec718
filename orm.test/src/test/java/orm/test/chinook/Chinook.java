package orm.test.chinook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.api.schema.Naming;
import orm.test.database.DatabaseKind;
import orm.test.database.PostgresServer;
import orm.test.database.TestDatabase;

/**
 * The sample database Chinook as its authors' scripts make it, in a test's own database, seen
 * through the ORM and, for comparison, through plain JDBC.
 *
 * <p>The scripts are those of github.com/lerocha/chinook-database. They are looked for in the
 * folder that the system property {@code orm.chinook} names, and else in
 * {@code ../shared/data/chinook} beside the checkout; without them the test is skipped.
 */
public final class Chinook {
  private static final String PROPERTY = "orm.chinook";

  private final DatabaseKind kind;
  private final DataSource plain;
  private final Database db;

  private Chinook(DatabaseKind kind, DataSource plain, Database db) {
    this.kind = kind;
    this.plain = plain;
    this.db = db;
  }

  /** Loads the script and opens the database as what it is: made by others. */
  static Chinook in(TestDatabase test) {
    load(test);
    return new Chinook(test.kind(), plain(test), test.open(settings(test)));
  }

  /** Runs the script; for tests that open the database in a way of their own. */
  public static void load(TestDatabase test) {
    String script = script(test.kind());
    try (Connection connection = plain(test).getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script); // SQLite's driver would execute() the first statement only
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot load Chinook", e);
    }
  }

  /**
   * One set of records for both databases: the names differ by a rule, and amounts are doubles in
   * SQLite's file.
   */
  static DatabaseSettings settings(TestDatabase test) {
    return test.kind() == DatabaseKind.POSTGRES
        ? test.settings()
        : test.settings().toBuilder()
            .naming(Naming.PASCAL_CASE)
            .set("option.decimals", "native")
            .build();
  }

  private static DataSource plain(TestDatabase test) {
    String url = test.settings().url().orElseThrow();
    if (test.kind() == DatabaseKind.POSTGRES) {
      return PostgresServer.dataSource(url);
    }
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url);
    return source;
  }

  private static String script(DatabaseKind kind) {
    Path script = folder()
        .resolve(kind == DatabaseKind.POSTGRES ? "Chinook_PostgreSql.sql" : "Chinook_Sqlite.sql");
    assumeTrue(
        Files.isRegularFile(script),
        () -> "there is no " + script + "; name the folder of the scripts with -D" + PROPERTY);
    try {
      // Three lines are for psql only: they make the database, and connect to it.
      return Files.readAllLines(script).stream()
          .filter(line -> !line.startsWith("DROP DATABASE"))
          .filter(line -> !line.startsWith("CREATE DATABASE"))
          .filter(line -> !line.startsWith("\\c "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in the folder of their module, which is one below the checkout. */
  private static Path folder() {
    String named = System.getProperty(PROPERTY);
    return named != null
        ? Path.of(named)
        : Path.of("..", "..", "shared", "data", "chinook").toAbsolutePath().normalize();
  }

  Database db() {
    return db;
  }

  DatabaseKind kind() {
    return kind;
  }

  /**
   * Asks the database itself.
   *
   * @param sql a query with the names of PostgreSQL in small letters, without underscores in texts
   * @return the rows, each as its cells
   */
  List<List<@Nullable String>> ask(String sql) {
    // SQLite does not tell InvoiceLine from invoiceline.
    return run(kind == DatabaseKind.POSTGRES ? sql : sql.replace("_", ""));
  }

  /**
   * Asks the database itself, where functions may have underscores in their names.
   *
   * @param sql a query for this database with the names of PostgreSQL
   * @return the rows, each as its cells
   */
  List<List<@Nullable String>> askAsTyped(String sql) {
    if (kind == DatabaseKind.POSTGRES) {
      return run(sql);
    }
    String own = sql;
    for (ChinookTable<?> table : ChinookTable.ALL) {
      own = withOwnName(own, table.table().name());
      for (String column : table.columns()) {
        own = withOwnName(own, column);
      }
    }
    return run(own);
  }

  private static String withOwnName(String sql, String name) {
    return sql.replaceAll("\\b" + name + "\\b", Naming.PASCAL_CASE.apply(name));
  }

  private List<List<@Nullable String>> run(String own) {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(own)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(own, e);
    }
  }

  /** Asks for one column. */
  List<@Nullable String> askColumn(String sql) {
    List<@Nullable String> cells = new ArrayList<>();
    for (List<@Nullable String> row : ask(sql)) {
      cells.add(row.get(0));
    }
    return cells;
  }

  /** Asks for one number. */
  long askNumber(String sql) {
    return Long.parseLong(String.valueOf(ask(sql).get(0).get(0)));
  }

  /** What the table holds, as the database prints it. */
  Fingerprint fingerprint(ChinookTable<?> table) {
    String name = table.table().name();
    String own = kind == DatabaseKind.POSTGRES ? name : Naming.PASCAL_CASE.apply(name);
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + own)) {
      return Fingerprint.of(result);
    } catch (SQLException e) {
      throw new IllegalStateException(own, e);
    }
  }
}
