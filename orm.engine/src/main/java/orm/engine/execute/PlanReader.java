package orm.engine.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.engine.execute.Executor.Call;
import orm.engine.eyes.SentStatement;
import orm.spi.listen.StatementEvent;

/**
 * Asks how a database runs a statement that has run, on the connection that it ran on. Safe for use
 * by several threads.
 */
public final class PlanReader {
  private static final Logger LOG = LoggerFactory.getLogger(PlanReader.class);

  /** Whoever waits for a plan has waited for the statement already. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final String explain;
  private final Watchdog watchdog;

  /**
   * Makes a reader.
   *
   * @param explain what stands before a statement to get its plan
   * @param watchdog cancels what takes too long
   */
  public PlanReader(String explain, Watchdog watchdog) {
    this.explain = explain;
    this.watchdog = watchdog;
  }

  /** The lines of the plan; none where the database does not give one. */
  List<String> read(Call call, SentStatement seen) {
    if (seen.kind() == StatementEvent.Kind.OTHER) {
      return List.of();
    }
    Connection connection = call.connection();
    try {
      if (connection.getAutoCommit()) {
        return lines(connection, seen);
      }
      // What is refused would end the transaction, on PostgreSQL.
      Savepoint before = connection.setSavepoint();
      try {
        return lines(connection, seen);
      } catch (SQLException | RuntimeException refused) {
        connection.rollback(before);
        throw refused;
      } finally {
        connection.releaseSavepoint(before);
      }
    } catch (SQLException | RuntimeException refused) { // its words may hold values
      LOG.debug("no plan of {}, because of a {}", seen.sql(), refused.getClass().getName());
      return List.of();
    }
  }

  private List<String> lines(Connection connection, SentStatement seen) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(explain + seen.sql())) {
      Watchdog.Guard guard = watchdog.watch(statement, MOST_NANOS);
      try (guard) {
        seen.bindAgain(statement);
        try (ResultSet rows = statement.executeQuery()) {
          int last = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            lines.add(String.valueOf(rows.getString(last)));
          }
        }
      }
    }
    return lines;
  }
}
