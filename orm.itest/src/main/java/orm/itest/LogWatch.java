package orm.itest;

import static org.junit.jupiter.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Reads along what a bundle of ours tells the log, instead of the console. */
final class LogWatch implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final List<String> lines = new ArrayList<>();
  private final Logger logger;
  private final @Nullable Level level;
  private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      String line = event.getLevel() + " " + event.getFormattedMessage()
          + (thrown == null ? "" : " " + thrown.getMessage());
      synchronized (lines) {
        lines.add(line);
        lines.notifyAll();
      }
    }
  };

  LogWatch(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    level = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
  }

  /** The first line with all of these parts, as soon as it is written. */
  String line(String... parts) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    synchronized (lines) {
      while (true) {
        for (String line : lines) {
          if (List.of(parts).stream().allMatch(line::contains)) {
            return line;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          fail("No line with " + List.of(parts) + " in " + lines);
        }
        lines.wait(left);
      }
    }
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(level);
  }
}
