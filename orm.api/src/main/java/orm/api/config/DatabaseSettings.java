package orm.api.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.schema.Naming;

/**
 * How a database is reached and used. Immutable and safe for use by several threads.
 *
 * <p>The keys, which are the same in {@link #fromMap}, in a configuration and in
 * {@link Builder#set}:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>meaning</th><th>default</th></tr>
 * <tr><td>{@code name}</td><td>name of the database in services, logs and messages</td><td>{@code main}</td></tr>
 * <tr><td>{@code url}</td><td>JDBC URL, without password</td><td>made from the parts</td></tr>
 * <tr><td>{@code dialect}</td><td>name of the dialect</td><td>found from the URL</td></tr>
 * <tr><td>{@code host}, {@code port}</td><td>the server</td><td>the dialect's</td></tr>
 * <tr><td>{@code database}</td><td>name of the database, or file</td><td>none</td></tr>
 * <tr><td>{@code user}, {@code password} or {@code .password}</td><td>who asks</td><td>none</td></tr>
 * <tr><td>{@code cursor.secret} or {@code .cursor.secret}</td><td>what the cursors of pages are signed
 * with, the same on all nodes of one application</td><td>made anew at each start</td></tr>
 * <tr><td>{@code naming}</td><td>form of names, a {@link Naming}</td><td>{@code as_written}</td></tr>
 * <tr><td>{@code pool.max}</td><td>greatest number of connections</td><td>10</td></tr>
 * <tr><td>{@code pool.wait}</td><td>how long a call waits for a connection</td><td>30s</td></tr>
 * <tr><td>{@code pool.idle}</td><td>after how long an idle connection is closed; 0 for never</td><td>10m</td></tr>
 * <tr><td>{@code pool.lifetime}</td><td>after how long any connection is replaced; 0 for never</td><td>30m</td></tr>
 * <tr><td>{@code pool.leak}</td><td>after how long a transaction or stream that keeps its connection is
 * reported with the place that took it; 0 for never</td><td>0</td></tr>
 * <tr><td>{@code connect.timeout}</td><td>how long a new connection may take</td><td>10s</td></tr>
 * <tr><td>{@code lock.timeout}</td><td>how long a writer waits for other writers where a database has one
 * writer at a time</td><td>30s</td></tr>
 * <tr><td>{@code statement.timeout}</td><td>how long a statement may run; 0 for no limit</td><td>0</td></tr>
 * <tr><td>{@code drain.timeout}</td><td>how long closing, or a swap, waits for running
 * transactions</td><td>30s</td></tr>
 * <tr><td>{@code drain.policy}</td><td>what a swap does with transactions that take longer, a
 * {@link DrainPolicy}</td><td>{@code keep}</td></tr>
 * <tr><td>{@code swap.wait}</td><td>how long a call waits while no dialect is there, or a new one cannot
 * stand beside the old one; 0 for not at all</td><td>10s</td></tr>
 * <tr><td>{@code migrate}</td><td>what is done about the schema when the database is opened, a
 * {@link Migrate}</td><td>{@code off}</td></tr>
 * <tr><td>{@code migrate.modules}</td><td>names of the modules whose tables are in this database, with
 * commas</td><td>all that are there</td></tr>
 * <tr><td>{@code migrate.wait}</td><td>how long a run waits while somebody else migrates</td><td>5m</td></tr>
 * <tr><td>{@code migrate.downgrade}</td><td>what is done in a container when the database is newer than a
 * module, a {@link Downgrade}</td><td>{@code refuse}</td></tr>
 * <tr><td>{@code validation.locale}</td><td>language of the messages of validators, such as
 * {@code nl-BE}</td><td>that of the Java platform</td></tr>
 * <tr><td>{@code log.values}</td><td>which bound values may be shown, {@link LogValues}</td><td>{@code
 * mapped}</td></tr>
 * <tr><td>{@code sql.comments}</td><td>what is written behind statements, {@link SqlComments}</td><td>{@code
 * off}</td></tr>
 * <tr><td>{@code slow.threshold}</td><td>from how long on a statement is reported with its plan; 0 for
 * never</td><td>0</td></tr>
 * <tr><td>{@code statistics}</td><td>whether times are kept by statement, {@code on} or {@code
 * off}</td><td>{@code off}</td></tr>
 * <tr><td>{@code detect.nplusone}</td><td>how often one line may send the same statement in a transaction
 * before it is reported; 0 for any number</td><td>0</td></tr>
 * <tr><td>{@code detect.index}</td><td>whether foreign keys of a table that a slow statement uses are
 * looked at for an index, {@code on} or {@code off}</td><td>{@code off}</td></tr>
 * <tr><td>{@code detect.idle}</td><td>after how long a transaction that sends no statement is reported; 0
 * for never</td><td>0</td></tr>
 * <tr><td>{@code option.*}</td><td>settings of the dialect</td><td>the dialect's</td></tr>
 * </table>
 *
 * <p>A time is written as {@code 500ms}, {@code 30s}, {@code 10m}, {@code 2h}, or in ISO 8601 as
 * {@code PT30S}.
 */
