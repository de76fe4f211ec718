package orm.engine.eyes;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import orm.api.config.DatabaseSettings;
import orm.api.config.LogValues;
import orm.api.config.SqlComments;

/**
 * What is looked for now; read from the settings once, because each statement asks.
 *
 * @param slowNanos from how long on a statement is slow; 0 for never
 * @param repeats how often one line may send a statement in a transaction; 0 for any number
 * @param index whether foreign keys of slow tables are looked at
 * @param idleNanos how long a transaction may send nothing; 0 for any time
 * @param leakNanos how long a transaction may keep its connection; 0 for any time
 * @param statistics whether times are kept
 * @param comments whether statements tell where they come from
 * @param allValues whether values that belong to no column are shown
 * @param statements whether statements are looked at for any of these
 */
record Focus(
    long slowNanos,
    int repeats,
    boolean index,
    long idleNanos,
    long leakNanos,
    boolean statistics,
    boolean comments,
    boolean allValues,
    boolean statements) {
  /** The settings that this is made of. */
  static final Set<String> KEYS = Set.of(
      "log.values",
      "sql.comments",
      "slow.threshold",
      "statistics",
      "detect.nplusone",
      "detect.index",
      "detect.idle",
      "pool.leak");

  static Focus of(DatabaseSettings settings) {
    long slow = settings.slowThreshold().toNanos();
    boolean statistics = settings.statistics();
    boolean comments = settings.sqlComments() == SqlComments.CALLSITE;
    return new Focus(
        slow,
        settings.detectNPlusOne(),
        settings.detectIndex(),
        settings.detectIdle().toNanos(),
        settings.poolLeak().toNanos(),
        statistics,
        comments,
        settings.logValues() == LogValues.ALL,
        slow > 0 || statistics || comments);
  }

  /** Whether transactions are looked at. */
  boolean transactions() {
    return repeats > 0 || timed();
  }

  /** Whether transactions are looked at from time to time. */
  boolean timed() {
    return idleNanos > 0 || leakNanos > 0;
  }

  static Map<String, String> shown(DatabaseSettings settings) {
    Map<String, String> shown = new TreeMap<>();
    shown.put("log.values", lower(settings.logValues()));
    shown.put("sql.comments", lower(settings.sqlComments()));
    shown.put("slow.threshold", time(settings.slowThreshold()));
    shown.put("statistics", settings.statistics() ? "on" : "off");
    shown.put("detect.nplusone", String.valueOf(settings.detectNPlusOne()));
    shown.put("detect.index", settings.detectIndex() ? "on" : "off");
    shown.put("detect.idle", time(settings.detectIdle()));
    shown.put("pool.leak", time(settings.poolLeak()));
    return shown;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String time(Duration time) {
    return time.isZero() ? "0" : time.toMillis() + "ms";
  }
}
