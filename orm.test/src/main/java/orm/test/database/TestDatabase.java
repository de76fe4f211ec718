package orm.test.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.model.EntityTable;
import orm.spi.listen.StatementEvent;

/**
 * An empty database for one test, with a record of every statement that ran on it.
 *
 * <p>When the test has ended, connections that are still out of the pool and statements that are
 * still open fail it.
 */
public final class TestDatabase {
  private final DatabaseKind kind;
  private final Optional<Path> folder;
  private final DatabaseSettings settings;
  private final WatchedDialect dialect;
  private final List<StatementEvent> events = new CopyOnWriteArrayList<>();
  private final List<Database> opened = new ArrayList<>();
  private Optional<Database> main = Optional.empty();

  private TestDatabase(DatabaseKind kind, Optional<Path> folder, DatabaseSettings settings) {
    this.kind = kind;
    this.folder = folder;
    this.settings = settings;
    this.dialect = WatchedDialect.of(settings);
  }

  /** Makes an empty database; the caller must {@link #finish} with it. */
  public static TestDatabase create(DatabaseKind kind) {
    if (kind == DatabaseKind.POSTGRES) {
      return new TestDatabase(
          kind, Optional.empty(), DatabaseSettings.of(PostgresServer.newDatabase()));
    }
    try {
      Path folder = Files.createTempDirectory("orm-test");
      return new TestDatabase(
          kind,
          Optional.of(folder),
          DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("test.db")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which database this is. */
  public DatabaseKind kind() {
    return kind;
  }

  /** How to reach it. */
  public DatabaseSettings settings() {
    return settings;
  }

  /** The folder of the file, where there is one. */
  public Path folder() {
    return folder.orElseThrow();
  }

  /** An open handle, the same at every call; closed after the test. */
  public Database db() {
    if (main.isEmpty()) {
      main = Optional.of(open(settings));
    }
    return main.get();
  }

  /** The handle with these tables created. */
  public Database with(Collection<? extends EntityTable<?, ?>> tables) {
    db().schema().create(tables);
    events.clear();
    return db();
  }

  /** One more handle, closed after the test. */
  public Database open(DatabaseSettings changed) {
    return open(Orm.builder(changed));
  }

  /** One more handle with plugins of the test's own, closed after the test. */
  public Database open(DatabaseBuilder builder) {
    Database database = builder.dialect(dialect).listener(events::add).open();
    opened.add(database);
    return database;
  }

  /** A connection beside the engine, to see or do what it would not. */
  public Connection plainConnection() throws SQLException {
    String url = settings.url().orElseThrow();
    if (kind == DatabaseKind.POSTGRES) {
      return PostgresServer.dataSource(url).getConnection();
    }
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url);
    return source.getConnection();
  }

  /** The statements that ran since the last call of this method. */
  public List<String> statements() {
    List<String> ran = events.stream().map(StatementEvent::sql).toList();
    events.clear();
    return ran;
  }

  /** Checks for leaks, closes, and removes the files. */
  public void finish(boolean failedAlready) {
    List<String> leaks = new ArrayList<>();
    for (Database database : opened) {
      int out = database.admin().pool().inUse();
      if (out > 0) {
        leaks.add(out + " connections of database " + database.name());
      }
    }
    if (dialect.openStatements() > 0) {
      leaks.add(dialect.openStatements() + " statements");
    }
    opened.forEach(Database::close);
    folder.ifPresent(TestDatabase::delete);
    if (!leaks.isEmpty() && !failedAlready) {
      throw new AssertionError("still in use after the test: " + leaks);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
