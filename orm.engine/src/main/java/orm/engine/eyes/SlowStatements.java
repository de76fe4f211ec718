package orm.engine.eyes;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import orm.api.admin.SlowStatement;

/** The slowest statements, by their text. Safe for use by several threads. */
final class SlowStatements {
  private static final int MOST = 50;

  /** A plan changes with the rows, but asking for it takes a round trip. */
  private static final long PLAN_KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    final String sql;
    long count;
    long worst;
    long rows;
    Instant at = Instant.EPOCH;

    @Nullable
    String site;

    List<String> plan = List.of();
    long planned;

    Entry(String sql) {
      this.sql = sql;
    }

    SlowStatement shown() {
      return new SlowStatement(
          sql, count, Duration.ofNanos(worst), rows, at, Optional.ofNullable(site), plan);
    }
  }

  /** Adds a statement, and tells whether its plan is wanted. */
  synchronized boolean add(SentStatement statement, @Nullable String site) {
    Entry entry = entries.computeIfAbsent(statement.sql(), Entry::new);
    entry.count++;
    if (statement.nanos() > entry.worst) {
      entry.worst = statement.nanos();
      entry.rows = statement.rows();
      entry.at = statement.started();
      entry.site = site;
    }
    if (entries.size() > MOST) {
      entries.values().stream()
          .min(Comparator.comparingLong(each -> each.worst))
          .ifPresent(least -> entries.remove(least.sql));
    }
    long now = System.nanoTime();
    boolean wanted = entry.planned == 0 || now - entry.planned > PLAN_KEPT_NANOS;
    if (wanted) {
      entry.planned = now == 0 ? 1 : now;
    }
    return wanted;
  }

  synchronized void plan(String sql, List<String> plan) {
    Entry entry = entries.get(sql);
    if (entry != null && !plan.isEmpty()) {
      entry.plan = plan;
    }
  }

  synchronized List<SlowStatement> shown() {
    return entries.values().stream()
        .map(Entry::shown)
        .sorted(Comparator.comparing(SlowStatement::worst).reversed())
        .toList();
  }

  synchronized void clear() {
    entries.clear();
  }
}
