package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Carries short messages between the processes that use a database. Keeps no state of its own. */
@ConsumerType
public interface ChangeChannel {
  /** {@return the greatest length of a message, in ASCII characters} */
  int maxLength();

  /**
   * Sends a message when the transaction commits, and not if it is rolled back.
   *
   * @param connection a connection in a transaction
   * @param message ASCII characters, at most {@link #maxLength}
   * @throws SQLException if the database refuses
   */
  void send(Connection connection, String message) throws SQLException;

  /**
   * Lets a connection receive what is sent from now on, its own messages too.
   *
   * @param connection a connection in auto-commit mode, for nothing else
   * @throws SQLException if the database refuses
   */
  void listen(Connection connection) throws SQLException;

  /**
   * Waits for messages.
   *
   * @param connection a connection that listens
   * @param patience how long to wait for the first one; zero for not at all
   * @return what has come, in order; empty if nothing has
   * @throws SQLException if the connection is lost
   */
  List<String> receive(Connection connection, Duration patience) throws SQLException;

  /**
   * Asks the database for a sign of life. What was committed before is received after it.
   *
   * @param connection a connection that listens
   * @param patience how long to wait for the answer
   * @throws SQLException if none comes
   */
  void ping(Connection connection, Duration patience) throws SQLException;
}
