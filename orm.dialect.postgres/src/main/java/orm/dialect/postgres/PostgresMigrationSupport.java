package orm.dialect.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import orm.spi.dialect.MigrationSupport;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/** Locks, limits and statements of PostgreSQL that matter when a schema is changed. */
final class PostgresMigrationSupport implements MigrationSupport {
  /** The first key of our advisory locks; the second tells the schema. */
  private static final String LOCK =
      "1869769069, hashtext('orm_migration.' || coalesce(current_schema()::text, ''))";

  /**
   * Ends of a broken line are found out within half a minute, and idling is no reason to be cut.
   */
  private static final String PREPARE_SESSION = """
      SELECT set_config('application_name', ?, false), set_config('idle_session_timeout', '0', false),
        set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
        set_config('tcp_keepalives_count', '4', false)""";

  private static final String HOLDER = """
      SELECT a.application_name || ' (user ' || a.usename || coalesce(' from ' || host(a.client_addr), '')
        || ', server process ' || a.pid || ', since ' || date_trunc('second', a.backend_start) || ')'
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid::bigint = 1869769069
        AND l.objid::bigint = (hashtext('orm_migration.' || coalesce(current_schema()::text, ''))::bigint & 4294967295)""";

  private static final Set<String> ALONE_OBJECTS = Set.of("database", "tablespace", "subscription");

  private final DataSource dataSource;
  private final SqlLexer lexer;

  PostgresMigrationSupport(DataSource dataSource, PostgresSyntax syntax) {
    this.dataSource = dataSource;
    this.lexer = new SqlLexer(syntax.lexicalFeatures());
  }

  @Override
  public Optional<Lock> tryLock(String holder) throws SQLException {
    Connection session = dataSource.getConnection();
    boolean taken = false;
    try {
      try (PreparedStatement named = session.prepareStatement(PREPARE_SESSION)) {
        named.setString(1, "orm migration by " + holder);
        named.executeQuery().close();
      }
      taken = isTrue(session, "SELECT pg_try_advisory_lock(" + LOCK + ")");
      return taken ? Optional.of(new SessionLock(session)) : Optional.empty();
    } finally {
      if (!taken) {
        session.close();
      }
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public Optional<String> holder() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HOLDER)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }

  /** An advisory lock, which ends with its session. */
  private record SessionLock(Connection session) implements Lock {
    private static final int PATIENCE_SECONDS = 5;

    @Override
    public boolean isHeld() {
      try {
        return session.isValid(PATIENCE_SECONDS);
      } catch (SQLException broken) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        session.close();
      } catch (SQLException broken) {
        // the server gives the lock back when it notices that the session has ended
      }
    }
  }

  @Override
  public void lockTimeout(Connection connection, Duration limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + Math.min(limit.toMillis(), Integer.MAX_VALUE));
    }
  }

  @Override
  public boolean mustRunAlone(String sql) {
    List<String> words = words(sql);
    if (words.isEmpty()) {
      return false;
    }
    String second = words.size() > 1 ? words.get(1) : "";
    boolean concurrently = words.contains("concurrently");
    return switch (words.get(0)) {
      case "vacuum" -> true;
      case "create", "drop" -> ALONE_OBJECTS.contains(second) || concurrently;
      case "reindex" -> concurrently || !Set.of("index", "table").contains(second);
      case "alter" -> second.equals("system") || (concurrently && words.contains("detach"));
      default -> false;
    };
  }

  private List<String> words(String sql) {
    return lexer.tokens(sql).stream()
        .filter(token -> token.kind() == Kind.WORD)
        .map(token -> token.in(sql).toLowerCase(Locale.ROOT))
        .toList();
  }

  @Override
  public Outcome outcome(Connection connection, String sql) throws SQLException {
    List<SqlToken> tokens =
        lexer.tokens(sql).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is(sql, "concurrently")) {
      at++;
    }
    SqlToken first = tokens.get(0);
    if (first.is(sql, "vacuum") || first.is(sql, "reindex") || isAlterSystem(sql, tokens)) {
      return Outcome.NOT_DONE;
    }
    boolean index = tokens.size() > at + 1 && tokens.stream().anyMatch(one -> one.is(sql, "index"));
    if (!index || at == tokens.size()) {
      return Outcome.UNKNOWN;
    }
    at++;
    while (tokens.get(at).is(sql, "if")
        || tokens.get(at).is(sql, "not")
        || tokens.get(at).is(sql, "exists")) {
      at++;
    }
    if (first.is(sql, "drop")) {
      return isThere(connection, sql.substring(tokens.get(at).begin()))
          ? Outcome.NOT_DONE
          : Outcome.DONE;
    }
    return first.is(sql, "create") ? ofIndex(connection, sql, tokens, at) : Outcome.UNKNOWN;
  }

  private static boolean isAlterSystem(String sql, List<SqlToken> tokens) {
    return tokens.size() > 1 && tokens.get(0).is(sql, "alter") && tokens.get(1).is(sql, "system");
  }

  private static boolean isThere(Connection connection, String name) throws SQLException {
    String bare = name.replaceFirst("(?i)\\s+(cascade|restrict)\\s*$", "").strip();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, bare);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** An index that a broken {@code CREATE INDEX CONCURRENTLY} leaves is there but not valid. */
  private static Outcome ofIndex(Connection connection, String sql, List<SqlToken> tokens, int name)
      throws SQLException {
    int on = name + 1;
    int table = on + 1;
    if (tokens.get(name).is(sql, "on")
        || tokens.size() <= table
        || !tokens.get(on).is(sql, "on")) {
      return Outcome.UNKNOWN; // the server chose the name
    }
    if (tokens.get(table).is(sql, "only")) {
      table++;
    }
    int end = table + 1;
    while (end + 1 < tokens.size() && tokens.get(end).in(sql).equals(".")) {
      end += 2;
    }
    try (PreparedStatement query = connection.prepareStatement("""
            SELECT c.oid::regclass::text, i.indisvalid FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = to_regclass(?) AND c.relname = ?""")) {
      query.setString(
          1, sql.substring(tokens.get(table).begin(), tokens.get(end - 1).end()));
      query.setString(2, plainName(sql, tokens.get(name)));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Outcome.NOT_DONE;
        }
        if (row.getBoolean(2)) {
          return Outcome.DONE;
        }
        try (Statement drop = connection.createStatement()) {
          drop.execute("DROP INDEX " + row.getString(1));
        }
        return Outcome.NOT_DONE;
      }
    }
  }

  private static String plainName(String sql, SqlToken token) {
    String text = token.in(sql);
    return token.kind() == Kind.NAME
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  @Override
  public long copyIn(Connection connection, String sql, String data) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(data));
    } catch (IOException unreadable) { // a reader of a string does not fail
      throw new SQLException(unreadable);
    }
  }

  @Override
  public String qualified(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "SELECT quote_ident(current_schema()) || '.' || quote_ident(?)")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        String found = row.next() ? row.getString(1) : null;
        if (found == null) {
          throw new SQLException("no schema of the search path exists", "3F000");
        }
        return found;
      }
    }
  }

  @Override
  public boolean hasTable(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("""
            SELECT 1 FROM pg_class WHERE relname = ? AND relkind IN ('r', 'p')
            AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())""")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
