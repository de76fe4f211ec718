package orm.engine.lifecycle;

import java.util.ArrayList;
import java.util.List;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;

/**
 * What happens to rows beside their statements. Each part follows the plugins as they come and go.
 *
 * @param listeners are told of rows
 * @param generators tell who writes, and make keys
 */
public record Lifecycle(RowListeners listeners, Generators generators) {
  /** Begins with nothing. */
  public Lifecycle() {
    this(new RowListeners(), new Generators());
  }

  /**
   * Begins with plugins that stay.
   *
   * @param listeners are told of rows
   * @param actors tell who writes; the first one does
   * @param generators make keys
   * @return the lifecycle
   */
  @SuppressWarnings("rawtypes") // the type of a service is a class
  public static Lifecycle of(
      List<RowListener> listeners, List<ActorSource> actors, List<KeyGenerator> generators) {
    Lifecycle made = new Lifecycle();
    List<RowListener<?>> typed = new ArrayList<>();
    listeners.forEach(typed::add);
    made.listeners().use(typed);
    made.generators().use(actors.isEmpty() ? null : actors.get(0));
    List<KeyGenerator<?>> keys = new ArrayList<>();
    generators.forEach(keys::add);
    made.generators().use(keys);
    return made;
  }
}
