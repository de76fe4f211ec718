package orm.test.migration.diff;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import orm.api.catalog.Catalog;
import orm.api.config.DatabaseSettings;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.migration.diff.Differ;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;

/** One database with a connection, and the way to change it by differences. */
public final class Bench implements AutoCloseable {
  final Connector connector;
  final Connection connection;
  final Differ differ;

  private Bench(Connector connector) throws SQLException {
    this.connector = connector;
    this.connection = connector.dataSource().getConnection();
    this.differ = new Differ(connector);
  }

  public static Bench open(DatabaseSettings settings) throws SQLException {
    String url = settings.url().orElseThrow();
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      if (dialect.accepts(url)) {
        return new Bench(dialect.connector(settings));
      }
    }
    throw new IllegalStateException("no dialect");
  }

  void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e);
        }
      }
    }
  }

  void run(String... statements) throws SQLException {
    run(List.of(statements));
  }

  public Catalog read() throws SQLException {
    return connector.catalogReader().read(connection, List.of());
  }

  public Catalog wish(List<String> statements) throws SQLException {
    return connector.catalogOf(statements);
  }

  public CatalogDiff diff(Catalog wish, DiffOptions options) throws SQLException {
    return differ.compare(read(), wish, options);
  }

  List<ChangeStep> steps(CatalogDiff diff) throws SQLException {
    return connector.changeWriter().write(diff.before(), diff.changes(), diff.after(), List.of());
  }

  /** Makes the database what is wished for, and gives what was changed. */
  CatalogDiff migrate(Catalog wish, DiffOptions options) throws SQLException {
    CatalogDiff diff = diff(wish, options);
    new StepRunner(connector).run(connection, steps(diff));
    return diff;
  }

  /** The rows of a query as texts. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }

  String one(String sql) throws SQLException {
    return String.join("\n", rows(sql));
  }

  /** The shape of a catalog in words of its own, columns in the order of their names. */
  static String picture(Catalog catalog) {
    StringBuilder out = new StringBuilder();
    catalog.tables().forEach(table -> {
      out.append(table.name()).append(' ').append(table.options()).append('\n');
      TreeMap<String, String> columns = new TreeMap<>();
      table
          .columns()
          .forEach(column -> columns.put(
              column.name(),
              column.type() + (column.nullable() ? "" : " required") + " " + column.generation()
                  + (column.sql() == null ? "" : " sql")));
      out.append("  ").append(columns).append('\n');
      if (table.primaryKey() != null) {
        out.append("  key ").append(table.primaryKey().columns()).append('\n');
      }
      table.uniques().stream()
          .map(key -> "  unique " + key.columns() + '\n')
          .sorted()
          .forEach(out::append);
      table.foreignKeys().stream()
          .map(key -> "  " + key.columns() + " -> " + key.target() + key.targetColumns() + " "
              + key.onDelete() + " " + key.onUpdate() + " " + key.checkTime() + '\n')
          .sorted()
          .forEach(out::append);
      out.append("  checks ").append(table.checks().size()).append('\n');
      table
          .indexes()
          .forEach(index -> out.append("  index ")
              .append(index.name())
              .append(index.unique() ? " unique" : "")
              .append(index.where() == null ? "" : " partial")
              .append(' ')
              .append(index.parts().size())
              .append('\n'));
      table
          .triggers()
          .forEach(trigger -> out.append("  trigger ").append(trigger.name()).append('\n'));
    });
    catalog.views().forEach(view -> out.append("view ").append(view.name()).append('\n'));
    catalog
        .enums()
        .forEach(type -> out.append(type.name()).append(type.labels()).append('\n'));
    return out.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    connector.close();
  }
}
