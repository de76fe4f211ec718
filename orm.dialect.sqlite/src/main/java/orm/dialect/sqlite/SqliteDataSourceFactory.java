package orm.dialect.sqlite;

import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jdbc.DataSourceFactory;
import org.sqlite.JDBC;
import orm.api.error.ConfigurationException;

/**
 * SQLite's data sources for other bundles, as a service of the OSGi Compendium, chapter 125. The
 * driver offers none.
 */
@Component(
    service = DataSourceFactory.class,
    property = {
      DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=" + SqliteDataSourceFactory.DRIVER,
      DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=SQLite JDBC",
      DataSourceFactory.OSGI_JDBC_DRIVER_VERSION + "=" + SqliteDataSourceFactory.VERSION,
      DataSourceFactory.OSGI_JDBC_CAPABILITY + "=" + DataSourceFactory.OSGI_JDBC_CAPABILITY_DRIVER,
      DataSourceFactory.OSGI_JDBC_CAPABILITY
          + "="
          + DataSourceFactory.OSGI_JDBC_CAPABILITY_DATASOURCE
    })
public final class SqliteDataSourceFactory implements DataSourceFactory {
  static final String DRIVER = "org.sqlite.JDBC";
  static final String VERSION = "3.54.1.0";

  /** For people only. */
  private static final Set<String> WITHOUT_EFFECT = Set.of(JDBC_DATASOURCE_NAME, JDBC_DESCRIPTION);

  /** Belongs to the engine of this project, which knows how it keeps decimals. */
  private static final String DECIMALS = "decimals";

  private static final Duration LOCK_WAIT = Duration.ofSeconds(30);

  /** For the service registry. */
  public SqliteDataSourceFactory() {}

  @Override
  public DataSource createDataSource(@Nullable Properties properties) throws SQLException {
    Map<String, String> options = new TreeMap<>();
    if (properties != null) {
      for (String name : properties.stringPropertyNames()) {
        options.put(name, properties.getProperty(name));
      }
    }
    options.keySet().removeAll(WITHOUT_EFFECT);
    String url = options.remove(JDBC_URL);
    String file = options.remove(JDBC_DATABASE_NAME);
    if ((url == null) == (file == null)) {
      throw new SQLException("exactly one of url and databaseName must be set", "08001");
    }
    if (options.containsKey(DECIMALS)) {
      throw new SQLException("property " + DECIMALS + " cannot be set", "08001");
    }
    try {
      String place = url == null ? file : SqliteAddress.place(url, options);
      return new SqliteDataSource(SqliteAddress.of(String.valueOf(place), options, LOCK_WAIT));
    } catch (ConfigurationException malformed) {
      throw new SQLException(malformed.getMessage(), "08001", malformed);
    }
  }

  @Override
  public ConnectionPoolDataSource createConnectionPoolDataSource(@Nullable Properties properties)
      throws SQLException {
    throw new SQLFeatureNotSupportedException("the SQLite driver makes no pooled connections");
  }

  @Override
  public XADataSource createXADataSource(@Nullable Properties properties) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite takes no part in distributed transactions");
  }

  @Override
  public Driver createDriver(@Nullable Properties properties) throws SQLException {
    if (properties != null && !properties.isEmpty()) {
      String name = properties.stringPropertyNames().iterator().next();
      throw new SQLException("property " + name + " cannot be set", "08001");
    }
    return new JDBC();
  }
}
