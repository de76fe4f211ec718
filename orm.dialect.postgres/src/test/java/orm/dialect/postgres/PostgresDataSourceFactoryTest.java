package orm.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DATABASE_NAME;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DATASOURCE_NAME;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DESCRIPTION;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_NETWORK_PROTOCOL;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_PASSWORD;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_PORT_NUMBER;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_SERVER_NAME;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_URL;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_USER;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.util.DriverInfo;

/** What chapter 125 of the OSGi Compendium asks of the service. */
class PostgresDataSourceFactoryTest {
  private final DataSourceFactory factory = new PostgresDataSourceFactory();

  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  /** The server's address in parts. */
  private static Properties parts() {
    PostgresAddress address = PostgresAddress.parse(TestServer.url());
    String host = address.hosts().get(0);
    int colon = host.lastIndexOf(':');
    Properties parts = properties(
        JDBC_SERVER_NAME, host.substring(0, colon),
        JDBC_PORT_NUMBER, host.substring(colon + 1),
        JDBC_DATABASE_NAME, address.database());
    for (Map.Entry<String, String> parameter : address.parameters().entrySet()) {
      parts.setProperty(parameter.getKey(), parameter.getValue());
    }
    return parts;
  }

  private static void assertWorks(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertTrue(rows.next());
    }
  }

  @Test
  void dataSourceFromUrl() throws SQLException {
    DataSource source = factory.createDataSource(properties(JDBC_URL, TestServer.url()));
    assertWorks(source.getConnection());
  }

  @Test
  void dataSourceFromParts() throws SQLException {
    assertWorks(factory.createDataSource(parts()).getConnection());
  }

  @Test
  void standardPropertiesWithoutEffectAreTaken() throws SQLException {
    Properties parts = parts();
    parts.setProperty(JDBC_DESCRIPTION, "the shop");
    parts.setProperty(JDBC_DATASOURCE_NAME, "shop");
    parts.setProperty(JDBC_NETWORK_PROTOCOL, "tcp");
    assertWorks(factory.createDataSource(parts).getConnection());
  }

  @Test
  void userAndPasswordOfTheCallComeFirst() throws SQLException {
    Properties parts = parts();
    String user = parts.getProperty(JDBC_USER);
    String password = parts.getProperty(JDBC_PASSWORD, "");
    parts.setProperty(JDBC_USER, "nobody_at_all");
    DataSource source = factory.createDataSource(parts);
    assertThrows(SQLException.class, source::getConnection);
    assertWorks(source.getConnection(user, password));
  }

  @Test
  void driverParametersThatAreKnownAreTaken() throws SQLException {
    Properties parts = parts();
    parts.setProperty("ApplicationName", "mine");
    try (Connection connection = factory.createDataSource(parts).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW application_name")) {
      rows.next();
      assertEquals("mine", rows.getString(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socketFactory", "initialPoolSize", "maxPoolSize", "roleName", "nonsense"})
  void propertyThatCannotBeSetIsNamed(String name) {
    Properties parts = parts();
    parts.setProperty(name, "1");
    SQLException refused = assertThrows(SQLException.class, () -> factory.createDataSource(parts));
    assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.getMessage());
    assertThrows(SQLException.class, () -> factory.createConnectionPoolDataSource(parts));
    assertThrows(SQLException.class, () -> factory.createXADataSource(parts));
  }

  @Test
  void partsBesideAUrlAreRefused() {
    Properties both = properties(JDBC_URL, TestServer.url(), JDBC_SERVER_NAME, "elsewhere");
    assertThrows(SQLException.class, () -> factory.createDataSource(both));
  }

  @Test
  void dangerousUrlIsRefused() {
    Properties url = properties(JDBC_URL, TestServer.url() + "&socketFactory=org.evil.Factory");
    assertThrows(SQLException.class, () -> factory.createDataSource(url));
  }

  @Test
  void malformedPropertiesAreRefused() {
    assertThrows(SQLException.class, () -> factory.createDataSource(null));
    assertThrows(SQLException.class, () -> factory.createDataSource(new Properties()));
    Properties port = properties(JDBC_DATABASE_NAME, "x", JDBC_PORT_NUMBER, "many");
    assertThrows(SQLException.class, () -> factory.createDataSource(port));
    Properties protocol = properties(JDBC_DATABASE_NAME, "x", JDBC_NETWORK_PROTOCOL, "pipe");
    assertThrows(SQLException.class, () -> factory.createDataSource(protocol));
  }

  @Test
  void pooledConnectionGivesConnections() throws SQLException {
    PooledConnection pooled = factory.createConnectionPoolDataSource(parts()).getPooledConnection();
    assertWorks(pooled.getConnection());
    assertWorks(pooled.getConnection());
    pooled.close();
  }

  @Test
  void distributedConnectionHasItsResource() throws SQLException {
    XAConnection distributed = factory.createXADataSource(parts()).getXAConnection();
    assertNotNull(distributed.getXAResource());
    assertWorks(distributed.getConnection());
    distributed.close();
  }

  @Test
  void driverTakesItsUrls() throws SQLException {
    assertTrue(factory.createDriver(null).acceptsURL("jdbc:postgresql:x"));
    assertTrue(factory.createDriver(new Properties()).acceptsURL("jdbc:postgresql:x"));
    assertThrows(SQLException.class, () -> factory.createDriver(properties("a", "b")));
  }

  @Test
  void propertiesOfTheServiceNameTheDriverThatIsThere() {
    assertEquals(org.postgresql.Driver.class.getName(), PostgresDataSourceFactory.DRIVER);
    assertEquals(DriverInfo.DRIVER_VERSION, PostgresDataSourceFactory.VERSION);
  }

  @Test
  void loginTimeoutIsKept() throws SQLException {
    DataSource source = factory.createDataSource(parts());
    source.setLoginTimeout(7);
    assertEquals(7, source.getLoginTimeout());
  }
}
