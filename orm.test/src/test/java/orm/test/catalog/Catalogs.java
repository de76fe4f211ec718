package orm.test.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
import orm.api.config.DatabaseSettings;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;
import orm.test.database.TestDatabase;

/** The dialect's reader of a test's own database, which is made by hand. */
final class Catalogs implements AutoCloseable {
  private final Connector connector;
  private final Connection connection;

  private Catalogs(Connector connector) throws SQLException {
    this.connector = connector;
    this.connection = connector.dataSource().getConnection();
  }

  static Catalogs of(TestDatabase test) throws SQLException {
    return of(test.settings());
  }

  static Catalogs of(DatabaseSettings settings) throws SQLException {
    String url = settings.url().orElseThrow();
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      if (dialect.accepts(url)) {
        return new Catalogs(dialect.connector(settings));
      }
    }
    throw new IllegalStateException("no dialect");
  }

  Connection connection() {
    return connection;
  }

  CatalogReader reader() {
    return connector.catalogReader();
  }

  /** Runs statements, one after the other. */
  Catalogs run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  Catalog read(String... schemas) throws SQLException {
    return reader().read(connection, List.of(schemas));
  }

  String print() throws SQLException {
    return CatalogPrinter.print(read());
  }

  /** The logical types of the columns of a table, one a line. */
  String types(String table) throws SQLException {
    Catalog catalog = read();
    CatalogTable found = catalog.table(ObjectName.of(table)).orElseThrow();
    List<CatalogCheck> checks = found.checks();
    List<String> lines = new ArrayList<>();
    for (CatalogColumn column : found.columns()) {
      String type =
          reader().logicalType(catalog, column, checks).map(Object::toString).orElse("none");
      lines.add(column.name() + " " + type);
    }
    return String.join("\n", lines) + "\n";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    connector.close();
  }
}
