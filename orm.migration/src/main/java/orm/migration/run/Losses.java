package orm.migration.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.migration.DataLoss;
import orm.api.migration.Direction;
import orm.api.migration.MigrationOptions;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SqlFailure;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * Finds in the text of statements what they take away, and counts it.
 *
 * <p>A table that is made, or that takes the name of the dropped one, in the same part is no loss:
 * that is how a table is rebuilt.
 */
final class Losses {
  /** What {@code ALTER TABLE … DROP} takes away without taking rows. */
  private static final Set<String> HARMLESS =
      Set.of("constraint", "default", "expression", "identity", "not", "index", "key", "check");

  private final Connector connector;
  private final SqlLexer lexer;

  Losses(Connector connector, SqlLexer lexer) {
    this.connector = connector;
    this.lexer = lexer;
  }

  /**
   * Something that may be lost.
   *
   * @param what its name
   * @param table the table, as others in the part name it
   * @param count the query that counts it; null for none
   */
  private record Candidate(
      String what, String table, @Nullable String count) {}

  /**
   * Finds and counts what a migration takes away now. A file may accept losses of its way up; one
   * that knows nothing of this project was written elsewhere, where nobody asked.
   */
  List<DataLoss> of(
      MigrationSource source,
      Part part,
      Direction direction,
      Connection connection,
      MigrationOptions options)
      throws SQLException {
    boolean up = direction == Direction.UP;
    List<DataLoss> losses = new ArrayList<>();
    for (DataLoss loss : count(part.statements(), connection)) {
      boolean accepted = options.accepted().contains(loss.what())
          || (up && (source.plain() || part.losses().contains(loss.what())));
      losses.add(new DataLoss(loss.what(), loss.rows(), accepted));
    }
    return losses;
  }

  private List<DataLoss> count(List<SqlScript.Statement> statements, Connection connection)
      throws SQLException {
    List<Candidate> found = new ArrayList<>();
    Set<String> rebuilt = new HashSet<>();
    for (SqlScript.Statement statement : statements) {
      new Reading(statement.text(), found, rebuilt).read();
    }
    List<DataLoss> losses = new ArrayList<>();
    for (Candidate one : found) {
      if (!rebuilt.contains(one.table())) {
        long rows = count(connection, one.count());
        losses.add(new DataLoss(one.what(), rows, false));
      }
    }
    return losses;
  }

  /** What is not there yet has no rows. */
  private long count(Connection connection, @Nullable String query) throws SQLException {
    if (query == null) {
      return -1;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException failed) {
      SqlFailure.Kind kind = connector.classify(failed).kind();
      if (kind == SqlFailure.Kind.CONNECTION_FAILED) {
        throw failed;
      }
      return kind == SqlFailure.Kind.SCHEMA_MISMATCH ? 0 : -1;
    }
  }

  /** The walk over one statement. */
  private final class Reading {
    private final String sql;
    private final List<SqlToken> tokens;
    private final List<Candidate> found;
    private final Set<String> rebuilt;
    private int at;

    Reading(String sql, List<Candidate> found, Set<String> rebuilt) {
      this.sql = sql;
      this.tokens = lexer.tokens(sql).stream()
          .filter(token -> token.kind() != Kind.COMMENT)
          .toList();
      this.found = found;
      this.rebuilt = rebuilt;
    }

    void read() {
      if (take("drop")) {
        drop();
      } else if (take("truncate")) {
        skip("table", "only");
        names("rows of ");
      } else if (take("delete") && take("from")) {
        delete();
      } else if (take("alter") && take("table")) {
        alter();
      } else if (take("create")) {
        create();
      }
    }

    private boolean take(String word) {
      if (at < tokens.size() && tokens.get(at).is(sql, word)) {
        at++;
        return true;
      }
      return false;
    }

    private void skipConditions() {
      skip("if", "not", "exists", "only");
    }

    private void skip(String... words) {
      boolean skipped = true;
      while (skipped) {
        skipped = Arrays.stream(words).anyMatch(this::take);
      }
    }

    /** A name with its schema, as written; null if none stands here. */
    private @Nullable String name() {
      int begin = at;
      while (at < tokens.size() && isName(tokens.get(at))) {
        at++;
        if (at + 1 < tokens.size() && tokens.get(at).in(sql).equals(".")) {
          at++;
        } else {
          break;
        }
      }
      return at == begin
          ? null
          : sql.substring(tokens.get(begin).begin(), tokens.get(at - 1).end());
    }

    private static boolean isName(SqlToken token) {
      return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
    }

    private void drop() {
      if (take("schema")) {
        skipConditions();
        String schema = name();
        found.add(new Candidate("schema " + plain(schema), plain(schema), null));
      } else if (take("table")) {
        skipConditions();
        names("table ");
      }
    }

    private void names(String prefix) {
      String table = name();
      while (table != null) {
        found.add(
            new Candidate(prefix + plain(table), plain(table), "SELECT count(*) FROM " + table));
        boolean more = at < tokens.size() && tokens.get(at).in(sql).equals(",");
        if (more) {
          at++;
        }
        table = more ? name() : null;
      }
    }

    private void delete() {
      skip("only");
      String table = name();
      if (table != null) {
        String rest = at < tokens.size() ? sql.substring(tokens.get(at).begin()) : "";
        found.add(new Candidate(
            "rows of " + plain(table), plain(table), "SELECT count(*) FROM " + table + " " + rest));
      }
    }

    private void alter() {
      skipConditions();
      String table = name();
      if (table == null) {
        return;
      }
      int depth = 0;
      for (; at < tokens.size(); at++) {
        SqlToken token = tokens.get(at);
        depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
        if (depth == 0 && token.is(sql, "rename") && next("to")) {
          at += 2;
          rebuilt.add(plain(name()));
          return;
        }
        if (depth == 0 && token.is(sql, "drop")) {
          at++;
          dropColumn(table);
          at--;
        }
      }
    }

    private boolean next(String word) {
      return at + 1 < tokens.size() && tokens.get(at + 1).is(sql, word);
    }

    private void dropColumn(String table) {
      boolean named = take("column");
      boolean harmless = !named
          && at < tokens.size()
          && HARMLESS.contains(tokens.get(at).in(sql).toLowerCase(Locale.ROOT));
      if (harmless) {
        return;
      }
      skipConditions();
      String column = name();
      if (column != null) {
        found.add(new Candidate(
            "column " + plain(table) + "." + plain(column),
            plain(table),
            "SELECT count(" + column + ") FROM " + table));
      }
    }

    private void create() {
      skip("temp", "temporary", "unlogged");
      if (take("table")) {
        skipConditions();
        rebuilt.add(plain(name()));
      }
    }

    private static String plain(@Nullable String name) {
      return name == null ? "" : name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
  }
}
