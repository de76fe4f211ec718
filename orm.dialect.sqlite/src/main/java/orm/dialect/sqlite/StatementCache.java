package orm.dialect.sqlite;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection that nobody uses at the moment. The one that was given back
 * longest ago goes first. Not safe for use by several threads.
 */
final class StatementCache {
  private final int size;
  private final Map<String, KeptStatement> free = new LinkedHashMap<>();

  StatementCache(int size) {
    this.size = size;
  }

  /** Takes a statement out; null if there is none with this text, or all are in use. */
  @Nullable
  KeptStatement take(String text) {
    KeptStatement statement = free.remove(text);
    return statement == null || statement.isGone() ? null : statement;
  }

  /** Takes a statement back, or closes it where it cannot be kept. */
  void giveBack(KeptStatement statement) throws SQLException {
    if (statement.isGone()) {
      return;
    }
    if (size == 0) {
      statement.close();
      return;
    }
    KeptStatement other = free.put(statement.text(), statement);
    if (other != null) {
      other.close(); // two were in use at once
    } else if (free.size() > size) {
      Iterator<KeptStatement> eldest = free.values().iterator();
      KeptStatement oldest = eldest.next();
      eldest.remove();
      oldest.close();
    }
  }
}
