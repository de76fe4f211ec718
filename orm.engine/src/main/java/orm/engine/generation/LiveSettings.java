package orm.engine.generation;

import java.util.Set;
import orm.api.config.DatabaseSettings;

/** Tells the settings that a generation can take while it serves from those that want a new one. */
final class LiveSettings {
  private static final Set<String> LIVE = Set.of(
      "pool.max",
      "pool.wait",
      "pool.idle",
      "pool.lifetime",
      "pool.leak",
      "lock.timeout",
      "statement.timeout",
      "drain.timeout",
      "drain.policy",
      "swap.wait",
      "migrate",
      "migrate.modules",
      "migrate.wait",
      "migrate.downgrade",
      "validation.locale",
      "log.values",
      "sql.comments",
      "slow.threshold",
      "statistics",
      "detect.nplusone",
      "detect.index",
      "detect.idle");

  private LiveSettings() {}

  static boolean suffice(DatabaseSettings before, DatabaseSettings after) {
    return LIVE.containsAll(after.differences(before));
  }
}
