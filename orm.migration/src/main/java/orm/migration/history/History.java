package orm.migration.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;

/** What has run, at one moment. Immutable. */
public final class History {
  /** By module, and then by what names a migration in its module. */
  private final Map<String, Map<String, HistoryRow>> rows = new TreeMap<>();

  /**
   * Makes a history.
   *
   * @param all its rows
   */
  public History(Collection<HistoryRow> all) {
    all.forEach(
        row -> rows.computeIfAbsent(row.module(), name -> new TreeMap<>()).put(row.id(), row));
  }

  /**
   * Finds a migration.
   *
   * @param module the module
   * @param id what names it there
   * @return what is known of it
   */
  public Optional<HistoryRow> find(String module, String id) {
    return Optional.ofNullable(rows.getOrDefault(module, Map.of()).get(id));
  }

  /**
   * Finds all of a module.
   *
   * @param module the module
   * @return its rows
   */
  public List<HistoryRow> of(String module) {
    return List.copyOf(rows.getOrDefault(module, Map.of()).values());
  }

  /** {@return every row} */
  public List<HistoryRow> all() {
    List<HistoryRow> all = new ArrayList<>();
    rows.values().forEach(module -> all.addAll(module.values()));
    return all;
  }

  /**
   * Finds where a module stands.
   *
   * @param module the module
   * @return its highest applied version, a baseline among them; {@link MigrationVersion#NONE} for
   *     none
   */
  public MigrationVersion version(String module) {
    return of(module).stream()
        .filter(HistoryRow::isApplied)
        .map(HistoryRow::version)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.NONE);
  }

  /**
   * Finds the version at which the history of a module begins.
   *
   * @param module the module
   * @return its baseline; {@link MigrationVersion#NONE} for none
   */
  public MigrationVersion baseline(String module) {
    return of(module).stream()
        .filter(row -> row.kind() == MigrationKind.BASELINE)
        .map(HistoryRow::version)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.NONE);
  }

  /** {@return the number of the next run} */
  public int nextPosition() {
    return 1 + all().stream().mapToInt(HistoryRow::position).max().orElse(0);
  }
}
