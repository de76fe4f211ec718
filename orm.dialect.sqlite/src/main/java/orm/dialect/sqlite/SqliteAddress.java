package orm.dialect.sqlite;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;

/**
 * Where a database is and how to open it.
 *
 * <p>The URL never reaches the driver: it would take any pragma from it, and load a database from
 * the class path or the network for {@code :resource:}.
 *
 * @param file the file, absolute; null for a database in memory
 * @param mode whether it may be written and made
 * @param lockWait how long to wait for locks of other processes, in milliseconds
 * @param journal the journal mode of a file
 * @param synchronous how often to wait for the disk
 * @param pragmas further pragmas with their values, both known to be harmless
 * @param statements how many statements each connection keeps
 * @param nativeDecimals whether decimals are in columns of numeric affinity
 */
record SqliteAddress(
    @Nullable Path file,
    Mode mode,
    int lockWait,
    String journal,
    String synchronous,
    Map<String, String> pragmas,
    int statements,
    boolean nativeDecimals) {

  static final String PREFIX = "jdbc:sqlite:";
  private static final String MEMORY = ":memory:";
  private static final String FIX = "docs/dialects.md lists what can be set.";

  /** What SQLite calls the mode of opening. */
  enum Mode {
    READ_ONLY,
    READ_WRITE,
    CREATE
  }

  SqliteAddress {
    pragmas = Map.copyOf(pragmas);
  }

  static SqliteAddress of(DatabaseSettings settings) {
    if (settings.host().isPresent() || settings.port().isPresent()) {
      throw refusal("setting host or port", "SQLite has no server", "Leave it out.");
    }
    if (settings.user().isPresent() || settings.password().isPresent()) {
      throw refusal(
          "setting user or password",
          "SQLite knows no users and does not encrypt",
          "Protect the file, and leave the setting out.");
    }
    Map<String, String> options = new TreeMap<>();
    String place = settings
        .url()
        .map(url -> place(url, options))
        .orElseGet(() -> settings
            .database()
            .orElseThrow(() -> refusal(
                "the settings", "neither url nor database is set", "Set database to a file.")));
    options.putAll(settings.options());
    return of(place, options, settings.lockTimeout());
  }

  /** Takes the place from a URL and adds its parameters to the options. */
  static String place(String url, Map<String, String> options) {
    if (!url.startsWith(PREFIX)) {
      throw refusal("the url", "it does not begin with " + PREFIX, "Write jdbc:sqlite:shop.db.");
    }
    String rest = url.substring(PREFIX.length());
    int query = rest.indexOf('?');
    if (query < 0) {
      return rest;
    }
    for (String pair : rest.substring(query + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        options.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return rest.substring(0, query);
  }

  static SqliteAddress of(String place, Map<String, String> options, Duration lockTimeout) {
    Path file = file(place);
    Mode mode = Mode.CREATE;
    String journal = "wal";
    String synchronous = "normal";
    int statements = 256;
    boolean nativeDecimals = false;
    Map<String, String> pragmas = new TreeMap<>();
    for (Map.Entry<String, String> option : options.entrySet()) {
      String name = option.getKey();
      String value = option.getValue().toLowerCase(Locale.ROOT);
      switch (name) {
        case "mode" -> {
          switch (oneOf(name, value, "ro", "rw", "rwc", "memory")) {
            case "ro" -> mode = Mode.READ_ONLY;
            case "rw" -> mode = Mode.READ_WRITE;
            case "memory" -> file = null;
            default -> mode = Mode.CREATE;
          }
        }
        case "journal_mode" -> journal = oneOf(name, value, "wal", "delete", "truncate", "persist");
        case "synchronous" -> synchronous = oneOf(name, value, "normal", "full", "extra");
        case "foreign_keys" -> oneOf(name, value, "on", "true", "1");
        case "temp_store" -> pragmas.put(name, oneOf(name, value, "default", "file", "memory"));
        case "cache_size" -> pragmas.put(name, number(name, value, -16_777_216, 1_000_000));
        case "mmap_size" -> pragmas.put(name, number(name, value, 0, Integer.MAX_VALUE));
        case "statements" -> statements = Integer.parseInt(number(name, value, 0, 10_000));
        case "decimals" ->
          nativeDecimals = oneOf(name, value, "scaled", "native").equals("native");
        default ->
          throw refusal(
              "parameter " + name,
              "it is unknown, or may load code or endanger the data",
              "Leave it out; " + FIX);
      }
    }
    int lockWait = (int) Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE);
    return new SqliteAddress(
        file, mode, lockWait, journal, synchronous, pragmas, statements, nativeDecimals);
  }

  /** The file that a place names; null for memory. */
  private static @Nullable Path file(String place) {
    boolean uri = place.startsWith("file:");
    String name = uri ? decode(withoutAuthority(place.substring("file:".length()))) : place;
    if (name.isEmpty() || name.equals(MEMORY)) {
      return null;
    }
    if (name.startsWith(":")) {
      throw refusal(
          "the url",
          "the place " + name.substring(0, Math.max(name.indexOf(':', 1), 0) + 1)
              + "… is not a file, and may load a database from elsewhere",
          "Name a file.");
    }
    if (name.indexOf('?') >= 0 || name.indexOf('\0') >= 0) {
      throw refusal("the url", "the file's name holds ? or U+0000", "Rename the file.");
    }
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException malformed) {
      throw refusal("the url", "the file's name is malformed", "Name a file.");
    }
  }

  private static String withoutAuthority(String path) {
    if (!path.startsWith("//")) {
      return path;
    }
    int slash = path.indexOf('/', 2);
    String host = slash < 0 ? path.substring(2) : path.substring(2, slash);
    if (slash < 0 || !(host.isEmpty() || host.equals("localhost"))) {
      throw refusal("the url", "the file is on another host", "Write file:///path.");
    }
    return path.substring(slash);
  }

  private static String oneOf(String name, String value, String... known) {
    for (String one : known) {
      if (one.equals(value)) {
        return value;
      }
    }
    throw refusal(
        "parameter " + name,
        "it has a value that is unknown or endangers the data",
        "Write " + String.join(", ", known) + "; " + FIX);
  }

  private static String number(String name, String value, int least, int greatest) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least && number <= greatest) {
        return Integer.toString(number);
      }
    } catch (NumberFormatException malformed) {
      throw refusal("parameter " + name, "it is no number", "Write a whole number.");
    }
    throw refusal(
        "parameter " + name, "it is out of range", "Write " + least + " to " + greatest + ".");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw refusal("the url", "it holds a malformed percent sign", "Write % as %25.");
    }
  }

  /** A database in memory with the same settings. */
  SqliteAddress asScratch() {
    return new SqliteAddress(
        null, Mode.CREATE, lockWait, journal, synchronous, pragmas, statements, nativeDecimals);
  }

  boolean inMemory() {
    return file == null;
  }

  /** The file's name, which is the same for all ways to write its path. */
  String canonicalFile() {
    Path path = file == null ? Path.of(MEMORY) : file;
    try {
      if (Files.exists(path)) {
        return path.toRealPath().toString();
      }
      Path folder = path.getParent();
      Path name = path.getFileName();
      if (folder != null && name != null) {
        return folder.toRealPath().resolve(name).toString();
      }
    } catch (IOException unreadable) {
      return path.toString(); // Opening it will say why.
    }
    return path.toString();
  }

  String target() {
    return file == null ? MEMORY : file.toString();
  }

  private static ConfigurationException refusal(String what, String why, String fix) {
    return new ConfigurationException(
        Failure.of(ErrorCode.INVALID_SETTING, "Cannot use " + what).because(why).fix(fix));
  }
}
