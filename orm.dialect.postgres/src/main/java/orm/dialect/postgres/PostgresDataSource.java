package orm.dialect.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens connections through a driver object of its own. The driver's data sources ask
 * {@code DriverManager}, which knows only the drivers that its caller's class loader sees.
 */
final class PostgresDataSource implements DataSource {
  private final Driver driver = new Driver();
  private final String url;
  private final Properties properties;
  private @Nullable PrintWriter log;

  PostgresDataSource(PostgresAddress address) {
    url = address.url();
    properties = address.properties();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties others = new Properties();
    others.putAll(properties);
    others.setProperty("user", user);
    others.setProperty("password", password);
    return connect(others);
  }

  private Connection connect(Properties how) throws SQLException {
    Connection connection = driver.connect(url, how);
    if (connection == null) {
      throw new SQLException("the driver does not accept its own URL", "08001");
    }
    return connection;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    log = out;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    properties.setProperty("loginTimeout", Integer.toString(seconds));
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(properties.getProperty("loginTimeout", "0"));
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
