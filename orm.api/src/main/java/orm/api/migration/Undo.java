package orm.api.migration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to undo. Immutable.
 *
 * @param module the module; null for all
 * @param above the version that stays, with all below it; null where a number of migrations is
 *     meant
 * @param count how many migrations, the last one first; {@link Integer#MAX_VALUE} for all
 */
public record Undo(@Nullable String module, @Nullable MigrationVersion above, int count) {
  /**
   * Checks the number.
   *
   * @param module the module; null for all
   * @param above the version that stays, with all below it; null where a number of migrations is
   *     meant
   * @param count how many migrations
   */
  public Undo {
    if (count < 1) {
      throw new IllegalArgumentException("undo at least one migration, not " + count);
    }
  }

  /**
   * Undoes what ran last, whatever its module.
   *
   * @param count how many migrations
   * @return the request
   */
  public static Undo last(int count) {
    return new Undo(null, null, count);
  }

  /**
   * Undoes what ran last in a module.
   *
   * @param module the module
   * @param count how many migrations
   * @return the request
   */
  public static Undo last(String module, int count) {
    return new Undo(Objects.requireNonNull(module, "module"), null, count);
  }

  /**
   * Undoes everything above a version.
   *
   * @param module the module
   * @param version the version that stays; {@code 0} for none
   * @return the request
   */
  public static Undo downTo(String module, String version) {
    return new Undo(
        Objects.requireNonNull(module, "module"), MigrationVersion.of(version), Integer.MAX_VALUE);
  }

  /** {@return a request to undo everything} */
  public static Undo everything() {
    return new Undo(null, null, Integer.MAX_VALUE);
  }
}
