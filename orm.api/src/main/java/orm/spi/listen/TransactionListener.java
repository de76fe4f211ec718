package orm.spi.listen;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told when transactions begin and end, on their thread. Nested ones, which are savepoints, are
 * not told; a single call outside a transaction is none, unless it needs one of its own.
 *
 * <p>It must be quick and must not use the database. What it throws is logged and goes no further;
 * one that throws ten times in a row is told no more until it is registered anew.
 */
@ConsumerType
@FunctionalInterface
public interface TransactionListener {
  /**
   * Takes note of a begin or an end.
   *
   * @param event what happened
   */
  void changed(TransactionEvent event);
}
