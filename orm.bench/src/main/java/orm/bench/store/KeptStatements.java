package orm.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Statements that stay open with their connection, below the pool, which would close them. They end
 * with their connections.
 */
public final class KeptStatements {
  /** The inner maps belong to whoever has the connection. */
  private final ConcurrentMap<Connection, Map<String, PreparedStatement>> byConnection =
      new ConcurrentHashMap<>();

  /** The statement of a connection that was taken from the pool; not to be closed. */
  public PreparedStatement get(Connection pooled, String sql) throws SQLException {
    Connection physical = pooled.unwrap(Connection.class);
    Map<String, PreparedStatement> kept =
        byConnection.computeIfAbsent(physical, connection -> new HashMap<>());
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = physical.prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }
}
