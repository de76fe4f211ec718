package orm.test.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Measure_.MEASURE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ConnectionException;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.error.TimeoutException;
import orm.test.bookshop.Measure;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.PostgresServer;
import orm.test.database.TestDatabase;

/** A database that cannot be used says which one, why, and what to do, in bounded time. */
class BadDatabaseTest {
  private static OrmException refused(ErrorCode code, DatabaseSettings settings) {
    OrmException error = assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThrows(OrmException.class, () -> {
          try (Database database = Orm.open(settings)) {
            database.name();
          }
        }));
    assertEquals(code, error.code(), error::getMessage);
    assertFalse(String.valueOf(error.getMessage()).contains("hunter2"));
    return error;
  }

  @Test
  void anUnknownSchemeTellsWhichDialectsAreThere() {
    OrmException error =
        refused(ErrorCode.UNKNOWN_DATABASE, DatabaseSettings.of("jdbc:oracle:thin:@x"));
    assertTrue(String.valueOf(error.getMessage()).contains("sqlite (jdbc:sqlite:"));
    assertTrue(String.valueOf(error.getMessage()).contains("postgres (jdbc:postgresql:"));
    refused(
        ErrorCode.UNKNOWN_DATABASE,
        DatabaseSettings.fromMap(Map.of("dialect", "mongo", "database", "x")));
  }

  @Test
  void aWrongSettingIsNamed() {
    for (Map<String, String> wrong : List.of(
        Map.of("url", "jdbc:sqlite:x", "pool.size", "3"),
        Map.of("url", "jdbc:sqlite:x", "pool.max", "many"),
        Map.of("url", "jdbc:sqlite:x", "pool.wait", "soon"),
        Map.of("url", "jdbc:sqlite:x", "naming", "kebab"),
        Map.of("name", "main"))) {
      assertEquals(
          ErrorCode.INVALID_SETTING,
          assertThrows(ConfigurationException.class, () -> DatabaseSettings.fromMap(wrong))
              .code());
    }
    refused(
        ErrorCode.INVALID_SETTING,
        DatabaseSettings.fromMap(Map.of("url", "jdbc:sqlite::resource:http://127.0.0.1/x")));
    refused(
        ErrorCode.INVALID_SETTING,
        DatabaseSettings.of("jdbc:postgresql://127.0.0.1/x?socketFactory=evil.Factory"));
  }

  @Test
  void aServerThatIsNotThereIsReportedInTime() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    refused(
        ErrorCode.CONNECTION_FAILED,
        DatabaseSettings.of("jdbc:postgresql://127.0.0.1:" + free + "/x"));
  }

  @Test
  void aServerThatDoesNotAnswerIsReportedInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refused(
          ErrorCode.CONNECTION_FAILED,
          DatabaseSettings.fromMap(Map.of(
              "url",
              "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x",
              "connect.timeout",
              "1s")));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no users")
  void aWrongPasswordIsRefusedWithoutRepeatingIt(TestDatabase test)
      throws SQLException, IOException {
    String url = test.settings().url().orElseThrow();
    try (Connection connection = PostgresServer.dataSource(url).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'");
      demandPasswordOf("guarded", statement);
      DatabaseSettings guarded = DatabaseSettings.builder()
          .url(url.replaceFirst("\\?.*", ""))
          .user("guarded")
          .password("hunter2")
          .build();
      assertFalse(guarded.toString().contains("hunter2"));
      refused(ErrorCode.AUTHENTICATION_FAILED, guarded);
      Orm.open(guarded.toBuilder().password("right").build()).close();
      statement.execute("DROP ROLE guarded");
    }
  }

  private static void demandPasswordOf(String user, Statement statement)
      throws SQLException, IOException {
    try (ResultSet rows = statement.executeQuery("SHOW hba_file")) {
      assertTrue(rows.next());
      Path rules = Path.of(rows.getString(1));
      String line = "host all " + user + " 127.0.0.1/32 scram-sha-256\n";
      String before = Files.readString(rules);
      if (!before.startsWith(line)) {
        Files.writeString(rules, line + before);
      }
    }
    statement.execute("SELECT pg_reload_conf()");
    statement.execute("SELECT pg_sleep(0)");
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "a database of PostgreSQL is no file")
  void aFileThatIsNoDatabaseIsRefused(TestDatabase test) throws IOException {
    Path file = test.folder().resolve("letter.db");
    byte[] letter = "Dear database,\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    Files.write(file, letter);
    refused(ErrorCode.DATABASE_CORRUPT, DatabaseSettings.of("jdbc:sqlite:" + file));
    assertEquals(letter.length, Files.size(file));
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "a database of PostgreSQL is no file")
  void aFolderThatIsNotThereIsRefused(TestDatabase test) {
    Path file = test.folder().resolve("missing").resolve("shop.db");
    OrmException error =
        assertThrows(OrmException.class, () -> Orm.open("jdbc:sqlite:" + file).close());
    assertTrue(
        error instanceof ConnectionException || error instanceof ConfigurationException,
        error::toString);
    assertTrue(String.valueOf(error.getMessage()).contains("missing"), error::getMessage);
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "a database of PostgreSQL is no file")
  void aFileThatIsLockedByAnotherProgramIsWaitedForAndThenReported(TestDatabase test)
      throws SQLException {
    Database db = test.with(List.of(MEASURE));
    db.insert(MEASURE, new Measure(1, 1, "kept"));
    String url = test.settings().url().orElseThrow();
    SQLiteDataSource other = new SQLiteDataSource();
    other.setUrl(url);
    Database impatient =
        test.open(test.settings().toBuilder().set("lock.timeout", "200ms").build());
    try (Connection connection = other.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("UPDATE measure SET note = 'other'");
      assertEquals(
          ErrorCode.LOCK_TIMEOUT,
          assertThrows(
                  TimeoutException.class,
                  () -> impatient.insert(MEASURE, new Measure(2, 2, "lost")))
              .code());
      assertEquals("kept", impatient.get(MEASURE, 1).note()); // readers go on meanwhile
      statement.execute("ROLLBACK");
    }
    impatient.insert(MEASURE, new Measure(2, 2, "now"));
    assertEquals(2, db.from(MEASURE).count());
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "permissions of a file are meant")
  void aFileThatOnlyReadsIsRefusedOrItsWritesAre(TestDatabase test) {
    test.with(List.of(MEASURE)).insert(MEASURE, new Measure(1, 1, "kept"));
    String url = test.settings().url().orElseThrow() + "?mode=ro";
    OrmException error = assertThrows(OrmException.class, () -> {
      try (Database readOnly = Orm.open(url)) {
        assertEquals("kept", readOnly.get(MEASURE, 1).note());
        readOnly.insert(MEASURE, new Measure(2, 2, "lost"));
      }
    });
    assertEquals(ErrorCode.DATABASE_READ_ONLY, error.code(), error::toString);
    assertEquals(1, test.db().from(MEASURE).count());
  }

  @EachDatabase
  void aPoolThatIsUsedUpIsReportedAfterItsPatience(TestDatabase test) throws Exception {
    Database db = test.open(
        test.settings().toBuilder().poolMax(1).set("pool.wait", "300ms").build());
    db.schema().create(List.of(MEASURE));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> holder = executor.submit(() -> db.transaction(tx -> {
        taken.countDown();
        return release.await(30, TimeUnit.SECONDS);
      }));
      assertTrue(taken.await(10, TimeUnit.SECONDS));
      assertEquals(
          ErrorCode.POOL_EXHAUSTED,
          assertThrows(ConnectionException.class, () -> db.find(MEASURE, 1)).code());
      release.countDown();
      assertTrue(holder.get(10, TimeUnit.SECONDS));
    } finally {
      executor.shutdownNow();
    }
    assertTrue(db.find(MEASURE, 1).isEmpty());
  }
}
