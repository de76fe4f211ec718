package orm.migration.file;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the modules bring.
 *
 * @param modules the modules by their names
 */
public record MigrationSet(SortedMap<String, Module> modules) {
  /**
   * What one module brings.
   *
   * @param name its name
   * @param requires what must have run before anything of it
   * @param versioned what has a number, ascending; without squashed ones
   * @param squashed what stands for several
   * @param repeatable what runs again when it has changed, by name
   * @param seeds rows for a start, by name
   */
  public record Module(
      String name,
      List<Requirement> requires,
      List<MigrationSource> versioned,
      List<MigrationSource> squashed,
      List<MigrationSource> repeatable,
      List<MigrationSource> seeds) {
    /** Copies the lists. */
    public Module {
      requires = List.copyOf(requires);
      versioned = List.copyOf(versioned);
      squashed = List.copyOf(squashed);
      repeatable = List.copyOf(repeatable);
      seeds = List.copyOf(seeds);
    }

    /**
     * Replaces what has a number.
     *
     * @param chosen what is to be used, ascending
     * @return a copy with it, and without squashed ones
     */
    public Module withVersioned(List<MigrationSource> chosen) {
      return new Module(name, requires, chosen, List.of(), repeatable, seeds);
    }
  }

  /**
   * Makes a set of modules.
   *
   * @param modules the modules by their names
   * @return the set
   */
  public static MigrationSet of(Map<String, Module> modules) {
    return new MigrationSet(new TreeMap<>(modules));
  }
}
