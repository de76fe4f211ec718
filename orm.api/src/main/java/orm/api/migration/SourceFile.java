package orm.api.migration;

import java.util.Objects;

/**
 * A generated file. Its first line says so and holds a hash of the lines behind it, which tells
 * whether somebody has edited it since.
 *
 * @param kind where it belongs
 * @param path its path below the folder of its kind, with slashes
 * @param text what it holds: lines that end with a line feed, in ASCII
 */
public record SourceFile(Kind kind, String path, String text) {

  /** Where a file belongs. */
  public enum Kind {
    /** Among the sources. */
    SOURCE,
    /** Among the resources, which are packed as they are. */
    RESOURCE
  }

  /**
   * Checks that the parts are there.
   *
   * @param kind where it belongs
   * @param path its path below the folder of its kind, with slashes
   * @param text what it holds
   */
  public SourceFile {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }
}
