package orm.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import orm.bench.library.store.LibraryGround;
import orm.bench.store.PostgresGround;

/** A PostgreSQL server with the tables in it, without anything that works in the background. */
final class Server implements AutoCloseable {
  /** The system property that names the server to the JVMs that measure. */
  static final String URL = "orm.bench.postgres";

  private final EmbeddedPostgres postgres;
  private final String url;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.url = postgres.getJdbcUrl("postgres", "postgres");
  }

  /** Starts a server that ends with {@link #close} or with the JVM. */
  static Server start() {
    try {
      Server server = new Server(EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          .setServerConfig("full_page_writes", "off")
          .setServerConfig("autovacuum", "off")
          .setServerConfig("checkpoint_timeout", "1d")
          .setServerConfig("max_wal_size", "4GB")
          .setServerConfig("wal_level", "minimal")
          .setServerConfig("max_wal_senders", "0")
          .setServerConfig("shared_buffers", "256MB")
          .start());
      PostgresGround.prepare(server.url);
      LibraryGround.prepare(server.url);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start PostgreSQL", e);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot fill PostgreSQL", e);
    }
  }

  String url() {
    return url;
  }

  /** Lets the server and the connections that are yet to come run on some CPUs only. */
  boolean pin(String cpus) {
    ProcessHandle starter = postgres.getProcess().toHandle();
    return Stream.concat(Stream.of(starter), starter.descendants())
        .map(process -> Pin.task(process.pid(), cpus))
        .reduce(true, Boolean::logicalAnd);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stop PostgreSQL", e);
    }
  }
}
