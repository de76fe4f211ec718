package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.dialect.sqlite.SqliteAddress.Mode;
import orm.spi.dialect.Connector;

class SqliteAddressTest {
  @TempDir
  Path folder;

  private static SqliteAddress of(String url) {
    return SqliteAddress.of(DatabaseSettings.of(url));
  }

  private static Connector connector(String url) {
    return new SqliteDialect().connector(DatabaseSettings.of(url));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:/a/shop.db, /a/shop.db",
    "jdbc:sqlite:/a/../b/shop.db, /b/shop.db",
    "jdbc:sqlite:file:/a/my%20shop.db, /a/my shop.db",
    "jdbc:sqlite:file:///a/shop.db, /a/shop.db",
    "jdbc:sqlite:file://localhost/a/shop.db, /a/shop.db",
    "jdbc:sqlite:/a/my%20shop.db, /a/my%20shop.db",
    "jdbc:sqlite:/a/a+b.db?mode=ro, /a/a+b.db"
  })
  void urlNamesAFile(String url, Path file) {
    assertEquals(file, of(url).file());
    assertEquals(file.toString(), of(url).target());
  }

  @Test
  void relativeFileIsInTheWorkingFolder() {
    assertEquals(Path.of("shop.db").toAbsolutePath(), of("jdbc:sqlite:shop.db").file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file::memory:",
        "jdbc:sqlite:any?mode=memory",
        "jdbc:sqlite:file:any?mode=memory"
      })
  void databaseInMemoryLivesInItsOneConnection(String url) {
    assertNull(of(url).file());
    try (Connector memory = connector(url)) {
      assertTrue(memory.livesInConnection());
      assertEquals(1, memory.poolMax(10));
      assertEquals(Optional.empty(), memory.writerLock());
      assertEquals(":memory:", memory.target());
    }
  }

  @Test
  void fileHasAsManyConnectionsAsWanted() {
    try (Connector file = connector("jdbc:sqlite:" + folder.resolve("a.db"))) {
      assertFalse(file.livesInConnection());
      assertEquals(10, file.poolMax(10));
    }
  }

  @Test
  void databaseSettingNamesTheFile() {
    DatabaseSettings settings =
        DatabaseSettings.builder().dialect("sqlite").database("/a/shop.db").build();
    assertEquals(Path.of("/a/shop.db"), SqliteAddress.of(settings).file());
    assertThrows(
        ConfigurationException.class,
        () -> SqliteAddress.of(DatabaseSettings.builder().dialect("sqlite").build()));
  }

  @Test
  void writersOfOneFileShareALockHoweverItIsWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("a.db"));
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Optional<String> lock = connector("jdbc:sqlite:" + file).writerLock();
    assertTrue(lock.isPresent());
    assertEquals(lock, connector("jdbc:sqlite:" + link).writerLock());
    assertEquals(lock, connector("jdbc:sqlite:" + sub.resolve("../a.db")).writerLock());
    assertEquals(lock, connector("jdbc:sqlite:file:" + file + "?mode=rw").writerLock());
    assertNotEquals(lock, connector("jdbc:sqlite:" + folder.resolve("b.db")).writerLock());
  }

  @Test
  void lockOfAFileIsTheSameBeforeAndAfterItIsMade() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Optional<String> before = connector("jdbc:sqlite:" + link.resolve("a.db")).writerLock();
    Files.createFile(real.resolve("a.db"));
    assertEquals(before, connector("jdbc:sqlite:" + link.resolve("a.db")).writerLock());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache",
        "vfs",
        "immutable",
        "nolock",
        "enable_load_extension",
        "load_extension",
        "key",
        "password",
        "hexkey_mode",
        "locking_mode",
        "date_class",
        "open_mode",
        "shared_cache",
        "recursive_triggers",
        "trusted_schema",
        "writable_schema",
        "nonsense"
      })
  void unknownOrDangerousParameterIsNamed(String name) {
    ConfigurationException inUrl = assertThrows(
        ConfigurationException.class, () -> of("jdbc:sqlite:a.db?" + name + "=secret"));
    assertTrue(String.valueOf(inUrl.getMessage()).contains(name), inUrl.getMessage());
    assertFalse(String.valueOf(inUrl.getMessage()).contains("secret"), inUrl.getMessage());
    DatabaseSettings option = DatabaseSettings.of("jdbc:sqlite:a.db").toBuilder()
        .set("option." + name, "secret")
        .build();
    assertThrows(ConfigurationException.class, () -> SqliteAddress.of(option));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite::resource:a.db",
        "jdbc:sqlite::resource:https://evil.example/a.db",
        "jdbc:sqlite:file::resource:a.db",
        "jdbc:sqlite:file:%3Aresource%3Aa.db",
        "jdbc:sqlite::other:",
        "jdbc:sqlite:file://elsewhere/a.db",
        "jdbc:sqlite:file:a%3Fmode=x",
        "jdbc:sqlite:file:a%00b",
        "jdbc:sqlite:file:a%zz",
        "jdbc:sqlite:a.db?mode=maybe",
        "jdbc:sqlite:a.db?journal_mode=off",
        "jdbc:sqlite:a.db?journal_mode=memory",
        "jdbc:sqlite:a.db?synchronous=off",
        "jdbc:sqlite:a.db?foreign_keys=off",
        "jdbc:sqlite:a.db?statements=-1",
        "jdbc:sqlite:a.db?statements=many",
        "jdbc:sqlite:a.db?decimals=float",
        "jdbc:sqlite:a.db?cache_size=1%3BDROP",
        "jdbc:postgresql:a"
      })
  void dangerousUrlIsRefused(String url) {
    assertThrows(ConfigurationException.class, () -> of(url));
  }

  @Test
  void settingsOfServersAreRefused() {
    for (String key : new String[] {"host", "port", "user", "password"}) {
      DatabaseSettings settings =
          DatabaseSettings.of("jdbc:sqlite:a.db").toBuilder().set(key, "1").build();
      assertThrows(ConfigurationException.class, () -> SqliteAddress.of(settings), key);
    }
  }

  @Test
  void optionsComeBeforeTheUrl() {
    DatabaseSettings settings = DatabaseSettings.of(
            "jdbc:sqlite:a.db?mode=ro&synchronous=full&journal_mode=delete&cache_size=-4000")
        .toBuilder()
        .set("option.synchronous", "EXTRA")
        .set("option.statements", "7")
        .set("option.decimals", "native")
        .set("lock.timeout", "1500ms")
        .build();
    SqliteAddress address = SqliteAddress.of(settings);
    assertEquals(Mode.READ_ONLY, address.mode());
    assertEquals("extra", address.synchronous());
    assertEquals("delete", address.journal());
    assertEquals(Map.of("cache_size", "-4000"), address.pragmas());
    assertEquals(7, address.statements());
    assertTrue(address.nativeDecimals());
    assertEquals(1500, address.lockWait());
  }

  @Test
  void defaultsAreSafe() {
    SqliteAddress address = of("jdbc:sqlite:a.db");
    assertEquals(Mode.CREATE, address.mode());
    assertEquals("wal", address.journal());
    assertEquals("normal", address.synchronous());
    assertEquals(256, address.statements());
    assertFalse(address.nativeDecimals());
    assertEquals(30_000, address.lockWait());
  }

  @Test
  void dialectKnowsItsUrls() {
    SqliteDialect dialect = new SqliteDialect();
    assertEquals("sqlite", dialect.name());
    assertTrue(dialect.accepts(dialect.urlExample()));
    assertFalse(dialect.accepts("jdbc:postgresql:shop"));
  }
}
