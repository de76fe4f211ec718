package orm.spi.listen;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what becomes of the generations of a database, on the thread that swaps them and while
 * calls may wait for it: it must be quick and must not use the database. What it throws is logged
 * and goes no further.
 */
@ConsumerType
@FunctionalInterface
public interface GenerationListener {
  /**
   * Takes note of a change.
   *
   * @param event what happened
   */
  void changed(GenerationEvent event);
}
