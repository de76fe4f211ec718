package orm.dialect.sqlite;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.sqlite.JDBC;
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

  /** Two copies in one process would give up each other's locks on a file. */
  @Override
  public Optional<Class<?>> soleDriver() {
    return Optional.of(JDBC.class);
  }

  @Override
  public Connector connector(DatabaseSettings settings) {
    return new SqliteConnector(SqliteAddress.of(settings));
  }
}
