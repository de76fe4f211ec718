package orm.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import orm.api.config.DatabaseSettings;
import orm.api.config.Isolation;
import orm.api.error.ConfigurationException;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure.Kind;

class PostgresConnectorTest {
  private Connector connector;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connector = TestServer.connector(TestServer.url());
    connection = connector.dataSource().getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    connector.close();
  }

  private String setting(String name) throws SQLException {
    return one(connection, "SHOW " + name);
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void serverIsNotLimitedLikeAFile() {
    assertEquals(7, connector.poolMax(7));
    assertFalse(connector.livesInConnection());
    assertEquals(Optional.empty(), connector.writerLock());
  }

  @Test
  void checkTellsProductAndVersion() throws SQLException {
    String product = connector.check(connection);
    assertTrue(product.matches("PostgreSQL \\d+(\\.\\d+)?"), product);
  }

  @Test
  void checkRefusesAServerThatReadsBackslashesInTexts() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET standard_conforming_strings = off");
    } catch (SQLException gone) {
      return; // Newer servers have no such choice.
    }
    assertThrows(ConfigurationException.class, () -> connector.check(connection));
  }

  @Test
  void connectionIsNamedAndInAutoCommitMode() throws SQLException {
    assertTrue(connection.getAutoCommit());
    assertEquals("orm/main", setting("application_name"));
  }

  @Test
  void schemaOptionSetsTheSearchPath() throws SQLException {
    DatabaseSettings settings = DatabaseSettings.of(TestServer.url()).toBuilder()
        .set("option.schema", "pg_catalog")
        .build();
    try (Connector other = new PostgresDialect().connector(settings);
        Connection own = other.dataSource().getConnection()) {
      assertEquals("pg_catalog", one(own, "SELECT current_schema()"));
    }
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void transactionHasItsIsolationAndTheNextOneTheDefault(Isolation isolation) throws SQLException {
    for (boolean readOnly : new boolean[] {true, false}) {
      connector.begin(connection, isolation, readOnly);
      assertFalse(connection.getAutoCommit());
      assertEquals(
          isolation.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
          setting("transaction_isolation"));
      assertEquals(readOnly ? "on" : "off", setting("transaction_read_only"));
      connection.commit();
      connector.end(connection, readOnly);
      assertTrue(connection.getAutoCommit());
      assertEquals("read committed", setting("transaction_isolation"));
      assertEquals("off", setting("transaction_read_only"));
    }
  }

  @Test
  void defaultTransactionCostsNoStatementOfItsOwn() throws SQLException {
    int backend = connection.unwrap(PGConnection.class).getBackendPID();
    try (Connection watcher = connector.dataSource().getConnection();
        PreparedStatement watch =
            watcher.prepareStatement("SELECT state, query FROM pg_stat_activity WHERE pid = ?")) {
      one(connection, "SELECT 'before'");
      for (boolean readOnly : new boolean[] {true, false}) {
        connector.begin(connection, Isolation.READ_COMMITTED, readOnly);
        watch.setInt(1, backend);
        try (ResultSet rows = watch.executeQuery()) {
          rows.next();
          assertEquals("idle", rows.getString(1));
          assertEquals("SELECT 'before'", rows.getString(2));
        }
        connection.rollback();
        connector.end(connection, readOnly);
      }
    }
  }

  @Test
  void refusedConnectionIsClassified() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    Connector nobody = TestServer.connector("jdbc:postgresql://localhost:" + port + "/x?user=u");
    SQLException failure =
        assertThrows(SQLException.class, () -> nobody.dataSource().getConnection());
    assertEquals(Kind.CONNECTION_FAILED, nobody.classify(failure).kind());
    assertNotNull(nobody.classify(failure).detail());
  }

  @Test
  void serverThatNeverAnswersIsGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DatabaseSettings settings =
          DatabaseSettings.of("jdbc:postgresql://localhost:" + silent.getLocalPort() + "/x?user=u")
              .toBuilder()
              .set("connect.timeout", "1s")
              .build();
      Connector mute = new PostgresDialect().connector(settings);
      SQLException failure = assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertThrows(SQLException.class, () -> mute.dataSource().getConnection()));
      assertEquals(Kind.CONNECTION_FAILED, mute.classify(failure).kind());
      try (Socket accepted = silent.accept()) {
        assertTrue(accepted.isConnected());
      }
    }
  }
}
