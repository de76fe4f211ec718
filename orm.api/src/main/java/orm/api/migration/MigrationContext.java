package orm.api.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** What a migration in Java works with. Only for the thread and the time of the call. */
@ProviderType
public interface MigrationContext {
  /** {@return the name of the database} */
  String database();

  /** {@return the name of the dialect, such as {@code sqlite}} */
  String dialect();

  /**
   * Returns the connection of the run. A transactional migration neither commits nor rolls back.
   *
   * @return the connection; the caller does not close it
   */
  Connection connection();

  /**
   * Runs a statement.
   *
   * @param sql the statement
   * @return the number of rows that it changed
   * @throws SQLException if the database refuses
   */
  int execute(String sql) throws SQLException;
}
