package orm.jfr;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.error.OrmException;
import orm.jfr.FlightEvent.Field;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/** Statements, without their values: {@code orm.Statement}. */
final class StatementEvents implements StatementListener {
  private final FlightEvent statement = new FlightEvent(
      "orm.Statement",
      "Statement",
      "A statement was sent to a database",
      List.of(
          Field.text("database", "Database"),
          Field.text("sql", "SQL"),
          Field.text("kind", "Kind"),
          Field.text("entity", "Entity"),
          Field.number("transaction", "Transaction"),
          Field.number("rows", "Rows"),
          Field.text("callSite", "Line that Called"),
          Field.text("error", "Error"),
          Field.time("took", "Time")));

  @Override
  public void executed(StatementEvent event) {
    if (statement.isRecorded()) {
      statement.write(
          event.database(),
          event.sql(),
          event.kind().name(),
          Objects.requireNonNullElse(event.entity(), ""),
          event.transaction(),
          event.rows(),
          Objects.toString(event.callSite(), ""),
          error(event.error()),
          event.nanos());
    }
  }

  /** The words of a driver may hold values. */
  static String error(@Nullable Throwable error) {
    return error == null
        ? ""
        : error instanceof OrmException typed
            ? typed.code().toString()
            : error.getClass().getName();
  }

  /** Takes the kind of event away. */
  void remove() {
    statement.remove();
  }
}
