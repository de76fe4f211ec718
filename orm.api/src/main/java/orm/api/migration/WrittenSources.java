package orm.api.migration;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of generated files in a folder. Immutable.
 *
 * @param written files that are new or others than before
 * @param unchanged files that were there already, with the same text
 * @param kept files that somebody has edited, which stay as they are
 * @param leftOver files beside them that were generated once and are not now, which stay too
 */
public record WrittenSources(
    List<Path> written, List<Path> unchanged, List<Path> kept, List<Path> leftOver) {
  /**
   * Copies the lists.
   *
   * @param written files that are new or others than before
   * @param unchanged files that were there already, with the same text
   * @param kept files that somebody has edited
   * @param leftOver files beside them that are not generated now
   */
  public WrittenSources {
    written = List.copyOf(written);
    unchanged = List.copyOf(unchanged);
    kept = List.copyOf(kept);
    leftOver = List.copyOf(leftOver);
  }
}
