package orm.spi.listen;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of every statement that the engine sends, after it ended, on the thread that ran it.
 *
 * <p>It must be quick and must not use the database. What it throws is logged and goes no further,
 * because the statement has run; one that throws ten times in a row is told no more until it is
 * registered anew.
 */
@ConsumerType
@FunctionalInterface
public interface StatementListener {
  /**
   * Takes note of a statement.
   *
   * @param event what ran
   */
  void executed(StatementEvent event);
}
