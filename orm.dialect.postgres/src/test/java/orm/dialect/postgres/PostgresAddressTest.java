package orm.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;

class PostgresAddressTest {
  private static PostgresAddress of(String url) {
    return PostgresAddress.of(DatabaseSettings.of(url));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          jdbc:postgresql:shop                        | localhost:5432/shop
          jdbc:postgresql:/shop                       | localhost:5432/shop
          jdbc:postgresql://db/shop                   | db:5432/shop
          jdbc:postgresql://db:6000/shop              | db:6000/shop
          jdbc:postgresql:///shop                     | localhost:5432/shop
          jdbc:postgresql://:6000/shop                | localhost:6000/shop
          jdbc:postgresql://a:1,b/shop                | a:1,b:5432/shop
          jdbc:postgresql://[::1]/shop                | [::1]:5432/shop
          jdbc:postgresql://[::1]:6000/shop           | [::1]:6000/shop
          jdbc:postgresql://db/a%20shop%2Fb           | db:5432/a shop/b
          jdbc:postgresql://db/a+b                    | db:5432/a+b
          """)
  void targetTellsHostPortAndName(String url, String target) {
    assertEquals(target, of(url).target());
  }

  @Test
  void databaseIsEncodedInTheUrlForTheDriver() {
    assertEquals(
        "jdbc:postgresql://db:5432/a%20b%2Fc%3Fd%2Be",
        of("jdbc:postgresql://db/a b/c%3Fd+e").url());
  }

  @Test
  void partsMakeTheSameAsTheUrl() {
    DatabaseSettings parts = DatabaseSettings.builder()
        .dialect("postgres")
        .host("db")
        .port(6000)
        .database("shop")
        .build();
    assertEquals(of("jdbc:postgresql://db:6000/shop"), PostgresAddress.of(parts));
    DatabaseSettings least =
        DatabaseSettings.builder().dialect("postgres").database("shop").build();
    assertEquals(of("jdbc:postgresql:shop"), PostgresAddress.of(least));
  }

  @Test
  void ipv6HostIsPutInBrackets() {
    DatabaseSettings parts = DatabaseSettings.builder()
        .dialect("postgres")
        .host("::1")
        .database("shop")
        .build();
    assertEquals("[::1]:5432/shop", PostgresAddress.of(parts).target());
  }

  @Test
  void missingDatabaseIsNamed() {
    DatabaseSettings parts =
        DatabaseSettings.builder().dialect("postgres").host("db").build();
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> PostgresAddress.of(parts));
    assertEquals(ErrorCode.INVALID_SETTING, refused.code());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("database is not set"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socketFactory",
        "socketFactoryArg",
        "sslfactory",
        "sslfactoryarg",
        "sslhostnameverifier",
        "sslpasswordcallback",
        "loggerFile",
        "loggerLevel",
        "authenticationPluginClassName",
        "jaasApplicationName",
        "xmlFactoryFactory",
        "connectExecutor",
        "classLoaderStrategy",
        "service",
        "options",
        "preferQueryMode",
        "stringtype",
        "autosave",
        "reWriteBatchedInserts",
        "logServerErrorDetail",
        "SSLMODE",
        "nonsense"
      })
  void unknownOrDangerousParameterIsNamed(String name) {
    ConfigurationException inUrl = assertThrows(
        ConfigurationException.class, () -> of("jdbc:postgresql:shop?" + name + "=secret"));
    assertTrue(
        String.valueOf(inUrl.getMessage()).contains("URL parameter " + name), inUrl.getMessage());
    assertFalse(String.valueOf(inUrl.getMessage()).contains("secret"), inUrl.getMessage());

    DatabaseSettings option = DatabaseSettings.of("jdbc:postgresql:shop").toBuilder()
        .set("option." + name, "secret")
        .build();
    ConfigurationException inOption =
        assertThrows(ConfigurationException.class, () -> PostgresAddress.of(option));
    assertTrue(
        String.valueOf(inOption.getMessage()).contains("option." + name), inOption.getMessage());
    assertFalse(String.valueOf(inOption.getMessage()).contains("secret"), inOption.getMessage());
  }

  @Test
  void encodedNameOfParameterIsSeenThrough() {
    assertThrows(
        ConfigurationException.class, () -> of("jdbc:postgresql:shop?socket%46actory=org.evil.X"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://user:secret@db/shop",
        "jdbc:postgresql://db:secret/shop",
        "jdbc:postgresql://db:0/shop",
        "jdbc:postgresql://db:70000/shop",
        "jdbc:postgresql://secret?x/shop",
        "jdbc:postgresql://db",
        "jdbc:postgresql:",
        "jdbc:postgresql://d b/secret",
        "jdbc:postgresql://db/secret%zz",
        "jdbc:postgresql://db/shop?user",
        "jdbc:mysql://secret/shop"
      })
  void malformedUrlIsRefusedWithoutShowingIt(String url) {
    ConfigurationException refused = assertThrows(ConfigurationException.class, () -> of(url));
    assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
  }

  @Test
  void settingsComeBeforeOptionsBeforeUrl() {
    DatabaseSettings settings = DatabaseSettings.of(
            "jdbc:postgresql:shop?user=a&password=b&sslmode=disable&ApplicationName=mine")
        .toBuilder()
        .user("u")
        .password("p&=%")
        .set("option.sslmode", "require")
        .set("option.schema", "app,public")
        .build();
    Properties properties = PostgresAddress.of(settings).properties();
    assertEquals("u", properties.getProperty("user"));
    assertEquals("p&=%", properties.getProperty("password"));
    assertEquals("require", properties.getProperty("sslmode"));
    assertEquals("app,public", properties.getProperty("currentSchema"));
    assertEquals("mine", properties.getProperty("ApplicationName"));
  }

  @Test
  void defaultsBoundTheWaitAndNameTheProgram() {
    DatabaseSettings settings = DatabaseSettings.of("jdbc:postgresql:shop").toBuilder()
        .name("billing")
        .set("connect.timeout", "1500ms")
        .build();
    Properties properties = PostgresAddress.of(settings).properties();
    assertEquals("2", properties.getProperty("connectTimeout"));
    assertEquals("2", properties.getProperty("loginTimeout"));
    assertEquals("orm/billing", properties.getProperty("ApplicationName"));
    assertEquals("false", properties.getProperty("logServerErrorDetail"));
    assertNull(properties.getProperty("user"));
  }

  @Test
  void noTimeoutIsNeverWithoutLimit() {
    DatabaseSettings settings = DatabaseSettings.of("jdbc:postgresql:shop").toBuilder()
        .set("connect.timeout", "0")
        .build();
    assertEquals("1", PostgresAddress.of(settings).properties().getProperty("loginTimeout"));
  }

  @Test
  void nothingShowsThePassword() {
    PostgresAddress address = of("jdbc:postgresql://db/shop?user=a&password=secret");
    assertFalse(address.toString().contains("secret"));
    assertFalse(address.target().contains("secret"));
    assertFalse(address.url().contains("secret"));
  }

  @Test
  void dialectKnowsItsUrls() {
    PostgresDialect dialect = new PostgresDialect();
    assertEquals("postgres", dialect.name());
    assertTrue(dialect.accepts(dialect.urlExample()));
    assertFalse(dialect.accepts("jdbc:sqlite:shop.db"));
    assertNotNull(dialect.connector(DatabaseSettings.of(dialect.urlExample())));
    assertEquals(List.of("localhost:5432"), of(dialect.urlExample()).hosts());
  }
}
