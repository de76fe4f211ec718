package orm.dialect.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlFailure.Kind;

/**
 * What SQLite's errors mean. There are no SQLStates; the extended result code tells most, the
 * message the rest.
 */
final class SqliteErrors {
  private static final int CHAIN = 16;

  /** How messages begin that come from the compiler, or that never show a value. */
  private static final List<String> WITHOUT_VALUES = List.of(
      "no such ",
      "near ",
      "incomplete input",
      "table ",
      "index ",
      "view ",
      "trigger ",
      "there is already ",
      "ambiguous column",
      "duplicate column",
      "wrong number of arguments",
      "misuse of ",
      "foreign key mismatch",
      "too many ",
      "integer overflow");

  /** The check that holds a text to its length, as {@link SqliteSchema} writes it. */
  private static final Pattern LENGTH = Pattern.compile("length\\(`((?:[^`]|``)+)`\\) <= \\d+");

  private SqliteErrors() {}

  static SqlFailure classify(SQLException exception, BooleanSupplier fileIsReadOnly) {
    SQLiteException source = source(exception);
    if (source == null) {
      return SqlFailure.of(
          isClosed(exception) ? Kind.CONNECTION_FAILED : Kind.OTHER, exception.getSQLState(), null);
    }
    SQLiteErrorCode code = source.getResultCode();
    String words = words(source.getMessage());
    Kind kind = kind(code, words, fileIsReadOnly);
    String state = code == SQLiteErrorCode.UNKNOWN_ERROR ? null : code.name();
    return switch (kind) {
      case DUPLICATE_KEY, NOT_NULL, CHECK -> place(kind, state, words);
      default -> SqlFailure.of(kind, state, mayHoldValues(code, words) ? null : words);
    };
  }

  /** Our own state, or the driver's words. */
  private static boolean isClosed(SQLException exception) {
    return "08003".equals(exception.getSQLState())
        || "The database has been closed".equals(exception.getMessage());
  }

  private static @Nullable SQLiteException source(SQLException exception) {
    Throwable at = exception;
    for (int depth = 0; at != null && depth < CHAIN; depth++) {
      if (at instanceof SQLiteException found) {
        return found;
      }
      Throwable next = at.getCause();
      if (next == null && at instanceof SQLException link) {
        next = link.getNextException();
      }
      at = next;
    }
    return null;
  }

  private static Kind kind(SQLiteErrorCode code, String words, BooleanSupplier fileIsReadOnly) {
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
        Kind.DUPLICATE_KEY;
      case SQLITE_CONSTRAINT_FOREIGNKEY -> Kind.FOREIGN_KEY;
      case SQLITE_CONSTRAINT_NOTNULL -> Kind.NOT_NULL;
      case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_DATATYPE, SQLITE_MISMATCH -> Kind.CHECK;
      case SQLITE_TOOBIG -> Kind.UNSTORABLE_VALUE;
      case SQLITE_BUSY_SNAPSHOT, SQLITE_SCHEMA -> Kind.CONFLICT;
      case SQLITE_INTERRUPT -> Kind.CANCELLED;
      case SQLITE_READONLY ->
        fileIsReadOnly.getAsBoolean() ? Kind.DATABASE_READ_ONLY : Kind.READ_ONLY_TRANSACTION;
      case SQLITE_NOTADB -> Kind.DATABASE_CORRUPT;
      case SQLITE_FULL, SQLITE_NOMEM, SQLITE_IOERR_NOMEM -> Kind.STORAGE_FULL;
      case SQLITE_AUTH, SQLITE_PERM, SQLITE_IOERR_ACCESS -> Kind.PERMISSION_DENIED;
      case SQLITE_PROTOCOL -> Kind.LOCK_TIMEOUT;
      case SQLITE_ERROR -> ofMessage(words);
      default -> ofFamily(code.name());
    };
  }

  /** Triggers and functions may say anything; what the compiler says is about the text. */
  private static boolean mayHoldValues(SQLiteErrorCode code, String words) {
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT_TRIGGER
        || (code == SQLiteErrorCode.SQLITE_ERROR
            && WITHOUT_VALUES.stream().noneMatch(words::startsWith));
  }

  private static Kind ofFamily(String code) {
    if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
      return Kind.LOCK_TIMEOUT;
    }
    if (code.startsWith("SQLITE_READONLY")) {
      return Kind.DATABASE_READ_ONLY;
    }
    if (code.startsWith("SQLITE_CORRUPT")) {
      return Kind.DATABASE_CORRUPT;
    }
    if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_IOERR")) {
      return Kind.CONNECTION_FAILED;
    }
    return Kind.OTHER;
  }

  private static Kind ofMessage(String words) {
    boolean unknownName = words.contains("no such table")
        || words.contains("no such column")
        || words.contains("has no column named");
    if (unknownName) {
      return Kind.SCHEMA_MISMATCH;
    }
    return words.contains("integer overflow") ? Kind.OUT_OF_RANGE : Kind.OTHER;
  }

  /** What the driver puts behind its own text: {@code [CODE] Some text (SQLite's words)}. */
  private static String words(@Nullable String message) {
    if (message == null) {
      return "";
    }
    int from = message.startsWith("[") ? message.indexOf(" (") : -1;
    return from >= 0 && message.endsWith(")")
        ? message.substring(from + 2, message.length() - 1)
        : message;
  }

  /** Where a constraint failed, which only the words tell. */
  private static SqlFailure place(Kind kind, @Nullable String state, String words) {
    int failed = words.indexOf(" failed: ");
    String what = failed < 0 ? "" : words.substring(failed + " failed: ".length());
    if (kind == Kind.CHECK && failed < 0) {
      int of = words.lastIndexOf(" column ");
      what = of < 0 ? "" : words.substring(of + " column ".length());
      return columns(kind, state, what, words);
    }
    Matcher length = LENGTH.matcher(what);
    if (kind == Kind.CHECK && length.matches()) {
      String column = length.group(1).replace("``", "`");
      return new SqlFailure(Kind.TEXT_TOO_LONG, state, null, null, List.of(column), words);
    }
    if (kind == Kind.CHECK) {
      // A check without a name is told by its text.
      return new SqlFailure(kind, state, isName(what) ? what : null, null, List.of(), words);
    }
    if (what.startsWith("index '") && what.endsWith("'")) {
      String index = what.substring("index '".length(), what.length() - 1);
      return new SqlFailure(kind, state, index, null, List.of(), words);
    }
    return columns(kind, state, what, words);
  }

  /** Takes {@code k.t, k.u} apart. */
  private static SqlFailure columns(Kind kind, @Nullable String state, String what, String words) {
    List<String> columns = new ArrayList<>();
    String table = null;
    for (String one : what.split(", ")) {
      int dot = one.lastIndexOf('.');
      if (dot > 0) {
        table = one.substring(0, dot);
        columns.add(one.substring(dot + 1));
      }
    }
    return new SqlFailure(kind, state, null, table, columns, words);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
