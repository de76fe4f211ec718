package orm.engine.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.OrmException;
import orm.api.error.TimeoutException;
import orm.engine.execute.ColumnBinder.DriverException;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.SentStatement;
import orm.engine.eyes.WatchedTransaction;
import orm.engine.plan.RowShape;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.RowReader;

/**
 * The life of every statement: prepares, runs and closes it; under a time limit where there is one;
 * shows it to who looks, and translates what goes wrong. What is bound and read is decided by
 * {@link RowExecutor} for whole rows, {@link QueryExecutor} for queries and {@link TextExecutor}
 * for text. Safe for use by several threads.
 */
public final class Executor {
  private final ValueCodec codec;
  private final Failures failures;
  private final Eyes eyes;
  private final Watchdog watchdog;
  private final PlanReader plans;

  /**
   * Makes an executor.
   *
   * @param codec how values travel
   * @param failures translates exceptions
   * @param eyes look at what runs
   * @param watchdog cancels what runs too long
   * @param plans asks for the plans of what is slow
   */
  public Executor(
      ValueCodec codec, Failures failures, Eyes eyes, Watchdog watchdog, PlanReader plans) {
    this.codec = codec;
    this.failures = failures;
    this.eyes = eyes;
    this.watchdog = watchdog;
    this.plans = plans;
  }

  /**
   * Where and for what a statement runs.
   *
   * @param connection the connection
   * @param subject what it is about
   * @param limitNanos the time allowed, in nanoseconds; 0 for no limit
   * @param within its transaction, where that is looked at; null otherwise
   */
  public record Call(
      Connection connection,
      Subject subject,
      long limitNanos,
      @Nullable WatchedTransaction within) {}

  /** What is done with a prepared statement; gives the number of rows. */
  interface Task {
    /**
     * Does it.
     *
     * @param statement the statement
     * @param seen takes note of what is bound, before it runs; null while nobody looks
     */
    long run(PreparedStatement statement, @Nullable SentStatement seen) throws SQLException;
  }

  private @Nullable SentStatement look(Call call, String sql) {
    return eyes.statement(sql, call.subject().verb(), call.subject().table(), call.within());
  }

  /**
   * Runs a statement without parameters, such as the definition of a table.
   *
   * @param call where
   * @param sql the text
   */
  public void execute(Call call, String sql) {
    execute(call, sql, sql);
  }

  /**
   * Runs a statement without parameters whose text may hold values that must not be shown.
   *
   * @param call where
   * @param sql the text
   * @param shown what logs and exceptions show of it
   */
  public void execute(Call call, String sql, String shown) {
    SentStatement seen = look(call, shown);
    OrmException error = null;
    try (Statement statement = call.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      execute(call, statement, sql, shown);
    } catch (TimeoutException timeout) {
      error = timeout;
      throw timeout;
    } catch (SQLException failed) {
      error = failures.of(call.subject(), shown, failed);
      throw error;
    } finally {
      if (seen != null) {
        eyes.ended(seen, -1, error, List::of);
      }
    }
  }

  private void execute(Call call, Statement statement, String sql, String shown)
      throws SQLException {
    if (call.limitNanos() == 0) {
      statement.execute(sql);
      return;
    }
    Watchdog.Guard guard = watchdog.watch(statement, call.limitNanos());
    try (guard) {
      statement.execute(sql);
    } catch (SQLException failed) {
      if (guard.fired()) {
        throw timeout(call, shown, failed);
      }
      throw failed;
    }
  }

  /** Reads all rows that a prepared statement gives; returns how many {@code into} then holds. */
  @SuppressWarnings("NullAway") // a null column of a query for one column is a null row
  <T> long readAll(PreparedStatement statement, RowShape shape, RowReader<T> reader, List<T> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      JdbcRow row = new JdbcRow(rows, codec, shape);
      while (row.next()) {
        into.add(reader.read(row));
      }
    }
    return into.size();
  }

  /** The life of a statement. */
  long run(Call call, String sql, Task task) {
    SentStatement seen = look(call, sql);
    String text = seen == null ? sql : eyes.text(seen);
    long rows = -1;
    RuntimeException error = null;
    try {
      rows = call.limitNanos() > 0
          ? runWatched(call, sql, text, task, seen)
          : runFree(call, text, task, seen);
      return rows;
    } catch (SQLException failed) {
      error = failures.of(call.subject(), sql, failed);
      throw error;
    } catch (DriverException failed) {
      error = failures.of(call.subject(), sql, failed.failure());
      throw error;
    } catch (RuntimeException failed) {
      error = failed;
      throw failed;
    } finally {
      if (seen != null) {
        boolean planned = error == null;
        eyes.ended(seen, rows, error, () -> planned ? plans.read(call, seen) : List.of());
      }
    }
  }

  private static long runFree(Call call, String text, Task task, @Nullable SentStatement seen)
      throws SQLException {
    try (PreparedStatement statement = call.connection().prepareStatement(text)) {
      return task.run(statement, seen);
    }
  }

  private long runWatched(
      Call call, String sql, String text, Task task, @Nullable SentStatement seen)
      throws SQLException {
    try (PreparedStatement statement = call.connection().prepareStatement(text)) {
      Watchdog.Guard guard = watchdog.watch(statement, call.limitNanos());
      try (guard) {
        return task.run(statement, seen);
      } catch (SQLException failed) {
        if (guard.fired()) {
          throw timeout(call, sql, failed);
        }
        throw failed;
      }
    }
  }

  private static TimeoutException timeout(Call call, String sql, SQLException cause) {
    return new TimeoutException(Failure.of(ErrorCode.TIMEOUT, call.subject().failed())
        .because("it took longer than the "
            + TimeUnit.NANOSECONDS.toMillis(call.limitNanos())
            + " ms that were left")
        .fix("Raise the time limit, or help the statement with an index.")
        .database(null, cause.getSQLState(), sql)
        .cause(cause));
  }
}
