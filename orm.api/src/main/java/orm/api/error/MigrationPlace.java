package orm.api.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where something about a migration happened. Immutable.
 *
 * @param module the module, or null
 * @param migration what names the migration in its module, or null
 * @param source the file or class, or null
 * @param line the line of the file, from 1; 0 for none
 * @param statement the number of the statement, from 1; 0 for none
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the tool that reads the tag does allow it here
public record MigrationPlace(
    @Nullable String module,
    @Nullable String migration,
    @Nullable String source,
    int line,
    int statement)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No place: the database as a whole. */
  public static final MigrationPlace NONE = new MigrationPlace(null, null, null, 0, 0);

  /**
   * Names a migration.
   *
   * @param module the module
   * @param migration what names it in its module, or null
   * @param source the file or class, or null
   * @return the place
   */
  public static MigrationPlace of(
      String module, @Nullable String migration, @Nullable String source) {
    return new MigrationPlace(module, migration, source, 0, 0);
  }

  /**
   * Names a place in the file.
   *
   * @param at the line, from 1
   * @param number the number of the statement, from 1; 0 for none
   * @return a copy with them
   */
  public MigrationPlace at(int at, int number) {
    return new MigrationPlace(module, migration, source, at, number);
  }
}