public final class DatabaseSettings {
  private final Map<String, String> values;
  private final @Nullable String password;
  private final @Nullable String cursorSecret;

  private DatabaseSettings(
      Map<String, String> values, @Nullable String password, @Nullable String cursorSecret) {
    this.values = values;
    this.password = password;
    this.cursorSecret = cursorSecret;
  }

  /**
   * Makes settings from a URL alone.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:shop.db}
   * @return the settings
   */
  public static DatabaseSettings of(String url) {
    return builder().url(url).build();
  }

  /**
   * Makes settings from keys and values.
   *
   * @param map the keys of this class; values are strings, numbers, enums or durations
   * @return the settings
   * @throws ConfigurationException if a key is unknown, a value malformed, or a placeholder such as
   *     {@code $[secret:shop]} was not filled in
   */
  public static DatabaseSettings fromMap(Map<String, ?> map) {
    Builder builder = builder();
    map.forEach(
        (key, value) -> builder.set(key, SettingValue.filledIn(key, String.valueOf(value))));
    return builder.build();
  }

  /** {@return a builder without settings} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with these settings} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.values.putAll(values);
    builder.password = password;
    builder.cursorSecret = cursorSecret;
    return builder;
  }

  /** {@return the name of the database} */
  public String name() {
    return values.getOrDefault("name", "main");
  }

  /** {@return the URL, if one is set} */
  public Optional<String> url() {
    return Optional.ofNullable(values.get("url"));
  }

  /** {@return the name of the dialect, if one is set} */
  public Optional<String> dialect() {
    return Optional.ofNullable(values.get("dialect"));
  }

  /** {@return the host, if one is set} */
  public Optional<String> host() {
    return Optional.ofNullable(values.get("host"));
  }

  /** {@return the port, if one is set} */
  public Optional<Integer> port() {
    return Optional.ofNullable(values.get("port"))
        .map(port -> SettingValue.integer("port", port, 1, 65_535));
  }

  /** {@return the name of the database in the server, or the file, if one is set} */
  public Optional<String> database() {
    return Optional.ofNullable(values.get("database"));
  }

  /** {@return the user, if one is set} */
  public Optional<String> user() {
    return Optional.ofNullable(values.get("user"));
  }

  /** {@return the password, if one is set; never to be logged or put into a message} */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /** {@return what cursors are signed with, if it is set; never to be logged} */
  public Optional<String> cursorSecret() {
    return Optional.ofNullable(cursorSecret);
  }

  /** {@return how logical names appear in this database} */
  public Naming naming() {
    return SettingValue.naming(values.getOrDefault("naming", "as_written"));
  }

