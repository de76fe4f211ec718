package orm.jfr;

import java.util.List;
import java.util.Objects;
import orm.jfr.FlightEvent.Field;
import orm.spi.listen.TransactionEvent;
import orm.spi.listen.TransactionListener;

/** Transactions that have ended: {@code orm.Transaction}. */
final class TransactionEvents implements TransactionListener {
  private final FlightEvent transaction = new FlightEvent(
      "orm.Transaction",
      "Transaction",
      "A transaction has ended",
      List.of(
          Field.text("database", "Database"),
          Field.number("transaction", "Transaction"),
          Field.text("label", "Label"),
          Field.text("outcome", "Outcome"),
          Field.number("statements", "Statements"),
          Field.number("rows", "Rows"),
          Field.text("callSite", "Line that Called"),
          Field.text("error", "Error"),
          Field.time("took", "Time")));

  @Override
  public void changed(TransactionEvent event) {
    if (event.kind() != TransactionEvent.Kind.BEGUN && transaction.isRecorded()) {
      transaction.write(
          event.database(),
          event.transaction(),
          event.label(),
          event.kind().name(),
          event.statements(),
          event.rows(),
          Objects.toString(event.callSite(), ""),
          StatementEvents.error(event.error()),
          event.nanos());
    }
  }

  /** Takes the kind of event away. */
  void remove() {
    transaction.remove();
  }
}
