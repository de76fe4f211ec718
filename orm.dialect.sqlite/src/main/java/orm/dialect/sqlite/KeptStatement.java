package orm.dialect.sqlite;

import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A statement that SQLite has compiled. It outlives the {@link SqlitePreparedStatement}s that use
 * it, one at a time, and never leaves this package.
 *
 * <p>The driver's own object, because the driver binds values only for those. Used under the lock
 * of {@link #database()}: whoever closes the connection holds it, so that nobody touches a
 * statement that is gone.
 */
final class KeptStatement extends JDBC4PreparedStatement {
  private final String text;
  private final Verb verb;
  private final long handle;

  /** What a statement begins with, as far as it matters. */
  enum Verb {
    /** Reads only, whatever follows. */
    READS,
    /** Changes rows, and tells how many. */
    CHANGES_ROWS,
    /** Anything else, or one that cannot be told from its first word. */
    OTHER
  }

  KeptStatement(SqliteConnection connection, String text) throws SQLException {
    super(connection, text);
    this.text = text;
    this.verb = verb(text);
    // SQLite's own address of the statement: the driver's way to it costs an object for each call.
    this.handle = pointer.<SQLException>safeRunLong(KeptStatement::address);
  }

  private static long address(@SuppressWarnings("unused") DB database, long handle) {
    return handle;
  }

  String text() {
    return text;
  }

  DB database() {
    return conn.getDatabase();
  }

  long handle() {
    return handle;
  }

  int parameters() {
    return paramCount;
  }

  /** The columns when it was compiled; SQLite compiles it anew when a table has changed. */
  int columnsWhenCompiled() {
    return columnCount;
  }

  boolean onlyReads() {
    return verb == Verb.READS;
  }

  boolean changesRows() {
    return verb == Verb.CHANGES_ROWS;
  }

  /** Whether SQLite has freed it: with its connection, or because it failed badly. */
  boolean isGone() {
    SafeStmtPtr pointer = this.pointer;
    return pointer.isClosed();
  }

  void requireThere() throws SQLException {
    if (isGone()) {
      throw new SQLException("the connection is closed, or lost its statement", "08003");
    }
  }

  static Verb verb(String sql) {
    return switch (StatementText.firstWord(sql)) {
      case "select", "values" -> Verb.READS;
      case "with" -> mayWrite(sql) ? Verb.CHANGES_ROWS : Verb.READS;
      case "insert", "update", "delete", "replace" -> Verb.CHANGES_ROWS;
      default -> Verb.OTHER;
    };
  }

  /** A word in a text or name is taken for the real one: it costs a little time, no more. */
  private static boolean mayWrite(String sql) {
    String lower = sql.toLowerCase(Locale.ROOT);
    return lower.contains("insert")
        || lower.contains("update")
        || lower.contains("delete")
        || lower.contains("replace");
  }
}