  /** {@return the greatest number of connections, at least 1} */
  public int poolMax() {
    return SettingValue.integer("pool.max", values.getOrDefault("pool.max", "10"), 1, 10_000);
  }

  /** {@return how long a call waits for a connection} */
  public Duration poolWait() {
    return time("pool.wait", "30s");
  }

  /** {@return after how long an idle connection is closed; zero for never} */
  public Duration poolIdle() {
    return time("pool.idle", "10m");
  }

  /** {@return after how long any connection is replaced; zero for never} */
  public Duration poolLifetime() {
    return time("pool.lifetime", "30m");
  }

  /**
   * {@return after how long a transaction that keeps its connection is reported; zero for never}
   */
  public Duration poolLeak() {
    return time("pool.leak", "0");
  }

  /** {@return how long a new connection may take} */
  public Duration connectTimeout() {
    return time("connect.timeout", "10s");
  }

  /**
   * {@return how long a writer waits for other writers where a database has one writer at a time}
   */
  public Duration lockTimeout() {
    return time("lock.timeout", "30s");
  }

  /** {@return how long a statement may run; zero for no limit} */
  public Duration statementTimeout() {
    return time("statement.timeout", "0");
  }

  /** {@return how long closing, or a swap, waits for running transactions} */
  public Duration drainTimeout() {
    return time("drain.timeout", "30s");
  }

  /** {@return what a swap does with transactions that take longer} */
  public DrainPolicy drainPolicy() {
    return SettingValue.drainPolicy(values.getOrDefault("drain.policy", "keep"));
  }

  /** {@return how long a call waits while nothing can serve it} */
  public Duration swapWait() {
    return time("swap.wait", "10s");
  }

  /** {@return what is done about the schema when the database is opened} */
  public Migrate migrate() {
    return SettingValue.migrate(values.getOrDefault("migrate", "off"));
  }

