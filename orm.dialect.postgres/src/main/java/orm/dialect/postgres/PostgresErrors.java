package orm.dialect.postgres;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlFailure.Kind;

/** What PostgreSQL's errors mean; see appendix A of its manual. */
final class PostgresErrors {
  private static final int CHAIN = 16;

  private PostgresErrors() {}

  static SqlFailure classify(SQLException exception) {
    SQLException source = source(exception);
    ServerErrorMessage server =
        source instanceof PSQLException known ? known.getServerErrorMessage() : null;
    String state = source.getSQLState();
    Kind kind = kind(state, server);
    if (server == null) {
      return SqlFailure.of(kind, state, ownWords(kind, source.getMessage()));
    }
    String column = server.getColumn();
    return new SqlFailure(
        kind,
        state,
        server.getConstraint(),
        server.getTable(),
        column == null ? List.of() : List.of(column),
        mayHoldValues(state) ? null : server.getMessage());
  }

  /** Pools and batches wrap what the driver threw. */
  private static SQLException source(SQLException exception) {
    Throwable at = exception;
    for (int depth = 0; at != null && depth < CHAIN; depth++) {
      if (at instanceof PSQLException found && found.getSQLState() != null) {
        return found;
      }
      Throwable next = at.getCause();
      if (next == null && at instanceof SQLException link) {
        next = link.getNextException();
      }
      at = next;
    }
    return exception;
  }

  private static Kind kind(@Nullable String state, @Nullable ServerErrorMessage server) {
    if (state == null || state.length() != 5) {
      return Kind.OTHER;
    }
    return switch (state) {
      case "23505", "23P01" -> Kind.DUPLICATE_KEY;
      case "23503", "23001" -> Kind.FOREIGN_KEY;
      case "23502" -> Kind.NOT_NULL;
      case "23514" -> Kind.CHECK;
      case "22001" -> Kind.TEXT_TOO_LONG;
      case "22003", "22008", "22012" -> Kind.OUT_OF_RANGE;
      case "22021", "22P02", "22P03", "22P05", "22007" -> Kind.UNSTORABLE_VALUE;
      case "40001", "40P01" -> Kind.CONFLICT;
      case "0A000" -> isStalePlan(server) ? Kind.CONFLICT : Kind.OTHER;
      case "55P03" -> Kind.LOCK_TIMEOUT;
      case "57014" -> Kind.CANCELLED;
      case "25006" -> Kind.READ_ONLY_TRANSACTION;
      case "28P01", "28000" -> Kind.AUTHENTICATION_FAILED;
      case "42501" -> Kind.PERMISSION_DENIED;
      case "42P01", "42703", "3F000", "42704" -> Kind.SCHEMA_MISMATCH;
      case "53100", "53200" -> Kind.STORAGE_FULL;
      case "XX001", "XX002" -> Kind.DATABASE_CORRUPT;
      case "53300", "3D000", "25P03", "57P01", "57P02", "57P03", "57P04", "57P05" ->
        Kind.CONNECTION_FAILED;
      default -> state.startsWith("08") ? Kind.CONNECTION_FAILED : Kind.OTHER;
    };
  }

  /**
   * Somebody changed a table since the statement was prepared on this connection. The message is
   * translated into the server's language, the name of the routine is not.
   */
  private static boolean isStalePlan(@Nullable ServerErrorMessage server) {
    return server != null && "RevalidateCachedQuery".equals(server.getRoutine());
  }

  /** Data exceptions quote the value; a program's own errors may say anything. */
  private static boolean mayHoldValues(@Nullable String state) {
    if (state == null) {
      return true;
    }
    boolean data = state.startsWith("22") && !state.equals("22001") && !state.equals("22012");
    return data || state.startsWith("P0") || state.startsWith("XX");
  }

  private static @Nullable String ownWords(Kind kind, @Nullable String message) {
    return kind == Kind.CONNECTION_FAILED || kind == Kind.AUTHENTICATION_FAILED ? message : null;
  }
}
