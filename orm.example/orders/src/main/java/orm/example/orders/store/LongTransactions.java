package orm.example.orders.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.listen.TransactionEvent;
import orm.spi.listen.TransactionListener;

/** Tells of transactions that kept others waiting, with the line that began each. */
@Component
public final class LongTransactions implements TransactionListener {
  private static final Logger LOG = System.getLogger(LongTransactions.class.getName());
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Called by the component runtime. */
  @Activate
  public LongTransactions() {}

  @Override
  public void changed(TransactionEvent event) {
    if (event.nanos() >= LONG_NANOS) { // it is 0 where one begins
      LOG.log(
          Level.WARNING,
          "{0} statements in {1} ms, {2}, from {3}",
          event.statements(),
          TimeUnit.NANOSECONDS.toMillis(event.nanos()),
          event.kind(),
          event.callSite());
    }
  }
}
