package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import orm.api.Database;
import orm.api.migration.MigrationModule;

/** What happens to a database is told to who subscribes to topics. */
class EventsIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private ServiceRegistration<EventHandler> handler;
  private ServiceRegistration<MigrationModule> module;

  @BeforeEach
  void listen() {
    handler = container
        .context()
        .registerService(
            EventHandler.class,
            events::add,
            FrameworkUtil.asDictionary(Map.of(
                EventConstants.EVENT_TOPIC, new String[] {"orm/generation/*", "orm/migration/*"})));
    module = container
        .context()
        .registerService(MigrationModule.class, MigrationModule.of("itest", EventsIT.class), null);
  }

  @AfterEach
  void leave() {
    handler.unregister();
    module.unregister();
  }

  private Database open(String name) throws Exception {
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of(
        "name",
        name,
        "url",
        "jdbc:sqlite:" + folder.resolve(name + ".db"),
        "migrate",
        "apply",
        "migrate.modules",
        "itest"));
    return watch.come();
  }

  /** The next event of a topic about a database; those before it are dropped. */
  private Event next(String topic, String database) throws InterruptedException {
    while (true) {
      Event event = events.poll(60, TimeUnit.SECONDS);
      assertNotNull(event, () -> "there is no event " + topic);
      if (event.getTopic().equals(topic) && database.equals(event.getProperty("orm.database"))) {
        return event;
      }
    }
  }

  @Test
  void generationsAndMigrationsAreTold() throws Exception {
    String name = container.name("told");
    Database db = open(name);
    assertEquals(name, db.name());

    Event serving = next("orm/generation/SERVING", name);
    assertEquals("sqlite", serving.getProperty("orm.dialect"));
    assertEquals(1, serving.getProperty("generation"));
    Event begun = next("orm/migration/BEGIN", name);
    assertEquals("itest", begun.getProperty("module"));
    Event done = next("orm/migration/DONE", name);
    assertEquals("1", done.getProperty("migration"));
    assertEquals("note", done.getProperty("name"));
    assertEquals("UP", done.getProperty("direction"));
    assertFalse(List.of(done.getPropertyNames()).contains("text"));
  }

  @Test
  void nothingNeedsTheBundle() throws Exception {
    Bundle publisher = container.bundle("orm.events");
    Bundle admin = container.bundle("org.apache.felix.eventadmin");
    admin.stop();
    try {
      Database without = open(container.name("silent"));
      without.script("INSERT INTO note VALUES (1)");
      publisher.stop();
      String other = container.name("other");
      Database second = open(other);
      second.script("INSERT INTO note VALUES (1)");
    } finally {
      admin.start();
    }
  }
}
