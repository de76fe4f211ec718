package orm.engine.eyes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orm.api.admin.StatementInfo;

/** How statements did, by their text; those that ran last are kept. Safe for several threads. */
final class StatementTable {
  private static final int MOST = 1_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
      return size() > MOST;
    }
  };

  private static final class Entry {
    long count;
    long errors;
    long rows;
    long total;
    long max;
  }

  synchronized void add(SentStatement statement) {
    Entry entry = entries.computeIfAbsent(statement.sql(), first -> new Entry());
    entry.count++;
    entry.errors += statement.error() == null ? 0 : 1;
    entry.rows += Math.max(0, statement.rows());
    entry.total += statement.nanos();
    entry.max = Math.max(entry.max, statement.nanos());
  }

  synchronized List<StatementInfo> shown() {
    List<StatementInfo> shown = new ArrayList<>(entries.size());
    entries.forEach((sql, entry) -> shown.add(new StatementInfo(
        sql,
        entry.count,
        entry.errors,
        entry.rows,
        Duration.ofNanos(entry.total),
        Duration.ofNanos(entry.max))));
    shown.sort(Comparator.comparing(StatementInfo::total).reversed());
    return List.copyOf(shown);
  }

  synchronized void clear() {
    entries.clear();
  }
}
