package orm.spi.dialect;

import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Guards of one transaction that changes the schema, made before it begins. Belongs to one
 * connection and one thread.
 */
@ConsumerType
public interface GuardWatch extends AutoCloseable {
  /**
   * Remembers what is there. Called when the transaction has begun, before its first statement.
   *
   * @throws SQLException if the database refuses to be asked
   */
  void begun() throws SQLException;

  /**
   * Checks, at the end of the transaction, that all that was promised holds. The caller rolls back
   * where it does not.
   *
   * @throws orm.api.error.OrmException if a guard is broken; says which and by what
   * @throws SQLException if the database refuses to be asked
   */
  void check() throws SQLException;

  /**
   * Brings the connection back to the state that it was in. Called after commit or rollback.
   *
   * @throws SQLException if the database refuses; the connection must not be used any more
   */
  @Override
  void close() throws SQLException;
}
