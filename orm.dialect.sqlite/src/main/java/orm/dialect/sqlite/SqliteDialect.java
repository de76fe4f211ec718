package orm.dialect.sqlite;

import org.osgi.service.component.annotations.Component;
import orm.api.config.DatabaseSettings;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;

/** SQLite, in a file or in memory. */
@Component(service = Dialect.class, property = "orm.dialect=" + SqliteDialect.NAME)
public final class SqliteDialect implements Dialect {
  static final String NAME = "sqlite";

  /** For the service registry and {@link java.util.ServiceLoader}. */
  public SqliteDialect() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(SqliteAddress.PREFIX);
  }

  @Override
  public String urlExample() {
    return "jdbc:sqlite:shop.db";
  }

  @Override
  public Connector connector(DatabaseSettings settings) {
    return new SqliteConnector(SqliteAddress.of(settings));
  }
}
