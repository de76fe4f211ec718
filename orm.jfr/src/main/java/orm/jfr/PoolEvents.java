package orm.jfr;

import java.util.List;
import orm.jfr.FlightEvent.Field;
import orm.spi.listen.PoolEvent;
import orm.spi.listen.PoolListener;

/** How long callers waited for connections: {@code orm.PoolWait}. */
final class PoolEvents implements PoolListener {
  private final FlightEvent wait = new FlightEvent(
      "orm.PoolWait",
      "Pool Wait",
      "A connection was taken from the pool, or could not be had",
      List.of(
          Field.text("database", "Database"),
          Field.number("waiting", "Threads Waiting"),
          Field.text("error", "Error"),
          Field.time("took", "Time")));

  @Override
  public void taken(PoolEvent event) {
    if (wait.isRecorded()) {
      wait.write(
          event.database(),
          (long) event.waiting(),
          StatementEvents.error(event.error()),
          event.nanos());
    }
  }

  /** Takes the kind of event away. */
  void remove() {
    wait.remove();
  }
}
