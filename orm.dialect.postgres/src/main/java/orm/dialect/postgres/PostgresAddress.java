package orm.dialect.postgres;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;

/**
 * Where a database is and how to connect to it.
 *
 * <p>A connection URL can make the driver load classes, write files and change the meaning of
 * statements. So the URL that is configured never reaches the driver: it is taken apart here, only
 * parameters that are known to be harmless are kept, and a new one is made of the parts.
 *
 * @param hosts the servers to try, each as {@code host:port}
 * @param database the name of the database
 * @param parameters parameters of the driver, with user and password
 */
record PostgresAddress(List<String> hosts, String database, Map<String, String> parameters) {
  static final String PREFIX = "jdbc:postgresql:";

  static final int PORT = 5432;

  /** What URL, {@code option.*} and data source properties may set. */
  static final Set<String> PARAMETERS = Set.of(
      "ApplicationName",
      "cancelSignalTimeout",
      "channelBinding",
      "connectTimeout",
      "currentSchema",
      "defaultRowFetchSize",
      "gssEncMode",
      "hostRecheckSeconds",
      "loadBalanceHosts",
      "loginTimeout",
      "prepareThreshold",
      "preparedStatementCacheQueries",
      "preparedStatementCacheSizeMiB",
      "requireAuth",
      "socketTimeout",
      "ssl",
      "sslNegotiation",
      "sslcert",
      "sslkey",
      "sslmode",
      "sslpassword",
      "sslrootcert",
      "targetServerType",
      "tcpKeepAlive");

  PostgresAddress {
    hosts = List.copyOf(hosts);
    parameters = Map.copyOf(parameters);
  }

  static PostgresAddress of(DatabaseSettings settings) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("ApplicationName", "orm/" + settings.name());
    String seconds = seconds(settings.connectTimeout());
    // The first limits the opening of the socket, the second the greeting of the server as well.
    parameters.put("connectTimeout", seconds);
    parameters.put("loginTimeout", seconds);
    parameters.put("tcpKeepAlive", "true");

    PostgresAddress address =
        settings.url().map(PostgresAddress::parse).orElseGet(() -> parts(settings));
    parameters.putAll(address.parameters);
    settings.options().forEach((name, value) -> parameters.put(optionParameter(name), value));
    settings.user().ifPresent(user -> parameters.put("user", user));
    settings.password().ifPresent(password -> parameters.put("password", password));
    return new PostgresAddress(address.hosts, address.database, parameters);
  }

  private static PostgresAddress parts(DatabaseSettings settings) {
    String host = settings.host().orElse("localhost");
    int port = settings.port().orElse(PORT);
    String database = settings
        .database()
        .orElseThrow(() -> refusal(
            "Cannot tell which database is meant",
            "database is not set",
            "Set database, or a url such as jdbc:postgresql://localhost/shop."));
    return new PostgresAddress(List.of(hostPort(host, port)), database, Map.of());
  }

  /** Takes a URL apart. Messages show no part of it that may be secret. */
  static PostgresAddress parse(String url) {
    if (!url.startsWith(PREFIX)) {
      throw invalidUrl("it does not begin with " + PREFIX);
    }
    String rest = url.substring(PREFIX.length());
    int query = rest.indexOf('?');
    String place = query < 0 ? rest : rest.substring(0, query);
    List<String> hosts = new ArrayList<>();
    String database;
    if (place.startsWith("//")) {
      int slash = place.indexOf('/', 2);
      String servers = slash < 0 ? place.substring(2) : place.substring(2, slash);
      database = slash < 0 ? "" : place.substring(slash + 1);
      for (String server : servers.split(",", -1)) {
        hosts.add(server(server));
      }
    } else {
      database = place.startsWith("/") ? place.substring(1) : place;
      hosts.add(hostPort("localhost", PORT));
    }
    if (database.isEmpty()) {
      throw invalidUrl("it names no database");
    }
    Map<String, String> parameters = new TreeMap<>();
    if (query >= 0 && query + 1 < rest.length()) {
      for (String pair : rest.substring(query + 1).split("&", -1)) {
        addParameter(pair, parameters);
      }
    }
    return new PostgresAddress(hosts, decode(database), parameters);
  }

  private static void addParameter(String pair, Map<String, String> parameters) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
    if (!name.equals("user") && !name.equals("password") && !PARAMETERS.contains(name)) {
      throw refusedParameter("URL parameter " + name);
    }
    if (equals < 0) {
      throw invalidUrl("parameter " + name + " has no value");
    }
    parameters.put(name, decode(pair.substring(equals + 1)));
  }

  private static String optionParameter(String name) {
    if (name.equals("schema")) {
      return "currentSchema";
    }
    if (PARAMETERS.contains(name)) {
      return name;
    }
    throw refusedParameter("setting option." + name);
  }

  private static String server(String server) {
    if (server.indexOf('@') >= 0) {
      throw invalidUrl("it holds a user before the host");
    }
    if (server.isEmpty()) {
      return hostPort("localhost", PORT);
    }
    int colon = server.lastIndexOf(':');
    if (colon < 0 || server.endsWith("]")) {
      return hostPort(server, PORT);
    }
    try {
      int port = Integer.parseInt(server.substring(colon + 1));
      if (port >= 1 && port <= 65_535) {
        return hostPort(colon == 0 ? "localhost" : server.substring(0, colon), port);
      }
    } catch (NumberFormatException malformed) {
      throw invalidUrl("a port is no number");
    }
    throw invalidUrl("a port is not in 1 to 65535");
  }

  static String hostPort(String host, int port) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean known = Character.isLetterOrDigit(c) || ".-_:[]%".indexOf(c) >= 0;
      if (!known) {
        throw refusal(
            "Cannot use the host",
            "it holds a character that no host has",
            "Write a name or address.");
      }
    }
    boolean bareIpv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
    return (bareIpv6 ? "[" + host + "]" : host) + ':' + port;
  }

  private static String seconds(Duration time) {
    // The driver takes 0 for no limit, and counts in seconds.
    long rounded = time.plusMillis(999).toSeconds();
    return Long.toString(Math.min(Math.max(rounded, 1), 86_400));
  }

  /** The URL for the driver; user, password and parameters travel in {@link #properties()}. */
  String url() {
    return PREFIX + "//" + String.join(",", hosts) + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The parameters for the driver, with those that are not for others to choose. */
  Properties properties() {
    Properties properties = new Properties();
    parameters.forEach(properties::setProperty);
    // Details of errors hold values.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  /** Host, port and name, for messages. */
  String target() {
    return String.join(",", hosts) + "/" + database;
  }

  @Override
  public String toString() {
    return target();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw invalidUrl("it holds a malformed percent sign");
    }
  }

  private static ConfigurationException refusedParameter(String what) {
    return refusal(
        "Cannot use " + what,
        "it is unknown, or may load code, write files or change what statements mean",
        "Leave it out; docs/dialects.md lists what can be set.");
  }

  private static ConfigurationException invalidUrl(String why) {
    return refusal("Cannot use the url", why, "Write jdbc:postgresql://host:port/database.");
  }

  static ConfigurationException refusal(String what, @Nullable String why, String fix) {
    return new ConfigurationException(
        Failure.of(ErrorCode.INVALID_SETTING, what).because(why).fix(fix));
  }
}
