package orm.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jdbc.DataSourceFactory;
import orm.test.database.PostgresServer;

/** Other bundles get data sources from the dialects, as OSGi's JDBC service specifies. */
class DataSourceFactoryIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  /** PostgreSQL's driver registers one of its own; ours are told apart by their bundle. */
  private ServiceWatch<DataSourceFactory> watch(String dialect) {
    return container.watch(
        DataSourceFactory.class,
        "(service.bundleid=" + container.bundle(dialect).getBundleId() + ")");
  }

  @Test
  void sqliteSaysWhatItIs() throws Exception {
    ServiceWatch<DataSourceFactory> watch = watch("orm.dialect.sqlite");
    assertNotNull(watch.come());
    ServiceReference<DataSourceFactory> reference = watch.reference();
    assertEquals(
        "org.sqlite.JDBC", reference.getProperty(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS));
    assertEquals(
        container.bundle("org.xerial.sqlite-jdbc").getVersion().toString(),
        reference.getProperty(DataSourceFactory.OSGI_JDBC_DRIVER_VERSION));
    assertArrayEquals(
        new String[] {
          DataSourceFactory.OSGI_JDBC_CAPABILITY_DRIVER,
          DataSourceFactory.OSGI_JDBC_CAPABILITY_DATASOURCE
        },
        (Object[]) reference.getProperty(DataSourceFactory.OSGI_JDBC_CAPABILITY));
  }

  @Test
  void postgresSaysWhatItIs() throws Exception {
    ServiceWatch<DataSourceFactory> watch = watch("orm.dialect.postgres");
    assertNotNull(watch.come());
    ServiceReference<DataSourceFactory> reference = watch.reference();
    assertEquals(
        "org.postgresql.Driver", reference.getProperty(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS));
    assertEquals(
        container.bundle("org.postgresql.jdbc").getVersion().toString(),
        reference.getProperty(DataSourceFactory.OSGI_JDBC_DRIVER_VERSION));
    assertArrayEquals(
        new String[] {
          DataSourceFactory.OSGI_JDBC_CAPABILITY_DRIVER,
          DataSourceFactory.OSGI_JDBC_CAPABILITY_DATASOURCE,
          DataSourceFactory.OSGI_JDBC_CAPABILITY_CONNECTIONPOOLDATASOURCE,
          DataSourceFactory.OSGI_JDBC_CAPABILITY_XADATASOURCE
        },
        (Object[]) reference.getProperty(DataSourceFactory.OSGI_JDBC_CAPABILITY));
  }

  @Test
  void sqliteGivesAWorkingDataSource() throws Exception {
    DataSourceFactory factory = watch("orm.dialect.sqlite").come();
    Properties properties = new Properties();
    properties.setProperty(
        DataSourceFactory.JDBC_DATABASE_NAME, folder.resolve("other.db").toString());
    properties.setProperty(DataSourceFactory.JDBC_DESCRIPTION, "for others");
    works(factory.createDataSource(properties));
    Properties unknown = new Properties();
    unknown.setProperty("colour", "blue");
    assertThrows(SQLException.class, () -> factory.createDataSource(unknown));
    assertTrue(factory.createDriver(null).acceptsURL("jdbc:sqlite:x.db"));
  }

  @Test
  void postgresGivesAWorkingDataSource() throws Exception {
    DataSourceFactory factory = watch("orm.dialect.postgres").come();
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, PostgresServer.newDatabase());
    properties.setProperty(DataSourceFactory.JDBC_DESCRIPTION, "for others");
    works(factory.createDataSource(properties));
    Driver driver = factory.createDriver(null);
    assertTrue(driver.acceptsURL("jdbc:postgresql://localhost/shop"));
  }

  private static void works(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (n integer)");
      assertEquals(2, statement.executeUpdate("INSERT INTO t VALUES (1), (2)"));
      try (ResultSet rows = statement.executeQuery("SELECT sum(n) FROM t")) {
        assertTrue(rows.next());
        assertEquals(3, rows.getInt(1));
      }
    }
  }

  @Test
  void goesWithItsBundleAndComesBack() throws Exception {
    Bundle dialect = container.bundle("orm.dialect.sqlite");
    ServiceWatch<DataSourceFactory> watch = watch("orm.dialect.sqlite");
    assertNotNull(watch.come());
    dialect.stop();
    watch.assertAbsent();
    dialect.start();
    assertNotNull(watch.come());
  }
}
