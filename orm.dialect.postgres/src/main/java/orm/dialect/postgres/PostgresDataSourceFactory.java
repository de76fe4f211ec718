package orm.dialect.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGPooledConnection;
import org.postgresql.xa.PGXAConnection;
import orm.api.error.ConfigurationException;

/**
 * PostgreSQL's data sources for other bundles, as a service of the OSGi Compendium, chapter 125.
 * The driver's own one lacks {@code osgi.jdbc.datasourcefactory.capability}, refuses the standard
 * property {@code description}, and uses {@code DriverManager}.
 */
@Component(
    service = DataSourceFactory.class,
    property = {
      DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=" + PostgresDataSourceFactory.DRIVER,
      DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=PostgreSQL JDBC Driver",
      DataSourceFactory.OSGI_JDBC_DRIVER_VERSION + "=" + PostgresDataSourceFactory.VERSION,
      DataSourceFactory.OSGI_JDBC_CAPABILITY + "=" + DataSourceFactory.OSGI_JDBC_CAPABILITY_DRIVER,
      DataSourceFactory.OSGI_JDBC_CAPABILITY
          + "="
          + DataSourceFactory.OSGI_JDBC_CAPABILITY_DATASOURCE,
      DataSourceFactory.OSGI_JDBC_CAPABILITY
          + "="
          + DataSourceFactory.OSGI_JDBC_CAPABILITY_CONNECTIONPOOLDATASOURCE,
      DataSourceFactory.OSGI_JDBC_CAPABILITY
          + "="
          + DataSourceFactory.OSGI_JDBC_CAPABILITY_XADATASOURCE
    })
public final class PostgresDataSourceFactory implements DataSourceFactory {
  static final String DRIVER = "org.postgresql.Driver";
  static final String VERSION = "42.7.14";

  /** Names and descriptions are for people; there is one protocol. */
  private static final Set<String> WITHOUT_EFFECT = Set.of(JDBC_DATASOURCE_NAME, JDBC_DESCRIPTION);

  /** For the service registry. */
  public PostgresDataSourceFactory() {}

  @Override
  public DataSource createDataSource(@Nullable Properties properties) throws SQLException {
    return new PostgresDataSource(address(properties));
  }

  @Override
  public ConnectionPoolDataSource createConnectionPoolDataSource(@Nullable Properties properties)
      throws SQLException {
    return new Pooled(new PostgresDataSource(address(properties)));
  }

  @Override
  public XADataSource createXADataSource(@Nullable Properties properties) throws SQLException {
    return new Distributed(new PostgresDataSource(address(properties)));
  }

  @Override
  public Driver createDriver(@Nullable Properties properties) throws SQLException {
    if (properties != null && !properties.isEmpty()) {
      throw refused(properties.stringPropertyNames().iterator().next());
    }
    return new org.postgresql.Driver();
  }

  private static PostgresAddress address(@Nullable Properties properties) throws SQLException {
    Map<String, String> given = new TreeMap<>();
    if (properties != null) {
      for (String name : properties.stringPropertyNames()) {
        given.put(name, properties.getProperty(name));
      }
    }
    given.keySet().removeAll(WITHOUT_EFFECT);
    String protocol = given.remove(JDBC_NETWORK_PROTOCOL);
    if (protocol != null && !protocol.equalsIgnoreCase("tcp")) {
      throw refused(JDBC_NETWORK_PROTOCOL);
    }
    try {
      PostgresAddress place = place(given);
      Map<String, String> parameters = new TreeMap<>(place.parameters());
      for (Map.Entry<String, String> property : given.entrySet()) {
        String name = property.getKey();
        boolean known = name.equals(JDBC_USER)
            || name.equals(JDBC_PASSWORD)
            || PostgresAddress.PARAMETERS.contains(name);
        if (!known) {
          throw refused(name);
        }
        parameters.put(name, property.getValue());
      }
      return new PostgresAddress(place.hosts(), place.database(), parameters);
    } catch (ConfigurationException malformed) {
      throw new SQLException(malformed.getMessage(), "08001", malformed);
    }
  }

  /** Takes the place out of the properties: the URL, or its parts. */
  private static PostgresAddress place(Map<String, String> given) throws SQLException {
    String url = given.remove(JDBC_URL);
    if (url != null) {
      // Parts that contradict the URL would have to be ignored; they stay, and are refused.
      return PostgresAddress.parse(url);
    }
    String database = given.remove(JDBC_DATABASE_NAME);
    if (database == null || database.isEmpty()) {
      throw new SQLException("neither url nor databaseName is set", "08001");
    }
    String host = given.remove(JDBC_SERVER_NAME);
    String port = given.remove(JDBC_PORT_NUMBER);
    try {
      String place = PostgresAddress.hostPort(
          host == null ? "localhost" : host,
          port == null ? PostgresAddress.PORT : Integer.parseInt(port));
      return new PostgresAddress(List.of(place), database, Map.of());
    } catch (NumberFormatException malformed) {
      throw new SQLException("portNumber is no number", "08001", malformed);
    }
  }

  private static SQLException refused(String name) {
    return new SQLException("property " + name + " cannot be set", "08001");
  }

  private static final class Pooled extends WrappedDataSource implements ConnectionPoolDataSource {
    Pooled(PostgresDataSource source) {
      super(source);
    }

    @Override
    public PooledConnection getPooledConnection() throws SQLException {
      return new PGPooledConnection(source.getConnection(), true);
    }

    @Override
    public PooledConnection getPooledConnection(String user, String password) throws SQLException {
      return new PGPooledConnection(source.getConnection(user, password), true);
    }
  }

  private static final class Distributed extends WrappedDataSource implements XADataSource {
    Distributed(PostgresDataSource source) {
      super(source);
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
      return connection(source.getConnection());
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
      return connection(source.getConnection(user, password));
    }

    private static XAConnection connection(Connection connection) throws SQLException {
      return new PGXAConnection((BaseConnection) connection);
    }
  }
}
