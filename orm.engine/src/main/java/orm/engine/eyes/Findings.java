package orm.engine.eyes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.admin.Advice;

/** What was found, each thing once. Safe for use by several threads. */
final class Findings {
  private static final Logger LOG = LoggerFactory.getLogger("orm.advice");

  private static final int MOST = 100;

  private final String database;
  private final Map<Key, Advice> found = new LinkedHashMap<>();

  /** What makes two findings the same. */
  private record Key(Advice.Kind kind, String about) {}

  Findings(String database) {
    this.database = database;
  }

  /**
   * Adds a finding, and logs it unless it was found before.
   *
   * @param about what makes it the same as another one
   */
  Advice add(
      Advice.Kind kind,
      String about,
      String what,
      String fix,
      @Nullable String sql,
      @Nullable String site) {
    Key key = new Key(kind, about);
    Advice advice;
    synchronized (this) {
      Advice before = found.remove(key);
      advice = before == null
          ? new Advice(
              kind,
              what,
              fix,
              Optional.ofNullable(sql),
              Optional.ofNullable(site),
              Instant.now(),
              1)
          : new Advice(
              kind,
              before.found(),
              before.fix(),
              before.sql(),
              before.callSite(),
              before.at(),
              before.count() + 1);
      found.put(key, advice); // the last one at the end
      if (found.size() > MOST) {
        found.remove(found.keySet().iterator().next());
      }
    }
    if (advice.count() == 1) {
      LOG.warn("database {}: {}. {}", database, what, fix);
    }
    return advice;
  }

  synchronized List<Advice> shown() {
    List<Advice> shown = new ArrayList<>(found.values());
    Collections.reverse(shown);
    return List.copyOf(shown);
  }

  synchronized void clear() {
    found.clear();
  }
}
