package orm.itest;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
import orm.api.Tx;

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
        if (event.hasField("generation") && name.equals(event.getString("database"))) {
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

  @Test
  void recordingsHaveStatementsTransactionsAndWaits() throws Exception {
    String name = container.name("jfr");
    try (RecordingStream recording = new RecordingStream()) {
      recording.setReuse(false);
      for (String type : List.of("orm.PoolWait", "orm.Statement", "orm.Transaction")) {
        recording.onEvent(type, event -> {
          if (name.equals(event.getString("database")) && isAsked(event)) {
            events.add(event);
          }
        });
      }
      recording.startAsync();
      ServiceWatch<Database> database = container.watch(name);
      container.configure(Map.of("name", name, "url", "jdbc:sqlite::memory:"));
      Database db = database.come();
      db.inTransaction(
          Tx.readCommitted().label("asked"), tx -> tx.sql("SELECT 7").result(1));

      Map<String, RecordedEvent> found = new HashMap<>();
      while (found.size() < 3) {
        RecordedEvent event = events.poll(60, TimeUnit.SECONDS);
        assertNotNull(event, () -> "only " + found.keySet());
        found.put(event.getEventType().getName(), event);
      }
      RecordedEvent statement = requireNonNull(found.get("orm.Statement"));
      RecordedEvent transaction = requireNonNull(found.get("orm.Transaction"));
      assertEquals(transaction.getLong("transaction"), statement.getLong("transaction"));
      assertEquals("COMMITTED", transaction.getString("outcome"));
      assertEquals(1, transaction.getLong("statements"));
      String line = statement.getString("callSite");
      assertTrue(line.startsWith("orm.itest.FlightRecorderIT.recordingsHaveStatements"), line);
      assertTrue(statement.getDuration("took").toNanos() > 0);
    }
  }

  private static boolean isAsked(RecordedEvent event) {
    return switch (event.getEventType().getName()) {
      case "orm.Statement" -> event.getString("sql").equals("SELECT 7");
      case "orm.Transaction" -> event.getString("label").equals("asked");
      default -> true;
    };
  }

  private RecordedEvent next(String type, long generation) throws InterruptedException {
    RecordedEvent event = events.poll(60, TimeUnit.SECONDS);
    assertNotNull(event, () -> "no event " + type);
    assertEquals(type, event.getEventType().getName(), event::toString);
    assertEquals(generation, event.getLong("generation"), event::toString);
    return event;
  }
}
