package orm.migration.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.MigrationPlace;
import orm.api.migration.Migration;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;

/**
 * A migration as its file or class says it.
 *
 * @param module the module that brings it
 * @param id what names it in its module
 * @param version its number; null for repeatable ones and seeds
 * @param name its name
 * @param kind what it is for
 * @param origin the file or class
 * @param plain whether it is a file that knows nothing of this project
 * @param up what it does
 * @param down what undoes it; null for nothing
 * @param requires what must have run before
 * @param replaces the first version that a squashed one stands for; null for others
 * @param checksum tells its text from others
 * @param java the class that does it; null for a file
 */
public record MigrationSource(
    String module,
    String id,
    @Nullable MigrationVersion version,
    String name,
    MigrationKind kind,
    String origin,
    boolean plain,
    Part up,
    @Nullable Part down,
    List<Requirement> requires,
    @Nullable MigrationVersion replaces,
    String checksum,
    @Nullable Migration java) {
  /** Copies the list. */
  public MigrationSource {
    requires = List.copyOf(requires);
  }

  /** {@return where it is, for errors} */
  public MigrationPlace place() {
    return MigrationPlace.of(module, id, origin);
  }

  /** {@return module, id and name for people} */
  public String title() {
    return id.endsWith(name) ? module + " " + id : module + " " + id + " (" + name + ")";
  }

  /** {@return its number, of a versioned one} */
  public MigrationVersion number() {
    return version == null ? MigrationVersion.NONE : version;
  }

  /**
   * Tells whether a squashed one stands for a version.
   *
   * @param other the version
   * @return whether it does
   */
  public boolean replaces(MigrationVersion other) {
    return replaces != null && other.compareTo(replaces) >= 0 && other.compareTo(number()) <= 0;
  }

  MigrationSource withDown(Part part) {
    return new MigrationSource(
        module, id, version, name, kind, origin, plain, up, part, requires, replaces, checksum,
        java);
  }
}
