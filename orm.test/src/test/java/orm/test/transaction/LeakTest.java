package orm.test.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.LoggerFactory;
import orm.api.Database;
import orm.test.bookshop.Author;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A connection that is held for too long is reported with the place that took it. */
class LeakTest {
  @EachDatabase
  void theLogNamesThePlaceThatTookTheConnection(TestDatabase test) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
      @Override
      protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
      }
    };
    appender.start();
    Logger log = (Logger) LoggerFactory.getLogger("orm.advice");
    log.addAppender(appender);
    try {
      Database db =
          test.open(test.settings().toBuilder().set("pool.leak", "200ms").build());
      db.schema().create(List.of(AUTHOR));
      String report = db.transaction(tx -> {
        tx.insert(AUTHOR, new Author(null, "held", null));
        return assertTimeoutPreemptively(Duration.ofSeconds(20), lines::take);
      });
      assertTrue(report.contains("LeakTest.theLogNamesThePlaceThatTookTheConnection"), report);
      assertEquals(1, db.from(AUTHOR).count());
    } finally {
      log.detachAppender(appender);
    }
  }
}
