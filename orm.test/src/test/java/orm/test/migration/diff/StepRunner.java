package orm.test.migration.diff;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import orm.api.config.Isolation;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.Connector;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.StepGuard;

/**
 * Runs steps without a file or a history: neighbours that take part in transactions in one, each
 * other one by itself.
 */
final class StepRunner {
  private final Connector connector;

  StepRunner(Connector connector) {
    this.connector = connector;
  }

  void run(Connection connection, List<ChangeStep> steps) throws SQLException {
    int begin = 0;
    while (begin < steps.size()) {
      int end = begin + 1;
      if (steps.get(begin).transactional()) {
        while (end < steps.size() && steps.get(end).transactional()) {
          end++;
        }
        inTransaction(connection, steps.subList(begin, end));
      } else {
        execute(connection, steps.get(begin).sql());
      }
      begin = end;
    }
  }

  private void inTransaction(Connection connection, List<ChangeStep> steps) throws SQLException {
    List<StepGuard> guards = new ArrayList<>();
    steps.forEach(step -> guards.addAll(step.guards()));
    try (GuardWatch watch = connector.changeWriter().watch(connection, guards)) {
      connector.begin(connection, Isolation.READ_COMMITTED, false);
      try {
        watch.begun();
        for (ChangeStep step : steps) {
          execute(connection, step.sql());
        }
        watch.check();
        connection.commit();
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(connection, failure);
        throw failure;
      }
      connector.end(connection, false);
    }
  }

  private void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
      connector.end(connection, false);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
