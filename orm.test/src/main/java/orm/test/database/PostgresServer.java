package orm.test.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL server of a test run: one for the whole JVM, started at its first use, and stopped
 * with the JVM.
 *
 * <p>The environment variable {@code ORM_TEST_PG_URL} names a running server to use instead; its
 * user must be allowed to create databases. A variable, because it reaches the JVM of the
 * container.
 */
public final class PostgresServer {

  private static final String OUTSIDE_SERVER = "ORM_TEST_PG_URL";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  /** The URL of a new, empty database, with user and password in it. */
  public static String newDatabase() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection = dataSource(serverUrl()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name, e);
    }
    return serverUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }

  /** A data source without a pool for a URL of {@link #newDatabase()}. */
  public static DataSource dataSource(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private static String serverUrl() {
    String outside = System.getenv(OUTSIDE_SERVER);
    return outside == null ? Embedded.URL : outside;
  }

  /** Holds the embedded server; loading the class starts it. */
  private static final class Embedded {

    static final String URL = start().getJdbcUrl("postgres", "postgres");

    private static EmbeddedPostgres start() {
      // The server's binaries are looked up through the context class loader, which in a container
      // is anybody's.
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(PostgresServer.class.getClassLoader());
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start PostgreSQL", e);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }
}
