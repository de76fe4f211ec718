package orm.dialect.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Statement;

/** The driver's statement without parameters, in the transactions of our connection. */
final class SqliteStatement extends JDBC4Statement {
  private final SqliteConnection connection;
  private @Nullable PreparedStatement query;

  SqliteStatement(SqliteConnection connection) {
    super(connection);
    this.connection = connection;
  }

  /** Rows as a prepared statement gives them; the text is compiled for this once. */
  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    closeQuery();
    PreparedStatement once = connection.prepareOnce(sql);
    query = once;
    return once.executeQuery();
  }

  /** Runs all statements of a script; the driver would run the first one only. */
  @Override
  public boolean execute(String sql) throws SQLException {
    if (StatementText.isScript(sql)) {
      executeLargeUpdate(sql);
      return false;
    }
    connection.beforeStatement(false);
    return super.execute(sql);
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    connection.beforeStatement(false);
    return super.executeUpdate(sql);
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    connection.beforeStatement(false);
    return super.executeLargeUpdate(sql);
  }

  @Override
  public int[] executeBatch() throws SQLException {
    connection.beforeStatement(false);
    return super.executeBatch();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    connection.beforeStatement(false);
    return super.executeLargeBatch();
  }

  @Override
  public void close() throws SQLException {
    closeQuery();
    super.close();
  }

  private void closeQuery() throws SQLException {
    PreparedStatement last = query;
    query = null;
    if (last != null) {
      last.close();
    }
  }
}
