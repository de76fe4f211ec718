package orm.dialect.sqlite;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections that are ready for use. */
final class SqliteDataSource implements DataSource {
  private final SqliteAddress address;
  private @Nullable PrintWriter log;

  SqliteDataSource(SqliteAddress address) {
    this.address = address;
  }

  /**
   * One at a time: two that turn a new file to write-ahead logging at once are in each other's way.
   */
  @Override
  public synchronized Connection getConnection() throws SQLException {
    Path file = address.file();
    if (file != null) {
      Path folder = file.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw cannotOpen("the folder of " + file + " does not exist");
      }
      if (Files.isDirectory(file)) {
        throw cannotOpen(file + " is a folder");
      }
      if (address.mode() != SqliteAddress.Mode.CREATE && !Files.exists(file)) {
        throw cannotOpen("the file " + file + " does not exist");
      }
    }
    return SqliteConnection.open(address);
  }

  private static SQLException cannotOpen(String why) {
    return new SQLiteException(why, SQLiteErrorCode.SQLITE_CANTOPEN);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite knows no users");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    log = out;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // Opening a file takes no time worth a limit; waiting for its lock has its own.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("this data source does not log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
