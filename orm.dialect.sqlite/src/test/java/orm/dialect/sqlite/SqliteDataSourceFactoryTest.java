package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DATABASE_NAME;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DATASOURCE_NAME;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_DESCRIPTION;
import static org.osgi.service.jdbc.DataSourceFactory.JDBC_URL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.sqlite.SQLiteJDBCLoader;

/** What chapter 125 of the OSGi Compendium asks of the service. */
class SqliteDataSourceFactoryTest {
  private final DataSourceFactory factory = new SqliteDataSourceFactory();

  @TempDir
  Path folder;

  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  private static String one(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void dataSourceFromUrl() throws SQLException {
    Path file = folder.resolve("from url.db");
    DataSource source = factory.createDataSource(properties(JDBC_URL, "jdbc:sqlite:" + file));
    assertEquals("1", one(source, "PRAGMA foreign_keys"));
    assertTrue(Files.exists(file));
  }

  @Test
  void dataSourceFromDatabaseName() throws SQLException {
    Path file = folder.resolve("named.db");
    DataSource source = factory.createDataSource(properties(
        JDBC_DATABASE_NAME,
        file.toString(),
        JDBC_DESCRIPTION,
        "the shop",
        JDBC_DATASOURCE_NAME,
        "shop",
        "synchronous",
        "full"));
    assertEquals("2", one(source, "PRAGMA synchronous"));
    assertTrue(Files.exists(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "password",
        "serverName",
        "portNumber",
        "roleName",
        "networkProtocol",
        "initialPoolSize",
        "load_extension",
        "decimals"
      })
  void propertyThatCannotBeSetIsNamed(String name) {
    SQLException refused = assertThrows(
        SQLException.class,
        () -> factory.createDataSource(properties(JDBC_URL, "jdbc:sqlite::memory:", name, "1")));
    assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.getMessage());
  }

  @Test
  void placeMustBeGivenOnce() {
    assertThrows(SQLException.class, () -> factory.createDataSource(null));
    assertThrows(SQLException.class, () -> factory.createDataSource(new Properties()));
    Properties both = properties(JDBC_URL, "jdbc:sqlite:a.db", JDBC_DATABASE_NAME, "b.db");
    assertThrows(SQLException.class, () -> factory.createDataSource(both));
  }

  @Test
  void otherSourcesAreNotOffered() {
    assertThrows(SQLException.class, () -> factory.createConnectionPoolDataSource(null));
    assertThrows(SQLException.class, () -> factory.createXADataSource(null));
  }

  @Test
  void driverTakesItsUrls() throws SQLException {
    assertTrue(factory.createDriver(null).acceptsURL("jdbc:sqlite:x.db"));
    assertTrue(factory.createDriver(new Properties()).acceptsURL("jdbc:sqlite:x.db"));
    assertThrows(SQLException.class, () -> factory.createDriver(properties("a", "b")));
  }

  @Test
  void propertiesOfTheServiceNameTheDriverThatIsThere() {
    assertEquals(org.sqlite.JDBC.class.getName(), SqliteDataSourceFactory.DRIVER);
    assertEquals(SQLiteJDBCLoader.getVersion(), SqliteDataSourceFactory.VERSION);
  }

  @Test
  void sourceTakesNoUsers() throws SQLException {
    DataSource source = factory.createDataSource(properties(JDBC_URL, "jdbc:sqlite::memory:"));
    assertThrows(SQLException.class, () -> source.getConnection("a", "b"));
    assertEquals(0, source.getLoginTimeout());
    assertTrue(source.isWrapperFor(SqliteDataSource.class));
    assertThrows(SQLException.class, () -> source.unwrap(String.class));
  }
}
