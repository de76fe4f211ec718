package orm.dialect.postgres;

import org.osgi.service.component.annotations.Component;
import orm.api.config.DatabaseSettings;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;

/** PostgreSQL, from version {@value PostgresConnector#LEAST_VERSION} on. */
@Component(service = Dialect.class, property = "orm.dialect=" + PostgresDialect.NAME)
public final class PostgresDialect implements Dialect {
  static final String NAME = "postgres";

  /** For the service registry and {@link java.util.ServiceLoader}. */
  public PostgresDialect() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(PostgresAddress.PREFIX);
  }

  @Override
  public String urlExample() {
    return "jdbc:postgresql://localhost:5432/shop";
  }

  @Override
  public Connector connector(DatabaseSettings settings) {
    return new PostgresConnector(PostgresAddress.of(settings));
  }
}
