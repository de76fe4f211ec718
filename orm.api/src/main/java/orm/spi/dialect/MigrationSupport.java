package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What changing a schema needs of one kind of database. Safe for use by several threads.
 *
 * @see Connector#migrationSupport()
 */
@ConsumerType
public interface MigrationSupport {
  /**
   * Takes the lock that only one migrating session of this database can hold, if it is free. Does
   * not wait: whoever waits asks again, and holds nothing meanwhile, neither a transaction nor a
   * snapshot, for which a {@code CREATE INDEX CONCURRENTLY} of the holder would wait.
   *
   * @param holder who takes it, for others to read
   * @return the lock; empty if somebody else holds it
   * @throws SQLException if the database refuses
   */
  Optional<Lock> tryLock(String holder) throws SQLException;

  /**
   * Tells who holds the lock.
   *
   * @return words about the holder; empty if nobody holds it, or nothing is known
   * @throws SQLException if the database refuses
   */
  Optional<String> holder() throws SQLException;

  /** The lock, held by a session that lives as long as it. */
  @ConsumerType
  interface Lock extends AutoCloseable {
    /**
     * Tells whether the session is still there. A server may have cut it.
     *
     * @return whether the lock is held
     */
    boolean isHeld();

    /** Gives the lock back; never throws. */
    @Override
    void close();
  }

  /**
   * Limits how long statements of a connection wait for locks.
   *
   * @param connection the connection
   * @param limit the time; zero for no limit
   * @throws SQLException if the database refuses
   */
  void lockTimeout(Connection connection, Duration limit) throws SQLException;

  /**
   * Tells whether the database refuses a statement inside a transaction, or does nothing there.
   *
   * @param sql the statement
   * @return whether it must run alone
   */
  boolean mustRunAlone(String sql);

  /** What became of a statement during which a session ended. */
  enum Outcome {
    /** It has done its work. */
    DONE,
    /** It has done nothing, or may be run again, or what it left was removed. */
    NOT_DONE,
    /** Nobody can tell. */
    UNKNOWN
  }

  /**
   * Finds out what became of a statement that runs alone, and removes what it left half done.
   *
   * @param connection a connection in auto-commit mode
   * @param sql the statement
   * @return what became of it
   * @throws SQLException if the database refuses
   */
  Outcome outcome(Connection connection, String sql) throws SQLException;

  /**
   * Runs {@code COPY … FROM stdin}.
   *
   * @param connection the connection
   * @param sql the statement
   * @param data the lines behind it
   * @return the number of rows
   * @throws SQLException if the database refuses, or knows no such statement
   */
  long copyIn(Connection connection, String sql, String data) throws SQLException;

  /**
   * Names a table so that it stays the same one when a migration changes where the connection
   * looks.
   *
   * @param connection a connection
   * @param name its name, as it is written without quotes in lower case
   * @return the name with that of the schema in which the connection looks first
   * @throws SQLException if the database refuses
   */
  String qualified(Connection connection, String name) throws SQLException;

  /**
   * Tells whether a table is there.
   *
   * @param connection a connection
   * @param name its name, as it is written without quotes in lower case
   * @return whether it is where the connection looks first
   * @throws SQLException if the database refuses
   */
  boolean hasTable(Connection connection, String name) throws SQLException;

  /** {@return what stands behind the closing parenthesis of a {@code CREATE TABLE}, or nothing} */
  default String tableOptions() {
    return "";
  }
}
