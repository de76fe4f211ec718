package orm.spi.listen;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told how long callers waited for a connection, each time one was taken, on their thread.
 *
 * <p>It must be quick and must not use the database. What it throws is logged and goes no further;
 * one that throws ten times in a row is told no more until it is registered anew.
 */
@ConsumerType
@FunctionalInterface
public interface PoolListener {
  /**
   * Takes note of a connection.
   *
   * @param event how it was had
   */
  void taken(PoolEvent event);
}
