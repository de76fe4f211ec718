package orm.example.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/** Keeps the statements that ran on the database of the tour. */
@Component(service = {StatementListener.class, SqlLog.class})
public final class SqlLog implements StatementListener {

  private final Queue<StatementEvent> events = new ConcurrentLinkedQueue<>();

  /** Called by the component runtime. */
  @Activate
  public SqlLog() {}

  @Override
  public void executed(StatementEvent event) {
    if (event.database().equals(Tour.DATABASE)) {
      events.add(event);
    }
  }

  /** Returns what ran since the last call. */
  List<StatementEvent> take() {
    List<StatementEvent> taken = new ArrayList<>();
    for (StatementEvent event = events.poll(); event != null; event = events.poll()) {
      taken.add(event);
    }
    return taken;
  }
}
