package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import orm.api.Database;

/** The flight recorder tells of swaps, pauses and drains, with no setting of the framework. */
class FlightRecorderIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final BlockingQueue<RecordedEvent> events = new LinkedBlockingQueue<>();

  @Test
  void recordingsHaveSwapsPausesAndDrains() throws Exception {
    String name = container.name("jfr");
    try (RecordingStream recording = new RecordingStream()) {
      recording.setReuse(false);
      recording.onEvent(event -> {
        if (event.hasField("database") && name.equals(event.getString("database"))) {
          events.add(event);
        }
      });
      recording.startAsync();

      Map<String, Object> settings = new HashMap<>();
      settings.put("name", name);
      settings.put("url", "jdbc:sqlite:" + folder.resolve("one.db"));
      ServiceWatch<Database> database = container.watch(name);
      Configuration configuration = container.configure(settings);
      Database unused = database.come();
      assertEquals("sqlite", next("orm.Swap", 1).getString("dialect"));

      settings.put("url", "jdbc:sqlite:" + folder.resolve("two.db"));
      TestContainer.update(configuration, settings);
      next("orm.Swap", 2);
      next("orm.Drain", 1);

      Bundle dialect = container.bundle("orm.dialect.sqlite");
      dialect.stop();
      dialect.start();
      next("orm.PauseBegin", 2);
      next("orm.Drain", 2);
      next("orm.Swap", 3);
      RecordedEvent pause = next("orm.Pause", 3);
      assertTrue(pause.getDuration("took").toNanos() > 0, pause::toString);
    }
  }

  private RecordedEvent next(String type, long generation) throws InterruptedException {
    RecordedEvent event = events.poll(60, TimeUnit.SECONDS);
    assertNotNull(event, () -> "no event " + type);
    assertEquals(type, event.getEventType().getName(), event::toString);
    assertEquals(generation, event.getLong("generation"), event::toString);
    return event;
  }
}
