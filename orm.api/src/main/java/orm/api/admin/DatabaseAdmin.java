package orm.api.admin;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows and steers what serves one database. Safe for use by several threads.
 *
 * <p>A database is served by one <em>generation</em> at a time: a dialect, its driver, a pool, and
 * all that was prepared for them. When a better dialect comes or the settings change, a new
 * generation takes over; whoever is inside the old one ends there. In OSGi it is a service with the
 * property {@code orm.database}, there as long as the configuration is.
 */
@ProviderType
public interface DatabaseAdmin {
  /** {@return the name of the database} */
  String database();

  /** {@return how calls are met now} */
  DatabaseState state();

  /**
   * {@return the generation that serves, if there is one, and then those that still drain, the
   * youngest first}
   */
  List<GenerationInfo> generations();

  /** {@return the pool of the generation that serves; all zero while none does} */
  PoolInfo pool();

  /** {@return how many calls wait now for a generation, or to be let in} */
  int waiting();

  /** {@return what became of the last attempts to swap, the youngest first, at most twenty} */
  List<SwapInfo> swaps();

  /**
   * Lets no new call or transaction in until {@link #resume}, and waits for those that run. New
   * ones wait, each for at most {@code swap.wait}, and then fail with
   * {@link orm.api.error.DatabasePausedException}. A thread inside a transaction goes on.
   *
   * @param patience how long to wait for those that run
   * @return whether all of them have ended
   */
  boolean quiesce(Duration patience);

  /** Lets calls in again after {@link #quiesce}; does nothing if they are let in already. */
  void resume();

  /** {@return what the database is watched for, and what was seen} */
  DatabaseWatch watch();
}
