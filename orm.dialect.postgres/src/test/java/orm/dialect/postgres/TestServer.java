package orm.dialect.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import orm.api.config.DatabaseSettings;
import orm.spi.dialect.Connector;

/**
 * The PostgreSQL server of this test run. The system property {@code orm.test.pg.url}, or the
 * environment variable {@code ORM_TEST_PG_URL}, names a running one to use instead.
 */
final class TestServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestServer() {}

  /** The URL of the server's own database. */
  static String url() {
    String property = System.getProperty("orm.test.pg.url", System.getenv("ORM_TEST_PG_URL"));
    return property == null || property.isBlank() ? Embedded.URL : property;
  }

  /** The URL of a new, empty database. */
  static String newDatabase() {
    return newDatabase("");
  }

  static String newDatabase(String options) {
    String name = "dialect_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connector server = connector(url());
        Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " " + options);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a database", e);
    }
    return url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }

  static Connector connector(String url) {
    return new PostgresDialect().connector(DatabaseSettings.of(url));
  }

  /** Holds the embedded server; loading the class starts it. */
  private static final class Embedded {
    static final String URL = start();

    private static String start() {
      try {
        return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start PostgreSQL", e);
      }
    }
  }
}
