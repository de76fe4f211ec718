package orm.test.migration;

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
import java.util.Map;
import java.util.TreeMap;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationModule;
import orm.api.migration.Migrations;
import orm.test.database.DatabaseKind;
import orm.test.database.TestDatabase;

/** A program with migrations in a folder, which a test changes as a developer would. */
final class Application {
  private final TestDatabase test;
  private final Path folder;
  private final Map<String, String[]> modules = new TreeMap<>();
  private final List<Migration> classes = new ArrayList<>();

  Application(TestDatabase test, Path folder) {
    this.test = test;
    this.folder = folder;
  }

  /** Adds a file to a module, or changes it. */
  Application file(String module, String name, String text) {
    modules.putIfAbsent(module, new String[0]);
    Path file = folder.resolve(module).resolve(name);
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Application without(String module, String name) {
    try {
      Files.delete(folder.resolve(module).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Application requires(String module, String... others) {
    modules.put(module, others);
    return this;
  }

  Application with(Migration migration) {
    classes.add(migration);
    return this;
  }

  DatabaseBuilder builder(DatabaseSettings settings) {
    DatabaseBuilder builder = Orm.builder(settings);
    modules.forEach((name, requires) ->
        builder.migrations(MigrationModule.in(folder.resolve(name), name, requires)));
    classes.forEach(builder::migration);
    return builder;
  }

  Database open() {
    return test.open(builder(test.settings()));
  }

  /** The program, started anew. */
  Migrations migrations() {
    return open().migrations();
  }

  /** What is known of each migration, one a line. */
  List<String> states() {
    return migrations().status().migrations().stream()
        .map(one -> one.module() + " " + one.id() + " " + one.state())
        .toList();
  }

  MigrationInfo info(String module, String id) {
    return migrations().status().migrations().stream()
        .filter(one -> one.module().equals(module) && one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Every object of the database but the history, in the words of its own catalogue. */
  List<String> objects() throws SQLException {
    String sql = test.kind() == DatabaseKind.SQLITE
        ? "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
            + " WHERE tbl_name <> 'orm_migration' AND name <> 'sqlite_sequence' ORDER BY 1"
        : "SELECT relkind::text || ' ' || relname FROM pg_class"
            + " WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'orm_migration%'"
            + " UNION ALL SELECT 'function ' || proname FROM pg_proc"
            + " WHERE pronamespace = 'public'::regnamespace"
            + " UNION ALL SELECT 'type ' || typname FROM pg_type"
            + " WHERE typnamespace = 'public'::regnamespace AND typname NOT LIKE '%orm_migration'"
            + " ORDER BY 1";
    return strings(sql);
  }

  List<String> strings(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
