package orm.dialect.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Stored values by storage class: what SQLite would convert silently is refused. */
final class Cells {
  private Cells() {}

  static long integer(ResultSet rows, int index) throws SQLException {
    Object stored = rows.getObject(index);
    if (stored == null) {
      return 0;
    }
    if (stored instanceof Integer || stored instanceof Long) {
      return ((Number) stored).longValue();
    }
    throw wrongKind("an integer", stored);
  }

  static @Nullable String text(ResultSet rows, int index) throws SQLException {
    Object stored = rows.getObject(index);
    if (stored == null || stored instanceof String) {
      return (String) stored;
    }
    throw wrongKind("a text", stored);
  }

  static SQLException wrongKind(String wanted, Object stored) {
    String found = stored instanceof String
        ? "a text"
        : stored instanceof byte[] ? "a blob" : stored instanceof Double ? "a real" : "an integer";
    return new SQLException("the stored value is " + found + " instead of " + wanted);
  }
}
