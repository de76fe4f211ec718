package orm.engine.generation;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The data source of a dialect as the pool sees it. The pool would set the time that a login may
 * take to its own patience, which is another thing: {@code connect.timeout} is the dialect's
 * business. It counts the connections that are open; the pool knows only those that it has not
 * thrown away. Safe for use by several threads.
 */
final class DialectDataSource implements DataSource {
  private final DataSource source;

  /** Connections that were made, without most of those that are closed; guarded by this. */
  private final List<Connection> made = new ArrayList<>();

  DialectDataSource(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return counted(source.getConnection(user, password));
  }

  private synchronized Connection counted(Connection connection) {
    made.removeIf(DialectDataSource::isClosed);
    made.add(connection);
    return connection;
  }

  /** {@return how many connections are open} */
  synchronized int open() {
    made.removeIf(DialectDataSource::isClosed);
    return made.size();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException unusable) {
      return true;
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // the dialect has set it from connect.timeout
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return Math.max(1, source.getLoginTimeout()); // also how long a closing pool waits for a login
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }

  @Override
  public String toString() {
    return "the data source of a dialect"; // the pool logs it; the source may name user or password
  }
}
