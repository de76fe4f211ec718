package orm.jfr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;

/**
 * Listens to statements, transactions and connections while something records: whoever listens
 * costs each statement an object, and most containers record nothing most of the time.
 */
@Component(
    service = {},
    immediate = true)
public final class Recordings implements FlightRecorderListener {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final BundleContext context;
  private final StatementEvents statements = new StatementEvents();
  private final TransactionEvents transactions = new TransactionEvents();
  private final PoolEvents pool = new PoolEvents();

  /** Guarded by this object, like all below. */
  private final Set<Recording> running = new HashSet<>();

  private final List<ServiceRegistration<?>> registered = new ArrayList<>();

  private boolean ended;

  /**
   * Begins to look for recordings.
   *
   * @param context registers the listeners
   */
  @Activate
  public Recordings(BundleContext context) {
    this.context = context;
  }

  /** Looks at those that run already, if the recorder was ever used. */
  @Activate
  void start() {
    try {
      FlightRecorder.addListener(this);
      if (FlightRecorder.isInitialized()) {
        FlightRecorder.getFlightRecorder().getRecordings().forEach(this::recordingStateChanged);
      }
    } catch (RuntimeException | LinkageError failed) {
      LOG.warn("the flight recorder does not tell of recordings, and gets no statements", failed);
    }
  }

  @Override
  public synchronized void recordingStateChanged(Recording recording) {
    if (recording.getState() == RecordingState.RUNNING) {
      running.add(recording);
    } else {
      running.remove(recording);
    }
    listen(!running.isEmpty());
  }

  private void listen(boolean wanted) {
    if (wanted && registered.isEmpty() && !ended) {
      registered.add(context.registerService(StatementListener.class, statements, null));
      registered.add(context.registerService(TransactionListener.class, transactions, null));
      registered.add(context.registerService(PoolListener.class, pool, null));
    } else if (!wanted && !registered.isEmpty()) {
      registered.forEach(ServiceRegistration::unregister);
      registered.clear();
    }
  }

  @Deactivate
  void deactivate() {
    FlightRecorder.removeListener(this);
    synchronized (this) {
      ended = true;
      listen(false);
    }
    statements.remove();
    transactions.remove();
    pool.remove();
  }
}
