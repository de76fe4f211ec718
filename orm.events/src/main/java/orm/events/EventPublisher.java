package orm.events;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.migration.MigrationEvent;
import orm.api.migration.MigrationListener;
import orm.spi.listen.GenerationEvent;
import orm.spi.listen.GenerationListener;

/**
 * Posts events, and never waits for those who handle them: calls may wait for the thread that tells
 * of a generation.
 */
@Component(service = {GenerationListener.class, MigrationListener.class})
public final class EventPublisher implements GenerationListener, MigrationListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

  private static final String GENERATION = "orm/generation/";
  private static final String MIGRATION = "orm/migration/";

  private final EventAdmin admin;

  /** Called by the component runtime. */
  @Activate
  public EventPublisher(@Reference EventAdmin admin) {
    this.admin = admin;
  }

  @Override
  public void changed(GenerationEvent event) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("orm.database", event.database());
    properties.put("orm.dialect", event.dialect());
    properties.put("generation", event.generation());
    properties.put("detail", event.detail());
    properties.put("took.millis", event.took().toMillis());
    post(GENERATION + event.kind(), properties);
  }

  /** The text of a statement may hold rows, and stays where it is. */
  @Override
  public void on(MigrationEvent event) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("orm.database", event.database());
    putIfKnown(properties, "module", event.module());
    putIfKnown(properties, "migration", event.id());
    putIfKnown(properties, "name", event.name());
    putIfKnown(properties, "direction", event.direction());
    properties.put("step", event.step());
    properties.put("steps", event.steps());
    properties.put("elapsed.millis", event.elapsed().toMillis());
    post(MIGRATION + event.type(), properties);
  }

  private static void putIfKnown(
      Map<String, Object> properties, String key, @Nullable Object value) {
    if (value != null) {
      properties.put(key, value.toString());
    }
  }

  private void post(String topic, Map<String, Object> properties) {
    try {
      admin.postEvent(new Event(topic, properties));
    } catch (RuntimeException stopped) { // would end a migration
      LOG.warn(
          "{} of database {} was not published", topic, properties.get("orm.database"), stopped);
    }
  }
}
