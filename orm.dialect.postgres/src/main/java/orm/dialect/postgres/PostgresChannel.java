package orm.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import orm.spi.dialect.ChangeChannel;

/**
 * NOTIFY and LISTEN on one channel of the database. The server delivers at commit, in the order of
 * commits; see the manual, "NOTIFY".
 */
final class PostgresChannel implements ChangeChannel {
  private static final String NAME = "orm_changes";

  /** A payload must be shorter than 8000 bytes. */
  private static final int MAX_LENGTH = 7_900;

  @Override
  public int maxLength() {
    return MAX_LENGTH;
  }

  @Override
  public void send(Connection connection, String message) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_notify('" + NAME + "', ?)")) {
      statement.setString(1, message);
      statement.execute();
    }
  }

  @Override
  public void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + NAME);
    }
  }

  @Override
  public List<String> receive(Connection connection, Duration patience) throws SQLException {
    PGConnection driver = connection.unwrap(PGConnection.class);
    // to the driver 0 means for ever
    PGNotification[] come = patience.isZero()
        ? driver.getNotifications()
        : driver.getNotifications(Math.max(1, Math.toIntExact(patience.toMillis())));
    List<String> messages = new ArrayList<>();
    if (come != null) {
      for (PGNotification one : come) {
        messages.add(one.getParameter());
      }
    }
    return messages;
  }

  @Override
  public void ping(Connection connection, Duration patience) throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, Math.max(1, Math.toIntExact(patience.toMillis())));
    if (!connection.isValid(0)) {
      throw new SQLException("the server does not answer", "08006");
    }
    connection.setNetworkTimeout(Runnable::run, before);
  }
}