  /** {@return the modules whose tables are in this database; empty for all that are there} */
  public Set<String> migrateModules() {
    return Arrays.stream(values.getOrDefault("migrate.modules", "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return how long a run of migrations waits while somebody else migrates} */
  public Duration migrateWait() {
    return time("migrate.wait", "5m");
  }

  /** {@return what is done in a container when the database is newer than a module} */
  public Downgrade migrateDowngrade() {
    return SettingValue.downgrade(values.getOrDefault("migrate.downgrade", "refuse"));
  }

  /** {@return the language of the messages of validators} */
  public Locale validationLocale() {
    String tag = values.get("validation.locale");
    return tag == null ? Locale.getDefault() : SettingValue.locale("validation.locale", tag);
  }

  /** {@return which bound values logs and listeners may show} */
  public LogValues logValues() {
    return SettingValue.logValues(values.getOrDefault("log.values", "mapped"));
  }

  /** {@return what is written behind the statements that are sent} */
  public SqlComments sqlComments() {
    return SettingValue.sqlComments(values.getOrDefault("sql.comments", "off"));
  }

  /** {@return from how long on a statement is reported; zero for never} */
  public Duration slowThreshold() {
    return time("slow.threshold", "0");
  }

  /** {@return whether times are kept by statement} */
  public boolean statistics() {
    return SettingValue.isOn("statistics", values.getOrDefault("statistics", "off"));
  }

  /**
   * {@return how often one line may send the same statement in a transaction before it is reported;
   * 0 for any number}
   */
  public int detectNPlusOne() {
    return SettingValue.integer(
        "detect.nplusone", values.getOrDefault("detect.nplusone", "0"), 0, 1_000_000);
  }

  /** {@return whether the foreign keys of slow tables are looked at for an index} */
  public boolean detectIndex() {
    return SettingValue.isOn("detect.index", values.getOrDefault("detect.index", "off"));
  }

  /** {@return after how long a transaction that sends no statement is reported; zero for never} */
  public Duration detectIdle() {
    return time("detect.idle", "0");
  }

  /**
   * Returns a setting of the dialect.
   *
   * @param name the key behind {@code option.}
   * @return the value, if one is set
   */
  public Optional<String> option(String name) {
    return Optional.ofNullable(values.get("option." + name));
  }

  /**
   * {@return the dialect's settings by the part of their key behind {@code option.}, unmodifiable}
   */
  public Map<String, String> options() {
    Map<String, String> options = new TreeMap<>();
    values.forEach((key, value) -> {
      if (key.startsWith("option.")) {
        options.put(key.substring("option.".length()), value);
      }
    });
    return Map.copyOf(options);
  }

  /**
   * Compares with other settings.
   *
   * @param other the others
   * @return the keys whose values are not the same, unmodifiable; {@code password} and
   *     {@code cursor.secret} among them
   */
  public Set<String> differences(DatabaseSettings other) {
    Set<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(other.values.keySet());
    keys.removeIf(key -> Objects.equals(values.get(key), other.values.get(key)));
    if (!Objects.equals(password, other.password)) {
      keys.add("password");
    }
    if (!Objects.equals(cursorSecret, other.cursorSecret)) {
      keys.add("cursor.secret");
    }
    return Collections.unmodifiableSet(keys);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatabaseSettings that
        && values.equals(that.values)
        && Objects.equals(password, that.password)
        && Objects.equals(cursorSecret, that.cursorSecret);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** {@return the settings without the password and without the query of the URL} */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>(values);
    shown.computeIfPresent("url", (key, url) -> withoutSecrets(url));
    return shown.toString();
  }

  /**
   * Takes from a URL what may be secret: its query, and a password before the host.
   *
   * @param url a URL
   * @return the rest, fit for messages
   */
  public static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    String shown = query < 0 ? url : url.substring(0, query);
    return shown.replaceFirst("//[^/@]*@", "//");
  }

  private Duration time(String key, String fallback) {
    return SettingValue.time(key, values.getOrDefault(key, fallback));
  }

  /** Collects settings. Not safe for use by several threads. */
  public static final class Builder {
    private static final String KNOWN =
        "name, url, dialect, host, port, database, user, password, cursor.secret, naming,"
            + " pool.max, pool.wait,"
            + " pool.idle, pool.lifetime, pool.leak, connect.timeout, lock.timeout,"
            + " statement.timeout, drain.timeout, drain.policy, swap.wait, migrate, migrate.modules,"
            + " migrate.wait, migrate.downgrade, validation.locale, log.values, sql.comments,"
            + " slow.threshold, statistics, detect.nplusone, detect.index, detect.idle, option.*";

    private final Map<String, String> values = new TreeMap<>();
    private @Nullable String password;
    private @Nullable String cursorSecret;

    private Builder() {}

    /**
     * Sets a value by its key.
     *
     * @param key a key of {@link DatabaseSettings}
     * @param value the value
     * @return this builder
     * @throws ConfigurationException if the key is unknown or the value malformed
     */
    public Builder set(String key, String value) {
      if (key.equals("password") || key.equals(".password")) {
        return password(value);
      }
      if (key.equals("cursor.secret") || key.equals(".cursor.secret")) {
        return cursorSecret(value);
      }
      boolean option = key.startsWith("option.") && key.length() > "option.".length();
      if (!option) {
        check(key, value);
      }
      values.put(key, value);
      return this;
    }

    private static void check(String key, String value) {
      switch (key) {
        case "name", "url", "dialect", "host", "database", "user" -> {
          if (value.isBlank()) {
            throw SettingValue.invalid(key, "is empty", "Give it a value, or leave it out.", null);
          }
        }
        case "port" -> SettingValue.integer(key, value, 1, 65_535);
        case "pool.max" -> SettingValue.integer(key, value, 1, 10_000);
        case "naming" -> SettingValue.naming(value);
        case "migrate" -> SettingValue.migrate(value);
        case "drain.policy" -> SettingValue.drainPolicy(value);
        case "migrate.modules" -> {}
        case "migrate.downgrade" -> SettingValue.downgrade(value);
        case "validation.locale" -> SettingValue.locale(key, value);
        case "log.values" -> SettingValue.logValues(value);
        case "sql.comments" -> SettingValue.sqlComments(value);
        case "statistics", "detect.index" -> SettingValue.isOn(key, value);
        case "detect.nplusone" -> SettingValue.integer(key, value, 0, 1_000_000);
        case "pool.wait",
            "pool.idle",
            "pool.lifetime",
            "pool.leak",
            "connect.timeout",
            "lock.timeout",
            "statement.timeout",
            "drain.timeout",
            "swap.wait",
            "slow.threshold",
            "detect.idle",
            "migrate.wait" -> SettingValue.time(key, value);
        default ->
          throw new ConfigurationException(
              Failure.of(ErrorCode.INVALID_SETTING, "Cannot use setting " + key)
                  .because("there is no such setting")
                  .fix("The settings are " + KNOWN + "."));
      }
    }

    /**
     * Sets the name of the database.
     *
     * @param name the name
     * @return this builder
     */
    public Builder name(String name) {
      return set("name", name);
    }

    /**
     * Sets the URL.
     *
     * @param url a JDBC URL
     * @return this builder
     */
    public Builder url(String url) {
      return set("url", url);
    }

    /**
     * Sets the dialect.
     *
     * @param name its name
     * @return this builder
     */
    public Builder dialect(String name) {
      return set("dialect", name);
    }

    /**
     * Sets the server's host.
     *
     * @param host a name or address
     * @return this builder
     */
    public Builder host(String host) {
      return set("host", host);
    }

    /**
     * Sets the server's port.
     *
     * @param port from 1 to 65535
     * @return this builder
     */
    public Builder port(int port) {
      return set("port", Integer.toString(port));
    }

    /**
     * Sets the database of the server, or the file.
     *
     * @param database the name
     * @return this builder
     */
    public Builder database(String database) {
      return set("database", database);
    }

    /**
     * Sets the user.
     *
     * @param user the name
     * @return this builder
     */
    public Builder user(String user) {
      return set("user", user);
    }

    /**
     * Sets the password.
     *
     * @param secret the password, kept out of every message
     * @return this builder
     */
    public Builder password(String secret) {
      this.password = Objects.requireNonNull(secret, "password");
      return this;
    }

    /**
     * Sets what the cursors of pages are signed with. Without it a cursor is good for one opening
     * of the database.
     *
     * @param secret the secret, at least 16 characters, kept out of every message
     * @return this builder
     * @throws ConfigurationException if it is too short
     */
    public Builder cursorSecret(String secret) {
      if (secret.length() < 16) {
        throw SettingValue.invalid(
            "cursor.secret", "is too short", "Use at least 16 characters.", null);
      }
      this.cursorSecret = secret;
      return this;
    }

    /**
     * Sets the form of names.
     *
     * @param naming the form
     * @return this builder
     */
    public Builder naming(Naming naming) {
      return set("naming", naming.name());
    }

    /**
     * Sets the greatest number of connections.
     *
     * @param connections from 1 to 10000
     * @return this builder
     */
    public Builder poolMax(int connections) {
      return set("pool.max", Integer.toString(connections));
    }

    /**
     * Makes the settings.
     *
     * @return the settings
     * @throws ConfigurationException if neither URL nor dialect is set
     */
    public DatabaseSettings build() {
      if (!values.containsKey("url") && !values.containsKey("dialect")) {
        throw new ConfigurationException(
            Failure.of(ErrorCode.INVALID_SETTING, "Cannot tell which database is meant")
                .because("neither url nor dialect is set")
                .fix("Set url, or dialect with database and host."));
      }
      return new DatabaseSettings(Map.copyOf(values), password, cursorSecret);
    }
  }
}
