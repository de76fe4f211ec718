package orm.migration.file;

import java.io.IOException;
import java.util.Map;

/** Finds the migration files beside a class. */
public interface ModuleFiles {
  /**
   * Reads files.
   *
   * @param beside a class of the bundle or jar
   * @param folder the folder in it, such as {@code orm/migrations/catalog}
   * @return the files by where they were found; the name follows the last occurrence of the folder
   * @throws IOException if they cannot be read
   */
  Map<String, byte[]> find(Class<?> beside, String folder) throws IOException;
}
