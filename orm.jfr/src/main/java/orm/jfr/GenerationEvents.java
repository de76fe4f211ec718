package orm.jfr;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import orm.jfr.FlightEvent.Field;
import orm.spi.listen.GenerationEvent;
import orm.spi.listen.GenerationListener;

/** Swaps, pauses and drains: an event for each kind of {@link GenerationEvent}. */
@Component
public final class GenerationEvents implements GenerationListener {
  private final Map<GenerationEvent.Kind, FlightEvent> events =
      new EnumMap<>(GenerationEvent.Kind.class);

  /** Called by the component runtime. */
  @Activate
  public GenerationEvents() {
    for (GenerationEvent.Kind kind : GenerationEvent.Kind.values()) {
      events.put(kind, event(kind));
    }
  }

  private static FlightEvent event(GenerationEvent.Kind kind) {
    return switch (kind) {
      case SERVING ->
        event(
            "orm.Swap",
            "Swap",
            "A generation has taken over",
            "Provider of the Dialect",
            "Time to Open, Fill and Check");
      case REFUSED ->
        event(
            "orm.SwapRefused",
            "Swap Refused",
            "A generation could not be opened or failed its check",
            "Reason",
            "Time to Open");
      case PAUSED ->
        event(
            "orm.PauseBegin",
            "Pause Begin",
            "Calls wait from now on, because nothing can serve them or somebody asked for it",
            "Provider of the Dialect, or Reason",
            "Time");
      case RESUMED ->
        event(
            "orm.Pause",
            "Pause",
            "Calls are let in again after a pause",
            "Reason",
            "Time that Calls Waited");
      case DRAINED ->
        event(
            "orm.Drain",
            "Drain",
            "The last one has left a generation that was replaced, and it is closed",
            "Provider of the Dialect",
            "Time to Drain");
      case OVERDUE ->
        event(
            "orm.DrainOverdue",
            "Drain Overdue",
            "Somebody is in a generation that was replaced for longer than drain.timeout",
            "Provider of the Dialect",
            "Time since It Was Replaced");
    };
  }

  private static FlightEvent event(
      String name, String label, String description, String detail, String took) {
    return new FlightEvent(
        name,
        label,
        description,
        List.of(
            Field.text("database", "Database"),
            Field.number("generation", "Generation"),
            Field.text("dialect", "Dialect"),
            Field.text("detail", detail),
            Field.time("took", took)));
  }

  @Override
  public void changed(GenerationEvent event) {
    FlightEvent known = events.get(event.kind());
    if (known != null) { // a kind of an API that is newer than this bundle
      known.write(
          event.database(),
          (long) event.generation(),
          event.dialect(),
          event.detail(),
          event.took().toNanos());
    }
  }

  @Deactivate
  void deactivate() {
    events.values().forEach(FlightEvent::remove);
  }
}
